import { beforeEach, describe, expect, it } from '@jest/globals';
import { returnTraffic } from '../../../shared/targets/return.ts';
import type { Session } from '../../../shared/targets/session.ts';
import { take } from '../../../shared/targets/take.ts';
import { Bed } from './world.ts';

let bed: Bed;
let session: Session;

beforeEach(async () => {
  bed = await new Bed().begin();
  ({ session } = await bed.during(take(bed.work, { version: 'v2', create: true }, 'rollback')));
  await bed.during(session.stage());
  await bed.during(session.setWeight({ weight: 50, step: 1, reason: 'up' }));
});

const back = () => bed.during(returnTraffic({ ...bed.work, session, canary: 'v2' }, 'rolled-back', 'bad'));

function kill(...names: string[]): void {
  for (const name of names) bed.world.turn(name, { alive: false, up: false, capacity: 0 });
  for (const name of names) bed.fleet.happened(name);
}

/** Orders since the canary had its weight. */
const since = () => bed.journal.slice(bed.journal.indexOf('set-weight 50') + 1);

describe('the traffic', () => {
  it('goes back at once, and is measured afterwards', async () => {
    expect(await back()).toEqual({ notes: [expect.stringMatching(/^Measured afterwards: none of 30\d requests/)] });
    expect(since()).toEqual(['discard 0']);
  });

  it('goes back in steps while the stable version is short, and renews meanwhile', async () => {
    bed.world.turn('v1', { capacity: 70 });
    bed.timeline.after(3, () => bed.world.turn('v1', { capacity: 90 }));
    bed.timeline.after(6, () => bed.world.turn('v1', { capacity: 100 }));
    await back();
    expect(since()).toEqual(['set-weight 30', 'set-weight 10', 'discard 0']);
    expect(bed.calls).toContain('renew');
    expect(bed.said.at(-1)).toBe('weight 10 %: the stable version can carry no more yet');
  });

  it('does not wait for a short version for ever', async () => {
    bed.world.turn('v1', { capacity: 20 });
    const began = bed.timeline.now;
    await back();
    expect(since()).toEqual(['discard 0']);
    expect(bed.timeline.now - began).toBeGreaterThan(10);
  });

  it('stays at the canary until a dead stable version is back', async () => {
    kill('v1');
    const going = back();
    await going;
    expect(since()).toEqual(['discard 0']);
    expect(bed.world.route).toEqual({ stable: 'v1', canary: null, weight: 0 });
  });

  it('stays at the canary where the stable version does not come back, under the target’s deadline', async () => {
    bed.world.turn('v1', { ill: true });
    bed.fleet.happened('v1');
    await bed.pass(3);
    const { kept } = await back();
    expect(kept).toMatch(
      /^traffic stays at v2, because the stable version v1 is unhealthy and has not come back in 10 s/,
    );
    expect(since()).toEqual(['hold 50']);
    expect(bed.world.share('v2')).toBe(100);
    await bed.pass(2);
    expect(bed.daemon.book.release).toMatchObject({ returning: true, passed: -1, approved: [], verdict: null });
    bed.world.turn('v1', { ill: false });
    bed.fleet.happened('v1');
    await bed.pass(4);
    expect(since()).toEqual(['hold 50', 'revert 0']);
  });

  it('goes nowhere with both dead, and says since when users see errors and who came back', async () => {
    kill('v1', 'v2');
    const { notes } = await back();
    expect(notes).toEqual([
      expect.stringMatching(/^Neither v2 nor the stable version was healthy: users saw errors since 1970/),
      expect.stringMatching(/^v1 was started again, and serves since 1970/),
    ]);
  });

  it('is given up for lost when the target does not answer, and the error says so', async () => {
    bed.daemon.down = true;
    await expect(back()).rejects.toThrow('the connection was refused');
  });

  it('goes back without a look when the run is cancelled', async () => {
    bed.world.turn('v1', { capacity: 20 });
    bed.process.signal('SIGINT');
    expect(await back()).toEqual({ notes: [] });
    expect(since()).toEqual(['discard 0']);
  });

  it('stays with a cancelled canary when nobody else is healthy', async () => {
    bed.world.turn('v1', { ill: true });
    bed.fleet.happened('v1');
    await bed.pass(3);
    bed.process.signal('SIGINT');
    expect((await back()).kept).toBe('v1 is not healthy and v2 is');
    expect(since()).toEqual(['hold 50']);
  });
});
