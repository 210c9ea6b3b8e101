import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  evidence,
  grown,
  noGrowth,
  type RatioTrial,
  ratioAlpha,
  ratioLimits,
  trialsOf,
} from '../../../shared/release/confidence.ts';
import type { EvidenceLine, Observation } from '../../../shared/release/evidence.ts';

const trial = (
  canary: number,
  canaryBad: number,
  baseline: number,
  baselineBad: number,
  dispersion = 1,
): RatioTrial => ({
  canary,
  canaryBad,
  baseline,
  baselineBad,
  dispersion,
});

/** A generator of its own, so that a seed gives the same run everywhere. */
function seeded(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const binomial = (n: number, p: number) => {
    let found = 0;
    let at = Math.floor(Math.log(next() + 1e-300) / Math.log1p(-p));
    while (at < n) {
      found += 1;
      at += 1 + Math.floor(Math.log(next() + 1e-300) / Math.log1p(-p));
    }
    return found;
  };
  return { next, binomial };
}

/** Share of runs in which the true ratio was ever outside the limits, at 120 looks through 5, 25 and 50 %. */
function missed(ratio: number, rate: number, requests: number, runs: number): number {
  const { next, binomial } = seeded(11);
  const needed = Math.log(2 / ratioAlpha);
  let misses = 0;
  for (let run = 0; run < runs; run += 1) {
    let growth = noGrowth;
    let outside = false;
    for (let look = 0; look < 120 && !outside; look += 1) {
      const weight = [0.05, 0.25, 0.5][Math.floor(look / 40)] ?? 0.5;
      const canary = Math.round(requests * weight * (0.5 + next()));
      const drifting = rate * (1 + 0.8 * Math.sin(look / 9));
      const bad = binomial(canary, Math.min(0.9, ratio * drifting));
      const baseline = Math.round(requests * (1 - weight) * (0.5 + next()));
      growth = grown(growth, trial(canary, bad, baseline, binomial(baseline, drifting)), ratio);
      const { above, below } = evidence(growth);
      outside = above >= needed || below >= needed;
    }
    if (outside) misses += 1;
  }
  return misses / runs;
}

