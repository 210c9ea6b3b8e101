/** What the bets say together. */
import { type Seen, shared } from './guard.ts';
import { logAdd } from './logs.ts';
import { wealth } from './mix.ts';
import type { Harm, JudgeSettings, JudgeState } from './types.ts';

/** Share of requests above which a version fails outright, whatever the plan's objectives say. */
export const outrightRate = 0.25;
/** Share of requests that may be above the p95 objective. */
export const slowShare = 0.05;
/** Averaging is the one merge of e-values that holds under any dependence between metrics. */
export const relativeShares = { errors: 0.65, latency: 0.35 };

/** ln of the odds against "no worse than the baseline". */
export function odds(harm: Harm, { bounds, only }: JudgeSettings): number {
  if (bounds.length === 0) return wealth(harm.errors);
  if (only === 'latency') return wealth(harm.latency);
  const { errors, latency } = relativeShares;
  return logAdd(Math.log(errors) + wealth(harm.errors), Math.log(latency) + wealth(harm.latency));
}

const misses = ({ requests, errors, slow }: Seen, { errorRate }: JudgeSettings) =>
  shared(errors, requests, errorRate) || shared(slow, requests, slowShare);

/** Whether the baseline misses an objective itself at the moment; its last stratum is enough, as incidents begin at once. */
export function sharedIncident({ ambient, settings }: JudgeState): boolean {
  return misses(ambient, settings) || misses(ambient.last, settings);
}

/** Whether the canary misses an objective at the moment: too little for a rollback, perhaps, but nothing to go on from. */
export function isFailing({ own, settings }: JudgeState): boolean {
  return misses(own, settings);
}
