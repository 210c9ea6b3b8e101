import { beforeEach, describe, expect, it } from '@jest/globals';
import { answered, type Session } from '../../../shared/targets/session.ts';
import { inTurn, take } from '../../../shared/targets/take.ts';
import { Bed } from './world.ts';

let bed: Bed;
let session: Session;

beforeEach(async () => {
  bed = await new Bed().begin();
});

async function canary(weight: number): Promise<void> {
  ({ session } = await bed.during(take(bed.work, { version: 'v2', create: true }, 'rollback')));
  await bed.during(session.stage());
  if (weight > 0) await weigh(weight);
}
const weigh = (weight: number) => bed.during(session.setWeight({ weight, step: 0, reason: 'test' }));
const reason = (work: Promise<unknown>) =>
  bed.during(
    work.then(
      () => 'it worked',
      (error: Error) => error.message,
    ),
  );

describe('a call', () => {
  beforeEach(() => canary(0));

  it.each([
    ['is refused on the way', { refused: true as const }],
    ['never arrives', { delay: Number.POSITIVE_INFINITY }],
    ['is done and not answered', { answer: 'lost' as const }],
    ['is done and answered with an error', { answer: 'error' as const }],
  ])('that %s is sent again, and done once', async (_name, mishap) => {
    bed.mishaps.push(['set-weight', mishap]);
    await weigh(10);
    expect(bed.calls.filter((name) => name === 'set-weight')).toHaveLength(2);
    expect(bed.journal.filter((entry) => entry === 'set-weight 10')).toHaveLength(1);
  });

  it('is not sent again for longer than a third of the lease', async () => {
    for (let count = 0; count < 9; count += 1) bed.mishaps.push(['hold', { delay: Number.POSITIVE_INFINITY }]);
    const began = bed.timeline.now;
    expect(await reason(session.hold({ heldFor: 9, reason: 'r' }))).toBe('the target did not answer within 10 s');
    expect(bed.timeline.now - began).toBeLessThan(35);
  });

  it('has a second left after a cancel, however long it may take otherwise', async () => {
    bed.mishaps.push(['hold', { delay: Number.POSITIVE_INFINITY }]);
    bed.timeline.after(2, () => bed.process.signal('SIGINT'));
    const began = bed.timeline.now;
    expect(await reason(session.hold({ heldFor: 9, reason: 'r' }))).toBe('the target did not answer within 3 s');
    expect(bed.timeline.now - began).toBeLessThan(3.1);
    expect(bed.calls.filter((name) => name === 'hold')).toHaveLength(1);
  });

  it('that a later one has overtaken is not done when it arrives', async () => {
    await weigh(10);
    bed.mishaps.push(['set-weight', { delay: 3 }]);
    const raise = session.setWeight({ weight: 50, step: 1, reason: 'up' });
    await weigh(0);
    expect(await reason(raise)).toMatch(/call \d+ of v2-1 came after \d+/);
    expect(bed.world.share('v2')).toBe(0);
  });

  it('to a target that is gone is no refusal, since something may have been done', async () => {
    const { TargetError } = await import('../../../shared/action/errors.ts');
    const gone = () => Promise.reject(new TargetError('nobody answers', 'absent'));
    const first = await bed.during(answered(bed.work, gone).catch((error: unknown) => error));
    expect(first).toMatchObject({ refusal: 'absent' });
    const later = await bed.during(answered(bed.work, gone, undefined, true).catch((error: unknown) => error));
    expect(later).toMatchObject({ message: 'nobody answers', refusal: undefined });
  });
});

describe('the lock', () => {
  it('is taken once, also when its answer was lost', async () => {
    bed.mishaps.push(['acquire', { answer: 'lost' }]);
    await canary(10);
    expect(bed.journal.filter((entry) => entry.startsWith('acquire'))).toHaveLength(1);
    expect(bed.world.share('v2')).toBe(10);
  });

  it('is waited for, and then the story is told from its beginning', async () => {
    await canary(10);
    bed.timeline.after(7, () => void session.discard('rolled-back', 'test'));
    let told = 0;
    const story = async () => {
      told += 1;
      return take(bed.work, { version: 'v3', create: true }, 'rollback');
    };
    const { ticket } = await bed.during(inTurn(bed.work, 30, story));
    expect(ticket.release).toBe('v3-2');
    expect(told).toBeGreaterThan(3);
    expect(bed.said).toEqual([expect.stringMatching(/^waiting for at most 30 s: release v2-1 of version v2, at 10 %/)]);
  });

  it('is not waited for longer than asked, nor when something else is wrong', async () => {
    await canary(10);
    const wait = (seconds: number) =>
      reason(inTurn(bed.work, seconds, () => take(bed.work, { version: 'v3', create: true }, 'hold')));
    const began = bed.timeline.now;
    expect(await wait(5)).toMatch(/is worked on by octocat/);
    expect(bed.timeline.now - began).toBeCloseTo(5, 0);
    expect(await wait(0)).toMatch(/is worked on by octocat/);
    const wrong = () => take(bed.work, { release: 'v9-1' }, 'hold');
    expect(await reason(inTurn(bed.work, 60, wrong))).toBe('release v9-1 is not known');
  });
});

describe('a cancelled run', () => {
  it('that waited takes nothing when its turn comes', async () => {
    await canary(10);
    bed.timeline.after(3, () => void session.discard('rolled-back', 'test'));
    bed.timeline.after(3.5, () => bed.process.signal('SIGINT'));
    const entries = bed.journal.length;
    const story = () => take(bed.work, { version: 'v3', create: true }, 'rollback');
    expect(await reason(inTurn(bed.work, 30, story))).toBe('cancelled by SIGINT');
    expect(bed.journal.slice(entries)).toEqual(['discard 0']);
  });
});
