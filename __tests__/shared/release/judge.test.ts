import { describe, expect, it } from '@jest/globals';
import type { DecisionKind, Observation, Side } from '../../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, step } from '../../../shared/release/judge.ts';

const settings: JudgeSettings = {
  version: 'threshold/1',
  bounds: [0.1, 0.2, 0.5, 2],
  dwell: { 5: 10, 50: 10, 100: 10 },
  deadline: 300,
  warmUp: 0,
  noData: 'hold',
  errorRate: 0.05,
  latencyP95: 2,
  harmBudget: 0.05,
  minRequests: 30,
  minErrors: 5,
  slower: 1.5,
};
const side = (requests: number, errors = 0, bucket = 0): Side => ({
  requests,
  errors,
  buckets: [0, 1, 2, 3, 4].map((index) => (index === bucket ? requests : 0)),
});
const at = (from: number, t: number, canary: Side | null, baseline: Side | null, weight = 5): Observation => ({
  from,
  t,
  weight,
  canary,
  baseline,
});

/** The last decision after these lines, and every one before it. */
function decisionsOf(lines: readonly Observation[], changes: Partial<JudgeSettings> = {}): DecisionKind[] {
  let state = beginJudging({ ...settings, ...changes });
  return lines.map((line) => {
    const judged = step(state, line);
    state = judged.state;
    return judged.decision.decision;
  });
}

describe('the judge', () => {
  const good = (from: number, t: number) => at(from, t, side(40), side(760));
  const cases: [name: string, lines: Observation[], expected: DecisionKind, changes?: Partial<JudgeSettings>][] = [
    ['too few requests are no pass', [at(0, 20, side(29), side(500))], 'insufficient-data'],
    ['no request at all is no pass', [at(0, 20, side(0), side(500))], 'insufficient-data'],
    [
      'no data may roll back, when the plan says so',
      [at(0, 20, side(0), side(500))],
      'rollback',
      { noData: 'rollback' },
    ],
    ['the dwell comes first', [good(0, 5)], 'continue'],
    ['as good as the baseline for the dwell', [good(0, 5), good(5, 10)], 'promote-step'],
    ['20 % errors', [at(0, 5, side(40, 8), side(760))], 'rollback'],
    ['errors below the objective', [at(0, 10, side(200, 9), side(760))], 'promote-step'],
    ['few errors decide nothing', [at(0, 10, side(40, 4), side(760))], 'promote-step'],
    ['a canary far worse than a failing baseline', [at(0, 10, side(40, 40), side(760, 60))], 'rollback'],
    ['a canary worse than a baseline within its objective', [at(0, 10, side(40, 40), side(760, 30))], 'rollback'],
    ['latency on the two sides of one bound', [at(0, 10, side(40, 0, 1), side(760, 0, 0))], 'promote-step'],
    ['both versions fail', [at(0, 10, side(40, 20), side(760, 380))], 'shared-incident'],
    ['latency times three', [at(0, 10, side(40, 0, 2), side(760, 0, 0))], 'rollback'],
    ['p95 above the objective', [at(0, 10, side(40, 0, 4), side(760, 0, 3))], 'promote-step'],
    ['p95 above a tighter objective', [at(0, 10, side(40, 0, 3), side(760, 0, 2))], 'rollback', { latencyP95: 0.5 }],
    ['latency in the warm-up is no evidence', [at(0, 10, side(40, 0, 2), side(760))], 'promote-step', { warmUp: 60 }],
    ['errors in the warm-up are', [at(0, 10, side(40, 20, 2), side(760))], 'rollback', { warmUp: 60 }],
    ['one unreadable side is no reason yet', [good(0, 10), at(10, 15, null, side(700))], 'continue'],
    [
      'a canary that cannot be read three times in 15 s is dead',
      [good(0, 5), at(5, 10, null, side(700)), at(10, 15, null, side(700)), at(15, 20, null, side(700))],
      'dead-canary',
    ],
    [
      'nothing readable is the backend',
      [good(0, 5), at(5, 10, null, null), at(10, 15, null, null), at(15, 20, null, null)],
      'backend-unavailable',
    ],
    ['after the deadline it is inconclusive', [at(0, 301, side(3), side(700))], 'inconclusive'],
    ['after the deadline harm is still harm', [at(0, 301, side(100, 90), side(700))], 'rollback'],
    [
      'another weight begins its counts again',
      [good(0, 5), good(5, 10), at(10, 11, side(20), side(20), 50)],
      'insufficient-data',
    ],
    [
      'at 100 % it compares with the baseline before',
      [at(0, 10, side(300), side(300), 50), at(10, 15, side(500, 0, 2), side(0), 100)],
      'rollback',
    ],
    ['a transition is not judged', [{ ...at(0, 10, side(900, 900), side(100)), transition: true }], 'continue'],
    [
      'history is not judged',
      [at(-10, -5, side(0), side(900, 900), 0), at(0, 10, side(40), side(400))],
      'promote-step',
    ],
  ];
  for (const [name, lines, expected, changes] of cases) {
    it(name, () => {
      expect(decisionsOf(lines, changes).at(-1)).toBe(expected);
    });
  }

  it('does not count the time at a gate against the deadline', () => {
    const waited = [good(0, 10), ...Array.from({ length: 60 }, (_, index) => good(10 + 10 * index, 20 + 10 * index))];
    const after = [at(610, 615, side(20), side(20), 50), at(615, 625, side(40), side(40), 50)];
    const decided = decisionsOf([...waited, ...after]);
    expect(decided.slice(0, waited.length)).toEqual(waited.map(() => 'promote-step'));
    expect(decided.slice(-2)).toEqual(['insufficient-data', 'promote-step']);
    expect(decisionsOf([...waited, at(610, 895, side(3), side(20), 50)]).at(-1)).toBe('insufficient-data');
    expect(decisionsOf([...waited, at(610, 915, side(3), side(20), 50)]).at(-1)).toBe('inconclusive');
  });

  it('resumes from its state as JSON', () => {
    const lines = [at(0, 5, side(20), side(380)), at(5, 10, side(20), side(380)), at(10, 15, side(40, 30), side(380))];
    let [whole, resumed] = [beginJudging(settings), beginJudging(settings)];
    for (const line of lines) {
      const straight = step(whole, line);
      const again = step(JSON.parse(JSON.stringify(resumed)), line);
      expect(again.decision).toEqual(straight.decision);
      [whole, resumed] = [straight.state, again.state];
    }
  });
});
