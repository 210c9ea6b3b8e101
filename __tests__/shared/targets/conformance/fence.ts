/** Whoever was overtaken by another holder, or by the end of the release, is refused. */
import { expect, it } from '@jest/globals';
import type { Ticket } from '../../../../shared/release/target.ts';
import { calls } from './calls.ts';
import { rival, type Scene, topic } from './scene.ts';
import { standing, why } from './told.ts';

/** Every call with that ticket, and with later numbers of it, is refused and leaves no trace. */
async function refusesAll(scene: Scene, old: Ticket, refused: string): Promise<void> {
  const before = standing(await scene.target.inspect());
  for (const [name, call] of calls) {
    for (const ahead of [1, 5]) {
      const ticket = { ...old, sequence: old.sequence + ahead };
      expect([name, await why(call(scene.bed.other(), ticket))]).toEqual([name, refused]);
    }
  }
  expect(standing(await scene.target.inspect())).toEqual(before);
}

export function fences(scene: Scene): void {
  topic('a fence', scene, () => {
    it('that another holder has overtaken is stale for every call', async () => {
      await scene.begin(10);
      await scene.hold();
      const old = scene.ticket;
      const { fence } = await scene.acquire({ release: old.release, holder: rival });
      expect(fence).toBeGreaterThan(old.fence);
      await refusesAll(scene, old, 'stale');
    });

    it('whose lock was given back is stale for every call', async () => {
      await scene.begin(10);
      await scene.hold();
      await refusesAll(scene, scene.ticket, 'stale');
    });

    it('of a release that its holder has ended is refused as ended for every call', async () => {
      await scene.begin(10);
      await scene.discard();
      await scene.gone(scene.canary);
      await refusesAll(scene, scene.ticket, 'ended');
    });

    it('of a release that was promoted is refused as ended for every call', async () => {
      await scene.begin(10);
      await scene.target.promote(scene.next());
      await scene.gone(scene.stable);
      await refusesAll(scene, scene.ticket, 'ended');
    });

    it('of a release that the target has reverted is refused as ended for every call', async () => {
      await scene.begin(10);
      await scene.target.renew(scene.next(), scene.lease / 3);
      await scene.until(async () => (await scene.release()).phase === 'ended');
      await scene.gone(scene.canary);
      await refusesAll(scene, scene.ticket, 'ended');
    });

    it('that was never given out is stale', async () => {
      await scene.begin(10);
      await refusesAll(scene, { ...scene.ticket, fence: scene.ticket.fence + 1 }, 'stale');
    });

    it('of a release that never was is refused', async () => {
      await scene.begin(10);
      await refusesAll(scene, { ...scene.ticket, release: 'nobody-knows-it' }, 'unknown-release');
    });
  });
}
