/** What cannot be read, what both versions suffer, and what comes early or late. */

import { describe, expect, it } from '@jest/globals';
import type { DecisionKind, Observation, Side } from '../../../../shared/release/evidence.ts';
import { noHarm } from '../../../../shared/release/judge/harm.ts';
import type { JudgeSettings } from '../../../../shared/release/judge/judge.ts';
import { at, endless, flow, history, judge, side, usual } from './worlds.ts';

type Sides = readonly [canary: Side | null, baseline: Side | null];
const good = (): Sides => [side(25), side(475)];
const dead = (): Sides => [null, side(475)];
const blind = (): Sides => [null, null];
const alone = (): Sides => [side(25), null];

/** Readings every so many seconds after a history. */
function read(sides: readonly Sides[], every = 5, begin = 0): Observation[] {
  return sides.map(([canary, baseline], index) => {
    const from = begin + every * index;
    return at(from, from + every, 5, canary, baseline);
  });
}

type Case = readonly [
  name: string,
  lines: readonly Observation[],
  last: DecisionKind,
  changes?: Partial<JudgeSettings>,
];

describe('a side that cannot be read', () => {
  const cases: readonly Case[] = [
    ['two readings are no death', read([good(), dead(), dead()], 60), 'continue'],
    ['three within 14 s are none', [...read([good()]), ...read([dead(), dead(), dead()], 4.6, 5)], 'continue'],
    ['three in 15 s are one', read([good(), dead(), dead(), dead()]), 'dead-canary'],
    ['from the first reading on', read([dead(), dead(), dead()]), 'dead-canary'],
    ['a canary that came back is alive', read([dead(), dead(), good(), dead(), dead()]), 'continue'],
    ['a backend that fails meanwhile does not revive it', read([dead(), dead(), blind(), dead()]), 'dead-canary'],
    ['a reading of no requests is a reading', read([dead(), dead(), [side(0), side(475)], dead()]), 'continue'],
    ['nothing readable is the backend', read([good(), blind(), blind(), blind()]), 'backend-unavailable'],
    ['which is no reason for long', read([good(), blind(), blind()], 60), 'continue'],
    ['and may roll back, when the plan says so', read([blind(), blind(), blind()]), 'rollback', { noData: 'rollback' }],
    [
      'a baseline that cannot be read is not the canary',
      read([good(), alone(), alone(), alone(), alone()]),
      'continue',
    ],
    ['both come back', read([good(), good(), blind(), blind(), blind(), good(), good()]), 'continue'],
    ['and then it can pass', read([...Array(3).fill(blind()), ...Array(60).fill(good())]), 'promote-step'],
    ['after the deadline it is inconclusive', read(Array(41).fill(blind()), 10), 'inconclusive', { deadline: 400 }],
  ];
  for (const [name, lines, last, changes] of cases) {
    it(name, () => {
      expect(judge([...history(), ...lines], changes).kinds.at(-1)).toBe(last);
    });
  }

  it('never promotes where nothing but silence was read', () => {
    for (const sides of [blind(), alone(), [side(0), null] as const, [side(0), side(0)] as const]) {
      expect(judge([...history(), ...read(Array(100).fill(sides))]).kinds).not.toContain('promote-step');
    }
  });

  it('does not spend the dwell', () => {
    const lines = read([...Array(3).fill(good()), ...Array(6).fill(blind()), good()]);
    const { decisions } = judge([...history({ rps: 1000 }), ...lines]);
    expect(decisions.at(-1)?.reason).toContain('20 of 30 s at 5 %');
  });
});

