/**
 * fluxcd/flagger v1.44.0 (15bd6ad5): pkg/controller/scheduler.go and scheduler_metrics.go, with the settings of its docs
 * (a check a minute, threshold 10, success >= 99 %, p99 <= 500 ms, weight +5 to 50) and with the API's default threshold
 * of 1. Failed checks are never forgiven, and are counted against the threshold before the next check: one tick late.
 */
import type { Answer, Peer, Window } from './peer.ts';
import { quantile, successRatio } from './query.ts';

export interface Range {
  readonly min?: number;
  readonly max?: number;
}

export interface Analysis {
  readonly threshold: number;
  readonly stepWeight: number;
  readonly maxWeight: number;
}

export interface State {
  readonly weight: number;
  readonly failedChecks: number;
}

/** One metric of one check; no value and NaN fail. */
export function inRange(value: number | undefined, { min, max }: Range): boolean {
  if (value === undefined || Number.isNaN(value)) return false;
  return !(min !== undefined && value < min) && !(max !== undefined && value > max);
}

/** One check: success in percent, latency in milliseconds. A check fails once however many of its metrics do. */
export function check(window: Window): boolean {
  return (
    inRange(100 * successRatio(window), { min: 99 }) && inRange(1000 * quantile(0.99, window.buckets), { max: 500 })
  );
}

/** One tick of the scheduler once the canary has traffic; `healthy` is asked only when the tick gets that far. */
export function tick(state: State, analysis: Analysis, healthy: () => boolean): { state: State; answer: Answer } {
  if (state.failedChecks >= analysis.threshold) return { state, answer: { kind: 'rollback' } };
  if (!healthy()) return { state: { ...state, failedChecks: state.failedChecks + 1 }, answer: { kind: 'wait' } };
  if (state.weight >= analysis.maxWeight) return { state, answer: { kind: 'promoted' } };
  const weight = Math.min(analysis.maxWeight, state.weight + analysis.stepWeight);
  return { state: { ...state, weight }, answer: { kind: 'weight', weight } };
}

function flagger(name: string, threshold: number): Peer {
  const analysis = { threshold, stepWeight: 5, maxWeight: 50 };
  const interval = 60;
  const first = analysis.stepWeight;
  return {
    name,
    interval,
    first,
    horizon: interval * (analysis.maxWeight / analysis.stepWeight + threshold),
    start() {
      let state: State = { weight: first, failedChecks: 0 };
      return {
        ask(canary) {
          const after = tick(state, analysis, () => check(canary));
          state = after.state;
          return after.answer;
        },
      };
    },
  };
}

export const flaggerDocs = flagger('Flagger (docs)', 10);
export const flaggerOne = flagger('Flagger (threshold 1)', 1);
