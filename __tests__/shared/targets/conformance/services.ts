/** Two services on two targets, which know nothing of each other. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Conformance } from './bed.ts';
import { Scene } from './scene.ts';
import { standing } from './told.ts';

export function services(conformance: Conformance): void {
  describe('two services', () => {
    const [one, other] = [new Scene(conformance), new Scene(conformance)];
    beforeAll(async () => {
      for (const scene of [one, other]) {
        await scene.open();
        await scene.establish();
      }
    });
    afterAll(async () => {
      for (const scene of [one, other]) await scene.close();
    });

    it('have releases at the same time, and neither changes the other’s status, routes or counts', async () => {
      await other.begin(50);
      const before = { status: standing(await other.target.inspect()), sample: await other.target.observe() };
      await one.begin(100);
      expect(await one.bed.send(50)).toEqual({ [one.canary]: 50 });
      await one.target.promote(one.next());
      await one.begin(25);
      await one.bed.crash(one.canary);
      await one.discard();
      await one.bed.restart();
      expect(standing(await other.target.inspect())).toEqual(before.status);
      expect(await other.target.observe()).toEqual({ ...before.sample, at: expect.any(Number) });
      const { [other.stable]: stable = 0, [other.canary]: canary = 0 } = await other.bed.send(100);
      expect([stable + canary, stable > 0, canary > 0]).toEqual([100, true, true]);
    });

    it('refuse each other’s tickets', async () => {
      await one.acquire({ version: 'mine', create: true });
      await expect(other.target.renew({ ...one.ticket, sequence: 1 }, 60)).rejects.toThrow();
      expect((await other.release()).version).toBe(other.canary);
    });
  });
}
