/** How a run is interrupted: signals to its steps, what still runs, and what is left. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, jobs, of, type Ran, type Repository, steps } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

const workflow = (until: string): string => `on: workflow_dispatch
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - { id: waits, uses: $/actions/stubborn, with: { until: ${until} } }
      - { id: normal, run: exit 0 }
      - { id: on-failure, if: failure(), run: exit 0 }
      - { id: on-cancel, if: cancelled(), run: exit 0 }
      - { id: always, if: always(), run: sleep 0.2 }
  after: { needs: only, runs-on: ubuntu-latest, steps: [{ run: exit 0 }] }
  at-last: { needs: only, if: cancelled(), runs-on: ubuntu-latest, steps: [{ run: exit 0 }] }
`;

async function interrupt(until: string, signals: number): Promise<Ran> {
  const started = repository.start(workflow(until));
  await started.seen((event) => event.event === 'step-start' && event.step === 'waits');
  await new Promise((resolve) => setTimeout(resolve, 600));
  for (let count = 0; count < signals; count += 1) {
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  return started.ended;
}

const times = (ran: Ran): Record<string, number> =>
  Object.fromEntries(
    [...ran.log('only').matchAll(/^signal (\w+) at (\d+)$/gm)].map(([, name, at]) => [name, Number(at)]),
  );

test('SIGINT ends the step; cancelled() and always() steps and posts still run', async () => {
  const ran = await interrupt('SIGINT', 1);
  expect(ran.code).toBe(1);
  expect(ran.events.at(-1)).toMatchObject({ event: 'end', conclusion: 'cancelled' });
  expect(steps(ran)).toEqual({
    waits: 'cancelled',
    normal: 'skipped',
    'on-failure': 'skipped',
    'on-cancel': 'success',
    always: 'success',
  });
  expect(ran.log('only')).toContain('cleaned up after SIGINT');
  expect(jobs(ran)).toEqual({ only: 'cancelled', after: 'skipped', 'at-last': 'success' });
  expect(of(ran, 'cancel')).toHaveLength(1);
});

test('who ignores SIGINT gets SIGTERM 7.5 seconds later', async () => {
  const { SIGINT = 0, SIGTERM = 0 } = times(await interrupt('SIGTERM', 1));
  expect(SIGTERM - SIGINT).toBeGreaterThan(7000);
}, 30_000);

test('a second signal hurries the ladder, and who ignores both is killed', async () => {
  const ran = await interrupt('nothing', 2);
  const { SIGINT = 0, SIGTERM = 0 } = times(ran);
  expect(SIGTERM - SIGINT).toBeLessThan(5000);
  expect(steps(ran)['waits']).toBe('cancelled');
  expect(ran.log('only')).toContain('cleaned up after undefined');
}, 30_000);

test('a job whose condition is always() is left alone', async () => {
  const started = repository.start(`on: workflow_dispatch
jobs:
  keeps: { if: always(), runs-on: ubuntu-latest, steps: [{ id: keeps, run: sleep 2 }] }
`);
  await started.seen((event) => event.event === 'step-start');
  started.child.kill('SIGTERM');
  const ran = await started.ended;
  expect(steps(ran)).toEqual({ keeps: 'success' });
  expect(ran.events.at(-1)).toMatchObject({ conclusion: 'cancelled' });
});
