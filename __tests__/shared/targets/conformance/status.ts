/** What the status says, and what it must not leave out. */
import { expect, it } from '@jest/globals';
import { rival, type Scene, topic } from './scene.ts';

export function statuses(scene: Scene): void {
  topic('the status', scene, () => {
    it('says since when a version is in its state, what it carries, and why it is not healthy', async () => {
      await scene.begin(25);
      const seen = [await scene.version(scene.canary)];
      expect(await scene.version(scene.canary)).toEqual(seen[0]);
      await scene.fail(scene.canary);
      seen.push(await scene.version(scene.canary));
      await scene.cure(scene.canary);
      await scene.until(async () => (await scene.version(scene.canary))?.state === 'healthy');
      seen.push(await scene.version(scene.canary));
      expect(seen.map((each) => [each?.state, each?.capacity])).toEqual([
        ['healthy', 100],
        ['unhealthy', 0],
        ['healthy', 100],
      ]);
      expect(seen.map((each) => (each?.problem ?? '') !== '')).toEqual([false, true, false]);
      const since = seen.map((each) => Date.parse(each?.since ?? ''));
      expect(since).toEqual([...new Set(since)].toSorted((a, b) => a - b));
    });

    it('shows a version that is still starting, with no capacity', async () => {
      await scene.acquire({ version: 'dead', create: true });
      const staged = scene.target.stage(scene.next()).catch(() => 'refused');
      await scene.until(async () => (await scene.version('dead'))?.state === 'starting');
      expect(await scene.version('dead')).toMatchObject({ role: 'canary', capacity: 0, weight: 0 });
      expect(await staged).toBe('refused');
    });

    it('counts what is in flight', async () => {
      const lingering = await scene.linger((await scene.target.inspect()).stable ?? '');
      const { stable, versions } = await scene.target.inspect();
      expect(versions).toMatchObject([{ version: stable, inFlight: 1 }]);
      await lingering.end();
      await scene.until(async () => (await scene.version(stable ?? ''))?.inFlight === 0);
    });

    it('keeps which step has passed until a later one does', async () => {
      await scene.begin(25);
      expect((await scene.release()).passed).toBe(-1);
      await scene.target.hold(scene.next(), { heldFor: 60, reason: 'step 2 has passed', passed: 1 });
      expect(await scene.release()).toMatchObject({ passed: 1, reason: 'step 2 has passed' });
      await scene.acquire({ version: scene.canary });
      await scene.weigh(50);
      await scene.hold();
      expect((await scene.release()).passed).toBe(1);
    });

    it('keeps what a controller left for the next one', async () => {
      await scene.begin(25);
      const memo = { state: 'watching', counts: [1, 2] };
      await scene.target.setWeight(scene.next(), { weight: 50, step: 1, reason: 'on', memo });
      await scene.target.renew(scene.next(), 60);
      await scene.hold();
      await scene.acquire({ version: scene.canary, holder: rival });
      expect((await scene.release()).memo).toEqual(memo);
      await scene.target.renew(scene.next(), 60, { other: true });
      expect(await scene.release()).toMatchObject({ step: 1, memo: { other: true } });
    });

    it('counts down to the end of a lease', async () => {
      await scene.begin();
      await scene.target.renew(scene.next(), 10 * scene.lease);
      const first = (await scene.release()).expiresIn ?? 0;
      await scene.bed.sleep(scene.lease / 2);
      const second = (await scene.release()).expiresIn ?? 0;
      expect(first).toBeLessThanOrEqual(10 * scene.lease);
      expect(first - second).toBeGreaterThanOrEqual(scene.lease / 2 - 0.01);
    });

    it('tells what was ordered in the order in which it was done', async () => {
      await scene.begin(25);
      await scene.hold();
      await scene.target.approve(scene.ticket.release, 0, rival);
      await scene.acquire({ version: scene.canary, holder: rival });
      await scene.weigh(10);
      await scene.discard();
      const journal = await scene.journal();
      const entries = journal.filter(({ release }) => release === scene.ticket.release);
      const orders = ['acquire', 'stage', 'set-weight', 'hold', 'approve', 'acquire', 'set-weight', 'discard'];
      expect(entries.map(({ command }) => command)).toEqual(orders);
      expect(entries.map(({ weight }) => weight)).toEqual([0, 0, 25, 25, 25, 25, 10, 0]);
      const keys = journal.map(({ at, fence }) => [Date.parse(at), fence] as const);
      expect(keys).toEqual(keys.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    });
  });
}
