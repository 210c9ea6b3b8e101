/** What other canary tools answer wrongly, and the plain cases that any judge must answer. */
import { describe, expect, it } from '@jest/globals';
import type { DecisionKind, Observation } from '../../../../shared/release/evidence.ts';
import type { JudgeSettings } from '../../../../shared/release/judge/judge.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { at, endless, first, flow, history, judge, side, usual } from './worlds.ts';

/** One line a minute at 50 %, with so many errors of the canary and requests of the baseline. */
function byMinute(errors: readonly number[], requests: number, baseline = requests, weight = 50): Observation[] {
  return errors.map((bad, index) => at(60 * index, 60 * index + 60, weight, side(requests, bad), side(baseline)));
}

/** Errors of the baseline, none of the canary. */
const onlyBaseline = (bad: number) => [
  ...history({ bad }),
  ...flow({ from: 0, to: 300, weight: 5, bad, canaryBad: 0 }),
];
const hung = (minutes: number) =>
  Array.from({ length: 10 }, (_, index) =>
    at(60 * index, 60 * index + 60, 50, side(100, 0, index < minutes ? endless : usual), side(100)),
  );
const clean = history({ bad: 0, rps: 4 });
const busy = history({ bad: 0.0001 });

type Case = readonly [
  name: string,
  lines: readonly Observation[],
  expected: readonly DecisionKind[],
  never: readonly DecisionKind[],
  changes?: Partial<JudgeSettings>,
];

describe('the judge', () => {
  const cases: readonly Case[] = [
    [
      '4 errors in 600 against none in 600 prove nothing, and pass nothing',
      [...clean, ...byMinute([0, 1, 2, 1, 0, 0], 100)],
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    [
      'the same 4 against none in 11,400 are not passed',
      [...busy, ...byMinute([0, 1, 2, 1, 0, 0], 100, 1900, 5)],
      [],
      ['promote-step'],
    ],
    [
      'ten times as many against none in 11,400 are harm',
      [...busy, ...byMinute([0, 10, 20, 10, 0, 0], 100, 1900, 5)],
      ['rollback'],
      ['promote-step'],
    ],
    [
      'no errors in 600 are not safe for all traffic',
      [...clean, ...byMinute([0, 0, 0, 0, 0, 0], 100)],
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    ['seven of ten minutes without an answer in time', [...clean, ...hung(7)], ['rollback'], ['promote-step']],
    ['every minute without an answer in time', [...clean, ...hung(10)], ['rollback'], ['promote-step']],
    [
      'zero requests of both are no pass, and no ratio',
      [...history(), ...flow({ from: 0, to: 600, weight: 5, rps: 0 })],
      ['insufficient-data'],
      ['rollback', 'promote-step'],
    ],
    [
      'a baseline without requests is no pass',
      [...history(), ...byMinute([0, 0, 0, 0, 0, 0], 500, 0)],
      [],
      ['rollback', 'promote-step'],
    ],
    [
      'a canary without requests is no pass',
      [...history(), ...byMinute([0, 0, 0, 0, 0, 0], 0, 5000, 5)],
      ['continue'],
      ['rollback', 'promote-step'],
    ],
    [
      'a canary without requests may roll back, when the plan says so',
      [...history(), ...byMinute([0, 0], 0, 5000, 5)],
      ['rollback'],
      ['promote-step'],
      { noData: 'rollback' },
    ],
    [
      'one reading is too little, however large',
      [at(0, 60, 5, side(5000), side(95_000))],
      ['insufficient-data'],
      ['promote-step', 'rollback'],
    ],
    [
      'one reading of errors alone rolls nothing back',
      [...history(), at(0, 5, 5, side(25, 25), side(475))],
      [],
      ['rollback', 'promote-step'],
    ],
    ['errors of the baseline alone, below the objective', onlyBaseline(0.03), ['promote-step'], ['rollback']],
    ['errors of the baseline alone, beyond it', onlyBaseline(0.3), ['shared-incident'], ['rollback', 'promote-step']],
    ['all of the baseline fails', onlyBaseline(1), ['shared-incident'], ['rollback', 'promote-step']],
    [
      'a slow baseline alone',
      [...history(), ...flow({ from: 0, to: 300, weight: 5, law: endless, canaryLaw: usual })],
      ['shared-incident'],
      ['rollback', 'promote-step'],
    ],
    [
      'as good as the baseline',
      [...history(), ...flow({ from: 0, to: 300, weight: 5 })],
      ['promote-step'],
      ['rollback'],
    ],
    [
      'errors ten times as often',
      [...history({ bad: 0.01 }), ...flow({ from: 0, to: 300, weight: 5, bad: 0.01, canaryBad: 0.1 })],
      ['rollback'],
      ['promote-step'],
    ],
    [
      'latencies twice as long',
      [
        ...history(),
        ...flow({ from: 0, to: 300, weight: 5, canaryLaw: [0.1, 0.3, 0.65, 0.88, 0.94, 0.985, 0.998, 1] }),
      ],
      ['rollback'],
      ['promote-step'],
    ],
    [
      'a little faster, and fewer errors',
      [...history({ bad: 0.01 }), ...flow({ from: 0, to: 300, weight: 5, bad: 0.01, canaryBad: 0.005 })],
      ['promote-step'],
      ['rollback'],
    ],
    [
      '20 % more errors at any number of requests',
      [
        ...history({ bad: 0.01, rps: 1e6 }),
        ...flow({ from: 0, to: 300, weight: 5, rps: 1e6, bad: 0.01, canaryBad: 0.012 }),
      ],
      ['promote-step'],
      ['rollback'],
    ],
  ];
  for (const [name, lines, expected, never, changes] of cases) {
    it(name, () => {
      const { kinds } = judge(lines, changes);
      for (const kind of expected) expect(kinds).toContain(kind);
      for (const kind of never) expect(kinds).not.toContain(kind);
    });
  }

  it('has no word for promotion where errors prove nothing yet', () => {
    const { state, decisions } = judge([...clean, ...byMinute([0, 1, 2, 1, 0, 0], 100)]);
    expect(lastWord(state).verdict).toBe('inconclusive');
    expect(decisions.at(-1)?.detail).toMatchObject({ canaryErrors: 4, canaryRequests: 600, baselineErrors: 0 });
    expect(decisions.at(-1)?.detail['odds']).toBeGreaterThan(1);
  });

  it('names what it rolls back for', () => {
    const errors = judge([
      ...history({ bad: 0.01 }),
      ...flow({ from: 0, to: 60, weight: 5, bad: 0.01, canaryBad: 0.5 }),
    ]);
    const latency = judge([...history(), ...flow({ from: 0, to: 60, weight: 5, canaryLaw: endless })]);
    const named = [errors, latency].map(({ decisions }) => decisions.find(({ decision }) => decision === 'rollback'));
    expect(named.map((decision) => decision?.detail['metric'])).toEqual(['errors', 'latency']);
    expect(named[0]?.reason).toContain(': 1 against "no worse than the baseline"');
  });

  it('rolls back for the canary what it does not for the baseline', () => {
    const same = { from: 0, to: 60, weight: 50 };
    expect(first(judge([...history(), ...flow({ ...same, bad: 0.001, canaryBad: 0.4 })]), 'rollback')).toBeDefined();
    expect(first(judge([...history(), ...flow({ ...same, bad: 0.4, canaryBad: 0.001 })]), 'rollback')).toBeUndefined();
  });
});
