import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bucketOf, hash } from '../../../../shared/targets/local/router/affinity.ts';
import { type Bed, makeBed } from './bed.ts';

describe('a bucket', () => {
  it.each([
    ['none', {}, 50, true],
    ['cookie', {}, 50, false],
    ['cookie', { cookie: 'a=1; jarvis-bucket=12.5; b=2' }, 12.5, true],
    ['cookie', { cookie: 'jarvis-bucket=100' }, 50, false],
    ['cookie', { cookie: 'not-jarvis-bucket=12.5' }, 50, false],
    ['header', {}, 50, true],
    ['header', { 'x-jarvis-affinity': 'me' }, hash('me') * 100, true],
  ] as const)('%s %j', (affinity, headers, value, known) => {
    const bucket = bucketOf(affinity, headers, 0.5);
    expect(bucket.value).toBe(value);
    expect(bucket.cookie === undefined).toBe(known);
  });

  it('is within 0 and 100, and the same one when its cookie comes back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (random) => {
        const first = bucketOf('cookie', {}, random);
        expect(first.value).toBeLessThan(100);
        const cookie = first.cookie?.split(';')[0] ?? '';
        expect(bucketOf('cookie', { cookie }, 0.123)).toEqual({ value: first.value });
      }),
    );
  });

  it('is even for keys that are alike', () => {
    const below = Array.from({ length: 10_000 }, (_, index) => hash(`user-${index}`)).filter(
      (value) => value < 0.25,
    ).length;
    expect(Math.abs(below - 2500)).toBeLessThan(5 * Math.sqrt(10_000 * 0.25 * 0.75));
  });
});

describe('a user', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await makeBed({ affinity: 'cookie' });
    await bed.stable('v1');
    await bed.canary('v2', 50);
  });
  afterAll(() => bed.close());

  it('stays with the version that the first answer came from', async () => {
    for (let user = 0; user < 10; user += 1) {
      const response = await fetch(bed.url);
      const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      for (let request = 0; request < 5; request += 1) {
        expect((await bed.get('/', { cookie })).version).toBe(response.headers.get('x-jarvis-version'));
      }
    }
  });
});
