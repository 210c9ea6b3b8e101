/**
 * The judge: `step(state, observation) -> (state, decision)`. It sees counts and nothing else, so a recorded canary can
 * be judged again. This one compares pooled counts with thresholds once a minimum sample is there.
 */
import { add, errorRate, nothing, type Pooled, quantile, quantileBucket } from './counts.ts';
import type { Decision, DecisionKind, Observation } from './evidence.ts';

/** Everything that the judge's decisions depend on beside the observations. Times in seconds, rates as shares. */
export interface JudgeSettings {
  readonly version: 'threshold/1';
  readonly bounds: readonly number[];
  /** How long each weight lasts at least, by weight in percent. */
  readonly dwell: Readonly<Record<string, number>>;
  readonly deadline: number;
  readonly warmUp: number;
  readonly noData: 'hold' | 'rollback';
  readonly errorRate: number;
  readonly latencyP95: number;
  readonly harmBudget: number;
  /** Requests of the canary at a weight before it is judged there. */
  readonly minRequests: number;
  /** Errors of the canary below which nothing is rolled back. */
  readonly minErrors: number;
  /** A version is slower when both its median and its p95 exceed the baseline's by this factor. */
  readonly slower: number;
}

export interface JudgeState {
  readonly settings: JudgeSettings;
  readonly weight: number;
  /** When this weight began. */
  readonly since: number;
  /** Counts at this weight. */
  readonly canary: Pooled;
  readonly baseline: Pooled;
  /** The baseline's counts since t = 0, for the last step, which has none. */
  readonly reference: Pooled;
  /** When this weight passed, null before; the deadline's clock stands still from then until the next weight. */
  readonly passedAt: number | null;
  /** Seconds for which the deadline's clock stood still at earlier weights. */
  readonly idle: number;
  /** Readings in a row without the canary, or without both, and since when. */
  readonly blind: { readonly canary: number; readonly both: number; readonly since: number };
}

export interface Judged {
  readonly state: JudgeState;
  readonly decision: Decision;
}

/** Before the first observation. */
export function beginJudging(settings: JudgeSettings): JudgeState {
  const blind = { canary: 0, both: 0, since: 0 };
  const counts = { canary: nothing, baseline: nothing, reference: nothing };
  return { settings, weight: 0, since: 0, ...counts, passedAt: null, idle: 0, blind };
}

/** Takes one line of evidence. History (t <= 0) and transitions are counted nowhere and decide nothing. */
export function step(state: JudgeState, line: Observation): Judged {
  const taken = take(state, line);
  const [decision, reason] = decide(taken, line);
  const passed = decision === 'promote-step' && taken.passedAt === null;
  const next = passed ? { ...taken, passedAt: line.t } : taken;
  return { state: next, decision: { t: line.t, decision, reason, detail: detailOf(next) } };
}

function take(state: JudgeState, line: Observation): JudgeState {
  const here = line.weight === state.weight ? state : moved(state, line);
  const blind = blindness(here.blind, line);
  if (line.t <= 0 || line.transition || line.canary === null || line.baseline === null) return { ...here, blind };
  return {
    ...here,
    blind,
    canary: add(here.canary, line.canary),
    baseline: add(here.baseline, line.baseline),
    reference: add(here.reference, line.baseline),
  };
}

function moved(state: JudgeState, { weight, from }: Observation): JudgeState {
  const stood = state.passedAt === null ? 0 : from - state.passedAt;
  return {
    ...state,
    weight,
    since: from,
    canary: nothing,
    baseline: nothing,
    passedAt: null,
    idle: state.idle + stood,
  };
}

function blindness(blind: JudgeState['blind'], line: Observation): JudgeState['blind'] {
  if (line.canary !== null) return { canary: 0, both: 0, since: line.t };
  return { canary: blind.canary + 1, both: line.baseline === null ? blind.both + 1 : 0, since: blind.since };
}

type Verdict = readonly [DecisionKind, string];

function decide(state: JudgeState, line: Observation): Verdict {
  const late = (state.passedAt ?? line.t) - state.idle > state.settings.deadline;
  const verdict = blindVerdict(state, line) ?? harm(state, line) ?? progress(state, line);
  if (late && verdict[0] !== 'rollback' && verdict[0] !== 'dead-canary' && verdict[0] !== 'promote-step') {
    return ['inconclusive', `the deadline of ${state.settings.deadline} s came first (${verdict[1]})`];
  }
  return verdict;
}

