/** A gate: opened once, in time, or not at all. */
import { describe, expect, it } from '@jest/globals';
import type { Ran } from './harness.ts';
import { eachLive, type Live, withLive } from './live.ts';

const limit = 60_000;
const steps = '[{ weight: 50%, approve: true }, 100%]';

/** A canary that nobody approves in time. */
async function unapproved(live: Live): Promise<Ran> {
  await live.pass('deploy-staging', 'held', { version: 'v2' });
  const ran = await live.run('deploy-canary');
  expect(ran.errors).toEqual(['::error::inconclusive: nobody approved the step after 50 %25 in 6 s']);
  expect(ran.summary).toContain('nobody approved the step after 50 % in 6 s');
  return ran;
}

/** Ended, so that an approval comes too late. */
async function takenBack(live: Live, ran: Ran): Promise<void> {
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'inconclusive', weight: '0' } });
  const late = await live.run('promote-canary', { to: 'next-step' });
  expect(late).toMatchObject({ code: 1, outputs: { verdict: 'refused' } });
  expect(late.errors).toEqual([
    expect.stringMatching(/ended as inconclusive \(nobody approved .*\); an ended release does not go on/),
  ]);
  expect((await live.journal()).at(-1)).toBe('discard 0 %');
}

/** Held, under the target's own deadline. */
async function kept(live: Live, ran: Ran): Promise<void> {
  expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'inconclusive', weight: '50' } });
  for (const text of [ran.stdout, ran.summary]) expect(text).toMatch(/v2 keeps 50 % of the traffic for another \d s/);
  expect((await live.inspect()).release).toMatchObject({ phase: 'held', weight: 50, verdict: null });
  expect((await live.answerers()).toSorted()).toEqual(['v1', 'v2']);
  await live.until('the end of the hold', ({ release }) => release?.verdict === 'rolled-back');
}

describe('a gate', () => {
  it(
    'that is opened twice is open once',
    () =>
      withLive({ steps, canary: '  held-for: 30s' }, async (live) => {
        await live.pass('deploy-staging', 'held', { version: 'v2' });
        await live.pass('deploy-canary', 'held', { until: '50%' });
        for (let times = 2; times > 0; times -= 1) {
          const opened = await live.pass('promote-canary', 'held', { to: 'next-step' });
          expect(opened.stdout).toContain('the gate after 50 % is open');
        }
        expect((await live.journal()).filter((entry) => entry === 'approve 50 %')).toHaveLength(1);
        await live.pass('deploy-canary', 'held');
        expect((await live.inspect()).release).toMatchObject({ weight: 100, approved: [0] });
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );

  const late: [canary: string, act: typeof takenBack][] = [
    ['', takenBack],
    ['\n  on-deadline: hold', kept],
  ];
  it(
    'that nobody opens in time ends in the way back, or in a held release where the plan holds',
    () =>
      eachLive(
        late,
        ([canary]) => ({ steps, canary: `  held-for: 6s${canary}` }),
        async (live, [, act]) => {
          await act(live, await unapproved(live));
          expect(await live.answerers()).toEqual(['v1']);
          expect(live.lost()).toEqual([]);
        },
      ),
    limit,
  );
});
