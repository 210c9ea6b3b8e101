/** The samplers of the benchmark against exact probabilities; seeds are fixed. */
import { describe, expect, it } from '@jest/globals';
import { bucketShares, usual } from '../../bench/judge/law.ts';
import { logFactorial, Random } from '../../bench/judge/random.ts';

const draws = 20_000;

/** Chi-square per degree of freedom of draws against probabilities of 0, 1, 2, ...; rare values are put together. */
function chiSquare(values: readonly number[], chance: (value: number) => number): number {
  const most = Math.max(...values);
  let [sum, degrees, expected, seen] = [0, -1, 0, 0];
  for (let value = 0; value <= most; value += 1) {
    expected += draws * chance(value);
    seen += values.filter((one) => one === value).length;
    if (expected < 10) continue;
    sum += (seen - expected) ** 2 / expected;
    degrees += 1;
    [expected, seen] = [0, 0];
  }
  return sum / degrees;
}

const many = (draw: (random: Random) => number, name: string) => {
  const random = new Random(name, 1);
  return Array.from({ length: draws }, () => draw(random));
};

describe('samplers', () => {
  for (const mean of [0.3, 4, 9.9, 10.1, 60, 400]) {
    it(`poisson of mean ${mean}`, () => {
      const values = many((random) => random.poisson(mean), `poisson ${mean}`);
      expect(chiSquare(values, (k) => Math.exp(k * Math.log(mean) - mean - logFactorial(k)))).toBeLessThan(1.6);
    });
  }
  for (const [n, p] of [
    [5, 0.5],
    [200, 0.001],
    [100, 0.0999],
    [100, 0.11],
    [300, 0.4],
    [40, 0.93],
    [5000, 0.02],
  ] as const) {
    it(`binomial of ${n} at ${p}`, () => {
      const values = many((random) => random.binomial(n, p), `binomial ${n} ${p}`);
      const chance = (k: number) =>
        k > n
          ? 0
          : Math.exp(
              logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log1p(-p),
            );
      expect(chiSquare(values, chance)).toBeLessThan(1.6);
    });
  }

  /** Standard errors between a sample's mean and variance and the exact ones (kurtosis near the normal's). */
  const offBy = (values: readonly number[], mean: number, variance: number) => {
    const average = values.reduce((sum, value) => sum + value, 0) / draws;
    const seen = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
    return [(average - mean) / Math.sqrt(variance / draws), (seen / variance - 1) / Math.sqrt(2 / draws)].map(Math.abs);
  };
  const large: readonly (readonly [string, mean: number, variance: number, draw: (random: Random) => number])[] = [
    ['poisson', 15_000, 15_000, (random) => random.poisson(15_000)],
    ['poisson', 50, 50, (random) => random.poisson(50)],
    ['binomial', 2500, 2375, (random) => random.binomial(50_000, 0.05)],
    ['binomial', 40_000, 8000, (random) => random.binomial(50_000, 0.8)],
    ['gamma', 1, 1 / 20, (random) => random.gamma(20, 1)],
  ];
  for (const [what, mean, variance, draw] of large) {
    it(`${what} of mean ${mean} has exact moments`, () => {
      const values = many(draw, `${what} ${mean}`);
      for (const errors of offBy(values, mean, variance)) expect(errors).toBeLessThan(4);
    });
  }

  it('multinomial counts add up and keep their shares', () => {
    const random = new Random('multinomial', 3);
    const shares = bucketShares(usual);
    const counts = random.multinomial(1_000_000, shares);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1_000_000);
    for (const [index, share] of shares.entries()) {
      expect(Math.abs((counts[index] ?? 0) - share * 1e6)).toBeLessThan(5 * Math.sqrt(share * 1e6) + 5);
    }
  });

  it('the same name and run give the same numbers, others give others', () => {
    const first = (name: string, run: number) => new Random(name, run).uniform();
    expect(first('a', 1)).toBe(first('a', 1));
    expect(new Set([first('a', 1), first('a', 2), first('b', 1), first('b', 2)]).size).toBe(4);
  });
});
