/** The numbers behind a decision, for the evidence and the report. */
import { quantile } from '../counts.ts';
import type { Decision } from '../evidence.ts';
import { wealth } from './mix.ts';
import { odds } from './odds.ts';
import { type Carrier, heavier, leastSafe } from './rule.ts';
import { nextWeight } from './settings.ts';
import type { JudgeState } from './types.ts';

/** Odds that are no longer finite say nothing more than these do. */
const most = 500;
const plain = (ln: number) => Number(Math.exp(Math.min(ln, most)).toPrecision(4));

/**
 * Counts at this weight, odds (1 is even), latencies in seconds. `odds` is what decided: the comparison with the baseline,
 * or the absolute bet `metric` names. `safe` are the odds that the next weight keeps within the harm budget.
 */
export function detailOf(state: JudgeState, carrier?: Carrier): Decision['detail'] {
  const { stage, settings, harm, dispersion, served } = state;
  const absolute = carrier !== undefined && carrier !== 'errors' && carrier !== 'latency';
  const [, safe] = leastSafe(state, nextWeight(settings, stage.weight));
  const { canary, baseline } = stage;
  return {
    weight: stage.weight,
    odds: plain(absolute ? wealth(harm[carrier]) : odds(harm, settings)),
    metric: carrier ?? heavier(harm),
    errorOdds: plain(wealth(harm.errors)),
    latencyOdds: plain(wealth(harm.latency)),
    safe: plain(safe),
    dispersion: Number(dispersion.errors.toPrecision(4)),
    dispersionKnown: dispersion.known,
    served,
    canaryRequests: canary.requests,
    canaryErrors: canary.errors,
    baselineRequests: baseline.requests,
    baselineErrors: baseline.errors,
    canaryP95: quantile(canary, settings.bounds, 0.95) ?? null,
    baselineP95: quantile(baseline, settings.bounds, 0.95) ?? null,
  };
}