describe('the confidence sequence of the ratio of error rates', () => {
  const cells: [name: string, ratio: number, rate: number, requests: number][] = [
    ['no worse', 1, 0.01, 100],
    ['five times', 5, 0.01, 100],
    ['better', 0.3, 0.03, 100],
    ['ten times a rare error', 10, 0.001, 1000],
    ['twice a frequent one', 2, 0.2, 40],
  ];
  it.each(cells)('holds at every look, with a baseline that drifts: %s', (_name, ratio, rate, requests) => {
    expect(missed(ratio, rate, requests, 500)).toBeLessThanOrEqual(ratioAlpha);
  });

  const known: [name: string, trials: RatioTrial[], low: number, high: number | undefined][] = [
    ['nothing was seen', [], 0, undefined],
    ['nothing failed', [trial(1000, 0, 9000, 0)], 0, undefined],
    ['two errors are too few', [trial(37, 2, 703, 0)], 0, undefined],
    ['the baseline never failed: no upper limit', [trial(37, 12, 703, 0)], 31.4, undefined],
    ['the canary never failed: no lower limit', [trial(500, 0, 500, 12)], 0, 0.605],
    ['both failed', [trial(1000, 50, 19000, 190)], 2.87, 8.15],
    ['no baseline is left', [trial(1000, 400, 0, 0)], 0, undefined],
    ['no canary yet', [trial(0, 0, 900, 50)], 0, undefined],
  ];
  it.each(known)('%s', (_name, trials, low, high) => {
    const limits = ratioLimits(trials);
    expect(limits.low).toBeCloseTo(low, 1);
    if (high === undefined) expect(limits.high).toBeUndefined();
    else expect(limits.high).toBeCloseTo(high, 1);
  });

  it('agrees with the likelihood of the canary’s share, alternative by alternative', () => {
    const shares = (ratio: number) => (ratio * 100) / (ratio * 100 + 1900);
    const likelihood = (ratio: number) => 3 * Math.log(shares(ratio)) + 2 * Math.log(1 - shares(ratio));
    const bets = [1.1, 1.5, 3, 8].map((factor) => Math.exp(likelihood(2 * factor) - likelihood(2)));
    const mean = bets.reduce((sum, bet) => sum + bet, 0) / bets.length;
    expect(evidence(grown(noGrowth, trial(100, 3, 1900, 2), 2)).above).toBeCloseTo(Math.log(mean), 9);
  });

  it('contains the ratio that was seen, at any counts', () => {
    const counts = fc.tuple(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.nat(60),
      fc.nat(60),
    );
    fc.assert(
      fc.property(counts, ([canary, baseline, bad, other]) => {
        const { low, high } = ratioLimits([trial(canary, bad, baseline, other)]);
        const seen = bad / canary / (other / baseline);
        expect(low).toBeLessThanOrEqual(seen || 0);
        expect(high ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(seen || 0);
      }),
    );
  });

  it('rises with every further error of the canary, and falls with those of the baseline', () => {
    const at = (bad: number, other: number) => ratioLimits([trial(200, bad, 1800, other)]);
    for (let bad = 3; bad < 30; bad += 1) {
      expect(at(bad + 1, 8).low).toBeGreaterThanOrEqual(at(bad, 8).low);
      expect(at(bad + 1, 8).high ?? Infinity).toBeGreaterThanOrEqual(at(bad, 8).high ?? 0);
      expect(at(8, bad + 1).high ?? 0).toBeLessThanOrEqual(at(8, bad).high ?? Infinity);
    }
  });

  it('narrows with more of the same, to within 10 % of it', () => {
    const width = (times: number) => {
      const { low, high } = ratioLimits(Array.from({ length: times }, () => trial(1000, 20, 1000, 10)));
      return Math.log((high ?? Infinity) / low);
    };
    const widths = [1, 3, 10, 30, 100, 1000].map(width);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    expect(widths.at(-1)).toBeLessThan(2 * Math.log(1.1));
  });

  it('is wider where errors are dispersed', () => {
    const plain = ratioLimits([trial(1000, 50, 19000, 190)]);
    const dispersed = ratioLimits([trial(1000, 50, 19000, 190, 3)]);
    expect(dispersed.low).toBeLessThan(plain.low);
    expect(dispersed.high).toBeGreaterThan(plain.high ?? 0);
  });
});

describe('the strata that it rests on', () => {
  const side = (requests: number, errors = 0) => ({ requests, errors, buckets: [requests] });
  const line = (from: number, weight: number, more: Partial<Observation> = {}): Observation => ({
    from,
    t: from + 5,
    weight,
    canary: side(10, 1),
    baseline: side(90),
    ...more,
  });
  const decision = (t: number, dispersion: number): EvidenceLine => ({
    t,
    decision: 'continue',
    reason: '',
    detail: { dispersion },
  });

  it('are those of the judge, each with the dispersion that it was weighed with', () => {
    const lines = [
      line(-5, 0),
      line(0, 10),
      decision(5, 2),
      line(5, 10, { transition: true }),
      line(10, 10, { canary: null }),
      line(15, 10),
      decision(20, 1),
      line(20, 0),
    ];
    expect(trialsOf(lines)).toEqual([trial(10, 1, 90, 0, 2), trial(10, 1, 180, 0, 1)]);
  });

  it('take what a raise cut off, and wait for enough traffic', () => {
    const thin = { canary: side(0), baseline: side(9) };
    expect(trialsOf([line(0, 10, thin), line(5, 50, { canary: side(9), baseline: side(9) })])).toEqual([
      trial(0, 0, 9, 0),
      trial(9, 0, 9, 0),
    ]);
  });
});
