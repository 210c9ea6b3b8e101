/** What one stratum changes: every bet on harm and on safety, and what is known of the baseline for the next one. */
import { add } from '../counts.ts';
import { guess, ratioPrior, ratios, type Trial } from './errors.ts';
import { guardGrowth, guardPrior, rareGrowth, shared, upperRate } from './guard.ts';
import { dueOnSafety, harmGrowth, type Pivot, pivotAfter, placed, type SafetyBets } from './harm.ts';
import { type Bets, bet, burn, capped, growthCaps, type Mix } from './mix.ts';
import { odds, outrightRate, sharedIncident, slowShare } from './odds.ts';
import { prepare } from './prepare.ts';
import { dueStake } from './schedule.ts';
import type { Harm, JudgeState, Safe } from './types.ts';
import { tempered, type View, viewOf } from './view.ts';
import type { Stratum } from './window.ts';

/** Extra share of all requests that may take longer than the baseline's p95. */
export const slowMargin = 0.05;
/** Odds beyond which the next look should come at once. */
const suspicious = Math.log(5);

/** The state after one stratum; everything that the bets lie on was known before it. */
export function weigh(before: JudgeState, stratum: Stratum): JudgeState {
  const state = prepare(before);
  const view = viewOf(state, stratum);
  const harm = burnShared(state, view, betOnHarm(state, view));
  const { ambient, own } = view;
  return {
    ...state,
    harm,
    ...(sharedIncident(state) ? {} : betOnSafety(state, view)),
    ambient,
    own,
    baseline: add(state.baseline, stratum.baseline),
    stage: { ...state.stage, strata: state.stage.strata + 1 },
    hurried: capped(harm.errors) || capped(harm.latency) || odds(harm, state.settings) > suspicious,
  };
}

function betOnHarm(state: JudgeState, view: View): Harm {
  const { harm, settings, stage } = state;
  const { t, errors, latency, own, bets, dispersion, growth } = view;
  const due = dueStake(t, settings.deadline, state.raises);
  const cap = dispersion.lasting > 0 ? growthCaps.lasting : growthCaps.usual;
  const place = (mix: Mix, prior: readonly number[], grown: readonly number[], other: Partial<Bets> = {}) =>
    bet(mix, { t, block: dispersion.block, cap, due, prior, growth: grown, ...other });
  const guard = (limit: number, factor: number) =>
    tempered(guardGrowth(errors.canary, errors.canaryBad, limit), factor);
  const slowGuard = tempered(guardGrowth(latency.canary, own.last.slow, slowShare), dispersion.latency);
  return {
    errors: place(harm.errors, ratioPrior, growth.errors),
    latency: bets ? place(harm.latency, bets.prior, growth.latency) : harm.latency,
    errorRate: place(harm.errorRate, guardPrior, guard(settings.errorRate, dispersion.errors)),
    latencyP95: bets ? place(harm.latencyP95, guardPrior, slowGuard) : harm.latencyP95,
    outright: place(harm.outright, guardPrior, guard(outrightRate, 1), { block: 0, cap: growthCaps.usual }),
    alone: stage.weight === 100 ? place(harm.alone, ratioPrior, aloneGrowth(state, view), { due: 1 }) : harm.alone,
  };
}

function aloneGrowth({ baseline }: JudgeState, { errors, dispersion }: View): readonly number[] {
  const limit = upperRate(baseline.requests, baseline.errors);
  return tempered(rareGrowth(errors.canary, errors.canaryBad, limit, ratios), dispersion.errors);
}

/**
 * What the baseline does too is no fault of the canary: the absolute bets start again. Failing outright is so fast a bet
 * that the baseline's last stratum counts by itself.
 */
function burnShared({ settings }: JudgeState, { ambient }: View, harm: Harm): Harm {
  const by = (mix: Mix, bad: number, requests: number, limit: number) =>
    mix.base.length > 0 && shared(bad, requests, limit / 2) ? burn(mix, guardPrior) : mix;
  const outright = by(harm.outright, ambient.last.errors, ambient.last.requests, outrightRate);
  return {
    ...harm,
    errorRate: by(harm.errorRate, ambient.errors, ambient.requests, settings.errorRate),
    latencyP95: by(harm.latencyP95, ambient.slow, ambient.requests, slowShare),
    outright: by(outright, ambient.errors, ambient.requests, outrightRate),
  };
}

/** While both versions fail nothing is learnt about safety: bets on what both lose would be lost. */
function betOnSafety(state: JudgeState, view: View): Pick<JudgeState, 'safe' | 'pivots'> {
  const { pivots, safe, stage } = state;
  if (pivots === null) return { safe, pivots };
  return {
    safe: stage.weight === 100 ? safe : safe.map((known) => safer(state, pivots, view, known)),
    pivots: { errors: pivotAfter(pivots.errors, view.errors), latency: pivotAfter(pivots.latency, view.latency) },
  };
}

type Pivots = NonNullable<JudgeState['pivots']>;

function safer({ settings }: JudgeState, pivots: Pivots, view: View, { weight, errors, latency }: Safe): Safe {
  const due = dueOnSafety(view.t, settings.deadline);
  const grown = (bets: SafetyBets, trial: Trial, budget: number, pivot: Pivot, factor: number) => {
    const growth = harmGrowth(trial, (100 * budget) / weight, guess(pivot.bad, pivot.requests));
    return placed(bets, due, tempered(growth, factor));
  };
  const { dispersion } = view;
  return {
    weight,
    errors: grown(errors, view.errors, settings.harmBudget, pivots.errors, dispersion.errors),
    latency: view.bets ? grown(latency, view.latency, slowMargin, pivots.latency, dispersion.latency) : latency,
  };
}
