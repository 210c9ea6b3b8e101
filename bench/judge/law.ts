/** Laws of latency, as the share of requests in each of the default Prometheus buckets. */

/** Upper bounds, seconds. */
export const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** The share of requests that take at most so many seconds. */
export type Distribution = (seconds: number) => number;

/** Abramowitz & Stegun 7.1.26, error below 1.5e-7. */
export function normal(x: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(x)) / Math.SQRT2);
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const erf = 1 - poly * Math.exp((-x * x) / 2);
  return x >= 0 ? 0.5 + erf / 2 : 0.5 - erf / 2;
}

export function logNormal(median: number, sigma: number): Distribution {
  return (x) => (x <= 0 ? 0 : normal(Math.log(x / median) / sigma));
}

export function pareto(least: number, shape: number): Distribution {
  return (x) => (x <= least ? 0 : 1 - (x / least) ** -shape);
}

export function weibull(scale: number, shape: number): Distribution {
  return (x) => (x <= 0 ? 0 : 1 - Math.exp(-((x / scale) ** shape)));
}

export function uniform(least: number, most: number): Distribution {
  return (x) => Math.min(1, Math.max(0, (x - least) / (most - least)));
}

export function mixed(share: number, one: Distribution, other: Distribution): Distribution {
  return (x) => (1 - share) * one(x) + share * other(x);
}

/** Every latency times `factor`. */
export function scaled(law: Distribution, factor: number): Distribution {
  return (x) => law(x / factor);
}

/** 99 % log-normal around 60 ms with a heavy tail: p95 204 ms, p99 397 ms. */
export const usual = mixed(0.01, logNormal(0.06, 0.7), pareto(0.3, 1.5));
/** So many requests take a slow path of 1 to 2.5 s instead. */
export const slowPath = (share: number) => mixed(share, usual, uniform(1, 2.5));

export function bucketShares(law: Distribution): number[] {
  let below = 0;
  const shares = bounds.map((bound) => {
    const upTo = law(bound);
    const share = upTo - below;
    below = upTo;
    return share;
  });
  return [...shares, 1 - below];
}
