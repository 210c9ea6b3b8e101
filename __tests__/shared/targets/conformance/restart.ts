/** The controller is killed and started again: what was open is over, what was decided stays. */
import { expect, it } from '@jest/globals';
import { label, type Scene, topic } from './scene.ts';
import { why } from './told.ts';

export function restarts(scene: Scene): void {
  topic('a restart', scene, () => {
    const answers = async (version: string) => {
      await scene.until(async () => (await scene.version(version))?.state === 'healthy');
      expect(await scene.bed.send(30)).toEqual({ [version]: 30 });
    };

    it('ends a running release: weight 0, the stable version serves, the canary is gone', async () => {
      await scene.begin(50);
      await scene.bed.restart();
      expect(await scene.release()).toMatchObject({ phase: 'ended', verdict: 'rolled-back', weight: 0, holder: null });
      expect((await scene.target.inspect()).stable).toBe(scene.stable);
      expect((await scene.release()).fence).toBeGreaterThan(scene.ticket.fence);
      expect(await scene.version(scene.canary)).toBeUndefined();
      await answers(scene.stable);
      expect(await why(scene.weigh(50))).toBe('ended');
      expect(await why(scene.acquire({ release: scene.ticket.release }))).toBe('ended');
    });

    it('ends a held release', async () => {
      await scene.begin(50);
      await scene.hold();
      await scene.bed.restart();
      expect(await scene.release()).toMatchObject({ phase: 'ended', verdict: 'rolled-back', weight: 0 });
      await answers(scene.stable);
    });

    it('keeps what was promoted, with its record and its journal', async () => {
      await scene.begin(50);
      await scene.target.promote(scene.next());
      await scene.gone(scene.stable);
      const before = await scene.target.inspect();
      await scene.bed.restart();
      const { stable, release, former, journal } = await scene.target.inspect();
      expect([stable, former, journal]).toEqual([scene.canary, before.former, before.journal]);
      expect(release).toEqual(before.release);
      await answers(scene.canary);
      // Its answer may have been lost with the controller: sent again, it is told that it was done.
      await scene.target.promote(scene.ticket);
      expect(await why(scene.weigh(50))).toBe('ended');
    });

    it('keeps how a release ended', async () => {
      await scene.begin(50);
      await scene.target.discard(scene.next(), 'inconclusive', 'too many errors');
      const before = await scene.release();
      await scene.bed.restart();
      expect(before).toMatchObject({ verdict: 'inconclusive', reason: 'too many errors' });
      expect(await scene.release()).toEqual(before);
      await answers(scene.stable);
      await scene.target.discard(scene.ticket, 'inconclusive', 'too many errors');
    });

    it('never brings the fence back, whether a release was open or not', async () => {
      const fences: number[] = [];
      for (const ends of [true, false]) {
        await scene.acquire({ version: label(), create: true });
        if (ends) await scene.discard();
        fences.push(scene.ticket.fence);
        await scene.bed.restart();
      }
      await scene.acquire({ version: label(), create: true });
      fences.push(scene.ticket.fence);
      expect(fences).toEqual([...new Set(fences)].toSorted((a, b) => a - b));
    });

    it('begins another epoch where counters begin again', async () => {
      await scene.bed.send(30);
      const before = await scene.target.observe();
      await scene.bed.restart();
      const after = await scene.target.observe();
      const count = ({ versions }: typeof before) => versions[before.weight === 0 ? scene.stable : '']?.requests ?? 0;
      expect(after.epoch !== before.epoch || count(after) >= count(before)).toBe(true);
    });
  });
}
