/** Where two histograms differ most: what a reader can see of a verdict that rests on all of their buckets. */
import { type Pooled, total } from '../release/counts.ts';

/** Shares (0 to 1) of both sides that took longer than `bound` seconds. */
export interface Slower {
  readonly bound: number;
  readonly canary: number;
  readonly baseline: number;
}

/** The bound above which the canary has more of its requests by the clearest margin; undefined where it has none. */
export function slowerOf(canary: Pooled, baseline: Pooled, bounds: readonly number[]): Slower | undefined {
  const [mine, theirs] = [total(canary.buckets), total(baseline.buckets)];
  if (mine === 0 || theirs === 0) return undefined;
  let found: Slower | undefined;
  let clearest = 0;
  for (const [index, bound] of bounds.entries()) {
    const above = (side: Pooled) => total(side.buckets.slice(index + 1));
    const shares = { canary: above(canary) / mine, baseline: above(baseline) / theirs };
    const margin = clarity(shares, (above(canary) + above(baseline)) / (mine + theirs));
    if (margin > clearest) [clearest, found] = [margin, { bound, ...shares }];
  }
  return found;
}

/** The difference in standard deviations, up to a factor that all bounds share. */
function clarity({ canary, baseline }: Omit<Slower, 'bound'>, pooled: number): number {
  return canary > baseline ? (canary - baseline) / Math.sqrt(pooled * (1 - pooled) || 1) : 0;
}
