/** The judge as a whole is a fair bet: its odds, as `step` keeps them, over every course that a small canary can take. */
import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../../shared/release/evidence.ts';
import { firstBets, noHarm } from '../../../../shared/release/judge/harm.ts';
import { beginJudging, type JudgeSettings, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { bet, burn, unstaked, wealth } from '../../../../shared/release/judge/mix.ts';
import { odds } from '../../../../shared/release/judge/odds.ts';
import { dueStake } from '../../../../shared/release/judge/schedule.ts';
import { binomial } from './enumeration.ts';
import { at, history, settings, side } from './worlds.ts';

/** Half of the traffic each, so that four requests are a stratum; no latencies. */
const small: JudgeSettings = {
  ...settings,
  bounds: [],
  steps: [{ weight: 50, dwell: 0 }],
  errorRate: 0.9,
  harmBudget: 0.3,
};

function taught(lines: readonly Observation[]): JudgeState {
  return lines.reduce((state, line) => step(state, line).state, beginJudging(small));
}

const bare = (errors: number) => ({ ...side(2, errors), buckets: [] });

/** Expectation of `value` after so many readings of two requests each; `stop` ends a course early. */
function expected(
  begin: JudgeState,
  [mine, theirs]: readonly [number, number],
  readings: number,
  value: (state: JudgeState) => number,
  stop: (state: JudgeState) => boolean = () => false,
): number {
  const [here, there] = [binomial(2, mine), binomial(2, theirs)];
  const from = (state: JudgeState, t: number): number => {
    if (t === 5 * readings || (t > 0 && stop(state))) return value(state);
    let sum = 0;
    for (const [bad, chance] of here.entries()) {
      for (const [otherBad, other] of there.entries()) {
        if (chance * other === 0) continue;
        sum += chance * other * from(step(state, at(t, t + 5, 50, bare(bad), bare(otherBad))).state, t + 5);
      }
    }
    return sum;
  };
  return from(begin, 0);
}

const against = (state: JudgeState) => Math.exp(odds(state.harm, state.settings));
const safe = (state: JudgeState) => Math.exp(noHarm(state.safe.at(-1)?.errors ?? firstBets));
const even = (errors: number) =>
  history({ rps: 8, bad: errors }).map((line) => ({ ...line, canary: null, baseline: line.baseline }));

const starts: readonly (readonly [name: string, lines: readonly Observation[]])[] = [
  ['without history', []],
  ['after a history of 1 % errors', even(0.01)],
  ['after a history of 30 % errors', even(0.3)],
];

describe('the odds', () => {
  for (const [name, lines] of starts) {
    const begin = taught(lines);
    for (const [mine, theirs] of [
      [0.02, 0.02],
      [0.3, 0.3],
      [0.6, 0.6],
      [0.1, 0.5],
    ] as const) {
      it(`${name}: expect no gain of ${mine} against ${theirs}, whenever one stops`, () => {
        for (const readings of [1, 2]) {
          expect(expected(begin, [mine, theirs], readings, against)).toBeLessThanOrEqual(1 + 1e-9);
        }
        const high = (state: JudgeState) => against(state) >= 1.2;
        expect(expected(begin, [mine, theirs], 3, against, high)).toBeLessThanOrEqual(1 + 1e-9);
      });
    }

    it(`${name}: expect to gain where the canary fails far more often`, () => {
      const ln = (state: JudgeState) => odds(state.harm, state.settings);
      expect(expected(begin, [0.9, 0.02], 3, ln)).toBeGreaterThan(0.5);
    });

    it(`${name}: of safety expect no gain under harm, and some without`, () => {
      for (const theirs of [0.02, 0.3, 0.6]) {
        expect(expected(begin, [theirs + 0.3, theirs], 3, safe)).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(expected(begin, [0.02, 0.02], 3, (state) => Math.log(safe(state)))).toBeGreaterThan(0);
    });
  }
});

describe('a bet', () => {
  /** Nothing of one reading may move the odds with which the same reading is weighed. */
  it('lies before the cards are turned: a reading does not change the dispersion it is judged with', () => {
    const before = history({ bad: 0.01, from: -585, to: 0 });
    const halves = (first: number, second: number): Observation => {
      const a = { requests: 700, errors: first };
      const b = { requests: 700, errors: second };
      const all = { ...side(1400, first + second), instances: { a, b } };
      return at(0, 15, 5, side(75, 1), all);
    };
    const even = step(taught(before), halves(7, 7)).state;
    const sick = step(taught(before), halves(350, 7)).state;
    expect(sick.dispersion).toEqual(even.dispersion);
  });

  const growths: readonly (readonly [name: string, high: number, chance: number])[] = [
    ['small steps', 1.5, 0.5],
    ['jumps far beyond the cap', 5000, 1 / 5000],
    ['jumps up to the cap', 12, 1 / 12],
  ];
  for (const [name, high, chance] of growths) {
    for (const block of [0, 12, 60]) {
      it(`grows by ${name} as a fair game at most, in blocks of ${block} s`, () => {
        const low = (1 - chance * high) / (1 - chance);
        const from = (mix: typeof unstaked, t: number): number => {
          if (t === 30) return Math.exp(wealth(mix));
          const next = (growth: number) =>
            from(
              bet(mix, {
                t: t + 5,
                block,
                cap: Math.log(10),
                due: dueStake(t * 20, 600, t > 12 ? 1 : 0),
                prior: [0.25, 0.75],
                growth: [Math.log(growth), Math.log(growth) / 2],
              }),
              t + 5,
            );
          return chance * next(high) + (1 - chance) * next(Math.max(low, 1e-9));
        };
        expect(from(unstaked, 0)).toBeLessThanOrEqual(1 + 1e-6);
      });
    }
  }

  it('grows by no more than its cap in one block, however much it saw', () => {
    const one = { t: 5, block: 30, cap: Math.log(10), due: 1, prior: [1], growth: [50] };
    const opened = bet(unstaked, one);
    expect(wealth(opened)).toBeCloseTo(Math.log(10), 9);
    expect(wealth(bet(opened, { ...one, t: 20 }))).toBeCloseTo(Math.log(10), 9);
    expect(wealth(bet(opened, { ...one, t: 40 }))).toBeCloseTo(Math.log(100), 9);
  });

  it('is never worth more after it was burnt', () => {
    for (const growth of [-3, 0, 0.5, 7]) {
      const mix = bet(unstaked, { t: 5, block: 0, cap: 3, due: 0.8, prior: [0.5, 0.5], growth: [growth, -growth] });
      const burnt = burn(mix, [0.5, 0.5]);
      expect(wealth(burnt)).toBeLessThanOrEqual(Math.min(0, wealth(mix)) + 1e-12);
    }
  });

  it('has all of its stake by the deadline and never more', () => {
    let last = 0;
    for (const t of [0, 1, 59, 60, 61, 900, 1800, 1e6]) {
      const due = dueStake(t, 1800, t > 900 ? 3 : 0);
      expect(due).toBeGreaterThanOrEqual(last);
      last = due;
    }
    expect(last).toBeCloseTo(1, 12);
    expect(dueStake(10, 30, 9)).toBeLessThanOrEqual(1 + 1e-12);
  });
});
