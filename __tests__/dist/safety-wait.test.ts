/** One release of a service at a time: the second one is told whose the first is, or waits for its end. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Ran, runAction } from './harness.ts';
import { eachLive, type Live, withLive } from './live.ts';

const limit = 60_000;
const waits = ({ stdout }: Ran) => stdout.match(/^waiting for at most .*$/gm) ?? [];

describe('a second release', () => {
  it(
    'is told whose the first is, and is staged once that one has ended, if it may wait as long',
    () =>
      withLive({}, async (live) => {
        const staged = await live.pass('deploy-staging', 'held', { version: 'v2' });
        const refused = await live.run('deploy-staging', { version: 'v3', wait: '0s' });
        expect(refused).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
        expect(refused.errors).toEqual([expect.stringContaining(staged.outputs['release'] ?? '-')]);
        const { release } = await live.inspect();
        for (const word of ['version v2', 'at 0 %25', `since ${release?.since}`])
          expect(refused.errors[0]).toContain(word);
        expect(refused.errors[0]).toContain('https://github.test/jarvis/actions/actions/runs/7, attempt 2');
        expect(waits(refused)).toEqual([]);

        const began = performance.now();
        const late = await live.run('deploy-staging', { version: 'v3', wait: '2s' });
        expect(late).toMatchObject({ code: 1, errors: refused.errors });
        expect(performance.now() - began).toBeGreaterThan(2000);
        expect(waits(late)).toHaveLength(1);

        const waiting = live.run('deploy-staging', { version: 'v3', wait: '60s' });
        await live.pass('deploy-canary', 'held');
        await live.pass('promote-canary', 'promoted');
        const third = await waiting;
        expect(third).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', 'previous-version': 'v2' } });
        expect(waits(third)).toEqual([expect.stringContaining(staged.outputs['release'] ?? '-')]);
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );
});

/** Another canary waits, and goes on from there. */
async function byCanary(live: Live): Promise<void> {
  const first = live.run('deploy-canary', { until: '50%' });
  await live.until('a canary', ({ release }) => release?.weight === 50);
  const second = await live.pass('deploy-canary', 'held', { wait: '30s' });
  expect(waits(second)).toHaveLength(1);
  expect(second.stdout).toMatch(/continues \S+ at 50 %/);
  expect(await first).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '50' } });
}

/** The promotion waits until it may be done. */
async function byPromotion(live: Live): Promise<void> {
  const canary = live.run('deploy-canary');
  await live.until('a canary', ({ release }) => release?.weight === 50);
  const early = await live.run('promote-canary');
  expect(early).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
  expect(early.errors).toEqual([expect.stringContaining('runs/7, attempt 2')]);
  const promoted = await live.pass('promote-canary', 'promoted', { wait: '30s' });
  expect(waits(promoted)).toHaveLength(1);
  expect(await canary).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '100' } });
  expect(await live.answerers()).toEqual(['v2']);
}

/** A rollback waits, and takes back what was left. */
async function byRollback(live: Live): Promise<void> {
  const canary = live.run('deploy-canary');
  await live.until('a canary', ({ release }) => release?.weight === 50);
  const busy = await live.run('rollback');
  expect(busy).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
  const back = live.run('rollback', { wait: '30s', reason: 'we changed our mind' });
  await sleep(1000);
  await live.pass('promote-canary', 'held', { to: 'next-step' });
  expect(await canary).toMatchObject({ code: 0, outputs: { verdict: 'held', weight: '100' } });
  const ran = await back;
  expect(ran).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'rolled-back', version: 'v1' } });
  expect(waits(ran)).toHaveLength(1);
  expect(ran.stdout).toContain('v2 was taken back from 100 %: we changed our mind');
  expect(await live.answerers()).toEqual(['v1']);
}

describe('a running canary', () => {
  it(
    'is waited for by another one, by its promotion and by a rollback',
    () =>
      eachLive(
        [byCanary, byPromotion, byRollback],
        (story) => ({ steps: `[{ weight: 50%, ${story === byRollback ? 'approve: true' : 'hold: 3s'} }, 100%]` }),
        async (live, story) => {
          await live.pass('deploy-staging', 'held', { version: 'v2' });
          await story(live);
          expect(live.lost()).toEqual([]);
        },
      ),
    limit,
  );
});

describe('a wait that is none', () => {
  it.each(['deploy-staging', 'deploy-canary', 'promote-canary', 'rollback'])(
    'is an input error of %s',
    async (action) => {
      const ran = await runAction(action, { inputs: { plan: 'none.yml', version: 'v1', wait: '10' } });
      expect(ran).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'refused' } });
      expect(ran.errors).toEqual(['::error::input wait is "10"; expected a duration such as 0s, 30s or 10m']);
    },
  );
});
