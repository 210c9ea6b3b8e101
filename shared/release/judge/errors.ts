/**
 * E-values for "the canary fails no more often than the baseline". Given how many requests each side had, the canary's
 * share of the failures is all that counts, so that load, drift, outages of both and the split itself cancel.
 */

/** Requests of both sides in one stratum, and how many of them were bad. */
export interface Trial {
  readonly canary: number;
  readonly canaryBad: number;
  readonly baseline: number;
  readonly baselineBad: number;
}

/** How many times the baseline's rate each alternative expects, and its share of the stake. */
export const ratios = [2, 7, 40] as const;
export const ratioPrior = [0.3, 0.45, 0.25] as const;

/**
 * ln e-value of a two-category bet. For any law of the baseline E[e] <= 1 when the canary is stochastically no worse
 * (AM-GM over requests; k-sample e-variables of Turner, Ly & Gruenwald): `bad` and `good` are likelihood ratios, and the
 * mixed law of both sides is in the denominator.
 */
export function logE(trial: Trial, bad: number, good: number): number {
  const total = trial.canary + trial.baseline;
  if (trial.canary === 0 || trial.baseline === 0) return 0;
  const w = trial.canary / total;
  const allBad = trial.canaryBad + trial.baselineBad;
  return (
    trial.canaryBad * Math.log(bad) +
    (trial.canary - trial.canaryBad) * Math.log(good) -
    allBad * Math.log1p(w * (bad - 1)) -
    (total - allBad) * Math.log1p(w * (good - 1))
  );
}

/** ln e-value of each alternative, where the baseline's rate is thought to be `rate`; a wrong guess costs power only. */
export function errorGrowth(trial: Trial, rate: number): number[] {
  return ratios.map((ratio) => {
    const worse = Math.min(0.9, ratio * rate);
    return worse > rate ? logE(trial, worse / rate, (1 - worse) / (1 - rate)) : 0;
  });
}

/** Best guess of a rate from counts; with little history it leans towards 1 in 100. */
export function guess(bad: number, requests: number): number {
  return (bad + 0.5) / (requests + (requests < 200 ? 50 : 1));
}