/** Three readings and 15 s without a side: dead pods report no errors. */
function blindVerdict({ blind }: JudgeState, line: Observation): Verdict | undefined {
  if (line.canary !== null) return undefined;
  const seconds = line.t - blind.since;
  if (blind.canary < 3 || seconds < 15) return ['continue', 'the canary could not be read this time'];
  if (blind.both >= 3) return ['backend-unavailable', `no counts at all for ${Math.round(seconds)} s`];
  return ['dead-canary', `the canary could not be read for ${Math.round(seconds)} s`];
}

function harm(state: JudgeState, line: Observation): Verdict | undefined {
  const { settings, canary } = state;
  if (canary.requests < settings.minRequests) return undefined;
  const other = state.baseline.requests >= settings.minRequests ? state.baseline : state.reference;
  const [mine, theirs] = [errorRate(canary), errorRate(other)];
  const bad = canary.errors >= settings.minErrors && mine > settings.errorRate;
  // A canary that fails twice as often as a failing baseline is not explained by what they share.
  if (bad && theirs > settings.errorRate && mine < 2 * theirs) {
    return ['shared-incident', `both versions fail: canary ${share(mine)}, baseline ${share(theirs)}`];
  }
  if (bad)
    return ['rollback', `${share(mine)} of the canary's requests failed, against ${share(theirs)} of the baseline's`];
  return line.t < settings.warmUp ? undefined : slowness(state, other);
}

function slowness({ settings, canary }: JudgeState, other: Pooled): Verdict | undefined {
  const at = (pooled: Pooled, q: number) => quantile(pooled, settings.bounds, q) ?? 0;
  const [p95, base95] = [at(canary, 0.95), at(other, 0.95)];
  if (p95 > settings.latencyP95 && base95 <= settings.latencyP95) {
    return [
      'rollback',
      `the canary's p95 is ${milliseconds(p95)}, above the objective of ${milliseconds(settings.latencyP95)}`,
    ];
  }
  const enough = other.requests >= settings.minRequests;
  const ratio = at(canary, 0.5) / at(other, 0.5);
  const apart = [0.5, 0.95].every((q) => slowerByABucket(canary, other, settings.bounds, q));
  if (!enough || !apart || !(ratio > settings.slower) || !(p95 / base95 > settings.slower)) return undefined;
  return [
    'rollback',
    `the canary is slower: p95 ${milliseconds(p95)} against ${milliseconds(base95)}, median x${ratio.toFixed(1)}`,
  ];
}

/** Values on both sides of one bound look as far apart as two buckets are wide, so a whole bucket must lie between. */
function slowerByABucket(canary: Pooled, other: Pooled, bounds: readonly number[], q: number): boolean {
  const [mine, theirs] = [quantileBucket(canary, q), quantileBucket(other, q)];
  return mine !== undefined && theirs !== undefined && mine > theirs + 1 && theirs < bounds.length;
}

function progress(state: JudgeState, line: Observation): Verdict {
  const { settings, canary } = state;
  if (line.transition) return ['continue', 'the split has not converged yet'];
  const seconds = line.t - state.since;
  const dwell = settings.dwell[String(state.weight)] ?? 0;
  if (canary.requests < settings.minRequests) {
    const reason = `${canary.requests} of ${settings.minRequests} requests at ${state.weight} %`;
    return settings.noData === 'rollback' && seconds >= dwell
      ? ['rollback', `no data: ${reason}`]
      : ['insufficient-data', reason];
  }
  if (seconds < dwell) return ['continue', `${Math.floor(seconds)} of ${dwell} s at ${state.weight} %`];
  return ['promote-step', `no worse over ${canary.requests} requests at ${state.weight} %`];
}

const share = (rate: number) => `${Number((rate * 100).toFixed(2))} %`;
const milliseconds = (seconds: number) => `${Math.round(seconds * 1000)} ms`;

function detailOf({ canary, baseline, settings, weight }: JudgeState): Decision['detail'] {
  return {
    weight,
    canaryRequests: canary.requests,
    canaryErrors: canary.errors,
    baselineRequests: baseline.requests,
    baselineErrors: baseline.errors,
    canaryP95: quantile(canary, settings.bounds, 0.95) ?? null,
    baselineP95: quantile(baseline, settings.bounds, 0.95) ?? null,
  };
}
