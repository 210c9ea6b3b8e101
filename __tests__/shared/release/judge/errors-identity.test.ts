/** E[e] <= 1 for failed requests, of both sides and of one alone, by enumeration of every outcome. */
import { describe, expect, it } from '@jest/globals';
import { errorGrowth, logE, ratios } from '../../../../shared/release/judge/errors.ts';
import { guardGrowth, rareGrowth } from '../../../../shared/release/judge/guard.ts';
import { tempered } from '../../../../shared/release/judge/view.ts';
import { binomial, overBoth, poisson } from './enumeration.ts';

const slack = 1e-9;
const sizes: readonly (readonly [canary: number, baseline: number])[] = [
  [1, 1],
  [1, 6],
  [2, 3],
  [3, 3],
  [5, 1],
  [6, 5],
  [2, 12],
];
const baselines = [0, 0.001, 0.01, 0.1, 0.5, 0.9, 1];
const parts = [0, 0.3, 0.9, 1];

/** The highest expectation of each alternative over every law under which the canary is no worse. */
function worst(growth: (canary: number, canaryBad: number, baseline: number, baselineBad: number) => number): number {
  let highest = 0;
  for (const [n, m] of sizes) {
    for (const theirs of baselines) {
      for (const part of parts) {
        const mean = overBoth([n, m], [theirs * part, theirs], (bad, other) => Math.exp(growth(n, bad, m, other)));
        highest = Math.max(highest, mean);
      }
    }
  }
  return highest;
}

describe('a bet on failed requests', () => {
  const guesses = [0.00001, 0.001, 0.02, 0.3, 0.85, 0.95];
  for (const [index, ratio] of ratios.entries()) {
    for (const guess of guesses) {
      it(`on ${ratio} times ${guess} expects no gain when the canary is no worse`, () => {
        const gain = (canary: number, canaryBad: number, baseline: number, baselineBad: number) =>
          errorGrowth({ canary, canaryBad, baseline, baselineBad }, guess)[index] ?? Number.NaN;
        expect(worst(gain)).toBeLessThanOrEqual(1 + slack);
      });
    }
  }

  const likelihoods: readonly (readonly [bad: number, good: number])[] = [
    [1.01, 0.99],
    [3, 1],
    [50, 0.02],
    [1, 0.1],
    [4, 3],
    [1e4, 1e-4],
  ];
  for (const [bad, good] of likelihoods) {
    it(`with likelihood ratios ${bad} and ${good} expects no gain`, () => {
      const gain = (canary: number, canaryBad: number, baseline: number, baselineBad: number) =>
        logE({ canary, canaryBad, baseline, baselineBad }, bad, good);
      expect(worst(gain)).toBeLessThanOrEqual(1 + slack);
      expect(worst((...counts) => gain(...counts) / 2.3)).toBeLessThanOrEqual(1 + slack);
    });
  }

  it('would gain when likelihood ratios fell with badness, so that the bound is no accident', () => {
    const turned = (canary: number, canaryBad: number, baseline: number, baselineBad: number) =>
      logE({ canary, canaryBad, baseline, baselineBad }, 0.2, 3);
    expect(worst(turned)).toBeGreaterThan(1.05);
  });

  for (const [index, ratio] of ratios.entries()) {
    for (const theirs of [0.001, 0.01, 0.02]) {
      it(`expects to gain where the canary fails ${ratio} times as often as ${theirs}`, () => {
        const mine = Math.min(0.9, ratio * theirs);
        const ln = overBoth([20, 380], [mine, theirs], (canaryBad, baselineBad) => {
          const trial = { canary: 20, canaryBad, baseline: 380, baselineBad };
          return errorGrowth(trial, theirs)[index] ?? Number.NaN;
        });
        expect(ln).toBeGreaterThan(0);
      });
    }
  }

  it('says nothing where one side had no requests', () => {
    expect(logE({ canary: 0, canaryBad: 0, baseline: 9, baselineBad: 4 }, 5, 0.5)).toBe(0);
    expect(logE({ canary: 9, canaryBad: 9, baseline: 0, baselineBad: 0 }, 5, 0.5)).toBe(0);
  });
});

describe('a bet on one side alone', () => {
  for (const limit of [0.001, 0.01, 0.05, 0.25, 0.7, 0.949]) {
    it(`expects no gain while at most ${limit} fail`, () => {
      for (const n of [1, 2, 7, 25]) {
        for (const rate of [0, limit / 3, limit * 0.99, limit]) {
          const means = [0, 1, 2, 3].map((at) => {
            const gain = (bad: number) => Math.exp(guardGrowth(n, bad, limit)[at] ?? Number.NaN);
            return binomial(n, rate).reduce((sum, chance, bad) => sum + chance * gain(bad), 0);
          });
          expect(Math.max(...means)).toBeLessThanOrEqual(1 + slack);
        }
      }
    });
  }

  for (const limit of [0.01, 0.05, 0.25]) {
    it(`expects to gain where three times ${limit} fail`, () => {
      const n = 30;
      const means = [0, 1, 2, 3].map((at) =>
        binomial(n, limit * 3).reduce((sum, chance, bad) => sum + chance * (guardGrowth(n, bad, limit)[at] ?? 0), 0),
      );
      expect(Math.max(...means)).toBeGreaterThan(0);
    });
  }

  for (const [name, limit] of [
    ['an objective of 0 %', 0],
    ['an objective of 100 %', 1],
    ['an objective of 97 %', 0.97],
  ] as const) {
    it(`bets nothing against ${name}`, () => {
      expect(guardGrowth(50, 50, limit).every((growth) => growth === 0)).toBe(true);
    });
  }
});

describe('a bet on rare events', () => {
  for (const limit of [0.0005, 0.01, 0.2, 3]) {
    it(`expects no gain while at most ${limit} a request happen`, () => {
      for (const n of [1, 4, 12]) {
        for (const part of [0.2, 0.8, 1]) {
          const chances = poisson(n * limit * part, 400);
          const means = ratios.map((_, index) => {
            const gain = (bad: number) => Math.exp(rareGrowth(n, bad, limit, ratios)[index] ?? Number.NaN);
            return chances.reduce((sum, chance, bad) => (chance === 0 ? sum : sum + chance * gain(bad)), 0);
          });
          expect(Math.max(...means)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }
    });
  }

  it('holds for requests that fail or not as well', () => {
    for (const limit of [0.001, 0.05, 0.4, 1]) {
      const means = ratios.map((_, index) =>
        binomial(9, limit).reduce(
          (sum, chance, bad) => sum + chance * Math.exp(rareGrowth(9, bad, limit, ratios)[index] ?? Number.NaN),
          0,
        ),
      );
      expect(Math.max(...means)).toBeLessThanOrEqual(1 + slack);
    }
  });

  it('expects to gain where they happen seven times as often', () => {
    const gains = ratios.map((_, index) =>
      poisson(7, 200).reduce((sum, chance, bad) => sum + chance * (rareGrowth(100, bad, 0.01, ratios)[index] ?? 0), 0),
    );
    expect(Math.max(...gains)).toBeGreaterThan(1);
  });
});

describe('tempering', () => {
  it('keeps the expectation at most 1', () => {
    for (const factor of [1, 1.5, 2, 17]) {
      const gain = (canary: number, canaryBad: number, baseline: number, baselineBad: number) =>
        Math.max(...tempered([logE({ canary, canaryBad, baseline, baselineBad }, 7, 0.94)], factor));
      expect(worst(gain)).toBeLessThanOrEqual(1 + slack);
    }
  });
});