describe('an outage of both', () => {
  const calm = { rps: 100, bad: 0.002 };
  const outage = { bad: 0.4, law: endless };
  const around = (weight: number) => [
    ...history(calm),
    ...flow({ ...calm, from: 0, to: 20, weight }),
    ...flow({ ...calm, ...outage, from: 20, to: 200, weight }),
    ...flow({ ...calm, from: 200, to: 1500, weight }),
  ];
  for (const weight of [5, 50]) {
    it(`at ${weight} % rolls nothing back and promotes nothing while it lasts`, () => {
      const { kinds } = judge(around(weight));
      expect(kinds).not.toContain('rollback');
      expect(kinds.slice(5, 40)).toEqual(Array(35).fill('shared-incident'));
    });

    it(`at ${weight} % does not keep a good canary from passing when it is over`, () => {
      expect(judge(around(weight)).kinds.at(-1)).toBe('promote-step');
    });
  }

  it('does not hide a canary that is worse still', () => {
    const { kinds } = judge([
      ...history(calm),
      ...flow({ ...calm, from: 0, to: 120, weight: 5, bad: 0.1, canaryBad: 0.9 }),
    ]);
    expect(kinds).toContain('rollback');
  });

  it('at the very start is no fault of the canary', () => {
    const { kinds } = judge([...history(calm), ...flow({ ...calm, ...outage, from: 0, to: 120, weight: 5 })]);
    expect(new Set(kinds.slice(2))).toEqual(new Set(['shared-incident']));
  });
});

describe('time', () => {
  const quiet = { rps: 100, bad: 0.01 };
  const slow = [0, 0.1, 0.4, 0.7, 0.85, 0.93, 0.97, 1];
  const cases: readonly Case[] = [
    [
      'ends at the deadline',
      [...history({ rps: 0.2 }), ...flow({ rps: 0.2, from: 0, to: 1805, weight: 5 })],
      'inconclusive',
    ],
    [
      'does not excuse harm after the deadline',
      [...history(quiet), ...flow({ ...quiet, from: 0, to: 60, weight: 5, canaryBad: 0.8 })],
      'rollback',
      { deadline: 10 },
    ],
    [
      'does not excuse a fault that comes late',
      [
        ...history(quiet),
        ...flow({ ...quiet, from: 0, to: 1200, weight: 5 }),
        ...flow({ ...quiet, from: 1200, to: 1320, weight: 5, canaryBad: 0.3 }),
      ],
      'rollback',
    ],
    [
      'does not excuse a slowness that comes late',
      [
        ...history(quiet),
        ...flow({ ...quiet, from: 0, to: 1200, weight: 5 }),
        ...flow({ ...quiet, from: 1200, to: 1320, weight: 5, canaryLaw: slow }),
      ],
      'rollback',
    ],
    [
      'does not excuse errors in the warm-up',
      [...history(quiet), ...flow({ ...quiet, from: 0, to: 60, weight: 5, canaryBad: 0.5 })],
      'rollback',
      { warmUp: 60 },
    ],
  ];
  for (const [name, lines, last, changes] of cases) {
    it(name, () => {
      expect(judge(lines, changes).kinds.at(-1)).toBe(last);
    });
  }

  it('excuses latency in the warm-up, for rollback and for promotion', () => {
    const warm = (weight: number) => [
      ...flow({ ...quiet, from: 0, to: 45, weight, canaryLaw: endless }),
      ...flow({ ...quiet, from: 45, to: 60, weight }),
    ];
    const { kinds, state } = judge([...history(quiet), ...warm(50)], { warmUp: 60 });
    expect(kinds).not.toContain('rollback');
    expect(kinds).not.toContain('promote-step');
    expect(state.safe.every(({ latency }) => Math.abs(noHarm(latency)) < 1e-12)).toBe(true);
    expect(judge([...history(quiet), ...warm(50)]).kinds).toContain('rollback');
  });

  it('of the warm-up is not judged in a stratum that ends after it either', () => {
    const lines = [
      ...flow({ from: 0, to: 60, weight: 5, every: 30, rps: 0.6, canaryLaw: endless }),
      ...flow({ from: 60, to: 90, weight: 5, every: 30, rps: 0.6, law: usual }),
    ];
    const { state } = judge([...history(), ...lines], { warmUp: 60 });
    expect(state.stage.strata).toBe(1);
    expect(state.harm.latency.base).toEqual([]);
  });

  it('at a gate is not counted against the deadline', () => {
    const passed = [...history({ rps: 1000 }), ...flow({ rps: 1000, from: 0, to: 900, weight: 5 })];
    const next = flow({ rps: 0, from: 900, to: 1250, weight: 25 });
    const { kinds } = judge([...passed, ...next], { deadline: 300 });
    const begun = kinds.indexOf('promote-step');
    expect(new Set(kinds.slice(begun, 180))).toEqual(new Set(['promote-step']));
    expect(kinds[180 + 40]).toBe('insufficient-data');
    expect(kinds.at(-1)).toBe('inconclusive');
  });
});
