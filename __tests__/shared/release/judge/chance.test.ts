/** The judge among independent requests: how often it errs, and how soon it finds what is wrong. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { mostOf, type Run, type Task, type World } from './chance.ts';
import { usual } from './worlds.ts';

const harm = ['rollback'];
const either = ['promote-step', 'rollback'];

async function runs(world: World, count: number, looks: number, seed: number, ends = harm): Promise<Run[]> {
  const workerData: Task = { world, runs: count, looks, seed, ends };
  const [found] = await once(new Worker(new URL('./chance-worker.ts', import.meta.url), { workerData }), 'message');
  return found;
}

const ended = (found: readonly Run[], end: Run['end']) => found.filter((run) => run.end === end).length;
const base = { rps: 20, weight: 25, every: 5, bad: 0.02, canaryBad: 0.02 };

describe('identical versions', () => {
  const worlds: readonly World[] = [
    base,
    { ...base, bad: 0.5, canaryBad: 0.5 },
    { ...base, rps: 4, weight: 50, bad: 0.01, canaryBad: 0.01 },
    { ...base, rps: 10, weight: 5, bad: 0.002, canaryBad: 0.002 },
  ];
  let found: readonly Run[][];
  beforeAll(async () => {
    const parts = worlds.map((world, index) => runs(world, 50, 360, 11 + index));
    found = await Promise.all(parts);
  }, 60_000);

  for (const [index, { rps, weight, bad }] of worlds.entries()) {
    it(`are hardly rolled back in 360 looks: ${100 * bad} % errors, ${weight} % of ${rps} requests a second`, () => {
      expect(ended(found[index] ?? [], 'rollback')).toBeLessThanOrEqual(mostOf(50, 0.01));
    });
  }

  it('are rolled back no more often than alpha allows in all of 200 runs', () => {
    expect(found.flat()).toHaveLength(200);
    expect(ended(found.flat(), 'rollback')).toBeLessThanOrEqual(mostOf(200, 0.01));
  });

  it('pass, where there is traffic', async () => {
    const passed = await runs({ ...base, rps: 100, bad: 0.001, canaryBad: 0.001 }, 20, 120, 7, either);
    expect(ended(passed, 'promote-step')).toBeGreaterThanOrEqual(19);
  });
});

describe('a canary that costs more than the harm budget', () => {
  it('passes in no more than 5 % of all cases', async () => {
    const world = { rps: 100, weight: 50, every: 5, bad: 0.01, canaryBad: 0.0151 };
    expect(ended(await runs(world, 60, 150, 21, either), 'promote-step')).toBeLessThanOrEqual(mostOf(60, 0.05));
  });
});

describe('a canary that is worse', () => {
  const usually = { rps: 100, weight: 5, every: 5, bad: 0.01, canaryBad: 0.01, canaryLaw: usual };
  /** Half of the runs within three scrapes (seconds) or, with little traffic, ten requests. */
  const cases: readonly (readonly [name: string, world: World, seconds: number, requests: number])[] = [
    ['ten times 1 % errors', { ...usually, canaryBad: 0.1 }, 15, 0],
    ['50 % errors', { ...usually, canaryBad: 0.5 }, 15, 0],
    ['50 % errors, read every second', { ...usually, every: 1, canaryBad: 0.5 }, 2, 0],
    ['50 % errors in little traffic', { ...usually, rps: 10, canaryBad: 0.5 }, 0, 10],
    ['twice as slow', { ...usually, canaryLaw: [0.1, 0.3, 0.65, 0.85, 0.94, 0.985, 0.998, 1] }, 15, 0],
  ];
  for (const [index, [name, world, seconds, requests]] of cases.entries()) {
    it(`is found in time: ${name}`, async () => {
      const found = await runs(world, 50, 360, 31 + index);
      expect(ended(found, 'rollback')).toBeGreaterThanOrEqual(49);
      const inTime = found.filter(({ t, served }) => t <= seconds || served <= requests);
      expect(inTime.length).toBeGreaterThanOrEqual(25);
    });
  }
});

describe('the limit of chance', () => {
  it('is the binomial one', () => {
    expect([mostOf(200, 0.01), mostOf(1, 0.5), mostOf(60, 0.05)]).toEqual([8, 1, 9]);
  });
});
