/** One stratum as the bets see it. */
import { type Pooled, total } from '../counts.ts';
import { errorGrowth, guess, type Trial } from './errors.ts';
import { type Ambient, ambientAfter } from './guard.ts';
import { type LatencyBets, latencyBets, latencyGrowth, p95Bucket, tailOf } from './latency.ts';
import type { Dispersion } from './placebo.ts';
import { slowBucket } from './settings.ts';
import type { JudgeState } from './types.ts';
import type { Stratum } from './window.ts';

export interface View {
  /** End of the stratum, seconds. */
  readonly t: number;
  readonly errors: Trial;
  /** Bad is what lies above the baseline's usual p95. */
  readonly latency: Trial;
  /** Undefined while latency is not judged. */
  readonly bets: LatencyBets | undefined;
  readonly ambient: Ambient;
  readonly own: Ambient;
  readonly dispersion: Dispersion;
  /** ln e-value of each alternative, tempered by the dispersion. */
  readonly growth: { readonly errors: readonly number[]; readonly latency: readonly number[] };
}

/** Times of lines are rounded, seconds. */
const rounding = 0.001;

export function viewOf(state: JudgeState, { from, t, canary, baseline }: Stratum): View {
  const { settings, shape, dispersion } = state;
  const errors = trial(canary.requests, canary.errors, baseline.requests, baseline.errors);
  const bets = shape !== null && from + rounding >= settings.warmUp ? latencyBets(shape, settings.bounds) : undefined;
  const above = p95Bucket(shape);
  const [mine, theirs] = shape === null ? [[], []] : [canary.buckets, baseline.buckets];
  const slowest = slowBucket(settings);
  const after = (ambient: Ambient, { requests, errors, buckets }: Pooled) =>
    ambientAfter(ambient, t, { requests, errors, slow: tailOf(buckets, slowest) });
  return {
    t,
    errors,
    latency: trial(total(mine), tailOf(mine, above), total(theirs), tailOf(theirs, above)),
    bets,
    ambient: after(state.ambient, baseline),
    own: after(state.own, canary),
    dispersion,
    growth: {
      errors: tempered(errorGrowth(errors, rateOf(state)), dispersion.errors),
      latency: bets ? tempered(latencyGrowth(bets, canary.buckets, baseline.buckets), dispersion.latency) : [],
    },
  };
}

/** An e-value to a power below 1 is still one (Jensen). */
export function tempered(growth: readonly number[], dispersion: number): readonly number[] {
  return dispersion === 1 ? growth : growth.map((one) => one / dispersion);
}

function rateOf({ history, baseline }: JudgeState): number {
  return guess(history.errors + baseline.errors, history.requests + baseline.requests);
}

function trial(canary: number, canaryBad: number, baseline: number, baselineBad: number): Trial {
  return { canary, canaryBad, baseline, baselineBad };
}
