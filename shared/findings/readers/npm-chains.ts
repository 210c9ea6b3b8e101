/**
 * Version 2 lists packages, each with what makes it vulnerable: an advisory, or the name of another package in the list.
 * Here an advisory counts once, with the packages that it reaches.
 */
import type { Draft } from '../model.ts';
import { npm } from './packages.ts';
import { rate } from './rating.ts';
import { ReportError } from './reader.ts';
import { line, link } from './redact.ts';
import { cwes, type Fields, fields, given, isList, need, number, text, texts } from './shape.ts';

/** Of those that an advisory reaches. */
const shownPackages = 10;

interface Advised {
  readonly advisory: Fields;
  readonly pointer: string;
  readonly entry: Fields;
  readonly name: string;
}

export function chains(vulnerabilities: Fields): readonly Draft[] {
  const advised = new Map<string, Advised>();
  const explained = new Set<string>();
  for (const [key, value] of Object.entries(vulnerabilities)) {
    const entry = need(value);
    if (!isList(entry['via'])) throw new ReportError('an entry of the report has no via');
    for (const [index, via] of entry['via'].entries()) {
      if (typeof via === 'string') continue;
      const advisory = need(via);
      const name = text(advisory['name']) ?? text(entry['name']) ?? key;
      const pointer = `/vulnerabilities/${escaped(key)}/via/${index}`;
      const same = `${idOf(advisory)}\n${name}`;
      if (!advised.has(same)) advised.set(same, { advisory, pointer, entry, name });
      explained.add(key);
    }
  }
  const dependents = dependentsOf(vulnerabilities);
  const told = reach(explained, dependents, Number.POSITIVE_INFINITY);
  const drafts = [...advised.values()].map((one) => {
    const reached = reach([one.name], dependents, shownPackages + 2);
    reached.delete(one.name);
    return advisedDraft(one, [...reached]);
  });
  return [...drafts, ...unexplained(vulnerabilities, told)];
}

/** Told from both ends: `effects` of what is vulnerable, and `via` of what depends on it. */
function dependentsOf(vulnerabilities: Fields): ReadonlyMap<string, ReadonlySet<string>> {
  const dependents = new Map<string, Set<string>>();
  const put = (name: string, dependent: string) => {
    const known = dependents.get(name) ?? new Set();
    dependents.set(name, known.add(dependent));
  };
  for (const [key, value] of Object.entries(vulnerabilities)) {
    for (const dependent of texts(fields(value)['effects'])) put(key, dependent);
    for (const name of texts(fields(value)['via'])) put(name, key);
  }
  return dependents;
}

/** These packages and all that depend on them, nearest first; not many more than the limit. */
function reach(
  from: Iterable<string>,
  dependents: ReadonlyMap<string, ReadonlySet<string>>,
  limit: number,
): Set<string> {
  const seen = new Set(from);
  for (const name of seen) {
    for (const dependent of dependents.get(name) ?? []) {
      if (seen.size >= limit) return seen;
      seen.add(dependent);
    }
  }
  return seen;
}

/** Entries with no advisory behind them, as when one was cut off: still findings. */
function unexplained(vulnerabilities: Fields, told: ReadonlySet<string>): readonly Draft[] {
  const entries = Object.entries(vulnerabilities).filter(([key]) => !told.has(key));
  return entries.map(([key, value]) => {
    const advised = { advisory: {}, pointer: `/vulnerabilities/${escaped(key)}`, entry: need(value), name: key };
    return advisedDraft(advised, []);
  });
}

function advisedDraft({ advisory, pointer, entry, name }: Advised, reached: readonly string[]): Draft {
  const score = number(fields(advisory['cvss'])['score']);
  const cwe = cwes(texts(advisory['cwe']));
  const help = link(advisory['url']);
  const title = line(text(advisory['title']) ?? `${name} is vulnerable`, 200);
  const range = text(advisory['range']) ?? text(entry['range']);
  return given({
    category: 'vulnerability' as const,
    rule: given({ id: idOf(advisory), help, cwe: cwe.length === 0 ? undefined : cwe }),
    aliases: [],
    // A score of 0 is npm's way to say that there is none.
    severity: rate(advisory['severity'] ?? entry['severity'], score === 0 ? undefined : score),
    title: `${title} in ${name}`,
    message: [`${name} ${line(range ?? '')}`.trim(), ...through(reached)].join('; '),
    package: { purl: npm(name), name, fixedIn: fixedIn(range) },
    remediation: remediationOf(entry['fixAvailable'], name),
    pointer,
  });
}

/** What comes after the last version that a range such as `>=1.0.0 <1.2.3` takes in. */
function fixedIn(range: string | undefined): readonly string[] {
  const end = /(?:^|\s)<\s*([^\s<>=|]+)\s*$/.exec(range ?? '')?.[1];
  return end === undefined ? [] : [end];
}

/** The GitHub advisory of its address, else npm's own number. */
export function idOf(advisory: Fields): string {
  const ghsa = /GHSA(-[a-z0-9]{4}){3}/i.exec(text(advisory['url']) ?? '')?.[0];
  const number = advisory['source'] ?? advisory['id'];
  return ghsa ?? (typeof number === 'number' ? `npm-${number}` : 'npm-advisory');
}

function through(reached: readonly string[]): readonly string[] {
  if (reached.length === 0) return [];
  const more = reached.length > shownPackages ? ' and more' : '';
  return [`reaches ${reached.slice(0, shownPackages).join(', ')}${more}`];
}

function remediationOf(fix: unknown, name: string): Draft['remediation'] {
  if (fix === true) return { text: `Run npm audit fix; it updates ${name}.` };
  const other = text(fields(fix)['name']);
  const version = text(fields(fix)['version']);
  if (other === undefined || version === undefined) return undefined;
  const major = fields(fix)['isSemVerMajor'] === true ? ', a major update' : '';
  // The version is that of the dependency which brings the package, unless it is the same.
  return given({
    text: `Upgrade ${other} to ${version}${major}.`,
    fixVersion: other === name ? version : undefined,
  });
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
