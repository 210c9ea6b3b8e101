import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calm, next } from '../../../../shared/targets/local/fleet/backoff.ts';
import { bucketOf, Counts } from '../../../../shared/targets/local/router/counters.ts';
import { Tally } from '../../../../shared/targets/local/router/tally.ts';

describe('the counts', () => {
  it.each([
    [0, 0],
    [0.1, 0],
    [0.100001, 1],
    [1, 2],
    [1.5, 3],
  ])('put %d s into bucket %d', (latency, bucket) => {
    expect(bucketOf([0.1, 0.5, 1], latency)).toBe(bucket);
  });

  it('of all buckets are the requests, whatever came', () => {
    const outcome = fc.constantFrom('answered', 'failed', 'aborted');
    fc.assert(
      fc.property(fc.array(fc.tuple(outcome, fc.double({ min: 0, max: 5, noNaN: true }))), (all) => {
        const counts = new Counts([0.1, 1]);
        for (const [how, latency] of all) counts.add(how, latency, latency / 2);
        const { requests, errors, buckets, firstByte } = counts.read();
        const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
        expect([sum(buckets), sum(firstByte), requests + counts.aborted]).toEqual([requests, requests, all.length]);
        expect(errors).toBe(all.filter(([how]) => how === 'failed').length);
      }),
    );
  });

  it('of the versions that serve are kept, however many labels come and go', () => {
    const tally = new Tally([1]);
    tally.of('v1').add('answered', 0.5, 0.5);
    for (let label = 2; label < 100; label += 1) tally.serving(['v1', `v${label}`]);
    const { versions } = tally.read(1, 0);
    expect([versions['v1']?.requests, Object.keys(versions).length]).toEqual([1, 24]);
  });

  it('begin again under another epoch when the bounds are others', () => {
    const tally = new Tally([1]);
    tally.of('v1').add('answered', 0.5, 0.5);
    const before = tally.read(1, 0);
    tally.remember(before);
    tally.recount([1]);
    expect(tally.read(2, 0)).toEqual({ ...before, at: 2 });
    tally.recount([1, 2]);
    const after = tally.read(3, 0);
    expect(after).toMatchObject({ bounds: [1, 2], versions: { v1: { requests: 0, buckets: [0, 0, 0] } } });
    expect([after.epoch === before.epoch, tally.history()]).toEqual([false, []]);
  });

  it('are remembered for 30 minutes', () => {
    const tally = new Tally([1]);
    for (let index = 0; index < 200; index += 1) tally.remember(tally.read(index * 15, 0));
    const times = tally.history().map(({ at }) => at);
    expect([times.length, (times.at(-1) ?? 0) - (times[0] ?? 0)]).toEqual([121, 1800]);
  });
});

it('a dead process waits twice as long each time, and begins anew after 30 s of health', () => {
  let backoff = calm;
  const waits = Array.from({ length: 8 }, () => {
    backoff = next(backoff, 0);
    return backoff.wait;
  });
  expect(waits).toEqual([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10]);
  expect(next({ ...backoff, healthySince: 100 }, 129).wait).toBe(10);
  expect(next({ ...backoff, healthySince: 100 }, 130).wait).toBe(0.2);
});
