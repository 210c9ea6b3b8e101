import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criticalCount, shiftInterval } from '../../../../shared/findings/bench/ranks.ts';
import { quantile, upperTail } from '../../../../shared/findings/bench/student.ts';

describe("Student's t", () => {
  /** Printed tables; the last ones have a closed form: tan(pi (1/2 - tail)) for 1, t / sqrt(2 + t^2) for 2. */
  it.each([
    [4, 0.025, 2.776445],
    [9, 0.025, 2.262157],
    [30, 0.025, 2.042272],
    [120, 0.025, 1.97993],
    [4, 0.005, 4.604095],
    [1, 0.025, Math.tan(Math.PI * 0.475)],
    [2, 0.025, 0.95 / Math.sqrt((1 - 0.95 ** 2) / 2)],
    [1e7, 0.025, 1.959964],
  ])('of %d degrees is exceeded with probability %d at %d', (df, tail, expected) => {
    expect(quantile(tail, df)).toBeCloseTo(expected, 5);
  });

  it('has a quantile that turns its tail around, for any degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 0.001, max: 0.499, noNaN: true }),
        (df, tail) => {
          expect(upperTail(quantile(tail, df), df)).toBeCloseTo(tail, 8);
        },
      ),
    );
  });
});

describe('the rank-sum test', () => {
  /** Printed tables of the Mann-Whitney U, one side 2.5 %. */
  it.each([
    [3, 3, -1],
    [4, 4, 0],
    [5, 5, 2],
    [8, 8, 13],
    [10, 10, 23],
    [5, 10, 8],
    [10, 5, 8],
    [20, 20, 127],
  ])('of %d and %d samples has the critical value %d', (n, m, expected) => {
    expect(criticalCount(n, m, 0.025)).toBe(expected);
  });

  it.each([
    [30, 36],
    [36, 36],
    [37, 37],
    [5, 3000],
    [50, 50],
  ])('of %d and %d samples goes over into its limit', (n, m) => {
    const [exact, deviation] = [criticalCount(n, m, 0.025), Math.sqrt((n * m * (n + m + 1)) / 12)];
    expect(Math.abs((n * m) / 2 - 0.5 - 1.95996 * deviation - exact)).toBeLessThan(1 + deviation / 1000);
  });

  const samples = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 5, maxLength: 12 });
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

  it('has ends that are order statistics of all differences', () => {
    fc.assert(
      fc.property(samples, samples, (from, to) => {
        const differences = sorted(from.flatMap((a) => to.map((b) => b - a)));
        const skip = criticalCount(from.length, to.length, 0.025);
        const { low, high } = shiftInterval(sorted(from), sorted(to), 0.025);
        expect(low).toBeCloseTo(differences[skip] ?? Number.NaN, 8);
        expect(high).toBeCloseTo(differences.at(-1 - skip) ?? Number.NaN, 8);
      }),
    );
  });

  it('says nothing of samples that are too few', () => {
    expect(shiftInterval([1, 2, 3], [4, 5, 6], 0.025)).toEqual({ low: -Infinity, high: Infinity });
  });
});
