/** One finding for what several tools, reports or places of one report say about the same thing. */

import type { Draft, Package, Suppression, Tool, Witness } from './model.ts';
import { compareText, nameOf } from './packages.ts';
import { sameThing, type Witnessed } from './same-thing.ts';
import { compareSeverity } from './severity.ts';

export interface Merged {
  /** What all say, in the words of the one who knows most. */
  readonly draft: Draft;
  /** That one, whose rule it is. */
  readonly tool: Tool;
  readonly witnesses: readonly Witness[];
  /** What each one said. */
  readonly members: readonly Draft[];
  /** Accepted for one tool, while another reports it without: that does not count. */
  readonly partly?: Suppression;
}

/** In the order in which each was first said. */
export function merge(all: readonly Witnessed[]): Merged[] {
  const groups = new Map<number, Witnessed[]>();
  sameThing(all).forEach((root, index) => {
    const one = all[index];
    if (one === undefined) return;
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [one]);
    else group.push(one);
  });
  return [...groups.values()].map(unite);
}

function unite(group: readonly Witnessed[]): Merged {
  const members = group.map(({ draft }) => draft);
  const witnesses = group.map(({ tool, report, draft }) => ({ tool, report, pointer: draft.pointer }));
  const [first] = [...group].sort((a, b) => byWorth(a.draft, b.draft));
  if (first === undefined) throw new RangeError('a group has a member');
  const { draft: best, tool } = first;
  if (members.length === 1) return { draft: best, tool, witnesses, members };
  const { suppression: _, ...rest } = best;
  const suppression = commonSuppression(members);
  const partly =
    suppression === undefined ? members.find((one) => one.suppression !== undefined)?.suppression : undefined;
  const draft = { ...rest, ...united(best, members), ...(suppression === undefined ? {} : { suppression }) };
  return { draft, tool, witnesses, members, ...(partly === undefined ? {} : { partly }) };
}

/** The worst first, then whoever can say where it is and what to do; the rest only makes the choice the same each time. */
function byWorth(a: Draft, b: Draft): number {
  return (
    compareSeverity(a.severity.level, b.severity.level) ||
    worth(b) - worth(a) ||
    compareText(a.rule.id, b.rule.id) ||
    compareText(a.message, b.message)
  );
}

function worth({ location, remediation, package: pack, secret, message, title }: Draft): number {
  const known = [location?.startLine, location?.startColumn, remediation, pack?.installed, pack?.path, secret];
  return known.filter((value) => value !== undefined).length + (message !== '' && message !== title ? 1 : 0);
}

const verifications = ['verified', 'unverified', 'unknown', 'not-attempted'] as const;
const confidences = ['high', 'medium', 'low'] as const;

function united(best: Draft, members: readonly Draft[]): Partial<Draft> {
  const names = new Set(members.flatMap(({ rule, aliases }) => [rule.id, ...aliases]));
  names.delete(best.rule.id);
  const aliases = best.category === 'vulnerability' ? [...names] : members.flatMap((one) => one.aliases);
  return {
    aliases: unique(aliases),
    ...defined(
      'verification',
      verifications.find((word) => members.some((one) => one.verification === word)),
    ),
    ...defined(
      'confidence',
      confidences.find((word) => members.some((one) => one.confidence === word)),
    ),
    ...defined('location', best.location ?? members.find((one) => one.location !== undefined)?.location),
    ...defined('package', unitedPackage(best, members)),
    ...defined('remediation', best.remediation ?? members.find((one) => one.remediation !== undefined)?.remediation),
    ...defined('secret', best.secret ?? members.find((one) => one.secret !== undefined)?.secret),
  };
}

function defined<K extends keyof Draft>(key: K, value: Draft[K] | undefined): Partial<Draft> {
  return value === undefined ? {} : { [key]: value };
}

function unitedPackage(best: Draft, members: readonly Draft[]): Package | undefined {
  const packages = members.flatMap((one) => one.package ?? []);
  const first = best.package ?? packages[0];
  if (first === undefined) return undefined;
  const path = first.path ?? packages.find((one) => one.path !== undefined)?.path;
  const fixedIn = [...new Set(packages.flatMap((one) => one.fixedIn))];
  return { ...first, fixedIn, ...(path === undefined ? {} : { path }) };
}

/** Sorted, and each once, whatever its case. */
function unique(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [nameOf(name), name])).values()].sort(compareText);
}

/** Where all have one that is accepted, the one that ends first. */
function commonSuppression(members: readonly Draft[]): Suppression | undefined {
  const accepted = members.flatMap(({ suppression }) => (suppression?.status === 'accepted' ? [suppression] : []));
  if (accepted.length < members.length) return undefined;
  return accepted.sort((a, b) => compareText(a.expires ?? '9999', b.expires ?? '9999'))[0];
}
