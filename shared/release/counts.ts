/** Sums and quantiles of counts: the arithmetic that judge and report share. */
import type { Side, Tally } from './evidence.ts';

/** What one version did over several lines. */
export interface Pooled {
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
}

export const nothing: Pooled = { requests: 0, errors: 0, buckets: [] };

/** Adds one side's counts; an unreadable side adds nothing. */
export function add(pooled: Pooled, side: Side | Tally | null): Pooled {
  if (side === null) return pooled;
  const buckets = summed(pooled.buckets, side.buckets ?? []);
  return { requests: pooled.requests + side.requests, errors: pooled.errors + side.errors, buckets };
}

function summed(first: readonly number[], second: readonly number[]): readonly number[] {
  if (second.length > first.length) return summed(second, first);
  return second.length === 0 ? first : first.map((count, index) => count + (second[index] ?? 0));
}

/** Sum of counts. */
export function total(counts: readonly number[]): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

/** Share of failed requests; 0 where there were none. */
export function errorRate(pooled: Pooled): number {
  return pooled.requests === 0 ? 0 : pooled.errors / pooled.requests;
}

/** Index of the bucket that the q-quantile lies in; undefined without counts. */
function quantileBucket({ buckets }: Pooled, q: number): number | undefined {
  const all = total(buckets);
  let below = 0;
  const found = buckets.findIndex((count) => {
    below += count;
    return count > 0 && below >= q * all;
  });
  return found === -1 ? undefined : found;
}

/**
 * The q-quantile in seconds, linear within its bucket as Prometheus' histogram_quantile; undefined without counts, the
 * highest bound for what lies above it.
 */
export function quantile(pooled: Pooled, bounds: readonly number[], q: number): number | undefined {
  const index = quantileBucket(pooled, q);
  if (index === undefined) return undefined;
  const below = total(pooled.buckets.slice(0, index));
  const [low, high] = [bounds[index - 1] ?? 0, bounds[index]];
  return high === undefined
    ? bounds.at(-1)
    : low + ((high - low) * (q * total(pooled.buckets) - below)) / (pooled.buckets[index] ?? 1);
}
