/** Which findings someone accepted, by the files in which tools, and we, keep such decisions. */
import { hasExpired } from './gate.ts';
import type { Merged } from './merge.ts';
import type { Draft, Suppression, Tool } from './model.ts';
import { nameOf, tidyPath } from './packages.ts';
import type { Witnessed } from './same-thing.ts';

/** One entry of one file. All that it names must fit. */
export interface IgnoreRule {
  /** The tool whose file it is, in small letters; undefined for ours, which holds for all. */
  readonly tool?: string;
  /** Ids or aliases, one of which must fit; case does not matter. */
  readonly names?: readonly string[];
  /** `jarvis/v1`. */
  readonly fingerprint?: string;
  readonly path?: (path: string) => boolean;
  readonly line?: number;
  readonly suppression: Suppression;
}

/** @returns the same drafts, those that fit with their suppression; `used` gets every rule that fits one. */
export function suppressDrafts(
  all: readonly Witnessed[],
  rules: readonly IgnoreRule[],
  used: Set<IgnoreRule>,
  today: string,
): Witnessed[] {
  const index = indexed(rules.filter(({ tool }) => tool !== undefined));
  return all.map((one) => {
    const fitting = index(one.draft).filter((rule) => isOf(rule, one.tool) && fits(rule, one.draft));
    const suppression = chosen(one.draft.suppression, fitting, used, today);
    return suppression === one.draft.suppression
      ? one
      : { ...one, draft: { ...one.draft, ...suppressionOf(suppression) } };
  });
}

/** As `suppressDrafts`, with our own rules, on what all tools say together. */
export function suppressFinding(
  finding: Merged,
  fingerprint: string,
  rules: (draft: Draft, fingerprint: string) => readonly IgnoreRule[],
  used: Set<IgnoreRule>,
  today: string,
): Merged {
  const fitting = rules(finding.draft, fingerprint).filter((rule) => fits(rule, finding.draft, fingerprint));
  const suppression = chosen(finding.draft.suppression, fitting, used, today);
  if (suppression === finding.draft.suppression) return finding;
  return { ...finding, draft: { ...finding.draft, ...suppressionOf(suppression) } };
}

/** The rules that may fit a draft, found by its names. */
export function indexed(rules: readonly IgnoreRule[]): (draft: Draft, fingerprint?: string) => IgnoreRule[] {
  const byName = new Map<string, IgnoreRule[]>();
  for (const rule of rules) {
    const keys = rule.fingerprint === undefined ? (rule.names?.map(nameOf) ?? ['']) : [nameOf(rule.fingerprint)];
    for (const key of new Set(keys)) byName.set(key, [...(byName.get(key) ?? []), rule]);
  }
  if (byName.size === 0) return () => [];
  return (draft, fingerprint) => {
    const names = ['', nameOf(fingerprint ?? ''), nameOf(draft.rule.id), ...draft.aliases.map(nameOf)];
    return [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
  };
}

const isOf = ({ tool }: IgnoreRule, { name }: Tool) => tool === name.toLowerCase();

function fits(
  rule: IgnoreRule,
  { rule: { id }, aliases, location, package: pack }: Draft,
  fingerprint?: string,
): boolean {
  if (rule.fingerprint !== undefined && rule.fingerprint !== fingerprint) return false;
  if (rule.line !== undefined && rule.line !== location?.startLine) return false;
  if (rule.names !== undefined) {
    const names = new Set([id, ...aliases].map(nameOf));
    if (!rule.names.some((name) => names.has(nameOf(name)))) return false;
  }
  const { path } = rule;
  if (path === undefined) return true;
  return [location?.path, pack?.path].some((one) => one !== undefined && path(tidyPath(one)));
}

/** One that counts is taken before one that does not, and of these the draft's own. */
function chosen(
  own: Suppression | undefined,
  fitting: readonly IgnoreRule[],
  used: Set<IgnoreRule>,
  today: string,
): Suppression | undefined {
  for (const rule of fitting) used.add(rule);
  const all = [...(own === undefined ? [] : [own]), ...fitting.map(({ suppression }) => suppression)];
  return all.find((one) => counts(one, today)) ?? all[0];
}

export function counts(suppression: Suppression, today: string): boolean {
  return suppression.status === 'accepted' && !hasExpired(suppression, today);
}

const suppressionOf = (suppression: Suppression | undefined) => (suppression === undefined ? {} : { suppression });
