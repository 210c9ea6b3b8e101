/** What may come after a kill, and what must hold then. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { entriesOf } from './journal.ts';
import type { Cut, Scene } from './scene.ts';

export interface Recovery {
  readonly name: string;
  recover(scene: Scene, cut: Cut): Promise<void>;
}

/** Nobody does anything. */
const lease: Recovery = {
  name: 'the lease',
  async recover(scene) {
    // An entry is durable before it is in force, so the release before this one may still be the last.
    const { release } = await scene.until(
      "the release's end",
      (status) => status.release?.version === 'v2' && status.release.verdict !== null,
    );
    expect(release?.verdict).toBe(isPromoted(scene) ? 'promoted' : 'rolled-back');
  },
};

/** The runner runs it also after a main step that was killed; one that knew its release needs no lease to end it. */
const post: Recovery = {
  name: 'post',
  async recover(scene, { action, ran }) {
    await scene.pass(action, 'v2', { stage: 'post', state: ran.state });
    const { release } = await scene.inspect();
    if (ran.state['release'] !== undefined) expect(release?.holder).toBeNull();
  },
};

/** The same action at once, told to wait while the lease runs; then a new release where nothing is left of this one. */
const nextRun: Recovery = {
  name: 'the next run',
  async recover(scene, { action }) {
    let again = await scene.run(action, 'v2');
    while (again.errors[0]?.includes('its lease runs out')) {
      await sleep(200);
      again = await scene.run(action, 'v2');
    }
    if (again.outputs['verdict'] === 'refused') await scene.release('v2');
    else expect(again).toMatchObject({ code: 0, errors: [] });
  },
};

export const recoveries: readonly Recovery[] = [lease, post, nextRun];

/** Whether the promotion of v2 was durable, whoever lived to hear of it. */
export function isPromoted({ folder }: Scene): boolean {
  return entriesOf(folder, 'v2').some(({ command }) => command === 'promote');
}

/** One healthy version has all traffic, and nobody has the lock. @returns that version */
export async function settled(scene: Scene): Promise<string> {
  const { versions } = await scene.until('one healthy version', (status) => {
    const locked = status.release?.verdict === null && status.release.holder !== null;
    return !locked && status.versions.some(({ state, weight }) => state === 'healthy' && weight === 100);
  });
  const version = versions.find(({ weight }) => weight === 100)?.version ?? '';
  expect(await scene.answerers(200)).toEqual([version]);
  return version;
}

/** A release that waits with all traffic is promoted first; then a whole one must succeed. */
export async function nextRelease(scene: Scene): Promise<void> {
  const { release } = await scene.inspect();
  if (release?.verdict === null && release.weight > 0) await scene.release(release.version, 'promote-canary');
  const { stable } = await scene.inspect();
  await scene.release(stable === 'v2' ? 'v3' : 'v2');
}
