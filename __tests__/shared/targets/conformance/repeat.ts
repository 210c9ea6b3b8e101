/** The same call again: answered as the first time, and nothing is done twice. */
import { expect, it } from '@jest/globals';
import { calls } from './calls.ts';
import { label, type Scene, topic } from './scene.ts';
import { refusal, standing, why } from './told.ts';

export function repetition(scene: Scene): void {
  topic('the same call again', scene, () => {
    it.each(calls)('is answered as the first time and changes nothing: %s', async (_name, call) => {
      await scene.begin(10);
      const ticket = scene.next();
      const answer = await call(scene.target, ticket);
      await scene.until(async () => (await scene.target.inspect()).versions.every(({ role }) => role !== 'retired'));
      const before = standing(await scene.target.inspect());
      // Users go on meanwhile: an answer that is worked out again would not be the first one.
      await scene.bed.send(20);
      expect(await call(scene.target, ticket)).toEqual(answer);
      expect(await call(scene.bed.other(), ticket)).toEqual(answer);
      expect(standing(await scene.target.inspect())).toEqual(before);
    });

    it('that was refused is refused again, also when it would pass by now', async () => {
      await scene.begin(10);
      await scene.fail(scene.canary);
      const ticket = scene.next();
      const refused = await refusal(scene.weigh(50, ticket));
      await scene.cure(scene.canary);
      await scene.until(async () => (await scene.version(scene.canary))?.state === 'healthy');
      expect(await refusal(scene.weigh(50, ticket))).toEqual(refused);
      expect((await scene.release()).weight).toBe(10);
      await scene.weigh(50);
    });

    it('renews no lease once more', async () => {
      await scene.begin();
      const ticket = scene.next();
      await scene.target.renew(ticket, 10 * scene.lease);
      await scene.bed.sleep(scene.lease / 2);
      await scene.target.renew(ticket, 10 * scene.lease);
      expect((await scene.release()).expiresIn).toBeLessThanOrEqual(9.5 * scene.lease + 0.01);
    });

    it('under two clients at once is done once', async () => {
      await scene.begin(10);
      const ticket = scene.next();
      const clients = [scene.target, scene.bed.other(), scene.target];
      const change = { weight: 50, step: 0, reason: 'both' };
      const [one, ...others] = await Promise.all(clients.map((client) => client.setWeight(ticket, change)));
      for (const other of others) expect(other).toEqual(one);
      const entries = (await scene.journal()).filter(({ release }) => release === ticket.release);
      expect(entries.filter(({ sequence }) => sequence === ticket.sequence)).toHaveLength(1);
    });

    it('takes the lock once: the same nonce gets the same ticket', async () => {
      const [version, nonce] = [label(), crypto.randomUUID()];
      const ticket = await scene.acquire({ version, create: true, nonce });
      const before = standing(await scene.target.inspect());
      expect(await scene.acquire({ version, create: true, nonce })).toEqual(ticket);
      expect(standing(await scene.target.inspect())).toEqual(before);
    });

    it('begins no second release when the first has ended', async () => {
      const [version, nonce] = [label(), crypto.randomUUID()];
      await scene.acquire({ version, create: true, nonce });
      await scene.discard();
      const before = standing(await scene.target.inspect());
      expect(await why(scene.acquire({ version, create: true, nonce }))).toBe('ended');
      expect(standing(await scene.target.inspect())).toEqual(before);
    });
  });
}
