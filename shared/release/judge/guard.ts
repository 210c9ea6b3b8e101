/** E-values for one side alone: absolute objectives during the canary, and the frozen baseline's rate at 100 %. */

const factors = [1.5, 2, 3, 10] as const;
export const guardPrior = factors.map(() => 1 / factors.length);

/**
 * ln e-value of each alternative against "the rate is at most `limit`"; the likelihood ratio is monotone, which makes it
 * valid for every smaller rate too.
 */
export function guardGrowth(requests: number, bad: number, limit: number): number[] {
  return factors.map((factor) => {
    const worse = Math.min(0.95, limit * factor);
    if (worse <= limit) return 0;
    return bad * Math.log(worse / limit) + (requests - bad) * Math.log((1 - worse) / (1 - limit));
  });
}

/** ln e-value of each ratio against "the rate is at most `limit`" for rare events (Poisson, hence valid for any limit). */
export function rareGrowth(requests: number, bad: number, limit: number, ratios: readonly number[]): number[] {
  return ratios.map((ratio) => bad * Math.log(ratio) - requests * limit * (ratio - 1));
}

/** A rate that the baseline's true one hardly exceeds: two standard deviations and three events above what was seen. */
export function upperRate(requests: number, bad: number): number {
  return (bad + 3 + 2 * Math.sqrt(bad)) / Math.max(1, requests);
}

/** What a side did. */
export interface Seen {
  readonly requests: number;
  readonly errors: number;
  readonly slow: number;
}

/** What a side does at the moment: in an exponential window that ends at `t` (seconds), and in the last stratum alone. */
export interface Ambient extends Seen {
  readonly t: number;
  readonly last: Seen;
}

const windowSeconds = 15;

export function ambientAfter(ambient: Ambient, t: number, last: Seen): Ambient {
  const kept = Math.exp(-Math.max(0, t - ambient.t) / windowSeconds);
  return {
    t,
    requests: ambient.requests * kept + last.requests,
    errors: ambient.errors * kept + last.errors,
    slow: ambient.slow * kept + last.slow,
    last,
  };
}

/** Whether the baseline does this badly itself, on more than one event. */
export function shared(bad: number, requests: number, rate: number): boolean {
  return bad >= 2 && bad >= rate * requests;
}
