/** What ends a step or a job that does not end by itself, and what a job may leave running. */
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, jobs, of, type Repository, steps } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

test('a step that takes too long fails, a job that does is cancelled', async () => {
  const ran = await repository.run(`on: workflow_dispatch
jobs:
  step:
    runs-on: ubuntu-latest
    steps:
      - { id: slow, timeout-minutes: 0.01, uses: $/actions/stubborn }
      - { id: rescue, if: failure(), run: exit 0 }
  job:
    runs-on: ubuntu-latest
    timeout-minutes: 0.01
    steps:
      - { id: long, uses: $/actions/stubborn }
      - { id: never, run: exit 0 }
`);
  expect(steps(ran)).toEqual({ slow: 'failure', rescue: 'success', long: 'cancelled', never: 'skipped' });
  expect(jobs(ran)).toEqual({ step: 'failure', job: 'cancelled' });
  expect(of(ran, 'annotation').map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      expect.stringContaining('has timed out after 0.01 minutes'),
      expect.stringContaining('exceeded the maximum execution time of 0.01 minutes'),
    ]),
  );
});

test('what a job leaves running ends with it, unless it gave the tracking id up', async () => {
  const ran = await repository.run(`on: workflow_dispatch
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - run: |
          sleep 61.5 > /dev/null 2>&1 & echo "orphan $!"
          RUNNER_TRACKING_ID= setsid sleep 62.5 > /dev/null 2>&1 & echo "survivor $!"
`);
  const [, orphan = '', survivor = ''] = /orphan (\d+)\nsurvivor (\d+)/.exec(ran.log('only')) ?? [];
  const alive = (pid: string): boolean =>
    /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' }).stdout);
  expect({ orphan: alive(orphan), survivor: alive(survivor) }).toEqual({ orphan: false, survivor: true });
  process.kill(Number(survivor));
  expect(of(ran, 'annotation').map(({ message }) => message)).toEqual([
    `Orphan processes ended with the job: ${orphan}`,
  ]);
});

test('a child that holds the output open is waited for five seconds at most', async () => {
  const ran = await repository.run(`on: workflow_dispatch
jobs: { only: { runs-on: ubuntu-latest, steps: [{ run: 'sleep 63.5 & echo started' }] } }
`);
  expect(ran.code).toBe(0);
  const waited = of(ran, 'step-end')[0]?.milliseconds ?? 0;
  expect(waited).toBeGreaterThan(4000);
  expect(waited).toBeLessThan(20_000);
}, 30_000);
