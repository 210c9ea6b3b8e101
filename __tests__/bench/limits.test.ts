/** The limits against the numbers of the report (canary-judge.md, 1.11, 2.2 and 2.3). */
import { describe, expect, it } from '@jest/globals';
import { bounds, bucketShares, pareto, scaled, slowPath, usual } from '../../bench/judge/law.ts';
import { divergence, Oracle, wald } from '../../bench/judge/limits.ts';
import { Random } from '../../bench/judge/random.ts';

const law = (rate: number) => [rate, 1 - rate];

describe("Wald's number", () => {
  const cases: readonly (readonly [bad: number, good: number, requests: string])[] = [
    [0.002, 0.001, '11906'],
    [0.005, 0.001, '1136'],
    [0.01, 0.001, '327'],
    [0.5, 0.001, '1.7'],
    [0.02, 0.01, '1177'],
    [0.05, 0.01, '112'],
    [0.1, 0.01, '32'],
    [0.5, 0.01, '2.9'],
  ];
  for (const [bad, good, requests] of cases) {
    it(`of errors, from ${good} to ${bad}`, () => {
      const number = wald(law(bad), law(good));
      expect(number < 10 ? number.toFixed(1) : number.toFixed(0)).toBe(requests);
    });
  }

  it('of latencies, over the buckets', () => {
    const number = (of: typeof usual) => Math.round(wald(bucketShares(of), bucketShares(usual)));
    expect([1.1, 1.5, 2].map((factor) => number(scaled(usual, factor)))).toEqual([579, 33, 12]);
    expect(number(slowPath(0.02))).toBe(114);
  });

  it('identical laws are never told apart', () => {
    expect(divergence([0.3, 0.7], [0.3, 0.7])).toBe(0);
  });
});

describe('the latency law', () => {
  it('has a p95 of 204 ms and a p99 of 397 ms', () => {
    expect(usual(0.204)).toBeCloseTo(0.95, 3);
    expect(usual(0.397)).toBeCloseTo(0.99, 3);
  });

  it('fills every bucket to a whole', () => {
    const shares = bucketShares(usual);
    expect(shares).toHaveLength(bounds.length + 1);
    expect(shares.every((share) => share > 0)).toBe(true);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.at(-1)).toBeCloseTo(0.01 * (1 - pareto(0.3, 1.5)(10)), 6);
  });
});

describe('the oracle', () => {
  const [bad, good] = [law(0.05), law(0.01)];
  /** Requests until it rolls back a canary that fails this often, in scrapes of one request. */
  const needed = (rate: number, run: number, most: number) => {
    const [random, oracle] = [new Random(`oracle ${rate}`, run), new Oracle(bad, good)];
    for (let served = 1; served <= most; served += 1) {
      const failed = random.binomial(1, rate);
      if (oracle.sees([failed, 1 - failed])) return served;
    }
    return Number.POSITIVE_INFINITY;
  };
  const tries = 600;
  const runs = (rate: number, most: number) => Array.from({ length: tries }, (_, run) => needed(rate, run, most));

  it("needs Wald's number on average, and what it overshoots by", () => {
    const mean = runs(0.05, 10_000).reduce((sum, served) => sum + served, 0) / tries;
    expect(mean / wald(bad, good)).toBeGreaterThan(1);
    expect(mean / wald(bad, good)).toBeLessThan(1.25);
  });

  it('accuses a good canary in less than 1 % of all runs', () => {
    const accused = runs(0.01, 2000).filter(Number.isFinite).length;
    expect(accused).toBeGreaterThan(0);
    expect(accused / tries).toBeLessThan(0.01);
  });
});
