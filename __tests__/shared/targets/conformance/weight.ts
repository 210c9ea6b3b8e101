/** The split: what a staged version gets, what a weight means, and who may raise it. */
import { expect, it } from '@jest/globals';
import { label, type Scene, topic } from './scene.ts';
import { fits, why } from './told.ts';

export function staging(scene: Scene): void {
  topic('a staged version', scene, () => {
    it('is healthy at weight 0, where no user reaches it', async () => {
      const canary = label();
      const { stable } = scene;
      await scene.acquire({ version: canary, create: true });
      const staged = await scene.target.stage(scene.next());
      expect(staged).toMatchObject({ version: canary, role: 'canary', state: 'healthy', weight: 0 });
      expect(await scene.bed.send(100)).toEqual({ [stable]: 100 });
      expect(await scene.release()).toMatchObject({ version: canary, baseline: stable, phase: 'staged', weight: 0 });
    });

    it('that never becomes healthy is refused, gets no weight, and no user notices', async () => {
      const { stable } = scene;
      await scene.acquire({ version: 'dead', create: true });
      const staged = why(scene.target.stage(scene.next()));
      expect(await scene.bed.send(50)).toEqual({ [stable]: 50 });
      expect(await staged).toBe('unhealthy');
      expect(await why(scene.weigh(5))).toBe('unhealthy');
      expect(await why(scene.target.promote(scene.next()))).toBe('unhealthy');
      expect(await scene.bed.send(50)).toEqual({ [stable]: 50 });
    });
  });
}

export function weights(scene: Scene): void {
  topic('a weight', scene, () => {
    it.each([0, 10, 50, 100])('of %d %% is the share of users that the canary gets', async (weight) => {
      await scene.begin();
      await scene.weigh(50);
      await scene.weigh(weight);
      const { [scene.stable]: stable = 0, [scene.canary]: canary = 0, failed = 0 } = await scene.bed.send(300);
      expect([failed, stable + canary]).toEqual([0, 300]);
      expect([canary, fits(canary, 300, weight)]).toEqual([canary, true]);
    });

    it('is in the journal with its fence and sequence, and in the status', async () => {
      await scene.begin(25);
      const { release, fence, sequence } = scene.ticket;
      const entry = { release, fence, sequence, command: 'set-weight', weight: 25, reason: 'to 25 %' };
      expect((await scene.journal()).at(-1)).toMatchObject(entry);
      expect(await scene.release()).toMatchObject({ weight: 25, step: 0, phase: 'running', fence, sequence });
      expect(await scene.version(scene.canary)).toMatchObject({ role: 'canary', weight: 25 });
      expect(await scene.version(scene.stable)).toMatchObject({ role: 'stable', weight: 75 });
    });

    it('is answered with the counters at the change', async () => {
      await scene.begin();
      await scene.bed.send(40);
      const before = await scene.target.observe();
      const sample = await scene.weigh(50);
      expect(sample).toMatchObject({ epoch: before.epoch, bounds: before.bounds, weight: 50 });
      expect(sample.versions[scene.stable]?.requests).toBe(before.versions[scene.stable]?.requests);
      expect(sample.versions[scene.canary]?.requests).toBe(0);
      expect(sample.at).toBeGreaterThanOrEqual(before.at);
    });

    it('is not raised on a canary that is sick at that moment', async () => {
      await scene.begin(10);
      await scene.sicken(scene.canary);
      expect(await why(scene.weigh(50))).toBe('unhealthy');
      expect((await scene.release()).weight).toBe(10);
      expect((await scene.journal()).at(-1)).toMatchObject({ command: 'set-weight', weight: 10 });
    });

    it('can be lowered whatever the canary is', async () => {
      await scene.begin(50);
      await scene.fail(scene.canary);
      await scene.weigh(10);
      expect((await scene.release()).weight).toBe(10);
      await scene.weigh(0);
      expect(await scene.bed.send(50)).toEqual({ [scene.stable]: 50 });
    });

    it('is never 0 while only the canary is healthy', async () => {
      await scene.begin(10);
      await scene.fail(scene.stable);
      expect(await why(scene.weigh(0))).toBe('stable-unhealthy');
      expect((await scene.release()).weight).toBe(10);
    });

    it('that is no share is refused and changes nothing', async () => {
      await scene.begin(10);
      const { granularity } = scene.target.capabilities;
      for (const weight of [-1, 100 + granularity, 10 + granularity / 2, Number.NaN]) {
        expect([weight, await why(scene.weigh(weight))]).toEqual([weight, 'invalid']);
      }
      const { sequence, ...rest } = await scene.release();
      expect([rest.weight, (await scene.journal()).at(-1)?.weight]).toEqual([10, 10]);
    });
  });
}
