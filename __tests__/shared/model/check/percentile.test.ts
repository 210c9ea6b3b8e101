import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentile } from '../../../../shared/model/check/percentile.ts';

/** The definition, word for word and in whole numbers: the least sample that at least so many of a hundred are not above. */
function reference(samples: readonly number[], percent: number): number | undefined {
  const candidates = samples.filter(
    (one) => samples.filter((other) => other <= one).length * 100 >= percent * samples.length,
  );
  return candidates.length === 0 ? undefined : Math.min(...candidates);
}

describe('a percentile by nearest rank', () => {
  it.each([
    ['p95 of five is the greatest', [5, 1, 4, 2, 3], 0.95, 5],
    ['p95 of twenty is the last but one', Array.from({ length: 20 }, (_, index) => index + 1), 0.95, 19],
    ['p95 of a hundred is the 95th', Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
    ['p50 of two is the lower one', [7, 9], 0.5, 7],
    [
      '7 of a hundred is the 7th, although 0.07 * 100 is above 7',
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.07,
      7,
    ],
    ['all of it is the greatest', [2, 8, 4], 1, 8],
    ['of one sample is that', [3], 0.5, 3],
  ])('%s', (_, samples, share, expected) => expect(percentile(samples, share)).toBe(expected));

  it('of no samples is not there', () => expect(percentile([], 0.95)).toBeUndefined());

  it('equals the reference exactly, for any samples and any whole percent', () => {
    const samples = fc.array(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 5 })), {
      maxLength: 150,
    });
    const property = fc.property(samples, fc.integer({ min: 1, max: 100 }), (all, percent) => {
      expect(percentile(all, percent / 100)).toBe(reference(all, percent));
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('leaves the samples in their order', () => {
    const samples = [3, 1, 2];
    percentile(samples, 0.5);
    expect(samples).toEqual([3, 1, 2]);
  });
});
