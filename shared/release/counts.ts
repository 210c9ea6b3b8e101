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
  const longer = side.buckets ?? [];
  const buckets = Array.from(
    { length: Math.max(pooled.buckets.length, longer.length) },
    (_, index) => (pooled.buckets[index] ?? 0) + (longer[index] ?? 0),
  );
  return { requests: pooled.requests + side.requests, errors: pooled.errors + side.errors, buckets };
}

/** Share of failed requests; 0 where there were none. */
export function errorRate(pooled: Pooled): number {
  return pooled.requests === 0 ? 0 : pooled.errors / pooled.requests;
}

/** Index of the bucket that the q-quantile lies in; undefined without counts. */
export function quantileBucket({ buckets }: Pooled, q: number): number | undefined {
  const total = buckets.reduce((sum, count) => sum + count, 0);
  let below = 0;
  const found = buckets.findIndex((count) => {
    below += count;
    return count > 0 && below >= q * total;
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
  const total = pooled.buckets.reduce((sum, count) => sum + count, 0);
  const below = pooled.buckets.slice(0, index).reduce((sum, count) => sum + count, 0);
  const [low, high] = [bounds[index - 1] ?? 0, bounds[index]];
  return high === undefined ? bounds.at(-1) : low + ((high - low) * (q * total - below)) / (pooled.buckets[index] ?? 1);
}
