/** Plans at their limits: odd ladders, objectives of nothing and of everything, and latency that nobody measures. */
import { describe, expect, it } from '@jest/globals';
import type { DecisionKind, Observation, Side } from '../../../../shared/release/evidence.ts';
import type { JudgeSettings } from '../../../../shared/release/judge/judge.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { at, buckets, flow, history, judge, settings } from './worlds.ts';

const ladder = (...weights: number[]) => ({ steps: weights.map((weight) => ({ weight, dwell: 30 })) });
const busy = { rps: 1000, bad: 0.002 };
const before = history(busy);
const good = (weight: number, from = 0, to = from + 300) => flow({ ...busy, from, to, weight });
const bad = (weight: number, from = 0, canaryBad = 0.5) => flow({ ...busy, from, to: from + 60, weight, canaryBad });

/** The same lines as another source counts them: with other buckets. */
function counted(lines: readonly Observation[], of: (side: Side) => readonly number[]): Observation[] {
  const side = (given: Side | null) => given && { ...given, buckets: of(given) };
  return lines.map((line) => ({ ...line, canary: side(line.canary), baseline: side(line.baseline) }));
}
const without = (lines: readonly Observation[]) => counted(lines, () => []);
/** Nothing takes longer than the first bound, as only that one is counted. */
const one = (lines: readonly Observation[]) => counted(lines, ({ requests }) => [requests, 0]);
const zeros = (lines: readonly Observation[]) => counted(lines, () => buckets(0));

type Case = readonly [
  name: string,
  lines: readonly Observation[],
  changes: Partial<JudgeSettings>,
  expected: readonly DecisionKind[],
  never: readonly DecisionKind[],
];

