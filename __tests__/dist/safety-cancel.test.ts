/** A running canary is cancelled: its traffic is safe within a second, and the runner's patience is never used up. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Changes, eachLive, entered, type Interrupted, type Live, said, withLive } from './live.ts';

const limit = 60_000;
/** Seconds until the runner kills what it has interrupted. */
const patience = 7.5;
const raised = 'weight 0 % -> 50 %';
/** No step passes meanwhile. */
const steps = '[{ weight: 50%, hold: 20s }, 100%]';

/** Milliseconds from the signal to the first entry of that name. */
async function delayOf(live: Live, name: string, { sent }: Interrupted): Promise<number> {
  const entry = (await live.entries()).find(({ command, weight }) => `${command} ${weight} %` === name);
  return entry === undefined ? Number.NaN : Date.parse(entry.at) - sent;
}

/** A canary of v2 that is interrupted at its first weight; `before` just before the signal. */
async function cancelled(changes: Changes, act: (live: Live, cut: Interrupted) => Promise<void>, before?: Before) {
  await withLive({ steps, ...changes }, async (live) => {
    await live.pass('deploy-staging', 'held', { version: 'v2' });
    const pid = await live.supervisor();
    const cut = await live.interrupt('deploy-canary', {}, said(raised), (child) =>
      before?.(pid, (signal) => child.kill(signal)),
    );
    expect(cut.seconds).toBeLessThan(patience);
    await act(live, cut);
  });
}
type Before = (supervisor: number, kill: (signal: NodeJS.Signals) => void) => void;

async function expectTakenBack(live: Live, cut: Interrupted): Promise<void> {
  expect(await delayOf(live, 'set-weight 0 %', cut)).toBeLessThan(1000);
  expect(cut.ran).toMatchObject({ code: 1, outputs: { verdict: 'rolled-back', weight: '0' } });
  expect(cut.ran.errors).toEqual(['::error::rolled-back: cancelled at 50 %25']);
  expect(cut.ran.summary).toContain('cancelled at 50 %');
  const before = await live.journal();
  const post = await live.post('deploy-canary', cut.ran);
  expect(post.stdout).toBe('');
  expect(await live.journal()).toEqual(before);
  expect(await live.answerers()).toEqual(['v1']);
  expect(live.lost()).toEqual([]);
}

describe('a canary that is cancelled', () => {
  it('has no traffic within a second', () => cancelled({}, expectTakenBack), limit);

  it(
    'has none either when a second signal comes meanwhile',
    () => cancelled({}, expectTakenBack, (_supervisor, kill) => void sleep(300).then(() => kill('SIGTERM'))),
    limit,
  );

  it(
    'keeps its weight where the plan holds',
    () =>
      cancelled({ canary: '  on-cancel: hold' }, async (live, cut) => {
        expect(await delayOf(live, 'hold 50 %', cut)).toBeLessThan(1000);
        expect((await live.journal()).at(-1)).toBe('hold 50 %');
        expect(cut.ran).toMatchObject({ code: 0, errors: [], outputs: { verdict: 'held', weight: '50' } });
        await live.post('deploy-canary', cut.ran);
        expect((await live.answerers()).toSorted()).toEqual(['v1', 'v2']);
        expect(live.lost()).toEqual([]);
      }),
    limit,
  );

  it(
    'ends in time when the target hangs, and what it could not do is done as soon as the target goes on',
    () => {
      let stopped = 0;
      return cancelled(
        { rewrite: { 'lease: 5s': 'lease: 60s' } },
        async (live, { ran }) => {
          process.kill(stopped, 'SIGCONT');
          expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
          expect(ran.errors).toEqual([
            expect.stringMatching(/^::error::error: cancelled at 50 %25; but then .* when the lease runs out$/),
          ]);
          await live.post('deploy-canary', ran);
          const { release } = await live.inspect();
          expect(release).toMatchObject({ weight: 0, verdict: 'rolled-back' });
          expect(await live.answerers()).toEqual(['v1']);
          expect(live.lost()).toEqual([]);
        },
        (supervisor) => {
          stopped = supervisor;
          process.kill(supervisor, 'SIGSTOP');
        },
      );
    },
    limit,
  );
});

// Requests in flight may take longer than the runner lets us wait, and the lease than the test.
const longer = { rewrite: { 'drain: 2s': 'drain: 30s', 'lease: 5s': 'lease: 60s' } };

describe('a staging, a promotion and a rollback that are cancelled', () => {
  it(
    'take the version away again that was starting',
    () =>
      withLive({}, async (live) => {
        const cut = await live.interrupt('deploy-staging', { version: 'hung' }, entered('stage 0 %'));
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
        const cut = await live.interrupt(action, inputs, entered(entry), () => process.kill(pid, 'SIGSTOP'));
        process.kill(pid, 'SIGCONT');
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
        const cut = await live.interrupt(action, {}, entered(entry));
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
