/** How often the gate is wrong, by simulation: the truth is known, the samples are drawn. */
import { describe, expect, it } from '@jest/globals';
import { compareBenchmarks } from '../../../../shared/findings/bench/compare.ts';
import { ratioOf } from '../../../../shared/findings/bench/ratio.ts';
import { normal, uniform } from './random.ts';

const draw = uniform(20261129);
const gauss = normal(draw);
const exponential = () => -Math.log(1 - draw());

/** Run times around 1. */
const shapes = {
  'normal, 5 %': () => 1 + 0.05 * gauss(),
  'normal, 15 %': () => 1 + 0.15 * gauss(),
  'log-normal, 0.1': () => Math.exp(0.1 * gauss()),
  'log-normal, 0.5': () => Math.exp(0.5 * gauss()),
  'Student t of 2, 0.02': () => Math.exp((0.02 * gauss()) / Math.sqrt(exponential())),
  'Student t of 2, 0.1': () => Math.exp((0.1 * gauss()) / Math.sqrt(exponential())),
  'Pareto of 2': () => Math.exp(exponential() / 2),
  'one run in ten five times as long': () => Math.exp(0.02 * gauss()) * (draw() < 0.1 ? 5 : 1),
};
type Shape = keyof typeof shapes;

const sizes = [
  [5, 5],
  [10, 10],
  [50, 50],
  [5, 50],
  [50, 5],
] as const;

const same = Object.keys(shapes).map((shape) => [shape, shape] as [Shape, Shape]);
/** Pairs that scatter differently around the same typical time. */
const unequal: [Shape, Shape][] = [
  ['normal, 5 %', 'normal, 15 %'],
  ['log-normal, 0.1', 'log-normal, 0.5'],
  ['Student t of 2, 0.02', 'Student t of 2, 0.1'],
  ['normal, 5 %', 'log-normal, 0.5'],
];
const swapped = unequal.map(([a, b]) => [b, a] as [Shape, Shape]);

const repeats = 500;
const sampleOf = (shape: Shape, size: number, scale = 1) =>
  Array.from({ length: size }, () => scale * Math.max(shapes[shape](), 0.01));
const shareOf = (happens: () => boolean) =>
  Array.from({ length: repeats }, happens).filter((happened) => happened).length / repeats;

const benchmark = (samples: readonly number[]) => ({ name: 'b', unit: 's', higherIsBetter: false, samples, value: 1 });
const answer = (base: readonly number[], now: readonly number[], allowed: number) =>
  compareBenchmarks([benchmark(now)], [benchmark(base)], allowed)[0]?.answer;

describe.each(sizes)('with %d runs of the base and %d of the change', (before, after) => {
  it.each([...same, ...unequal, ...swapped])(
    'from %s to %s a change that is exactly what is allowed is rarely called a regression',
    (from, to) => {
      const wrong = () => answer(sampleOf(from, before), sampleOf(to, after, 1.2), 1.2) === 'regression';
      expect(shareOf(wrong)).toBeLessThanOrEqual(0.05);
    },
  );

  it.each(same)('from %s to %s the interval holds the true ratio in 95 of 100 cases', (from, to) => {
    const holds = () => {
      const { low, high } = ratioOf(sampleOf(from, before), sampleOf(to, after, 1.2));
      return low <= 1.2 && 1.2 <= high;
    };
    expect(shareOf(holds)).toBeGreaterThanOrEqual(0.93);
  });
});

describe('with 20 runs each that scatter by 10 %', () => {
  const share = (factor: number, expected: string) =>
    shareOf(() => {
      const [base, now] = [sampleOf('log-normal, 0.1', 20), sampleOf('log-normal, 0.1', 20, factor)];
      return answer(base, now, 1.1) === expected;
    });

  it('a third more is seen nearly always', () => {
    expect(share(1.33, 'regression')).toBeGreaterThan(0.99);
  });

  it('no change is never called a regression where a tenth is allowed, and mostly fine', () => {
    expect(share(1, 'regression')).toBeLessThanOrEqual(0.001);
    expect(share(1, 'fine')).toBeGreaterThan(0.6);
  });
});
