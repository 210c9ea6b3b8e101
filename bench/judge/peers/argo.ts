/**
 * argoproj/argo-rollouts v1.10.0-rc1 + 70 (9f8d111d): analysis/analysis.go and utils/evaluate/evaluate.go, as an
 * analysis a step (5, 25, 50 %): success ratio of the last minute >= 0.95, a measurement a minute, five of them.
 *
 * Argo measures as soon as a step begins, when a new canary has served nothing and 0/0 fails the condition; so the
 * metric has an initialDelay, by default of 10 s, after which a broken canary can first be seen.
 */
import type { Answer, Peer, Window } from './peer.ts';
import { joined, successRatio } from './query.ts';

export type Phase = 'Successful' | 'Failed' | 'Inconclusive' | 'Error';

export interface Conditions {
  readonly success?: (result: number) => boolean;
  readonly failure?: (result: number) => boolean;
}

export interface Limits {
  readonly count: number;
  readonly failureLimit: number;
  readonly inconclusiveLimit: number;
  readonly consecutiveErrorLimit: number;
}

export interface Counters {
  readonly count: number;
  readonly failed: number;
  readonly inconclusive: number;
  readonly consecutiveErrors: number;
}

export const defaults = { failureLimit: 0, inconclusiveLimit: 0, consecutiveErrorLimit: 4 } as const;
export const none: Counters = { count: 0, failed: 0, inconclusive: 0, consecutiveErrors: 0 };

/** One measurement; no result is an error, and NaN makes every comparison false. */
export function measure(result: number | undefined, { success, failure }: Conditions): Phase {
  if (result === undefined) return 'Error';
  if (failure?.(result)) return 'Failed';
  if (success === undefined || success(result)) return 'Successful';
  return failure === undefined ? 'Failed' : 'Inconclusive';
}

/** An error is not a measurement; only errors in a row count. */
export function count(counters: Counters, phase: Phase): Counters {
  if (phase === 'Error') return { ...counters, consecutiveErrors: counters.consecutiveErrors + 1 };
  return {
    count: counters.count + 1,
    failed: counters.failed + (phase === 'Failed' ? 1 : 0),
    inconclusive: counters.inconclusive + (phase === 'Inconclusive' ? 1 : 0),
    consecutiveErrors: 0,
  };
}

/** What a metric has come to; a limit of -1 is none, and of several limits passed the last counts. */
export function assess(counters: Counters, limits: Limits): Phase | 'Running' {
  const past = (value: number, limit: number) => limit !== -1 && value > limit;
  if (past(counters.consecutiveErrors, limits.consecutiveErrorLimit)) return 'Error';
  if (past(counters.inconclusive, limits.inconclusiveLimit)) return 'Inconclusive';
  if (past(counters.failed, limits.failureLimit)) return 'Failed';
  return counters.count >= limits.count ? 'Successful' : 'Running';
}

const steps = [5, 25, 50];
const every = 60;
const measurements = 5;
const condition: Conditions = { success: (result) => result >= 0.95 };

class Rollout {
  private readonly limits: Limits;
  private readonly delay: number;
  private counters = none;
  private step = 0;
  private due: number;
  private lastMinute: readonly Window[] = [];

  constructor(failureLimit: number, delay: number) {
    this.limits = { ...defaults, count: measurements, failureLimit };
    this.delay = delay;
    this.due = delay;
  }

  ask(canary: Window, _baseline: Window, t: number): Answer {
    this.lastMinute = [...this.lastMinute, canary].slice(-every / canary.seconds);
    if (t < this.due) return { kind: 'wait' };
    this.due = t + every;
    this.counters = count(this.counters, measure(successRatio(joined(this.lastMinute)), condition));
    const phase = assess(this.counters, this.limits);
    if (phase === 'Running') return { kind: 'wait' };
    return phase === 'Successful' ? this.next(t) : { kind: 'rollback' };
  }

  private next(t: number): Answer {
    this.step += 1;
    const weight = steps[this.step];
    if (weight === undefined) return { kind: 'promoted' };
    this.counters = none;
    this.due = t + this.delay;
    return { kind: 'weight', weight };
  }
}

/** `delay`: seconds of a step before its first measurement, in tens. */
export function argo(failureLimit: number, delay = 10): Peer {
  return {
    name: `Argo Rollouts (failureLimit ${failureLimit})`,
    interval: 10,
    first: steps[0] ?? 0,
    horizon: steps.length * (delay + every * (measurements - 1)),
    start: () => new Rollout(failureLimit, delay),
  };
}
