/** What becomes of a release that nobody looks after, and what needs no lock. */
import { expect, it } from '@jest/globals';
import { holder, rival, type Scene, topic } from './scene.ts';
import { why } from './told.ts';

/** Sick, down and slow to come back: nobody can be served there. */
async function kill(scene: Scene, version: string): Promise<void> {
  await scene.sicken(version);
  await scene.bed.crash(version);
  await scene.until(async () => (await scene.version(version))?.state !== 'healthy');
}

async function reverted(scene: Scene, fence: number): Promise<void> {
  await scene.until(async () => (await scene.release()).phase === 'ended');
  const { verdict, weight, holder: nobody, expiresIn, ...release } = await scene.release();
  expect([verdict, weight, nobody, expiresIn]).toEqual(['rolled-back', 0, null, null]);
  expect(release.fence).toBeGreaterThan(fence);
  expect((await scene.journal()).at(-1)).toMatchObject({ command: 'revert', weight: 0, fence: release.fence });
  expect(await scene.bed.send(50)).toEqual({ [scene.stable]: 50 });
  await scene.gone(scene.canary);
}

export function leases(scene: Scene): void {
  topic('a lease', scene, () => {
    it('that is not renewed ends the release: traffic goes back, and the canary is stopped', async () => {
      await scene.begin(50);
      await scene.target.renew(scene.next(), scene.lease);
      expect((await scene.release()).expiresIn).toBeLessThanOrEqual(scene.lease);
      await reverted(scene, scene.ticket.fence);
      expect(await why(scene.weigh(50))).toBe('ended');
    });

    it('that is renewed goes on', async () => {
      await scene.begin(50);
      for (let round = 0; round < 5; round += 1) {
        await scene.target.renew(scene.next(), scene.lease);
        await scene.bed.sleep(scene.lease / 3);
      }
      expect(await scene.release()).toMatchObject({ phase: 'running', weight: 50 });
    });

    it('lets requests at the canary end before it is stopped', async () => {
      await scene.begin(50);
      const lingering = await scene.linger(scene.canary);
      await scene.target.renew(scene.next(), scene.lease / 3);
      await scene.until(async () => (await scene.release()).phase === 'ended');
      await scene.bed.sleep(scene.lease);
      expect(await scene.version(scene.canary)).toMatchObject({ state: 'draining', inFlight: 1 });
      expect(await lingering.end()).toBe('answered');
      await scene.gone(scene.canary);
    });

    it('of a release that is held is as long as was said then', async () => {
      await scene.begin(50);
      await scene.target.renew(scene.next(), scene.lease / 2);
      await scene.hold(1.5 * scene.lease);
      const { phase, weight, expiresIn } = await scene.release();
      expect([phase, weight, (expiresIn ?? 0) > scene.lease]).toEqual(['held', 50, true]);
      await scene.bed.sleep(0.8 * scene.lease);
      expect((await scene.release()).phase).toBe('held');
      await reverted(scene, scene.ticket.fence);
    });

    it('of a release that was given back at weight 0 ends it too', async () => {
      await scene.begin();
      await scene.hold(scene.lease / 3);
      expect((await scene.release()).phase).toBe('staged');
      await reverted(scene, scene.ticket.fence);
    });

    it.each([
      ['sick', (version: string) => scene.fail(version)],
      ['dead', (version: string) => kill(scene, version)],
    ])(
      'never brings traffic to a %s stable version while the canary is healthy, only when it is back',
      async (_how, break_) => {
        await scene.begin(50);
        await break_(scene.stable);
        await scene.target.renew(scene.next(), scene.lease / 3);
        await scene.bed.sleep(scene.lease);
        expect(await scene.release()).toMatchObject({ weight: 50, verdict: null });
        expect(await scene.bed.send(50)).toEqual({ [scene.canary]: 50 });
        expect(await why(scene.weigh(10))).toBe('stale');
        const { fence } = scene.ticket;
        await scene.cure(scene.stable);
        await reverted(scene, fence);
      },
    );

    it('of a release that was to be taken back ends as soon as the stable version is healthy, and nothing of it goes up', async () => {
      await scene.begin(25);
      await scene.fail(scene.stable);
      await scene.target.approve(scene.ticket.release, 1, rival);
      const kept = { heldFor: 60 * scene.lease, reason: 'found bad', returning: true };
      await scene.target.hold(scene.next(), { ...kept, passed: 1 });
      expect(await scene.release()).toMatchObject({
        phase: 'held',
        returning: true,
        passed: -1,
        approved: [],
        weight: 25,
      });
      const { fence } = await scene.acquire({ release: scene.ticket.release });
      expect(await why(scene.weigh(50))).toBe('ended');
      await scene.target.hold(scene.next(), kept);
      await scene.cure(scene.stable);
      await reverted(scene, fence);
    });

    it('that ran out on a sick stable version can be taken up again', async () => {
      await scene.begin(50);
      await scene.fail(scene.stable);
      await scene.target.renew(scene.next(), scene.lease / 3);
      await scene.bed.sleep(scene.lease);
      const { fence } = scene.ticket;
      expect((await scene.acquire({ version: scene.canary, holder: rival })).fence).toBeGreaterThan(fence);
      await scene.target.promote(scene.next());
      expect((await scene.target.inspect()).stable).toBe(scene.canary);
    });
  });
}

export function approvals(scene: Scene): void {
  topic('an approval', scene, () => {
    it('needs no lock, stands in the status, and twice is once', async () => {
      await scene.begin(25);
      const { release } = scene.ticket;
      await scene.bed.other().approve(release, 2, rival);
      await scene.bed.other().approve(release, 1, rival);
      const count = (await scene.journal()).length;
      await scene.target.approve(release, 2, holder);
      expect((await scene.release()).approved).toEqual([1, 2]);
      const journal = await scene.journal();
      expect([journal.length, journal.at(-1)?.command]).toEqual([count, 'approve']);
      await scene.weigh(50);
      await scene.hold();
      await scene.target.approve(release, 0, rival);
      expect((await scene.release()).approved).toEqual([0, 1, 2]);
    });

    it('of no step, or of a release that never was, is refused', async () => {
      await scene.begin();
      expect(await why(scene.target.approve(scene.ticket.release, -1, rival))).toBe('invalid');
      expect(await why(scene.target.approve('nobody-knows-it', 0, rival))).toBe('unknown-release');
    });
  });
}
