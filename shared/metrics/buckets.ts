/** Bounds of histograms: those that all series have in common, and counts told apart by them. */
import { type Histogram, type Reading, UncountableError, wholeCount } from './reading.ts';

/** With fewer bounds than these in common, latencies of two versions cannot be compared. */
const leastBounds = 3;

export function enough(bounds: readonly number[]): boolean {
  return bounds.length >= leastBounds;
}

/** The bounds above 0 that every series of a reading has, since nothing is below one of 0; undefined when it has no series. */
export function commonBounds({ instances }: Reading): readonly number[] | undefined {
  const histograms = instances.flatMap(({ scrapes }) => scrapes.flatMap(({ latency }) => [...latency.values()]));
  const common = histograms.reduce<readonly number[] | undefined>(
    (left, { bounds }) => (left === undefined ? bounds : shared(left, bounds)),
    undefined,
  );
  return common?.filter((bound) => bound > 0);
}

/** The bounds that are in both; exact, since the counts below a bound do not depend on the bounds beside it. */
export function shared(some: readonly number[], others: readonly number[]): readonly number[] {
  if (some.length === others.length && some.every((bound, index) => bound === others[index])) return some;
  const known = new Set(others);
  return some.filter((bound) => known.has(bound));
}

/** Cumulative counts at some of a histogram's bounds, and of all. */
export function at({ bounds, counts }: Histogram, some: readonly number[]): number[] {
  const byBound = new Map(bounds.map((bound, index) => [bound, counts[index] ?? 0]));
  return [...some.map((bound) => byBound.get(bound) ?? 0), counts.at(-1) ?? 0];
}

/** From `le` to cumulative count of one histogram. @throws UncountableError when the bounds or counts are none */
export function histogramOf(buckets: ReadonlyMap<string, number>, what: string): Histogram {
  const entries = [...buckets].map(([le, count]) => [le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le), count]);
  const rising = entries.toSorted(([a = 0], [b = 0]) => a - b);
  const bounds = rising.slice(0, -1).map(([bound = 0]) => bound);
  if (rising.at(-1)?.[0] !== Number.POSITIVE_INFINITY) throw new UncountableError(`${what} has no bucket le="+Inf"`);
  if (!bounds.every(Number.isFinite)) throw new UncountableError(`${what} has a bucket whose bound is no number`);
  return { bounds, counts: rising.map(([, count = 0]) => wholeCount(count, what)) };
}

/**
 * Counts between bounds that are in `common`, as counts of the buckets between `bounds`, of which `common` is a part:
 * what a wider bucket holds goes to its lowest part, so that nothing looks slower than it was seen to be.
 */
export function spread(between: readonly number[], common: readonly number[], bounds: readonly number[]): number[] {
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const [index, count] of between.entries()) {
    const below = common[index - 1];
    const first = below === undefined ? 0 : bounds.indexOf(below) + 1;
    counts[first] = (counts[first] ?? 0) + count;
  }
  return counts;
}
