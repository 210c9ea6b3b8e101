/** `jarvis/v1`: what stays the same of a finding while lines move, images are rebuilt and other findings come and go. */
import type { Merged } from './merge.ts';
import type { Draft } from './model.ts';
import { canonicalName, compareText, placeOf, tidyPath, unversioned } from './packages.ts';
import { secretValue } from './same-thing.ts';
import { scrub } from './scrub.ts';
import { familyOf } from './secret-families.ts';

export interface Hashes {
  /** Hex. */
  sha256(text: string): string;
  /** Hex, with the key that is kept outside of the repository; left out where there is none. */
  hmac?(text: string): string;
}

/** The text of some lines of a file of the workspace; undefined where it cannot be had. Lines start at 1, both count. */
export type Lines = (path: string, start: number, end: number) => string | undefined;

export interface Fingerprint {
  readonly value: string;
  /** What the finding would be called if one tool alone, or one under another of its names, had said it. */
  readonly others: readonly string[];
  /** Of a secret that is told apart by a key: what it is called without. */
  readonly keyless?: string;
}

/** In the order of the findings. Findings that nothing else tells apart are counted by their lines. */
export function fingerprints(findings: readonly Merged[], hashes: Hashes, lines: Lines): Fingerprint[] {
  const order = findings.map((_, index) => index).sort((a, b) => byPlace(findings[a]?.draft, findings[b]?.draft));
  const values = numbered(findings, order, hashes, (draft) => identityOf(draft, hashes, lines));
  const withoutKey = hashes.hmac === undefined ? [] : keyless(findings, order, hashes);
  return findings.map((finding, index) => {
    const value = values[index] ?? '';
    const other = withoutKey[index];
    const others = othersOf(finding, hashes, value);
    if (other === undefined || other === value) return { value, others };
    return { value, others: [...others, other], keyless: other };
  });
}

/** What each secret is called where nobody has the key, as in the run of a fork. */
function keyless(findings: readonly Merged[], order: readonly number[], { sha256 }: Hashes): (string | undefined)[] {
  const secrets = order.filter((index) => findings[index]?.draft.category === 'secret');
  return numbered(findings, secrets, { sha256 }, (draft) => identityOf(draft, { sha256 }, () => undefined));
}

/** By the index of the finding; those of one identity are counted in the given order. */
function numbered(
  findings: readonly Merged[],
  order: readonly number[],
  hashes: Hashes,
  identify: (draft: Draft) => readonly string[],
): (string | undefined)[] {
  const counts = new Map<string, number>();
  const values: (string | undefined)[] = [];
  for (const index of order) {
    const draft = findings[index]?.draft;
    if (draft === undefined) continue;
    // An identity holds as much text as its finding, so it is made anew where it is wanted again.
    const named = (nth: number) => digest(hashes, encode(identify(draft)), nth);
    const first = named(1);
    const nth = (counts.get(first) ?? 0) + 1;
    counts.set(first, nth);
    values[index] = nth === 1 ? first : named(nth);
  }
  return values;
}

const none: readonly string[] = [];

function othersOf(finding: Merged, hashes: Hashes, own: string | undefined): readonly string[] {
  const identities = otherIdentities(finding);
  if (identities.length === 0) return none;
  return identities.map((identity) => digest(hashes, encode(identity), 1)).filter((other) => other !== own);
}

/** JSON keeps the parts apart whatever they contain. */
const encode = (identity: readonly string[]) => JSON.stringify(identity);

function digest({ sha256 }: Hashes, identity: string, nth: number): string {
  return sha256(`jarvis/v1\n${nth}\n${identity}`);
}

function identityOf(draft: Draft, hashes: Hashes, lines: Lines): readonly string[] {
  const path = tidyPath(draft.location?.path ?? '');
  const logical = draft.location?.logical ?? '';
  switch (draft.category) {
    case 'vulnerability':
      return vulnerability(draft, canonicalName([draft.rule.id, ...draft.aliases]) ?? draft.rule.id);
    case 'secret':
      return secret(draft, path, hashes);
    case 'license':
    case 'eol':
      return [draft.category, draft.rule.id, nameOfPackage(draft) || path, logical];
    case 'sast':
      return ['sast', draft.rule.id, path, cause(draft, lines)];
    case 'misconfiguration':
    case 'policy':
      return ['policy', draft.rule.id, path, logical, logical === '' ? cause(draft, lines) : cause(draft)];
    case 'test':
      return ['test', draft.rule.id, path, logical || normalised(draft.title)];
    case 'db-age':
    case 'slo':
      return [draft.category, draft.rule.id, path, logical || withoutFigures(draft.title)];
  }
}

function vulnerability(draft: Draft, name: string): readonly string[] {
  const pack = nameOfPackage(draft);
  if (pack === '') return ['vulnerability', name, tidyPath(draft.location?.path ?? ''), cause(draft)];
  return ['vulnerability', name, pack, placeOf(draft.package?.path)];
}

function nameOfPackage({ package: pack }: Draft): string {
  return pack === undefined ? '' : unversioned(pack.purl || pack.name);
}

/** Under a key the value says all; without one it must not be hashed, as short ones could be guessed. */
function secret(draft: Draft, path: string, { hmac }: Hashes): readonly string[] {
  if (hmac !== undefined && draft.secret !== undefined && draft.secret.trim() !== '') {
    return ['secret', path, hmac(encode(['jarvis/v1', 'secret', secretValue(draft.secret)]))];
  }
  return ['secret of a kind', familyOf(draft.rule.id), path];
}

/** The source, or else what the tool says; without secrets, because a plain hash of one could be guessed: what `scrub` takes is in no hash. */
function cause(draft: Draft, lines?: Lines): string {
  const { path, startLine, endLine, outside } = draft.location ?? {};
  const source =
    path === undefined || startLine === undefined || outside === true
      ? undefined
      : lines?.(path, startLine, Math.max(startLine, endLine ?? startLine));
  const text = [source, draft.text].find((one) => one !== undefined && one.trim() !== '') ?? draft.title;
  const own = draft.secret?.trim() ?? '';
  return normalised(scrub(own === '' ? text : text.split(own).join('***')));
}

const normalised = (text: string) => text.replace(/\s+/g, ' ').trim();
const withoutFigures = (text: string) => normalised(text).replace(/\d+(?:[.,]\d+)*/g, '0');

/** A vulnerability has a name for each of its aliases, as each tool places it. */
function otherIdentities({ members }: Merged): (readonly string[])[] {
  return members
    .filter(({ category }) => category === 'vulnerability')
    .flatMap((draft) =>
      [draft.rule.id, ...draft.aliases].map((name) => vulnerability(draft, canonicalName([name]) ?? name)),
    );
}

function byPlace(a: Draft | undefined, b: Draft | undefined): number {
  const [left, right] = [a?.location, b?.location];
  return (
    (left?.startLine ?? 0) - (right?.startLine ?? 0) ||
    (left?.startColumn ?? 0) - (right?.startColumn ?? 0) ||
    (left?.endLine ?? 0) - (right?.endLine ?? 0) ||
    compareText(left?.logical ?? '', right?.logical ?? '')
  );
}
