/** What may become the stable version: only what the judge has passed at its last step, or somebody has approved there. */
import { describe, expect, it } from '@jest/globals';
import { interrupt, said } from './interrupt.ts';
import { eachLive, type Live } from './live.ts';

const limit = 60_000;

/** A canary that was cancelled at 100 % before the judge had passed it there, and kept its traffic. */
async function heldUnjudged(live: Live): Promise<void> {
  await live.pass('deploy-staging', 'held', { version: 'v2' });
  const { ran } = await interrupt(live, { action: 'deploy-canary', at: said('weight 50 % -> 100 %') });
  expect(ran).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '100' } });
  const refused = await live.run('promote-canary');
  expect(refused).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
  expect(refused.errors).toEqual([expect.stringContaining('has 100 %25 of the traffic, but that step has not passed')]);
  expect((await live.inspect()).release).toMatchObject({ phase: 'held', weight: 100, verdict: null });
}

const plan = { canary: '  on-cancel: hold\n  held-for: 30s', steps: '[50%, { weight: 100%, hold: 2s }]' };

describe('a release that has all traffic but has not passed there', () => {
  const ways: ((live: Live) => Promise<void>)[] = [
    async (live) => {
      const approved = await live.pass('promote-canary', 'held', { to: 'next-step' });
      expect(approved.stdout).toContain('v2 is approved as it is at 100 %; promote-canary makes it stable');
    },
    async (live) => {
      const again = await live.pass('deploy-canary', 'held');
      expect(again.stdout).toMatch(/continues \S+ at 100 %/);
      expect(again.stdout).toContain('passed at 100 %');
    },
  ];

  it(
    'is promoted once somebody has approved it as it is, or another run has judged it',
    () =>
      eachLive(ways, plan, async (live, way) => {
        await heldUnjudged(live);
        await way(live);
        await live.pass('promote-canary', 'promoted');
        expect(await live.answerers()).toEqual(['v2']);
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );
});
