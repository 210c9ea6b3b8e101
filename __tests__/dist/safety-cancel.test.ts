/** A running canary is cancelled: its traffic is safe within a second, and the runner's patience is never used up. */
import type { ChildProcess } from 'node:child_process';
import type { ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Interrupted, interrupt, type Reached, said } from './interrupt.ts';
import { type Changes, type Live, withLive } from './live.ts';

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

interface Cancel {
  readonly changes?: Changes;
  readonly at?: Reached;
  /** What is done just before the signal. */
  readonly before?: (live: Live, kill: (signal: NodeJS.Signals) => void) => void;
}

/** A canary of v2 that is interrupted at its first weight. */
async function cancelled(
  { changes = {}, at = said(raised), before }: Cancel,
  act: (live: Live, cut: Interrupted) => Promise<void>,
): Promise<void> {
  await withLive({ steps, ...changes }, async (live) => {
    await live.pass('deploy-staging', 'held', { version: 'v2' });
    const action = 'deploy-canary';
    const kill = (child: ChildProcess) => before?.(live, (signal) => child.kill(signal));
    const cut = await interrupt(live, { action, at, before: kill });
    expect(cut.seconds).toBeLessThan(patience);
    await act(live, cut);
  });
}

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
    'has none either when a second signal comes while it still waits for a request at the canary',
    async () => {
      const streams: ClientRequest[] = [];
      const at: Reached = async (output, live) => {
        if (!output.includes(raised)) return false;
        streams.push(await live.stream('v2'));
        return true;
      };
      const before: Cancel['before'] = (_live, kill) => void sleep(300).then(() => kill('SIGTERM'));
      await cancelled({ at, before }, async (live, cut) => {
        expect(cut.seconds).toBeGreaterThan(0.5);
        await expectTakenBack(live, cut);
        for (const stream of streams) stream.destroy();
      });
    },
    limit,
  );

  it(
    'keeps its weight where the plan holds',
    () =>
      cancelled({ changes: { canary: '  on-cancel: hold' } }, async (live, cut) => {
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
      const changes = { rewrite: { 'lease: 5s': 'lease: 60s' } };
      let supervisor = 0;
      const at: Reached = async (output, live) => {
        supervisor ||= await live.supervisor();
        return output.includes(raised);
      };
      const before: Cancel['before'] = (live) => live.freeze(supervisor);
      return cancelled({ changes, at, before }, async (live, { ran }) => {
        live.thaw();
        expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
        expect(ran.errors).toEqual([
          expect.stringMatching(/^::error::error: cancelled at 50 %25; but then .* when its lease runs out$/),
        ]);
        await live.post('deploy-canary', ran);
        expect((await live.inspect()).release).toMatchObject({ weight: 0, verdict: 'rolled-back' });
        expect(await live.answerers()).toEqual(['v1']);
        expect(live.lost()).toEqual([]);
      });
    },
    limit,
  );
});
