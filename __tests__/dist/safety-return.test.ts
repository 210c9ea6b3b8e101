/** The way back: checked first, measured afterwards, and clear where there is none. */
import { describe, expect, it } from '@jest/globals';
import { type Live, withLive } from './live.ts';

const limit = 60_000;
const measured = /Measured afterwards: none of \d+ requests in 1 s reached (v2|bad)\./;

/** A release of v2 that is held at its first step. */
async function held(live: Live): Promise<void> {
  await live.pass('deploy-staging', 'held', { version: 'v2' });
  await live.pass('deploy-canary', 'held', { until: '50%' });
}

/** Asks for a rollback that must change nothing. @returns what the action said */
async function untouched(live: Live, code: number, verdict: string): Promise<string> {
  const before = await live.inspect();
  const ran = await live.run('rollback');
  expect(ran).toMatchObject({ code, outputs: { verdict } });
  const { journal, stable } = await live.inspect();
  expect({ journal, stable }).toEqual({ journal: before.journal, stable: before.stable });
  expect(ran.errors).toHaveLength(code);
  return ran.errors[0] ?? ran.stdout;
}

describe('a rollback', () => {
  it(
    'is measured, and is done once',
    () =>
      withLive({}, async (live) => {
        await held(live);
        const back = await live.pass('rollback', 'rolled-back', { reason: 'a doubt' });
        for (const text of [back.stdout, back.summary]) {
          expect(text).toContain('v2 was taken back from 50 %: a doubt');
          expect(text).toMatch(measured);
        }
        expect(await untouched(live, 0, 'rolled-back')).toMatch(
          /was taken back before \(a doubt\); nothing was touched/,
        );
        expect(await live.answerers()).toEqual(['v1']);
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );

  it(
    'of a service that was never released again, and of a promoted release, says what there is instead',
    () =>
      withLive({}, async (live) => {
        expect(await untouched(live, 1, 'refused')).toMatch(/v1 is stable; there is no earlier version to go back to/);
        await live.release('v2');
        expect(await untouched(live, 1, 'refused')).toMatch(
          /v2 is stable; to go back from it, use to-version with v1$/m,
        );
        expect(await live.answerers()).toEqual(['v2']);
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );

  it(
    'waits for a stable version that is down, leaves users with the canary, and works when it is back',
    () =>
      withLive({ rewrite: { 'start: 10s': 'start: 3s' } }, async (live) => {
        await held(live);
        const from = performance.now();
        await live.bringDown('v1');
        await live.until('the end of v1', ({ versions }) => versions.some(({ state }) => state === 'stopped'));
        const to = performance.now();
        const refused = await live.run('rollback');
        expect(refused).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
        expect(refused.errors).toHaveLength(1);
        expect(refused.errors[0]).toMatch(
          /traffic stays at v2, because the stable version v1 is \w+ and has not come back in 3 s \(.+\)$/,
        );
        expect(await live.answerers()).toEqual(['v2']);
        live.bringUp('v1');
        await live.until('v1', ({ versions }) => versions.every(({ state }) => state === 'healthy'));
        // What was to be taken back is taken back by the target itself, as soon as there is somewhere to go.
        await live.until('the way back', ({ release }) => release?.verdict === 'rolled-back');
        const back = await live.pass('rollback', 'rolled-back');
        expect(back.summary).toContain('was taken back before');
        expect(await live.answerers()).toEqual(['v1']);
        expect(live.lost(from, to)).toEqual([]);
      }),
    limit,
  );
});

describe('a canary that rolls itself back', () => {
  it(
    'says what was measured afterwards',
    () =>
      withLive({}, async (live) => {
        await live.pass('deploy-staging', 'held', { version: 'bad' });
        const canary = await live.run('deploy-canary');
        expect(canary).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
        for (const text of [canary.stdout, canary.summary]) expect(text).toMatch(measured);
        expect(await live.answerers()).toEqual(['v1']);
        expect(live.lost().filter(({ problem }) => problem !== '500 of bad')).toEqual([]);
      }),
    limit,
  );

  it(
    'ends when both versions are dead, and says since when users saw errors',
    () =>
      withLive({ steps: '[{ weight: 50%, hold: 20s }, 100%]' }, async (live) => {
        await live.pass('deploy-staging', 'held', { version: 'v2' });
        const from = performance.now();
        const [began, canary] = [new Date().toISOString(), live.run('deploy-canary')];
        await live.until('a canary', ({ release }) => release?.weight === 50);
        await Promise.all([live.bringDown('v1'), live.bringDown('v2')]);
        await live.until('the way back', ({ release }) => release?.verdict === 'rolled-back');
        live.bringUp('v1');
        const ran = await canary;
        const to = performance.now();
        expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
        for (const text of [ran.stdout, ran.summary]) {
          const since =
            /Neither v2 nor the stable version was healthy: users saw errors since (\S+)\./.exec(text)?.[1] ?? '';
          expect(since > began).toBe(true);
          expect(text).toMatch(/v1 was started again, and serves since \S+\./);
        }
        expect(await live.answerers()).toEqual(['v1']);
        expect(live.lost(from, to)).toEqual([]);
        live.rewrite({ 'hold: 20s': 'hold: 600ms' });
        await live.release('v3');
      }),
    limit,
  );

  it(
    'says so too where the stable version was back before anybody looked',
    () =>
      withLive({ rewrite: { 'every: 200ms, dwell': 'every: 3s, dwell', 'lease: 5s': 'lease: 10s' } }, async (live) => {
        await live.pass('deploy-staging', 'held', { version: 'v2' });
        const canary = live.run('deploy-canary');
        await live.until('a canary', ({ release }) => release?.weight === 50);
        await Promise.all([live.bringDown('v1'), live.bringDown('v2')]);
        await live.until('the end of v1', ({ versions }) =>
          versions.some(({ role, state }) => role === 'stable' && state !== 'healthy'),
        );
        live.bringUp('v1');
        const ran = await canary;
        expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
        for (const text of [ran.stdout, ran.summary]) {
          expect(text).toMatch(
            /Users saw errors: v2 is not healthy since \S+, and the stable version was not until \S+\./,
          );
          expect(text).toMatch(measured);
        }
        expect(await live.answerers()).toEqual(['v1']);
      }),
    limit,
  );
});
