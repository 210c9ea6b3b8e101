/** What no rule can beat: Wald's number, and an oracle that knows both laws. */

/** Requests of the canary that any test of level `alpha` with power one needs on average (Wald 1945). */
export function wald(bad: readonly number[], good: readonly number[], alpha = 0.01): number {
  return Math.log(1 / alpha) / divergence(bad, good);
}

/** Kullback-Leibler divergence of laws over the same categories, nats. */
export function divergence(p: readonly number[], q: readonly number[]): number {
  return p.reduce((sum, share, index) => (share > 0 ? sum + share * Math.log(share / (q[index] ?? 0)) : sum), 0);
}

/** The sequential probability ratio test that knows both laws; sees the canary alone. */
export class Oracle {
  private odds = 0;
  private readonly ratios: readonly number[];
  private readonly needed: number;

  constructor(bad: readonly number[], good: readonly number[], alpha = 0.01) {
    this.ratios = bad.map((share, index) => Math.log(share / (good[index] ?? 0)));
    this.needed = Math.log(1 / alpha);
  }

  /** Takes counts a category; true when it would roll back. */
  sees(counts: readonly number[]): boolean {
    this.odds += counts.reduce((sum, count, index) => sum + count * (this.ratios[index] ?? 0), 0);
    return this.odds >= this.needed;
  }
}
