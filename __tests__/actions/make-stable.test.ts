/** What promotion and rollback do when they are cancelled, or nobody answers, in virtual time. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeStable } from '../../actions/promote-canary/make-stable.ts';
import { takeBack } from '../../actions/rollback/take-back.ts';
import type { ReleaseStatus } from '../../shared/release/target.ts';
import { repair } from '../../shared/targets/repair.ts';
import { take } from '../../shared/targets/take.ts';
import { Bed } from '../shared/targets/world.ts';

let bed: Bed;

/** v2 is held at the last step, which it has passed. */
beforeEach(async () => {
  bed = await new Bed().begin();
  const { session } = await bed.during(take(bed.work, { version: 'v2', create: true }, 'rollback'));
  await bed.during(session.stage());
  await bed.during(session.setWeight({ weight: 50, step: 1, reason: 'up' }));
  await bed.during(session.hold({ heldFor: 90, reason: 'passed', passed: 1 }));
});

const release = async () => (await bed.during(bed.work.target.inspect())).release as ReleaseStatus;
const message = (work: Promise<unknown>) =>
  bed.during(
    work.then(
      () => 'it worked',
      (error: Error) => error.message,
    ),
  );

describe('a promotion', () => {
  it('makes what has passed stable', async () => {
    await bed.during(makeStable(bed.work, await release()));
    expect(bed.daemon.book.stable).toBe('v2');
  });

  it('that is cancelled before it began touches nothing', async () => {
    const found = await release();
    const entries = bed.journal.length;
    bed.process.signal('SIGINT');
    expect(await message(makeStable(bed.work, found))).toBe('cancelled by SIGINT');
    expect([bed.journal.length, bed.daemon.book.stable]).toEqual([entries, 'v1']);
  });

  it('of what was to be taken back is refused, whatever passed before', async () => {
    const { session } = await bed.during(take(bed.work, { version: 'v2' }, 'rollback'));
    await bed.during(session.hold({ heldFor: 90, reason: 'bad', returning: true }));
    expect(await message(makeStable(bed.work, await release()))).toMatch(/that step has not passed|has ended/);
    expect(bed.daemon.book.stable).toBe('v1');
  });
});

describe('a rollback that nobody answers', () => {
  it('leaves the lock, so that post ends the release', async () => {
    const saved: { release: string; fence: number; onCancel: 'rollback' }[] = [];
    const work = { ...bed.work, remember: (unfinished: (typeof saved)[number]) => saved.push(unfinished) };
    for (let count = 0; count < 9; count += 1) bed.mishaps.push(['discard', { delay: Number.POSITIVE_INFINITY }]);
    const going = takeBack(work as typeof bed.work, await release(), 'asked for');
    expect(await message(going)).toMatch(/did not answer/);
    expect((await release()).holder).not.toBeNull();
    bed.mishaps.length = 0;
    const [unfinished] = saved;
    if (unfinished === undefined) throw new Error('nothing was remembered');
    expect(await bed.during(repair(bed.work, unfinished))).toMatch(/was taken back now$/);
    expect(bed.world.share('v2')).toBe(0);
  });
});
