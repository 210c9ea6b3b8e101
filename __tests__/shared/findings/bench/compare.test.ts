import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareBenchmarks, regressionsOf } from '../../../../shared/findings/bench/compare.ts';
import type { Benchmark } from '../../../../shared/findings/model.ts';
import { hyperfine } from '../../../../shared/findings/readers/hyperfine.ts';
import { fixture, read } from '../readers/recorded.ts';

const scatter = [1, 1.02, 0.98, 1.01, 0.99, 1.03, 0.97, 1];
const bench = (factor: number, more: Partial<Benchmark> = {}): Benchmark => ({
  name: 'b',
  unit: 's',
  higherIsBetter: false,
  samples: scatter.map((sample) => sample * factor),
  value: factor,
  ...more,
});
const rate = (factor: number) => bench(factor, { unit: 'requests/s', higherIsBetter: true });
const compareOne = (now: Benchmark, base: Benchmark, allowed = 1.1) => compareBenchmarks([now], [base], allowed)[0];

describe('a benchmark against its base', () => {
  it.each([
    ['that takes as long', bench(1), bench(1), 'fine', 1],
    ['that takes a quarter more', bench(1.25), bench(1), 'regression', 1.25],
    ['that takes half', bench(0.5), bench(1), 'fine', 0.5],
    ['that takes exactly what is allowed', bench(1.1), bench(1), 'cannot tell', 1.1],
    ['with a quarter less of what is better high', rate(0.75), rate(1), 'regression', 1 / 0.75],
    ['with twice of what is better high', rate(2), rate(1), 'fine', 0.5],
  ])('%s', (_, now, base, answer, ratio) => {
    const compared = compareOne(now, base);
    expect(compared).toMatchObject({ name: 'b', answer, ratio: expect.closeTo(ratio, 10) });
    expect(compared?.low).toBeLessThan(ratio);
    expect(compared?.high).toBeGreaterThan(ratio);
  });

  it.each([
    ['that has a summary', bench(9, { samples: [] }), bench(1), 'this report has a summary and no single measurements'],
    [
      'whose base has a summary',
      bench(9),
      bench(1, { samples: [] }),
      'the base has a summary and no single measurements',
    ],
    ['with few runs', bench(9, { samples: [9, 9, 9, 9] }), bench(1), 'this report has 4 measurements, 5 are needed'],
    ['with a time of 0', bench(9, { samples: [0, 9, 9, 9, 9] }), bench(1), 'this report has measurements of 0 or less'],
    ['in another unit', bench(9, { unit: 'ms' }), bench(1), 'the base measures another quantity'],
    ['that turned around', bench(9, { higherIsBetter: true }), bench(1), 'the base measures another quantity'],
    ['beyond all measure', bench(1e300), bench(1e-300), 'the measurements are too far apart for a ratio'],
  ])('%s has no ratio, and the reason is said', (_, now, base, reason) => {
    expect(compareOne(now, base)).toEqual({
      name: 'b',
      ratio: null,
      low: null,
      high: null,
      answer: 'cannot tell',
      reason,
    });
  });

  it('that is new, or gone, is said', () => {
    const [now, base] = [
      [bench(1), bench(1, { name: 'added' })],
      [bench(1, { name: 'dropped' }), bench(1)],
    ];
    const answers = compareBenchmarks(now, base, 1.1).map(({ name, answer }) => [name, answer]);
    expect(answers).toEqual([
      ['b', 'fine'],
      ['added', 'new'],
      ['dropped', 'gone'],
    ]);
  });

  it('of a name that comes twice is compared with the one in the same place', () => {
    const answers = compareBenchmarks([bench(1), bench(5)], [bench(1), bench(5)], 1.1).map(({ answer }) => answer);
    expect(answers).toEqual(['fine', 'fine']);
  });

  it('of hyperfine, recorded, is fine against itself where the runs scatter little, and open where they scatter much', () => {
    const { benchmarks = [] } = read(hyperfine, fixture('hyperfine-1.20.0.json'));
    const answers = compareBenchmarks(benchmarks, benchmarks, 1.5).map(({ name, answer }) => [name, answer]);
    expect(answers).toEqual([
      ['true', 'cannot tell'],
      ['sleep a little', 'fine'],
    ]);
  });

  it('of 100,000 rounds takes no time', () => {
    const many = bench(1, { samples: Array.from({ length: 100_000 }, (_, index) => 1 + (index % 97) / 1000) });
    expect(compareOne(many, many)?.answer).toBe('fine');
  }, 3_000);
});

it('a regression is a finding that blocks', () => {
  expect(regressionsOf(compareBenchmarks([bench(1.25), rate(1)], [bench(1)], 1.1))).toEqual([
    {
      category: 'slo',
      rule: { id: 'benchmark: b' },
      aliases: [],
      severity: { level: 'high', original: null },
      title: 'b is worse than on the base',
      message: 'it takes 1.223 to 1.277 times as much as the base, all of it beyond the allowed 1.1',
      pointer: '',
    },
  ]);
});

describe('for any samples', () => {
  const sample = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
  const samples = fc.array(sample, { minLength: 5, maxLength: 30 });
  const allowed = fc.double({ min: 1, max: 10, noNaN: true });

  it('the ratio lies in its interval, and the answer follows from the interval', () => {
    fc.assert(
      fc.property(samples, samples, allowed, (a, b, limit) => {
        const compared = compareOne(bench(1, { samples: a }), bench(1, { samples: b }), limit);
        const { ratio, low, high, answer } = compared ?? {};
        if (typeof ratio !== 'number' || typeof low !== 'number' || typeof high !== 'number') return;
        expect(low).toBeLessThanOrEqual(ratio * (1 + 1e-9));
        expect(high).toBeGreaterThanOrEqual(ratio * (1 - 1e-9));
        expect(answer).toBe(low > limit ? 'regression' : high <= limit ? 'fine' : 'cannot tell');
      }),
    );
  });

  it('a benchmark is no regression against itself', () => {
    fc.assert(
      fc.property(samples, allowed, (a, limit) => {
        expect(compareOne(bench(1, { samples: a }), bench(1, { samples: a }), limit)?.answer).not.toBe('regression');
      }),
    );
  });

  it('another unit of time changes nothing', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const scaled = (values: readonly number[]) => bench(1, { samples: values.map((value) => value * 1000) });
        const [plain, thousandfold] = [
          compareOne(bench(1, { samples: a }), bench(1, { samples: b })),
          compareOne(scaled(a), scaled(b)),
        ];
        expect(Math.log(thousandfold?.low ?? 0)).toBeCloseTo(Math.log(plain?.low ?? 0), 6);
      }),
    );
  });
});
