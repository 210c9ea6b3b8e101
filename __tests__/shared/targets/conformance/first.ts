/** The life of a service from nothing: its first version, its next one, and the way back by name. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Conformance } from './bed.ts';
import { label, Scene } from './scene.ts';
import { why } from './told.ts';

export function first(conformance: Conformance): void {
  describe('from an empty target on', () => {
    const scene = new Scene(conformance);
    beforeAll(() => scene.open());
    afterAll(() => scene.close());
    const [one, two] = [label(), label()];

    it('nothing stands there at first', async () => {
      const nothing = { stable: null, versions: [], release: null, former: [], journal: [] };
      expect(await scene.target.inspect()).toMatchObject(nothing);
      expect(await scene.bed.send(5)).toEqual({ failed: 5 });
    });

    it('what is not staged can be taken up by nobody', async () => {
      expect(await why(scene.acquire({ version: one }))).toBe('not-staged');
    });

    it('a version that is not started yet gets no users and is not promoted', async () => {
      await scene.acquire({ version: one, create: true });
      expect(await why(scene.target.promote(scene.next()))).toBe('not-staged');
    });

    it('the first version has no weight beside nothing, and is promoted at once', async () => {
      await scene.target.stage(scene.next());
      expect(await why(scene.weigh(50))).toBe('invalid');
      expect(await scene.bed.send(5)).toEqual({ failed: 5 });
      await scene.target.promote(scene.next());
      const { stable, versions, release, former } = await scene.target.inspect();
      expect([stable, former]).toEqual([one, []]);
      expect(versions).toMatchObject([{ version: one, role: 'stable', state: 'healthy', weight: 100 }]);
      expect(release).toMatchObject({
        version: one,
        baseline: null,
        phase: 'ended',
        verdict: 'promoted',
        holder: null,
      });
      expect(await scene.bed.send(20)).toEqual({ [one]: 20 });
    });

    it('the stable version is no release of its own', async () => {
      expect(await why(scene.acquire({ version: one, create: true }))).toBe('invalid');
    });

    it('the next version takes its place, and it is on record as the former one', async () => {
      await scene.begin(50, two);
      await scene.target.promote(scene.next());
      expect(await scene.target.inspect()).toMatchObject({ stable: two, former: [one] });
      expect(await scene.bed.send(20)).toEqual({ [two]: 20 });
      await scene.gone(one);
    });

    it('a former version is started as it ran, and takes its place again', async () => {
      await scene.acquire({ version: one, create: true });
      expect(await scene.target.stage(scene.next(), { recorded: true })).toMatchObject({
        version: one,
        state: 'healthy',
      });
      await scene.target.promote(scene.next());
      expect(await scene.target.inspect()).toMatchObject({ stable: one, former: [two] });
      await scene.gone(two);
    });

    it('a version that was never stable has no record to be started from', async () => {
      await scene.acquire({ version: label(), create: true });
      expect(await why(scene.target.stage(scene.next(), { recorded: true }))).toBe('unknown-version');
    });
  });
}
