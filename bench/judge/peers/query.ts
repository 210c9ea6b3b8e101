/**
 * What the peers' queries give for a window, as Prometheus 3 computes it: ratios of counters and `histogram_quantile`
 * (promql/quantile.go), over the default buckets of its client libraries. Without traffic both are NaN.
 */
import type { Window } from './peer.ts';

/** Upper bounds, seconds; the bucket after the last has none. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export const errorRatio = (window: Window): number => window.errors / window.requests;

export const successRatio = (window: Window): number => (window.requests - window.errors) / window.requests;

/** Linear within a bucket; the last bound when the quantile lies past it. */
export function quantile(share: number, buckets: readonly number[]): number {
  const rank = share * buckets.reduce((sum, count) => sum + count, 0);
  if (rank === 0) return Number.NaN;
  let below = 0;
  for (const [index, bound] of bounds.entries()) {
    const count = buckets[index] ?? 0;
    const low = bounds[index - 1] ?? 0;
    if (below + count >= rank) return low + (bound - low) * ((rank - below) / count);
    below += count;
  }
  return bounds.at(-1) ?? Number.NaN;
}

/** Windows that follow each other as one. */
export function joined(windows: readonly Window[]): Window {
  const sum = (of: (window: Window) => number) => windows.reduce((total, window) => total + of(window), 0);
  return {
    seconds: sum(({ seconds }) => seconds),
    requests: sum(({ requests }) => requests),
    errors: sum(({ errors }) => errors),
    buckets: (windows[0]?.buckets ?? []).map((_, index) => sum(({ buckets }) => buckets[index] ?? 0)),
  };
}
