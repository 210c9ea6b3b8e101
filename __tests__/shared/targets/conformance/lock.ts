/** One release of a service at a time, and one holder of it. */
import { expect, it } from '@jest/globals';
import { holder, label, rival, type Scene, topic } from './scene.ts';
import { refusal, standing, why } from './told.ts';

export function locks(scene: Scene): void {
  topic('the lock', scene, () => {
    it('is its first holder’s: another version and the same one are refused as busy, and told whose it is', async () => {
      await scene.begin(25);
      const { id, since, holder: worker } = await scene.release();
      expect(worker).toEqual(holder);
      const before = standing(await scene.target.inspect());
      const { ticket } = scene;
      for (const asked of [{ version: label(), create: true }, { version: scene.canary }, { release: id }]) {
        const { why: refused, message } = await refusal(scene.acquire({ ...asked, holder: rival }));
        expect([asked, refused]).toEqual([asked, 'busy']);
        for (const word of [id, scene.canary, '25 %', since, holder.actor, holder.run, 'attempt 1']) {
          expect(message).toContain(word);
        }
      }
      expect(standing(await scene.target.inspect())).toEqual(before);
      expect(scene.ticket).toEqual(ticket);
    });

    it.each(['release', 'version'] as const)(
      'that was given back is taken up by %s, with a higher fence',
      async (by) => {
        await scene.begin(25);
        await scene.hold();
        const { id, holder: nobody } = await scene.release();
        expect(nobody).toBeNull();
        const { fence } = scene.ticket;
        const ticket = await scene.acquire({
          ...(by === 'release' ? { release: id } : { version: scene.canary }),
          holder: rival,
        });
        expect(ticket).toMatchObject({ release: id });
        expect(ticket.fence).toBeGreaterThan(fence);
        expect(await scene.release()).toMatchObject({
          phase: 'running',
          holder: rival,
          weight: 25,
          fence: ticket.fence,
        });
        await scene.weigh(50);
      },
    );

    it('that was given back still keeps other versions out', async () => {
      await scene.begin(25);
      await scene.hold();
      const { why: refused, message } = await refusal(scene.acquire({ version: label(), create: true, holder: rival }));
      expect(refused).toBe('busy');
      expect(message).toContain(holder.run);
    });

    it.each([
      ['the same version', () => [scene.canary, scene.canary]],
      ['two versions', () => [label(), label()]],
    ])('is had by one of two that ask at once for %s', async (_what, versions) => {
      scene.canary = label();
      const asked = (version: string) => ({ version, create: true, holder, nonce: crypto.randomUUID(), lease: 60 });
      const clients = [scene.target, scene.bed.other()];
      const outcomes = await Promise.allSettled(
        versions().map((version, index) => clients[index]?.acquire(asked(version))),
      );
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it('of an ended release is had by nobody again', async () => {
      await scene.begin(25);
      await scene.discard();
      const { release } = scene.ticket;
      await scene.gone(scene.canary);
      const before = standing(await scene.target.inspect());
      expect(await why(scene.acquire({ release }))).toBe('ended');
      expect(await why(scene.acquire({ release, version: scene.canary, create: true }))).toBe('ended');
      expect(await why(scene.target.approve(release, 0, holder))).toBe('ended');
      expect(standing(await scene.target.inspect())).toEqual(before);
    });

    it.each([
      ['of the stable version', () => ({ version: scene.stable, create: true }), 'invalid'],
      ['for no time', () => ({ version: label(), create: true, lease: 0 }), 'invalid'],
      ['of nothing', () => ({}), 'invalid'],
      ['of what is not staged', () => ({ version: label() }), 'not-staged'],
      ['of a release that never was', () => ({ release: 'nobody-knows-it' }), 'unknown-release'],
    ])('is not given out %s', async (_name, request, refused) => {
      const before = standing(await scene.target.inspect());
      expect(await why(scene.acquire(request()))).toBe(refused);
      expect(standing(await scene.target.inspect())).toEqual(before);
    });

    it('of a version that was discarded begins a release of its own', async () => {
      await scene.begin();
      const { release, fence } = scene.ticket;
      await scene.discard();
      await scene.begin(0, scene.canary);
      expect(scene.ticket.release).not.toBe(release);
      expect(scene.ticket.fence).toBeGreaterThan(fence);
    });
  });
}
