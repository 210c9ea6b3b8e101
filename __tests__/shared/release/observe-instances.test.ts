import { describe, expect, it } from '@jest/globals';
import { observationBetween } from '../../../shared/release/observe.ts';
import type { Counters, InstanceCounters, Sample } from '../../../shared/release/target.ts';

const frame = { canary: 'v2', baseline: 'v1', zero: 0 };
const none: Counters = { requests: 0, errors: 0, buckets: [0, 0], firstByte: [0, 0] };

function counters(instances: Readonly<Record<string, InstanceCounters>>): Counters {
  const sum = (of: 'requests' | 'errors') => Object.values(instances).reduce((all, each) => all + each[of], 0);
  return { ...none, requests: sum('requests'), errors: sum('errors'), instances };
}

const sample = (at: number, v1: Counters, more: Partial<Sample> = {}): Sample => ({
  at,
  epoch: 'a',
  bounds: [1],
  weight: 50,
  versions: { v1, v2: none },
  ...more,
});

describe('the instances of a side', () => {
  const before = sample(
    1,
    counters({ a: { requests: 10, errors: 1, buckets: [9, 1] }, b: { requests: 5, errors: 0 } }),
  );
  const cases: [name: string, now: Counters, instances: object, resets: string[] | undefined][] = [
    [
      'say what each of them did, and nothing of those that did nothing',
      counters({ a: { requests: 14, errors: 2, buckets: [12, 2] }, b: { requests: 5, errors: 0 } }),
      { a: { requests: 4, errors: 1, buckets: [3, 1] } },
      undefined,
    ],
    [
      'may be new, and count from 0',
      counters({
        a: { requests: 10, errors: 1, buckets: [9, 1] },
        b: { requests: 5, errors: 0 },
        c: { requests: 3, errors: 3 },
      }),
      { c: { requests: 3, errors: 3 } },
      undefined,
    ],
    [
      'begin again one by one',
      counters({ a: { requests: 12, errors: 1, buckets: [11, 1] }, b: { requests: 4, errors: 0 } }),
      { a: { requests: 2, errors: 0, buckets: [2, 0] }, b: { requests: 4, errors: 0 } },
      ['v1 b'],
    ],
    [
      'may have begun again without falling, where the source has evened that out',
      counters({
        a: { requests: 11, errors: 1, buckets: [10, 1], restarts: 1 },
        b: { requests: 5, errors: 0, restarts: 0 },
      }),
      { a: { requests: 1, errors: 0, buckets: [1, 0] } },
      ['v1 a'],
    ],
    [
      'may be called as what every object has',
      counters({ a: { requests: 10, errors: 1, buckets: [9, 1] }, constructor: { requests: 2, errors: 0 } }),
      { constructor: { requests: 2, errors: 0 } },
      undefined,
    ],
  ];
  it.each(cases)('%s', (_name, now, instances, resets) => {
    const line = observationBetween(before, sample(2, now), frame, 50);
    expect(line.baseline?.instances).toEqual(instances);
    expect(line.resets).toEqual(resets);
    expect(line.canary).not.toHaveProperty('instances');
  });

  it('all begin again with another epoch', () => {
    const now = sample(2, counters({ a: { requests: 12, errors: 2 } }), { epoch: 'b' });
    const line = observationBetween(before, now, frame, 50);
    expect(line.baseline).toMatchObject({ requests: 12, instances: { a: { requests: 12, errors: 2 } } });
    expect(line.resets).toEqual(['v2', 'v1']);
  });
});

describe('counts from beside the router', () => {
  const beside = { ...frame, beside: true };
  const lopsided = { ...none, requests: 900 };
  it.each([
    ['are judged at the weight that their line began with, whatever share they show', 50, undefined],
    ['belong to no weight when they began under another', 20, true],
  ])('%s', (_name, weight, transition) => {
    const line = observationBetween(sample(1, none, { weight }), sample(2, lopsided), beside, 50);
    expect(line.transition).toBe(transition);
  });
});

it('a source without latency has no buckets, on either side', () => {
  const bare = { ...none, buckets: [], firstByte: [] };
  const at = (time: number) => sample(time, bare, { bounds: [], versions: { v1: bare, v2: bare } });
  expect(observationBetween(at(1), at(2), { ...frame, baseline: null }, 100)).toMatchObject({
    canary: { buckets: [] },
    baseline: { buckets: [] },
  });
});
