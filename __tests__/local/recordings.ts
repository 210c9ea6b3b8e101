/** Evidence for tests: a canary as a live run would have recorded it. */
import type { Decision, EvidenceHeader, EvidenceLine, Observation, Tally } from '../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, type JudgeState, step } from '../../shared/release/judge/judge.ts';

export const bounds = [0.05, 0.1, 0.5, 2];

export const settings: JudgeSettings = {
  version: 'e-process/1',
  bounds,
  steps: [
    { weight: 25, dwell: 20 },
    { weight: 50, dwell: 20 },
  ],
  deadline: 900,
  warmUp: 5,
  noData: 'hold',
  errorRate: 0.04,
  latencyP95: 2,
  harmBudget: 0.02,
  alpha: 0.02,
};

/** Requests that take 75 ms; `bad` of them fail. */
export function side(requests: number, bad = 0): Tally & { readonly buckets: readonly number[] } {
  return { requests, errors: bad, buckets: [0, requests, 0, 0, 0] };
}

/** What happened in 5 s up to `t`. */
export function line(t: number, weight: number, canaryBad = 0, more: Partial<Observation> = {}): Observation {
  const canary = 4 * weight;
  return { from: t - 5, t, weight, canary: side(canary, canaryBad), baseline: side(400 - canary, 1), ...more };
}

export const header = { schema: 'jarvis.evidence/1', service: 'shop', canary: 'v2', baseline: 'v1' } as const;

/** Half a minute of history, then `looks` at each weight; `bad` of the canary's requests fail in each. */
export function observations(looks: number, bad = 0): Observation[] {
  const times = (count: number, first: number) => Array.from({ length: count }, (_, index) => first + 5 * index);
  const history = times(6, -25).map((t) => line(t, 0));
  const low = times(looks, 5).map((t) => line(t, 25, bad));
  return [...history, ...low, ...times(looks, 5 + 5 * looks).map((t) => line(t, 50, bad))];
}

export interface Recorded {
  readonly lines: readonly EvidenceLine[];
  readonly decisions: readonly Decision[];
  readonly state: JudgeState;
}

/** What a live run writes until it rolls back; `earlier` is the state that a run before it left. */
export function record(observed: readonly Observation[], earlier?: JudgeState): Recorded {
  const from = earlier ?? beginJudging(settings);
  const { settings: judge } = from;
  const resumed = earlier ? { resumed: { ...earlier } } : {};
  const first: EvidenceHeader = { ...header, buckets: judge.bounds, plan: {}, judge: { ...judge }, ...resumed };
  const lines: EvidenceLine[] = [first];
  const decisions: Decision[] = [];
  let state = from;
  for (const each of observed) {
    const judged = step(state, each);
    state = judged.state;
    lines.push(each);
    if (each.t <= 0) continue;
    lines.push(judged.decision);
    decisions.push(judged.decision);
    if (['rollback', 'dead-canary', 'split-unsettled'].includes(judged.decision.decision)) break;
  }
  return { lines, decisions, state };
}

export const ndjson = (lines: readonly unknown[]) => lines.map((each) => `${JSON.stringify(each)}\n`).join('');
