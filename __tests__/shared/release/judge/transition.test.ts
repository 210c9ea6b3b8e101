/** While the split has not converged nothing is decided on counts, and nothing of it is left over. */
import { describe, expect, it } from '@jest/globals';
import type { Observation, Side } from '../../../../shared/release/evidence.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { endless, first, flow, history, judge, usual } from './worlds.ts';

const before = history({ bad: 0.002 });
const during = (lines: readonly Observation[]) => lines.map((line): Observation => ({ ...line, transition: true }));
const from = (to: number, begin = 0) => flow({ from: begin, to, weight: 5, bad: 0.002 });
const broken = (to: number, begin = 0) => flow({ from: begin, to, weight: 5, canaryBad: 1, canaryLaw: endless });

describe('a split that has not converged', () => {
  it('rolls nothing back, however much fails', () => {
    const { kinds, state } = judge([...before, ...during(broken(60))]);
    expect(new Set(kinds.slice(0, -1))).toEqual(new Set(['continue']));
    expect([state.stage.strata, state.stage.canary.requests]).toEqual([0, 0]);
    expect(state.served).toBe(300);
  });

  it('passes nothing, however good it looks', () => {
    const { kinds, state } = judge([...before, ...during(flow({ from: 0, to: 300, weight: 5, rps: 10_000 }))]);
    expect(new Set(kinds)).toEqual(new Set(['continue', 'split-unsettled']));
    expect(lastWord(state).verdict).toBe('inconclusive');
  });

  it('does not excuse a canary that goes on failing when it has converged', () => {
    expect(first(judge([...before, ...during(broken(30)), ...broken(90, 30)]), 'rollback')).toBeLessThanOrEqual(45);
  });

  it('leaves no suspicion of what failed meanwhile', () => {
    const calm = judge([...before, ...during(from(30)), ...from(330, 30)]);
    const failed = judge([...before, ...during(broken(30)), ...from(330, 30)]);
    expect(failed.state.harm).toEqual(calm.state.harm);
    expect(failed.kinds).toEqual(calm.kinds);
    expect(calm.kinds).toContain('promote-step');
  });

  it('does not stop the deadline', () => {
    expect(judge([...before, ...during(from(45))], { deadline: 30 }).kinds.at(-1)).toBe('inconclusive');
  });

  it('is a verdict of its own after a minute without a line that shows it', () => {
    const { kinds } = judge([...before, ...during(from(90))]);
    expect(kinds.indexOf('split-unsettled')).toBe(11);
    expect(judge([...before, ...during(from(55)), ...from(60, 55), ...during(from(30, 115))]).kinds).not.toContain(
      'split-unsettled',
    );
  });

  it('does not hide that the canary cannot be read', () => {
    const silent = during(from(15).map((line) => ({ ...line, canary: null })));
    expect(judge([...before, ...silent]).kinds.at(-1)).toBe('dead-canary');
  });
});

describe('a metric that is missing everywhere', () => {
  const none = { requests: 0, errors: 0, buckets: [] };
  const bare = (side: Side | null) => side && { ...side, errors: 0, buckets: [] };
  const cases: readonly (readonly [name: string, lines: readonly Observation[]])[] = [
    [
      'latency, and every count of errors',
      from(600).map((line) => ({ ...line, canary: bare(line.canary), baseline: bare(line.baseline) })),
    ],
    ['requests of both', from(600).map((line) => ({ ...line, canary: none, baseline: none }))],
    ['all of both', from(600).map((line) => ({ ...line, canary: null, baseline: null }))],
    [
      'all but the latency',
      from(600).map((line) => ({ ...line, canary: { ...none, buckets: [9, 0, 0, 0, 0, 0, 0, 0] }, baseline: none })),
    ],
  ];
  for (const [name, lines] of cases) {
    it(`is no pass and no fault: ${name}`, () => {
      for (const known of [before, []]) {
        const { kinds, state } = judge([...known, ...lines]);
        expect(kinds).not.toContain('promote-step');
        expect(kinds).not.toContain('rollback');
        expect(lastWord(state).verdict).toBe('inconclusive');
      }
    });
  }

  it('may come back, and then counts', () => {
    const gone = from(60).map((line) => ({ ...line, canary: bare(line.canary), baseline: bare(line.baseline) }));
    const back = flow({ from: 60, to: 360, weight: 5, bad: 0.002, law: usual });
    expect(judge([...before, ...gone, ...back]).kinds.at(-1)).toBe('promote-step');
  });
});
