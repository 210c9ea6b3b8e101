/** E[e] <= 1 for the whole latency histogram, by enumeration, under every law that is no slower. */
import { describe, expect, it } from '@jest/globals';
import { latencyBets, latencyGrowth, shapeOf } from '../../../../shared/release/judge/latency.ts';
import { multinomial } from './enumeration.ts';

type Law = readonly number[];

/** Beliefs about the baseline, right and wrong: they cost power only. */
const shapes: readonly (readonly [name: string, bounds: readonly number[], shape: Law])[] = [
  ['a short tail', [0.1, 0.5], shapeOf([900, 80, 20])],
  ['a heavy tail', [0.1, 0.5], shapeOf([300, 300, 400])],
  ['a rare tail', [0.1, 0.5, 2], shapeOf([5000, 4000, 900, 10])],
  ['an empty middle', [0.1, 0.5, 2], shapeOf([800, 0, 150, 50])],
  ['nothing but the fastest', [0.1, 0.5, 2], shapeOf([400, 0, 0, 0])],
  ['nothing but the slowest', [0.1, 0.5, 2], shapeOf([0, 0, 0, 400])],
  ['bounds near one another', [0.1, 0.11, 0.12], shapeOf([700, 100, 100, 100])],
];

const laws: readonly Law[] = [
  [0.9, 0.08, 0.02],
  [0.2, 0.3, 0.5],
  [0, 0.5, 0.5],
  [0.97, 0.02, 0.005, 0.005],
  [0.1, 0.2, 0.3, 0.4],
  [0.5, 0, 0, 0.5],
  [0, 0, 0, 1],
];

/** The law itself, and laws that moved some of it to faster buckets. */
function noSlower(law: Law): Law[] {
  const moves = law.slice(1).flatMap((share, index) =>
    [0.4, 1].map((part) =>
      law.map((own, at) => {
        if (at === index + 1) return own - part * share;
        return at === index ? own + part * share : own;
      }),
    ),
  );
  const down = law.slice(1).map((share, index) =>
    law.map((own, at) => {
      if (at === 0) return own + share;
      return at === index + 1 ? 0 : own;
    }),
  );
  return [law, ...moves, ...down];
}

type Counts = readonly number[];

/** Expectations of every bet at once, over every outcome of both sides. */
function expectations(
  [n, m]: readonly [number, number],
  [mine, theirs]: readonly [Law, Law],
  bets: number,
  value: (canary: Counts, baseline: Counts) => readonly number[],
): number[] {
  const sums = Array.from({ length: bets }, () => 0);
  const others = multinomial(m, theirs).filter(({ probability }) => probability > 0);
  for (const here of multinomial(n, mine)) {
    if (here.probability === 0) continue;
    for (const there of others) {
      const chance = here.probability * there.probability;
      for (const [at, one] of value(here.counts, there.counts).entries()) sums[at] = (sums[at] ?? 0) + chance * one;
    }
  }
  return sums;
}

describe('a bet on latency', () => {
  for (const [name, bounds, shape] of shapes) {
    const bets = latencyBets(shape, bounds);
    const fitting = laws.filter((law) => law.length === shape.length);

    it(`on ${name} expects no gain when the canary is no slower`, () => {
      let highest = 0;
      for (const theirs of fitting) {
        for (const mine of noSlower(theirs)) {
          for (const sizes of [
            [1, 1],
            [1, 3],
            [2, 2],
            [3, 2],
          ] as const) {
            const means = expectations(sizes, [mine, theirs], bets.prior.length, (canary, baseline) =>
              latencyGrowth(bets, canary, baseline).map(Math.exp),
            );
            highest = Math.max(highest, ...means);
          }
        }
      }
      expect(highest).toBeLessThanOrEqual(1 + 1e-9);
      expect(highest).toBeGreaterThan(0.5);
    });

    it(`on ${name} has shares of 1, and likelihood ratios that rise with latency`, () => {
      expect(bets.prior.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(bets.prior.every((share) => share > 0)).toBe(true);
      for (const { ratio } of bets.scaled) expect(ratio).toEqual(ratio.toSorted((a, b) => a - b));
      for (const { above, below } of bets.tails) expect(above).toBeGreaterThanOrEqual(below);
    });
  }

  const slower: readonly (readonly [name: string, law: Law])[] = [
    ['twice as slow', [0.72, 0.16, 0.12]],
    ['a tail three times as heavy', [0.8, 0.1, 0.1]],
    ['half of it hung', [0.45, 0.05, 0.5]],
  ];
  for (const [name, mine] of slower) {
    it(`expects to gain when the canary is slower: ${name}`, () => {
      const theirs = [0.86, 0.11, 0.03];
      const bets = latencyBets(shapeOf(theirs.map((share) => share * 10_000)), [0.1, 0.5]);
      const means = expectations([8, 12], [mine, theirs], bets.prior.length, (canary, baseline) =>
        latencyGrowth(bets, canary, baseline),
      );
      expect(Math.max(...means)).toBeGreaterThan(0);
    });
  }

  it('says nothing where one side has no latencies', () => {
    const bets = latencyBets(shapeOf([900, 80, 20]), [0.1, 0.5]);
    for (const [canary, baseline] of [
      [
        [0, 0, 0],
        [5, 5, 5],
      ],
      [[5, 5, 5], []],
      [[], []],
    ] as const) {
      expect(latencyGrowth(bets, canary, baseline).every((growth) => growth === 0)).toBe(true);
    }
  });
});
