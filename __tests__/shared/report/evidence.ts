/** Evidence as the real judge and controller leave it, from counts that a test makes up. */

import type { Controlled, ControllerState } from '../../../shared/release/control.ts';
import { beginRelease, reduce } from '../../../shared/release/controller.ts';
import type { Decision, EvidenceLine, Observation, Side } from '../../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings } from '../../../shared/release/judge/judge.ts';
import type { Reported } from '../../../shared/report/last-word.ts';

export const settings: JudgeSettings = {
  version: 'e-process/1',
  bounds: [0.1, 0.5, 2],
  steps: [
    { weight: 5, dwell: 30 },
    { weight: 50, dwell: 30 },
  ],
  deadline: 120,
  warmUp: 0,
  noData: 'hold',
  errorRate: 0.05,
  latencyP95: 2,
  harmBudget: 0.005,
  alpha: 0.01,
};

/** `slow` of the requests take 0.5 to 2 s, the rest less than 0.1 s. */
export const side = (requests: number, errors = 0, slow = 0): Side => ({
  requests,
  errors,
  buckets: [requests - slow, 0, slow, 0],
});

/** What both sides do in the 5 s from `t` on; before it, a quarter of an hour of a baseline that fails once in 100. */
export interface World {
  readonly canary: (t: number) => Side | null;
  readonly baseline: (t: number) => Side | null;
  readonly settings?: Partial<JudgeSettings>;
  /** What the baseline did in each quarter of a minute before. */
  readonly past?: Side;
  /** When a cancel comes, seconds. */
  readonly cancel?: number;
}

const halves = (sum: Side): Side => {
  const half = {
    requests: sum.requests / 2,
    errors: sum.errors / 2,
    buckets: sum.buckets.map((count) => count / 2),
  };
  const model = Object.entries(sum.model ?? {}).map(([name, counted]) => [name, halves(counted)] as const);
  return { ...sum, instances: { a: half, b: half }, ...(sum.model ? { model: Object.fromEntries(model) } : {}) };
};

function begun(world: World): { state: ControllerState; lines: EvidenceLine[]; judged: JudgeSettings } {
  const judged = { ...settings, ...world.settings };
  const controls = {
    rungs: judged.steps.map(({ weight }) => ({ weight, approve: false })),
    until: 50,
    onCancel: 'rollback',
    onDeadline: 'hold',
    gateFor: 600,
  } as const;
  const names = { service: 'brain-api', canary: 'v2', baseline: 'v1' };
  const header: EvidenceLine = { schema: 'jarvis.evidence/1', ...names, buckets: judged.bounds, judge: { ...judged } };
  const past = Array.from({ length: 60 }, (_, index): Observation => {
    const t = -15 * (59 - index);
    return { from: t - 15, t, weight: 0, canary: side(0), baseline: halves(world.past ?? side(600, 6)) };
  });
  let state = reduce(beginRelease(controls, beginJudging(judged)), { kind: 'begin' }).state;
  state = reduce(state, { kind: 'history', lines: past }).state;
  return { state: reduce(state, { kind: 'done' }).state, lines: [header, ...past], judged };
}

/** Runs the release to its end. */
export function released(world: World): Reported {
  let { state, lines, judged } = begun(world);
  for (let from = 0; ; from += 5) {
    const { canary, baseline } = { canary: world.canary(from), baseline: world.baseline(from) };
    const line: Observation = { from, t: from + 5, weight: state.weight, canary, baseline };
    const cancelled = world.cancel !== undefined && from >= world.cancel;
    const event = cancelled ? ({ kind: 'cancelled' } as const) : ({ kind: 'observed', line } as const);
    const next = ended(reduce(state, event));
    const decisions = next.commands.flatMap((each): Decision[] => (each.kind === 'record' ? [each.decision] : []));
    if (!cancelled) lines = [...lines, line, ...decisions];
    const end = next.commands.find((each) => each.kind === 'end');
    if (end) return { verdict: end.verdict, reason: end.reason, lines, settings: judged };
    state = next.state.phase === 'raising' ? reduce(next.state, { kind: 'done' }).state : next.state;
  }
}

/** The shell's part in an end: the last command works, and says so. */
function ended(next: Controlled): Controlled {
  if (next.state.phase !== 'ending' && next.state.phase !== 'lowering') return next;
  const { state, commands } = ended(reduce(next.state, { kind: 'done' }));
  return { state, commands: [...next.commands, ...commands] };
}

/** Half of the requests ask the model: `late` of those answers have their first token after 1 s, `broken` break off. */
export const asking = (asked: Side, late: number, broken = 0): Side => {
  const requests = asked.requests / 2;
  return {
    ...asked,
    model: {
      'first-token': { requests, errors: 0, buckets: [requests - late, 0, late, 0] },
      'tokens-per-second': { requests, errors: 0, buckets: [0, late, requests - late, 0] },
      'error-lines': { requests, errors: broken, buckets: [] },
    },
  };
};

export const modelSettings: Partial<JudgeSettings> = {
  alpha: 0.005,
  model: [
    { name: 'first-token', worse: 'higher', bounds: [0.5, 1, 2], alpha: 0.002 },
    { name: 'tokens-per-second', worse: 'lower', bounds: [5, 10, 40], alpha: 0.002 },
    { name: 'error-lines', worse: 'higher', bounds: [], alpha: 0.001 },
  ],
};
