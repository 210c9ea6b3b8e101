/** A staging, a promotion and a rollback are cancelled: they say truly what became of it, and one version has the users. */
import { describe, expect, it } from '@jest/globals';
import { entered, interrupt } from './interrupt.ts';
import { eachLive, withLive } from './live.ts';

const limit = 60_000;
/** Seconds until the runner kills what it has interrupted. */
const patience = 7.5;
// Requests in flight may take longer than the runner lets us wait, and the lease than the test.
const longer = { rewrite: { 'drain: 2s': 'drain: 30s', 'lease: 5s': 'lease: 60s' } };

describe('a staging, a promotion and a rollback that are cancelled', () => {
  it(
    'take the version away again that was starting',
    () =>
      withLive({}, async (live) => {
        const cut = await interrupt(live, {
          action: 'deploy-staging',
          inputs: { version: 'hung' },
          at: entered('stage 0 %'),
        });
        expect(cut.seconds).toBeLessThan(patience);
        expect(cut.ran).toMatchObject({
          code: 1,
          outputs: { verdict: 'refused', release: expect.stringMatching(/^hung-/) },
        });
        expect(cut.ran.errors).toEqual(['::error::refused: cancelled by SIGINT: hung was taken away again']);
        await live.post('deploy-staging', cut.ran);
        expect((await live.journal()).at(-1)).toBe('discard 0 %');
        await live.release('v2');
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );

  const hanging = [
    { action: 'deploy-staging', version: 'hung', until: '', entry: 'stage 0 %', left: 'v1' },
    { action: 'promote-canary', version: 'v2', until: '100%', entry: 'promote 100 %', left: 'v2' },
    { action: 'rollback', version: 'v2', until: '50%', entry: 'discard 0 %', left: 'v1' },
  ];
  it(
    'end in time when the target hangs, and say that they do not know',
    () =>
      eachLive(hanging, longer, async (live, { action, version, until, entry, left }) => {
        if (until !== '') {
          await live.pass('deploy-staging', 'held', { version });
          await live.pass('deploy-canary', 'held', { until });
        }
        const pid = await live.supervisor();
        const stream = until === '' ? undefined : await live.stream(left === 'v1' ? 'v2' : 'v1');
        const inputs = until === '' ? { version } : {};
        const cut = await interrupt(live, {
          action,
          inputs,
          at: entered(entry),
          before: () => live.freeze(pid),
        });
        live.thaw();
        expect(cut.seconds).toBeLessThan(patience);
        expect(cut.ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
        await live.post(action, cut.ran);
        stream?.destroy();
        expect(await live.answerers()).toEqual([left]);
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );

  it(
    'leave one version with all traffic, whatever the other one still answers',
    () =>
      eachLive(hanging.slice(1), longer, async (live, { action, version, until, entry, left }) => {
        await live.pass('deploy-staging', 'held', { version });
        await live.pass('deploy-canary', 'held', { until });
        const stream = await live.stream(left === 'v1' ? 'v2' : 'v1');
        const cut = await interrupt(live, { action, at: entered(entry) });
        expect(cut.seconds).toBeLessThan(patience);
        const verdict = left === 'v1' ? 'rolled-back' : 'promoted';
        expect(cut.ran).toMatchObject({ code: 0, errors: [], outputs: { verdict, version: left } });
        await live.post(action, cut.ran);
        expect((await live.journal()).at(-1)).toBe(entry);
        expect(await live.answerers()).toEqual([left]);
        expect(stream.destroyed).toBe(false);
        await live.release(left === 'v1' ? 'v2' : 'v3');
        stream.destroy();
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );
});
