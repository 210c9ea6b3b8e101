/** Percentiles by nearest rank: always a value that was measured, never one between two. */

/** The least sample that at least that share of all is not above; undefined without samples. `share` is above 0, at most 1. */
export function percentile(samples: readonly number[], share: number): number | undefined {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[rank(samples.length, share) - 1];
}

/** Whole percents are counted as such: 0.07 * 100 is a little above 7, and would take the next rank. */
function rank(count: number, share: number): number {
  return Math.max(1, Math.ceil((Math.round(share * 1e6) * count) / 1e6));
}
