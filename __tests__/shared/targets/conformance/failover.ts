/** What users get when a version fails, before anybody has decided anything. */
import { expect, it } from '@jest/globals';
import { type Scene, topic } from './scene.ts';

async function noticed(scene: Scene, version: string): Promise<void> {
  await scene.until(async () => (await scene.version(version))?.state !== 'healthy');
}

export function failovers(scene: Scene): void {
  topic('without anybody’s order', scene, () => {
    it('users of a canary that crashed get the stable version, and its ordered weight stays on record', async () => {
      await scene.begin(25);
      await scene.bed.crash(scene.canary);
      await noticed(scene, scene.canary);
      expect(await scene.bed.send(60)).toEqual({ [scene.stable]: 60 });
      expect(await scene.release()).toMatchObject({ weight: 25, verdict: null });
    });

    it('users of a sick canary get the stable version', async () => {
      await scene.begin(25);
      await scene.fail(scene.canary);
      expect(await scene.bed.send(60)).toEqual({ [scene.stable]: 60 });
    });

    it('users of a stable version that crashed get the healthy canary that has a weight', async () => {
      await scene.begin(25);
      await scene.sicken(scene.stable);
      await scene.bed.crash(scene.stable);
      await noticed(scene, scene.stable);
      expect(await scene.bed.send(60)).toEqual({ [scene.canary]: 60 });
      expect((await scene.release()).weight).toBe(25);
    });

    it('no user gets a canary at weight 0, whatever becomes of the stable version', async () => {
      await scene.begin();
      await scene.sicken(scene.stable);
      await scene.bed.crash(scene.stable);
      await noticed(scene, scene.stable);
      expect((await scene.bed.send(60))[scene.canary]).toBeUndefined();
    });

    it('a stable version that died alone comes back', async () => {
      await scene.begin();
      const { stable } = scene;
      await scene.discard();
      await scene.bed.crash(stable);
      await noticed(scene, stable);
      await scene.until(async () => (await scene.version(stable))?.state === 'healthy');
      expect(await scene.bed.send(50)).toEqual({ [stable]: 50 });
      expect((await scene.version(stable))?.restarts).toBeGreaterThan(0);
    });
  });
}
