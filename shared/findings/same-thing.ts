/** Which drafts speak of the same thing. */
import type { Draft, Tool } from './model.ts';
import { compareText, nameOf, placeOf, tidyPath, unversioned } from './packages.ts';
import { familyOf } from './secret-families.ts';

/** A draft, and who said it where. */
export interface Witnessed {
  readonly draft: Draft;
  readonly tool: Tool;
  /** The report's path as given. */
  readonly report: string;
}

/**
 * For each draft the index of the first one that speaks of the same:
 * - a vulnerability: a shared name and the same package in the same place, directly or over a third;
 * - a secret: the same value in overlapping lines of a file, or the same kind of it in the same line by another tool;
 * - anything: the same said by the same tool in another report.
 */
export function sameThing(all: readonly Witnessed[]): number[] {
  const sets = disjoint(all.length);
  const byKey = new Map<string, number>();
  const times = counter();
  const repeating = toolsOfManyReports(all);
  all.forEach((one, index) => {
    for (const key of keysOf(one, times, repeating)) {
      const first = byKey.get(key);
      if (first === undefined) byKey.set(key, index);
      else if (!differ(all[first]?.draft, one.draft)) sets.unite(first, index);
    }
  });
  joinUnplaced(all, sets);
  joinLines(all, sets);
  return all.map((_, index) => sets.find(index));
}

/** Two secrets that are known, and not the same, are never one, wherever they stand. */
function differ(a: Draft | undefined, b: Draft): boolean {
  if (a?.secret === undefined || b.secret === undefined) return false;
  const [left, right] = [secretValue(a.secret), secretValue(b.secret)];
  return !left.includes(right) && !right.includes(left);
}

const tuple = (...parts: readonly (string | number)[]) => JSON.stringify(parts);

/** Only these can say the same in two reports: of the others no key is kept, as there may be 100,000. */
function toolsOfManyReports(all: readonly Witnessed[]): ReadonlySet<string> {
  const reports = new Map<string, string>();
  const many = new Set<string>();
  for (const { tool, report } of all) {
    const name = tool.name.toLowerCase();
    if ((reports.get(name) ?? report) !== report) many.add(name);
    reports.set(name, report);
  }
  return many;
}

function keysOf(
  { draft, tool, report }: Witnessed,
  times: (key: string) => number,
  repeating: ReadonlySet<string>,
): string[] {
  const { startLine, startColumn, logical } = draft.location ?? {};
  if (draft.category === 'vulnerability' && draft.package !== undefined) {
    const [purl, place] = [unversioned(draft.package.purl), placeOf(draft.package.path)];
    return namesOf(draft).map((name) => tuple('vulnerability', purl, place, name));
  }
  const name = tool.name.toLowerCase();
  const path = tidyPath(draft.location?.path ?? '');
  const keys: string[] = [];
  if (repeating.has(name)) {
    const position = [startLine ?? draft.title, startColumn ?? '', logical ?? ''];
    const said = tuple('said', name, draft.rule.id, path, ...position);
    keys.push(tuple(said, times(tuple(said, report))));
  }
  if (draft.category === 'secret' && startLine !== undefined) {
    const kind = tuple('kind', familyOf(draft.rule.id), path, startLine);
    keys.push(tuple(kind, times(tuple(kind, name, report))));
  }
  return keys;
}

/** An advisory's number has a digit; a rule without one names no vulnerability. */
function namesOf({ rule, aliases }: Draft): string[] {
  return [...new Set([rule.id, ...aliases].map(nameOf))].filter((name) => /\d/.test(name));
}

/** A tool that does not say which manifest brings the package means the one that others know of. */
function joinUnplaced(all: readonly Witnessed[], sets: Disjoint): void {
  const placed = new Map<string, { place: string; index: number }>();
  const unplaced: [string, number][] = [];
  all.forEach(({ draft }, index) => {
    if (draft.category !== 'vulnerability' || draft.package === undefined) return;
    const place = placeOf(draft.package.path);
    for (const name of namesOf(draft)) {
      const key = tuple(unversioned(draft.package.purl), name);
      const known = placed.get(key);
      if (place === '') unplaced.push([key, index]);
      else if (known === undefined || compareText(place, known.place) < 0) placed.set(key, { place, index });
    }
  });
  const joined = new Set<number>();
  for (const [key, index] of unplaced.sort(([a], [b]) => compareText(a, b))) {
    const known = placed.get(key);
    if (known === undefined || joined.has(sets.find(index))) continue;
    sets.unite(known.index, index);
    joined.add(sets.find(index));
  }
}

/** The same value in the same file: lines that overlap are one place; without a line it is the first one. */
function joinLines(all: readonly Witnessed[], sets: Disjoint): void {
  const byValue = new Map<string, number[]>();
  all.forEach(({ draft: { category, secret, location } }, index) => {
    if (category !== 'secret' || secret === undefined || secret.trim() === '') return;
    const key = tuple(tidyPath(location?.path ?? ''), secretValue(secret));
    const known = byValue.get(key);
    if (known === undefined) byValue.set(key, [index]);
    else known.push(index);
  });
  for (const indexes of byValue.values()) {
    const spans = indexes.map((index) => ({ index, ...linesAt(all[index]?.draft) })).sort((a, b) => a.start - b.start);
    let last = spans[0];
    for (const span of spans) {
      if (last !== undefined && (last.start === 0 || span.start <= last.end)) sets.unite(last.index, span.index);
      if (last === undefined || span.end > last.end) last = span;
    }
  }
}

function linesAt(draft: Draft | undefined): { start: number; end: number } {
  const start = draft?.location?.startLine ?? 0;
  return { start, end: Math.max(start, draft?.location?.endLine ?? start) };
}

/** The same for a PEM with either kind of line ends, in a string or in a file. */
export function secretValue(secret: string): string {
  return secret.trim().replace(/\\r\\n|\\n|\r\n?/g, '\n');
}

function counter(): (key: string) => number {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

interface Disjoint {
  find(index: number): number;
  unite(a: number, b: number): void;
}

/** The root of a set is its lowest index. */
function disjoint(size: number): Disjoint {
  const parents = Int32Array.from({ length: size }, (_, index) => index);
  const find = (index: number) => {
    let root = index;
    while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
    for (let at = index; at !== root; ) [at, parents[at]] = [parents[at] ?? root, root];
    return root;
  };
  const unite = (a: number, b: number) => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) parents[high] = low;
  };
  return { find, unite };
}
