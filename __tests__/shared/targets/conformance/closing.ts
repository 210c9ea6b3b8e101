/** The two ends that a holder can order: a promotion and a discard, and what they never do to users. */
import { expect, it } from '@jest/globals';
import { type Scene, topic } from './scene.ts';
import { why } from './told.ts';

export function promotions(scene: Scene): void {
  topic('a promotion', scene, () => {
    it('brings all users to the new version, and stops the old one only when nothing is in flight there', async () => {
      await scene.begin(25);
      const lingering = await scene.linger(scene.stable);
      const promoted = scene.target.promote(scene.next());
      await scene.until(async () => (await scene.target.inspect()).stable === scene.canary);
      expect(await scene.bed.send(50)).toEqual({ [scene.canary]: 50 });
      await scene.bed.sleep(scene.lease);
      expect(await scene.version(scene.stable)).toMatchObject({ role: 'retired', state: 'draining', inFlight: 1 });
      expect(await lingering.end()).toBe('answered');
      await promoted;
      await scene.gone(scene.stable);
    });

    it('ends the release with the new version at 100 %, on record in the journal', async () => {
      await scene.begin(25);
      const { release, fence, sequence } = scene.next();
      await scene.target.promote(scene.ticket);
      expect(await scene.release()).toMatchObject({
        phase: 'ended',
        verdict: 'promoted',
        holder: null,
        expiresIn: null,
      });
      expect((await scene.journal()).at(-1)).toMatchObject({
        command: 'promote',
        release,
        fence,
        sequence,
        weight: 100,
      });
      expect(await scene.version(scene.canary)).toMatchObject({ role: 'stable', weight: 100 });
    });

    it('of a canary that is sick at that moment is refused, and works when it is well', async () => {
      await scene.begin(25);
      await scene.sicken(scene.canary);
      expect(await why(scene.target.promote(scene.next()))).toBe('unhealthy');
      expect(await scene.release()).toMatchObject({ weight: 25, verdict: null });
      expect((await scene.target.inspect()).stable).toBe(scene.stable);
      await scene.cure(scene.canary);
      await scene.target.promote(scene.next());
      expect((await scene.target.inspect()).stable).toBe(scene.canary);
    });

    it('is the way out when the stable version is sick', async () => {
      await scene.begin(25);
      await scene.fail(scene.stable);
      await scene.target.promote(scene.next());
      expect(await scene.bed.send(50)).toEqual({ [scene.canary]: 50 });
    });
  });
}

export function discards(scene: Scene): void {
  topic('a discard', scene, () => {
    it('brings users back first, and stops the canary only when nothing is in flight there', async () => {
      await scene.begin(50);
      const lingering = await scene.linger(scene.canary);
      const discarded = scene.discard();
      await scene.until(async () => (await scene.release()).phase === 'ended');
      expect(await scene.bed.send(50)).toEqual({ [scene.stable]: 50 });
      await scene.bed.sleep(scene.lease);
      expect(await scene.version(scene.canary)).toMatchObject({ role: 'retired', state: 'draining', inFlight: 1 });
      expect(await lingering.end()).toBe('answered');
      await discarded;
      await scene.gone(scene.canary);
    });

    it('ends the release with its verdict and reason at weight 0, on record in the journal', async () => {
      await scene.begin(50);
      const { release, fence, sequence } = scene.next();
      await scene.target.discard(scene.ticket, 'inconclusive', 'too many errors');
      const ended = { phase: 'ended', verdict: 'inconclusive', reason: 'too many errors', weight: 0, holder: null };
      expect(await scene.release()).toMatchObject({ ...ended, expiresIn: null });
      expect((await scene.journal()).at(-1)).toMatchObject({ command: 'discard', release, fence, sequence, weight: 0 });
    });

    it('onto a dead stable version is refused while the canary has users and is healthy', async () => {
      await scene.begin(50);
      await scene.fail(scene.stable);
      expect(await why(scene.discard())).toBe('stable-unhealthy');
      expect(await scene.release()).toMatchObject({ weight: 50, verdict: null });
      expect(await scene.bed.send(50)).toEqual({ [scene.canary]: 50 });
      await scene.cure(scene.stable);
      await scene.until(async () => (await scene.version(scene.stable))?.state === 'healthy');
      await scene.discard();
    });

    it.each([
      ['healthy', false],
      ['dead', true],
    ])('of a dead canary works beside a %s stable version', async (_how, both) => {
      await scene.begin(50);
      if (both) await scene.fail(scene.stable);
      await scene.bed.crash(scene.canary);
      await scene.until(async () => (await scene.version(scene.canary))?.state !== 'healthy');
      await scene.discard();
      expect(await scene.release()).toMatchObject({ phase: 'ended', weight: 0 });
    });

    it('of a canary that no user has works whatever the stable version is', async () => {
      await scene.begin();
      await scene.fail(scene.stable);
      await scene.discard();
      expect(await scene.release()).toMatchObject({ phase: 'ended', verdict: 'rolled-back' });
    });

    it('of a version that is still being started refuses its stage as ended', async () => {
      await scene.acquire({ version: 'dead', create: true });
      const staged = why(scene.target.stage(scene.next()));
      await scene.until(async () => (await scene.version('dead')) !== undefined);
      await scene.discard();
      expect(await staged).toBe('ended');
    });

    it.each(['promoted', 'held'] as const)('does not end a release as %s', async (verdict) => {
      await scene.begin(25);
      expect(await why(scene.target.discard(scene.next(), verdict, 'a mistake'))).toBe('invalid');
      expect(await scene.release()).toMatchObject({ weight: 25, verdict: null });
    });
  });
}
