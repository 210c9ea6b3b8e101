/** Everything dies once, at every entry of a release's journal, and the service ends on one healthy version. */
import { mkdtempSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isAlive } from '../../shared/targets/local/fleet/identity.ts';
import { figures, type Killed, lostOf, timeToRecovery } from './figures.ts';
import { entriesOf, readState, strays } from './journal.ts';
import { isPromoted, nextRelease, type Recovery, recoveries, settled } from './recoveries.ts';
import { type Cut, Scene } from './scene.ts';

/** How many releases are cut short side by side: mostly they wait. */
const lanes = 3;
const limit = 300_000;

/** The journal of a release that nobody disturbs, one name an entry. */
let entries: readonly string[] = [];
const killed: Killed[] = [];
/** Seconds from the start of the run after the kill of a target to the first good answer, at worst. */
let firstAnswer = 0;
// Under /tmp, because the path of a socket in it must stay short.
const state = mkdtempSync('/tmp/jk-');
process.env['JARVIS_STATE'] = state;

beforeAll(async () => {
  const scene = await Scene.open();
  await scene.release('v2');
  entries = entriesOf(scene.folder, 'v2').map(({ command, weight }) => `${command} ${weight} %`);
  expect(await settled(scene)).toBe('v2');
  await scene.end();
  expect(lostOf(scene.users.asked)).toEqual([]);
}, limit);

afterAll(() => {
  rmSync(state, { recursive: true, force: true });
  process.stdout.write(`${figures(killed, firstAnswer).join('\n')}\n`);
});

/** Does `work` with a target of its own for every entry, counted from 1, and says at which ones it failed. */
async function atEveryEntry(work: (scene: Scene, count: number) => Promise<void>): Promise<void> {
  const counts = entries.map((_, index) => index + 1);
  const failures: string[] = [];
  const lane = async () => {
    for (let count = counts.shift(); count !== undefined; count = counts.shift()) {
      const where = `entry ${count}, ${entries[count - 1]}`;
      const scene = await Scene.open();
      await work(scene, count)
        .catch((error: unknown) => failures.push(`${where}: ${error instanceof Error ? error.message : String(error)}`))
        .finally(() => scene.end());
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  expect(failures).toEqual([]);
}

function note({ users }: Scene, cut: Cut, recovery: string, seconds: number): void {
  killed.push({ entry: entries[cut.count - 1] ?? '', recovery, seconds, asked: users.asked });
}

describe('an action that is killed', () => {
  it(
    'at every entry of the journal loses no request, and leaves one healthy version',
    async () => {
      await atEveryEntry(async (scene, count) => {
        const cut = await scene.cutShort(count, (action) => action.kill('SIGKILL'));
        expect(cut.ran.code).toBeNull();
        const { name, recover } = recoveries[(count - 1) % recoveries.length] as Recovery;
        await recover(scene, cut);
        const version = await settled(scene);
        note(scene, cut, name, timeToRecovery(scene.users.asked, cut.at, version));
        await nextRelease(scene);
        expect(lostOf(scene.users.asked)).toEqual([]);
      });
    },
    limit,
  );
});

describe('a target that is killed', () => {
  /** Its post finds nobody, and the next run starts a new target. @returns when it was started and answered first */
  async function restart(scene: Scene, { action, ran }: Cut): Promise<readonly [started: number, back: number]> {
    await scene.pass(action, 'v2', { stage: 'post', state: ran.state });
    const started = performance.now();
    await scene.pass('deploy-staging', 'v2');
    await scene.until('a healthy version', ({ versions }) => versions.some((each) => each.state === 'healthy'));
    const good = await scene.answered(started);
    return [started, good.done];
  }

  it(
    'at every entry of the journal loses requests until it is back alone, and leaves no process behind',
    async () => {
      await atEveryEntry(async (scene, count) => {
        const supervisor = await scene.supervisor();
        const cut = await scene.cutShort(count, () => process.kill(supervisor, 'SIGKILL'));
        // Something was touched, so that no action may say that it refused.
        expect(cut.ran.outputs['verdict']).not.toBe('refused');
        const left = readState(scene.folder);
        const expected = isPromoted(scene) ? 'v2' : 'v1';
        const [started, back] = await restart(scene, cut);
        firstAnswer = Math.max(firstAnswer, (back - started) / 1000);
        expect(await settled(scene)).toBe(expected);
        expect(strays(scene.folder, await scene.supervisor())).toEqual([]);
        expect(left.processes.filter(isAlive)).toEqual([]);
        note(scene, cut, 'a new target', timeToRecovery(scene.users.asked, cut.at, expected));
        await nextRelease(scene);
        const outside = lostOf(scene.users.asked).filter(({ sent, done }) => done < cut.at || sent > back);
        expect(outside).toEqual([]);
      });
    },
    limit,
  );
});