describe('a ladder', () => {
  const cases: readonly Case[] = [
    ['of 1, 2, 5 % passes its first step', [...before, ...good(1)], ladder(1, 2, 5), ['promote-step'], ['rollback']],
    ['of 1, 2, 5 % passes its second step', [...before, ...good(2)], ladder(1, 2, 5), ['promote-step'], ['rollback']],
    ['of 1, 2, 5 % passes its last step', [...before, ...good(5)], ladder(1, 2, 5), ['promote-step'], ['rollback']],
    ['of 1, 2, 5 % stops 50 % errors', [...before, ...bad(1)], ladder(1, 2, 5), ['rollback'], ['promote-step']],
    ['of 50 % passes', [...before, ...good(50)], ladder(50), ['promote-step'], ['rollback']],
    ['of 50 % stops 50 % errors', [...before, ...bad(50)], ladder(50), ['rollback'], ['promote-step']],
    [
      'of 100 % has nothing to compare with',
      [...before, ...good(100)],
      ladder(100),
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    ['of 100 % stops 80 % errors', [...before, ...bad(100, 0, 0.8)], ladder(100), ['rollback'], ['promote-step']],
    [
      'of 5, 100 % passes 100 %',
      [...before, ...good(5), ...good(100, 300)],
      ladder(5, 100),
      ['promote-step'],
      ['rollback'],
    ],
    [
      'of 5, 100 % stops errors that begin at 100 %',
      [...before, ...good(5), ...bad(100, 300, 0.03)],
      ladder(5, 100),
      ['rollback'],
      [],
    ],
    ['takes a weight between its steps', [...before, ...good(33)], {}, ['promote-step'], ['rollback']],
    ['takes a weight above its steps', [...before, ...good(90)], {}, ['promote-step'], ['rollback']],
    ['judges a weight below its steps', [...before, ...bad(1)], {}, ['rollback'], ['promote-step']],
    ['judges a weight of less than one percent', [...before, ...bad(0.2)], {}, ['rollback'], ['promote-step']],
    [
      'may go down again, and is judged there',
      [...before, ...good(50), ...bad(5, 300)],
      {},
      ['promote-step', 'rollback'],
      [],
    ],
    [
      'may go down again, and up',
      [...before, ...good(50), ...good(5, 300), ...good(50, 600)],
      {},
      ['promote-step'],
      ['rollback'],
    ],
  ];
  for (const [name, lines, changes, expected, never] of cases) {
    it(name, () => {
      const { kinds } = judge(lines, changes);
      for (const kind of expected) expect(kinds).toContain(kind);
      for (const kind of never) expect(kinds).not.toContain(kind);
    });
  }

  it('waits for the dwell again after a time without any traffic', () => {
    const pause = flow({ ...busy, from: 15, to: 120, weight: 0 });
    const { kinds } = judge([...before, ...good(5, 0, 15), ...pause, ...good(5, 120, 160)]);
    expect(kinds.slice(0, 25)).not.toContain('promote-step');
  });

  it('is never passed below three readings, whatever they held', () => {
    for (const weight of [1, 5, 25, 50, 100]) {
      const { kinds } = judge([...before, ...flow({ ...busy, from: 0, to: 120, weight, every: 60, rps: 1e6 })]);
      expect(kinds).toEqual(['insufficient-data', 'insufficient-data']);
    }
  });
});

describe('latency', () => {
  const cases: readonly Case[] = [
    ['without bounds is not judged', without([...before, ...good(5)]), { bounds: [] }, ['promote-step'], ['rollback']],
    [
      'without bounds leaves the errors',
      without([...before, ...bad(5)]),
      { bounds: [] },
      ['rollback'],
      ['promote-step'],
    ],
    [
      'that has bounds and no buckets never passes',
      without([...before, ...good(5)]),
      {},
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    [
      'that has bounds and no buckets leaves the errors',
      without([...before, ...bad(5)]),
      {},
      ['rollback'],
      ['promote-step'],
    ],
    [
      'of buckets that stay empty never passes',
      zeros([...before, ...good(5)]),
      {},
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    [
      'of buckets that stay empty at 100 % never passes',
      zeros([...before, ...good(50), ...good(100, 300)]),
      {},
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    [
      'of the baseline alone never passes',
      [...before, ...good(5).map((line) => ({ ...line, canary: line.canary && { ...line.canary, buckets: [] } }))],
      {},
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    ['with one bound is judged', one([...before, ...good(5)]), { bounds: [1], latencyP95: 1 }, [], ['rollback']],
    [
      'whose bounds lack the objective is compared',
      [...before, ...good(5)],
      { latencyP95: 30 },
      ['promote-step'],
      ['rollback'],
    ],
    [
      'whose bounds lack the objective is compared, and found slow',
      [...before, ...flow({ ...busy, from: 0, to: 60, weight: 5, canaryLaw: [0, 0, 0, 0, 0, 0, 0.5, 1] })],
      { latencyP95: 30 },
      ['rollback'],
      ['promote-step'],
    ],
  ];
  for (const [name, lines, changes, expected, never] of cases) {
    it(name, () => {
      const { kinds, state } = judge(lines, changes);
      for (const kind of expected) expect(kinds).toContain(kind);
      for (const kind of never) expect(kinds).not.toContain(kind);
      if (never.includes('promote-step')) expect(lastWord(state).verdict).toBe('inconclusive');
    });
  }
});

describe('a limit', () => {
  const clean = { rps: 1000, bad: 0 };
  const cases: readonly Case[] = [
    [
      'of no harm at all is never shown to be kept',
      [...before, ...good(50)],
      { harmBudget: 0 },
      ['continue'],
      ['promote-step', 'rollback'],
    ],
    ['of any harm is kept by definition', [...before, ...good(5)], { harmBudget: 1 }, ['promote-step'], ['rollback']],
    ['of any harm does not allow it', [...before, ...bad(5)], { harmBudget: 1 }, ['rollback'], ['promote-step']],
    [
      'of 0 % errors passes what has none',
      [...history(clean), ...flow({ ...clean, from: 0, to: 300, weight: 5 })],
      { errorRate: 0 },
      ['promote-step'],
      ['rollback'],
    ],
    [
      'of 0 % errors that the baseline misses passes nothing',
      [...before, ...good(5)],
      { errorRate: 0 },
      ['shared-incident'],
      ['rollback', 'promote-step'],
    ],
    [
      'of 0 % errors leaves the comparison',
      [...history(clean), ...flow({ ...clean, from: 0, to: 60, weight: 5, canaryBad: 0.2 })],
      { errorRate: 0 },
      ['rollback'],
      ['promote-step'],
    ],
    ['of 100 % errors leaves the comparison', [...before, ...bad(5)], { errorRate: 1 }, ['rollback'], ['promote-step']],
    ['of 100 % errors passes', [...before, ...good(5)], { errorRate: 1 }, ['promote-step'], ['rollback']],
    [
      'of 0 on false alarms never rolls back',
      [...before, ...bad(5)],
      { alpha: 0 },
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    ['of 100 % on false alarms still judges', [...before, ...bad(5)], { alpha: 1 }, ['rollback'], ['promote-step']],
    [
      'of no time ends at once',
      [...before, ...good(5, 0, 20)],
      { deadline: 0 },
      ['inconclusive'],
      ['rollback', 'promote-step'],
    ],
    [
      'of no dwell still waits for three readings',
      [...before, ...good(5)],
      { steps: [{ weight: 5, dwell: 0 }] },
      ['insufficient-data', 'promote-step'],
      ['rollback'],
    ],
  ];
  for (const [name, lines, changes, expected, never] of cases) {
    it(name, () => {
      const { kinds } = judge(lines, changes);
      for (const kind of expected) expect(kinds).toContain(kind);
      for (const kind of never) expect(kinds).not.toContain(kind);
    });
  }

  it('leaves every number of a decision finite', () => {
    for (const changes of [{ harmBudget: 0 }, { harmBudget: 1 }, { alpha: 0 }, { errorRate: 0 }, { errorRate: 1 }]) {
      for (const lines of [good(5, 0, 30), bad(100), [at(0, 5, 5, null, null)]]) {
        const { decisions } = judge([...before, ...lines], changes);
        const numbers = decisions
          .flatMap(({ detail }) => Object.values(detail))
          .filter((one) => typeof one === 'number');
        expect(numbers.filter((one) => !Number.isFinite(one))).toEqual([]);
      }
    }
  });

  it('on false alarms that is smaller never rolls back sooner', () => {
    const lines = [...before, ...flow({ ...busy, from: 0, to: 600, weight: 5, canaryBad: 0.012 })];
    const found = [0.1, 0.01, 0.001, 1e-9].map((alpha) =>
      judge(lines, { ...settings, alpha }).kinds.indexOf('rollback'),
    );
    expect(found.every((index) => index >= 0)).toBe(true);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });
});
