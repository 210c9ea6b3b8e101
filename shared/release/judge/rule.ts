/** From what the bets are worth to one decision. */
import type { DecisionKind, Observation } from '../evidence.ts';
import { noHarm } from './harm.ts';
import { wealth } from './mix.ts';
import { isFailing, odds, sharedIncident } from './odds.ts';
import { dwellOf, nextWeight } from './settings.ts';
import type { Harm, JudgeState, Unread } from './types.ts';

/** What a bet against "no worse" is about; the last four are about the canary alone. */
export type Carrier = 'errors' | 'latency' | (typeof absolute)[number];

/** Which part of the rule spoke; `words.ts` says it to a reader. */
export type Because =
  | 'idle'
  | 'unread'
  | 'no-counts'
  | 'harm'
  | 'transition'
  | 'unsettled'
  | 'blind'
  | 'failing'
  | 'no-requests'
  | 'shared'
  | 'few'
  | 'dwell'
  | 'suspected'
  | 'unsafe'
  | 'safe';

export interface Ruling {
  readonly decision: DecisionKind;
  readonly because: Because;
  /** The bet that decided, of a rollback for harm. */
  readonly carrier?: Carrier;
  /** The deadline came first. */
  readonly late?: true;
}

/** Parts of alpha: the comparison with the baseline, and each of the four absolute bets. */
const relativePart = 0.85;
export const absolute = ['outright', 'errorRate', 'latencyP95', 'alone'] as const;
const guardPart = (1 - relativePart) / absolute.length;
/** A weight is left only when its odds against harm are those of 5 %, and nothing is suspected. */
export const safeOdds = Math.log(1 / 0.05);
const suspected = Math.log(2);
export const minStrata = 3;

/** Unread for so long that it is no hiccup of one scrape. */
export function isGone({ readings, seconds }: Unread): boolean {
  return readings >= 3 && seconds >= 15;
}

/** ln of the odds at which the comparison, or an absolute bet, rolls back. */
export function threshold(alpha: number, carrier: Carrier): number {
  return -Math.log(alpha * (carrier === 'errors' || carrier === 'latency' ? relativePart : guardPart));
}

/** The decision at one line, after its counts were weighed. */
export function rule(state: JudgeState, line: Observation): Ruling {
  const ruling = harmful(state) ?? unread(state, line) ?? progress(state, line);
  if (
    !isLate(state, line.t) ||
    ['rollback', 'dead-canary', 'split-unsettled', 'promote-step'].includes(ruling.decision)
  )
    return ruling;
  return { ...ruling, decision: 'inconclusive', late: true };
}

/** Whether the deadline has passed by `t` (seconds). */
export function isLate({ stage, idle, settings }: JudgeState, t: number): boolean {
  return (stage.passedAt ?? t) - idle > settings.deadline;
}

/** Dead processes report no errors, and a dead backend reports nothing: neither is a pass. */
function unread({ blind, settings }: JudgeState, { canary, baseline }: Observation): Ruling | undefined {
  if (canary !== null) return undefined;
  const because = baseline === null ? 'no-counts' : 'unread';
  const counted = baseline === null ? blind.both : blind.canary;
  if (!isGone(counted)) return { decision: 'continue', because };
  if (baseline !== null) return { decision: 'dead-canary', because };
  return { decision: settings.noData === 'rollback' ? 'rollback' : 'backend-unavailable', because };
}

function harmful({ harm, settings }: JudgeState): Ruling | undefined {
  const reached = (ln: number, carrier: Carrier) => ln >= threshold(settings.alpha, carrier);
  const carrier = reached(odds(harm, settings), 'errors')
    ? heavier(harm)
    : absolute.find((name) => reached(wealth(harm[name]), name));
  return carrier && { decision: 'rollback', because: 'harm', carrier };
}

/** The metric that the comparison with the baseline rests on most. */
export function heavier(harm: Harm): 'errors' | 'latency' {
  return wealth(harm.errors) >= wealth(harm.latency) ? 'errors' : 'latency';
}

function progress(state: JudgeState, line: Observation): Ruling {
  const { stage, settings } = state;
  if (line.transition) return divided(state, line);
  const waited = line.t - stage.since >= dwellOf(settings, stage.weight);
  if (stage.canary.requests === 0 && settings.noData === 'rollback' && waited) {
    return { decision: 'rollback', because: 'no-requests' };
  }
  const obstacle = unfit(state);
  if (obstacle === 'shared') return { decision: 'shared-incident', because: obstacle };
  if (obstacle === 'few') return { decision: 'insufficient-data', because: obstacle };
  if (!waited) return { decision: 'continue', because: 'dwell' };
  const unsafe = stage.passedAt === null && lacking(state, nextWeight(settings, stage.weight)) !== undefined;
  const because = obstacle ?? (unsafe ? 'unsafe' : 'safe');
  return { decision: because === 'safe' ? 'promote-step' : 'continue', because };
}

/** Seconds that a split may take to become the one that was ordered; one that has not by then never will. */
const settling = 60;

function divided({ unsettled }: JudgeState, { t }: Observation): Ruling {
  const never = unsettled !== null && t - unsettled >= settling;
  return { decision: never ? 'split-unsettled' : 'continue', because: never ? 'unsettled' : 'transition' };
}

/** What forbids any promotion at the moment; without traffic on the baseline nobody misses its counts. */
export function unfit(state: JudgeState): 'blind' | 'shared' | 'few' | 'failing' | 'suspected' | undefined {
  const { blind, stage, harm, settings } = state;
  const dark = stage.weight < 100 ? blind.baseline.readings : 0;
  if (blind.canary.readings + blind.both.readings + dark > 0) return 'blind';
  if (sharedIncident(state)) return 'shared';
  if (stage.strata < minStrata) return 'few';
  if (isFailing(state)) return 'failing';
  return odds(harm, settings) >= suspected ? 'suspected' : undefined;
}

/** The metric with the weakest evidence that `weight` is safe, and its odds (ln); undefined when all have enough. */
export function lacking(state: JudgeState, weight: number): readonly ['errors' | 'latency', number] | undefined {
  const weakest = leastSafe(state, weight);
  return state.cleared >= weight || weakest[1] >= safeOdds ? undefined : weakest;
}

export function leastSafe({ safe, settings }: JudgeState, weight: number): readonly ['errors' | 'latency', number] {
  const bets = safe.find((known) => known.weight === weight);
  const [errors, latency] = bets ? [noHarm(bets.errors), noHarm(bets.latency)] : [0, 0];
  if (settings.only === 'latency') return ['latency', latency];
  return settings.bounds.length > 0 && latency < errors ? ['latency', latency] : ['errors', errors];
}
