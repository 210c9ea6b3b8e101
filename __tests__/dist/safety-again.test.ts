/** Jobs that run again: an ended release never goes on, and a release is of one build for its whole life. */
import { describe, expect, it } from '@jest/globals';
import { interrupt, said } from './interrupt.ts';
import { withLive } from './live.ts';

const limit = 60_000;

describe('a job that runs again after a cancel', () => {
  it(
    'finds nothing to do in a canary that was taken back, and begins a new release where it stages again',
    () =>
      withLive({}, async (live) => {
        const first = await live.pass('deploy-staging', 'held', { version: 'v2' });
        await interrupt(live, { action: 'deploy-canary', at: said('weight 0 % -> 50 %') });
        const before = await live.journal();
        for (const inputs of [{}, { version: 'v2' }]) {
          const again = await live.run('deploy-canary', inputs);
          expect(again).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
          expect(again.errors).toEqual([
            expect.stringMatching(
              /; release v2-\S+ ended as rolled-back: cancelled at 50 %25\)?; run deploy-staging first$/,
            ),
          ]);
        }
        expect(await live.journal()).toEqual(before);

        const second = await live.pass('deploy-staging', 'held', { version: 'v2' });
        expect(second.outputs['release']).not.toBe(first.outputs['release']);
        const canary = await live.pass('deploy-canary', 'held', { version: 'v2' });
        expect(canary.outputs['release']).toBe(second.outputs['release']);
        expect(canary.stdout).toContain('begins');
        await live.pass('promote-canary', 'promoted');
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );
});

describe('another build under the version of an open release', () => {
  it(
    'is refused, and leaves the one that is staged',
    () =>
      withLive({}, async (live) => {
        await live.pass('deploy-staging', 'held', { version: 'v2' });
        live.rewrite({ 'versions: { bad': 'versions: { v2: { env: { BUILD: other } }, bad' });
        const other = await live.run('deploy-staging', { version: 'v2' });
        expect(other).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
        expect(other.errors).toEqual([
          expect.stringContaining('was staged with another command, folder or environment'),
        ]);
        await live.post('deploy-staging', other);
        expect((await live.inspect()).release).toMatchObject({ verdict: null, phase: 'staged', holder: null });
        await live.pass('deploy-canary', 'held');
        await live.pass('promote-canary', 'promoted');
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );
});
