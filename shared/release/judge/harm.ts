/**
 * Evidence that the next weight costs no more than the harm budget: e-values against "the canary's rate exceeds the
 * baseline's by `margin` or more", for any rate of the baseline.
 */
import type { Trial } from './errors.ts';
import { logAdd, logSum } from './logs.ts';

/**
 * Shares of the largest bet that cannot lose everything, and the part of the stake that each gets: the best one depends
 * on the truth, and only the most timid ever wins where the baseline itself fails often.
 */
const boldness = [0.08, 0.25, 0.5, 0.75, 0.95] as const;
const stakes = [0.06, 0.235, 0.235, 0.235, 0.235] as const;

/** Where the bets lie: a running rate of the baseline, before the stratum they are made on. */
export interface Pivot {
  readonly requests: number;
  readonly bad: number;
}

const memory = 0.98;
const historyCap = 2000;

/** From history, which counts as no more than `historyCap` requests. */
export function pivotFrom(requests: number, bad: number): Pivot {
  const scale = Math.min(1, historyCap / Math.max(1, requests));
  return { requests: requests * scale, bad: bad * scale };
}

export function pivotAfter(pivot: Pivot, { baseline, baselineBad }: Trial): Pivot {
  return { requests: memory * pivot.requests + baseline, bad: memory * pivot.bad + baselineBad };
}

/** A margin that no rate can exceed is as good as shown by the first request that is answered. */
const largest = 1 - 2e-6;

/**
 * ln e-value of each bet for one stratum. With kappa = g * min(w/(1-c), (1-w)/d), c = d + margin, a canary request pays
 * 1 + (kappa/w)(c - bad) and a baseline request 1 + (kappa/(1-w))(bad - d), whose weighted mean is at most 1 under harm.
 */
export function harmGrowth(trial: Trial, budget: number, rate: number): number[] {
  const { canary, canaryBad, baseline, baselineBad } = trial;
  const margin = Math.min(budget, largest);
  if (canary === 0 || baseline === 0) return boldness.map(() => 0);
  const w = canary / (canary + baseline);
  const d = Math.min(Math.max(rate, 1e-6), 1 - margin - 1e-6);
  const c = d + margin;
  const most = Math.min(w / (1 - c), (1 - w) / d);
  return boldness.map((share) => {
    const [mine, theirs] = [(share * most) / w, (share * most) / (1 - w)];
    return (
      canaryBad * Math.log1p(mine * (c - 1)) +
      (canary - canaryBad) * Math.log1p(mine * c) +
      baselineBad * Math.log1p(theirs * (1 - d)) +
      (baseline - baselineBad) * Math.log1p(-theirs * d)
    );
  });
}

/**
 * Stake of each bet that is placed at the start; the rest follows minute by minute, because a bad patch of both versions
 * loses nearly all that was bet until then, and must not forbid promotion for good.
 */
const atStart = 0.95;

/** The share of the stake due at `t` seconds. */
export function dueOnSafety(t: number, deadline: number): number {
  const minutes = Math.max(1, Math.floor(deadline / 60));
  return atStart + ((1 - atStart) * Math.min(minutes, Math.max(0, Math.floor(t / 60)))) / minutes;
}

/** Bets on one metric, ln wealth each, and how much of their stake was placed. */
export interface SafetyBets {
  readonly staked: number;
  readonly bets: readonly number[];
}

/** The bets before the first stratum. */
export const firstBets: SafetyBets = { staked: atStart, bets: stakes.map((share) => Math.log(share * atStart)) };

/** The bets after one stratum, where `due` of the stake had to be placed before it. */
export function placed({ staked, bets }: SafetyBets, due: number, growth: readonly number[]): SafetyBets {
  const fresh = due - staked;
  const before = fresh > 0 ? bets.map((wealth, index) => logAdd(wealth, Math.log(fresh * (stakes[index] ?? 0)))) : bets;
  return { staked: Math.max(due, staked), bets: before.map((wealth, index) => wealth + (growth[index] ?? 0)) };
}

/** ln of the odds against harm. */
export function noHarm({ staked, bets }: SafetyBets): number {
  return staked < 1 ? logAdd(logSum(bets), Math.log(1 - staked)) : logSum(bets);
}
