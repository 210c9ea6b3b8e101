import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Observation, Side } from '../../../shared/release/evidence.ts';
import { carry, converged, historyLines, observationBetween } from '../../../shared/release/observe.ts';
import type { Counters, Sample } from '../../../shared/release/target.ts';

const counters = (requests: number, errors = 0, buckets = [requests, 0]): Counters => ({
  requests,
  errors,
  buckets,
  firstByte: buckets,
});
const sample = (at: number, versions: Record<string, Counters>, more: Partial<Sample> = {}): Sample => ({
  at,
  epoch: 'a',
  bounds: [1],
  weight: 50,
  versions,
  ...more,
});
const frame = { canary: 'v2', baseline: 'v1', zero: 100 };
const side = (requests: number, errors = 0, buckets = [requests, 0]): Side => ({ requests, errors, buckets });

describe('the line between two samples', () => {
  const before = sample(101, { v1: counters(10, 1), v2: counters(10) });
  const cases: [name: string, now: Sample, expected: Partial<Observation>][] = [
    [
      'counts since the line before, at the weight that was in force',
      sample(106, { v1: counters(30, 2), v2: counters(28, 5) }),
      { from: 1, t: 6, weight: 50, baseline: side(20, 1), canary: side(18, 5) },
    ],
    ['zero requests are a reading', sample(106, before.versions), { canary: side(0), baseline: side(0) }],
    ['a side that cannot be read is null', sample(106, { v1: counters(12, 1) }), { canary: null, baseline: side(2) }],
    [
      'counters that fell began again, and are named',
      sample(106, { v1: counters(12, 1), v2: counters(3) }),
      { canary: side(3), baseline: side(2), resets: ['v2'] },
    ],
    [
      'another epoch restarts both',
      sample(106, { v1: counters(12, 1), v2: counters(13) }, { epoch: 'b' }),
      { canary: side(13), baseline: side(12, 1), resets: ['v2', 'v1'] },
    ],
  ];
  it.each(cases)('%s', (_name, now, expected) => {
    expect(observationBetween(before, now, frame, 50)).toMatchObject(expected);
  });

  it('gives the counts of an unreadable side in the next line that has it', () => {
    const gap = sample(106, { v1: counters(20, 1) });
    const after = sample(111, { v1: counters(30, 1), v2: counters(30, 2) });
    const line = observationBetween(carry(before, gap), after, frame, 50);
    expect(line).toMatchObject({ baseline: side(10), canary: side(20, 2) });
  });

  it('loses and invents no request, whatever is read when', () => {
    const reading = fc.record({ v1: fc.option(fc.nat(50)), v2: fc.option(fc.nat(50)) });
    fc.assert(
      fc.property(fc.array(reading, { minLength: 1, maxLength: 20 }), (steps) => {
        const total = { v1: 0, v2: 0 };
        const seen = { v1: 0, v2: 0 };
        let reference = sample(100, { v1: counters(0), v2: counters(0) });
        for (const [index, step] of [...steps, { v1: 0, v2: 0 }].entries()) {
          total.v1 += step.v1 ?? 1;
          total.v2 += step.v2 ?? 1;
          const readable = Object.entries(step).filter(([, value]) => value !== null);
          const versions = Object.fromEntries(readable.map(([name]) => [name, counters(total[name as 'v1' | 'v2'])]));
          const now = sample(101 + index, versions);
          const line = observationBetween(reference, now, frame, 50);
          reference = carry(reference, now);
          seen.v1 += line.baseline?.requests ?? 0;
          seen.v2 += line.canary?.requests ?? 0;
        }
        expect(seen).toEqual(total);
      }),
    );
  });
});

describe('a split', () => {
  const line = (weight: number, canary: number, baseline: number): Observation => ({
    from: 0,
    t: 5,
    weight,
    canary: side(canary),
    baseline: side(baseline),
  });
  const cases: [name: string, line: Observation, expected: boolean][] = [
    ['as set has converged', line(25, 250, 750), true],
    ['within chance has converged', line(25, 290, 710), true],
    ['of the old weight has not', line(25, 50, 950), false],
    ['that still sends to the baseline at 100 % has not', line(100, 900, 100), false],
    ['of a handful of requests cannot be told from the set one', line(5, 2, 4), true],
    ['with an unreadable side cannot be told', { ...line(5, 0, 0), canary: null }, true],
  ];
  it.each(cases)('%s', (_name, observed, expected) => {
    expect(converged(observed)).toBe(expected);
  });
});

describe('a split by affinity', () => {
  const sticky = { ...frame, sticky: true };
  const before = sample(101, { v1: counters(0), v2: counters(0) }, { weight: 5 });

  it('is as set when the target serves it, whoever the users are', () => {
    const now = sample(106, { v1: counters(1000), v2: counters(0) }, { weight: 5 });
    expect(observationBetween(before, now, sticky, 5).transition).toBeUndefined();
    expect(observationBetween(before, now, frame, 5).transition).toBe(true);
  });

  it('is in transition while neither reading has the weight', () => {
    const [a, b] = [sample(101, { v1: counters(0) }, { weight: 0 }), sample(106, { v1: counters(9) }, { weight: 0 })];
    expect(observationBetween(a, b, sticky, 5).transition).toBe(true);
  });
});

describe('history', () => {
  it('is the baseline at weight 0 before the shift, in negative time', () => {
    const at = (t: number, requests: number, weight: number) => sample(t, { v1: counters(requests) }, { weight });
    const lines = historyLines([at(70, 0, 0), at(85, 30, 0), at(100, 60, 0), at(115, 70, 5)], frame);
    expect(lines.map(({ from, t, weight, baseline }) => [from, t, weight, baseline?.requests])).toEqual([
      [-30, -15, 0, 30],
      [-15, 0, 0, 30],
    ]);
  });
});
