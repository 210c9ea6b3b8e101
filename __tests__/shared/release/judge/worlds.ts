/** Evidence for the judge's tests: traffic whose counts are exact shares, so that nothing in it is left to chance. */
import type { Decision, DecisionKind, Observation, Side, Tally } from '../../../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';

export const bounds = [0.05, 0.1, 0.2, 0.5, 1, 2, 5];
/** Cumulative shares of a usual latency: 6 % take longer than 0.5 s, 0.2 % longer than the objective of 2 s. */
export const usual = [0.3, 0.65, 0.85, 0.94, 0.985, 0.998, 0.9995, 1];
/** Everything takes longer than the highest bound. */
export const endless = [0, 0, 0, 0, 0, 0, 0, 1];

export const settings: JudgeSettings = {
  version: 'e-process/1',
  bounds,
  steps: [5, 25, 50].map((weight) => ({ weight, dwell: 30 })),
  deadline: 1800,
  warmUp: 0,
  noData: 'hold',
  errorRate: 0.05,
  latencyP95: 2,
  harmBudget: 0.005,
  alpha: 0.01,
};

/** Whole counts of `requests` over buckets, as near to the cumulative shares as whole counts get. */
export function buckets(requests: number, law: readonly number[] = usual): number[] {
  return law.map((share, index) => Math.round(requests * share) - Math.round(requests * (law[index - 1] ?? 0)));
}

export function side(requests: number, errors = 0, law: readonly number[] = usual): Side {
  return { requests, errors, buckets: buckets(requests, law) };
}

export function at(
  from: number,
  t: number,
  weight: number,
  canary: Side | null,
  baseline: Side | null,
  more: Partial<Observation> = {},
): Observation {
  return { from, t, weight, canary, baseline, ...more };
}

export interface Flow {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** Seconds between readings, 5 unless said. */
  readonly every?: number;
  /** Requests a second of both sides together, 100 unless said. */
  readonly rps?: number;
  /** Share of failed requests. */
  readonly bad?: number;
  readonly canaryBad?: number;
  /** Cumulative shares of the latency buckets. */
  readonly law?: readonly number[];
  readonly canaryLaw?: readonly number[];
  /** Names of the baseline's instances; requests and errors go round. */
  readonly instances?: readonly string[] | undefined;
}

/** What comes between two totals that grow evenly. */
function grown(rate: number, from: number, to: number): number {
  return Math.round(rate * to) - Math.round(rate * from);
}

/** Lines over a time in which nothing changes. */
export function flow(given: Flow): Observation[] {
  const { from, to, weight, every = 5, rps = 100, bad = 0.001, canaryBad = bad, law = usual, canaryLaw = law } = given;
  const share = weight / 100;
  return Array.from({ length: Math.round((to - from) / every) }, (_, index) => {
    const [start, end] = [index * every, (index + 1) * every];
    const of = (rate: number, rateBad: number, shares: readonly number[]): Side => ({
      requests: grown(rate, start, end),
      errors: grown(rate * rateBad, start, end),
      buckets: shares.map((upTo, at) => grown(rate * (upTo - (shares[at - 1] ?? 0)), start, end)),
    });
    const baseline = of(rps * (1 - share), bad, law);
    const named = given.instances ? { ...baseline, instances: spread(baseline, given.instances, index) } : baseline;
    return at(from + start, from + end, weight, of(rps * share, canaryBad, canaryLaw), named);
  });
}

/** Requests in equal parts, errors to one instance after another. */
function spread(all: Side, names: readonly string[], turn: number): Record<string, Tally> {
  const count = names.length;
  const tallies = names.map((name, index): [string, Tally] => {
    const place = (index + turn) % count;
    return [name, { requests: part(all.requests, count, place), errors: part(all.errors, count, place) }];
  });
  return Object.fromEntries(tallies);
}

function part(whole: number, parts: number, place: number): number {
  return Math.floor(whole / parts) + (place < whole % parts ? 1 : 0);
}

export const pods = ['a', 'b', 'c', 'd'];

/** Half an hour before t = 0, with instances to compare unless `instances` is undefined. */
export function history(given: Partial<Flow> = {}): Observation[] {
  return flow({ from: -1800, to: 0, weight: 0, every: 15, instances: pods, ...given });
}

export interface Judging {
  readonly state: JudgeState;
  readonly decisions: readonly Decision[];
  readonly kinds: readonly DecisionKind[];
}

/** Judges all lines, following their weights; decisions of history are left out. */
export function judge(lines: readonly Observation[], changes: Partial<JudgeSettings> = {}): Judging {
  let state = beginJudging({ ...settings, ...changes });
  const decisions: Decision[] = [];
  for (const line of lines) {
    const judged = step(state, line);
    state = judged.state;
    if (line.t > 0) decisions.push(judged.decision);
  }
  return { state, decisions, kinds: decisions.map(({ decision }) => decision) };
}

/** Seconds from t = 0 to the first decision of this kind, undefined where there is none. */
export function first(judging: Judging, kind: DecisionKind): number | undefined {
  return judging.decisions.find(({ decision }) => decision === kind)?.t;
}
