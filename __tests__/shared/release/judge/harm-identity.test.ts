/** E[e] <= 1 of the evidence for safety while the canary costs the margin or more, by enumeration, for any pivot. */
import { describe, expect, it } from '@jest/globals';
import { firstBets, harmGrowth, noHarm, pivotAfter, pivotFrom } from '../../../../shared/release/judge/harm.ts';
import { tempered } from '../../../../shared/release/judge/view.ts';
import { overBoth } from './enumeration.ts';

const sizes: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 7],
  [2, 3],
  [4, 4],
  [6, 1],
];
const margins = [0, 0.005, 0.02, 0.1, 0.5, 0.9, 1 - 3e-6];
const pivots = [0, 1e-9, 0.001, 0.05, 0.4, 0.99, 1, 7];

function means(
  [canary, baseline]: readonly [number, number],
  rates: readonly [number, number],
  value: (growth: number) => number,
  { margin, pivot, dispersion = 1 }: { margin: number; pivot: number; dispersion?: number },
): number[] {
  return firstBets.bets.map((_, at) =>
    overBoth([canary, baseline], rates, (canaryBad, baselineBad) => {
      const trial = { canary, canaryBad, baseline, baselineBad };
      return value(tempered(harmGrowth(trial, margin, pivot), dispersion)[at] ?? Number.NaN);
    }),
  );
}

const still = firstBets.bets.map(() => 0);

describe('evidence for safety', () => {
  for (const margin of margins) {
    it(`expects no gain while the canary fails ${margin} more often or worse`, () => {
      let highest = 0;
      for (const size of sizes) {
        for (const theirs of [0, 0.001, 0.03, 0.3, 0.7, 1]) {
          for (const beyond of [0, 0.01, 0.3]) {
            const mine = theirs + margin + beyond;
            if (mine > 1) continue;
            for (const pivot of pivots) {
              for (const dispersion of [1, 2]) {
                const found = means(size, [mine, theirs], Math.exp, { margin, pivot, dispersion });
                highest = Math.max(highest, ...found);
              }
            }
          }
        }
      }
      expect(highest).toBeLessThanOrEqual(1 + 1e-9);
      expect(highest).toBeGreaterThan(0.5);
    });
  }

  for (const [rate, margin] of [
    [0.01, 0.02],
    [0.001, 0.01],
    [0.05, 0.1],
    [0.3, 0.2],
  ] as const) {
    it(`expects to gain where both fail at ${rate} and ${margin} more would be harm`, () => {
      const found = means([10, 190], [rate, rate], (growth) => growth, { margin, pivot: rate });
      expect(Math.max(...found)).toBeGreaterThan(0);
    });
  }

  it('never loses everything, and never says nothing at all, for any pivot', () => {
    for (const margin of margins) {
      for (const pivot of pivots) {
        for (const [canaryBad, baselineBad] of [
          [0, 0],
          [5, 0],
          [0, 9],
          [5, 9],
        ] as const) {
          const found = harmGrowth({ canary: 5, canaryBad, baseline: 9, baselineBad }, margin, pivot);
          expect(found.every(Number.isFinite)).toBe(true);
        }
      }
    }
  });

  it('says nothing where one side had no requests', () => {
    const trial = { canary: 0, canaryBad: 0, baseline: 5, baselineBad: 1 };
    expect(harmGrowth(trial, 0.1, 0.1)).toEqual(still);
    expect(harmGrowth({ ...trial, canary: 5, baseline: 0, baselineBad: 0 }, 0.1, 0.1)).toEqual(still);
  });

  it('averages its bets: even odds before any of them', () => {
    expect(noHarm(firstBets)).toBeCloseTo(0, 12);
  });

  it('lets long history lean less on the pivot than its length', () => {
    const pivot = pivotFrom(1e9, 1e7);
    expect(pivot.bad / pivot.requests).toBeCloseTo(0.01, 12);
    const moved = Array.from({ length: 20 }).reduce<typeof pivot>(
      (known) => pivotAfter(known, { canary: 0, canaryBad: 0, baseline: 5000, baselineBad: 500 }),
      pivot,
    );
    expect(moved.bad / moved.requests).toBeGreaterThan(0.05);
  });
});
