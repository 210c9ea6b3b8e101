/** How a run is interrupted: signals to its steps, what still runs, and what is left. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, jobs, of, type Ran, type Repository, steps } from './repository.ts';

const repositories: Repository[] = [];
const ran: Record<string, Ran> = {};

function repository(): Repository {
  const made = createRepository();
  repositories.push(made);
  return made;
}

/** All at once, because each of them waits for the ladder. */
beforeAll(async () => {
  const cases = [['SIGINT', 1] as const, ['SIGTERM', 1] as const, ['nothing', 2] as const];
  const ends = await Promise.all(cases.map(([until, signals]) => interrupt(until, signals)));
  cases.forEach(([until], index) => {
    const end = ends[index];
    if (end !== undefined) ran[until] = end;
  });
}, 60_000);
afterAll(() => {
  for (const made of repositories) made.remove();
});

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
  const started = repository().start(workflow(until));
  await started.seen((event) => event.event === 'step-start' && event.step === 'waits');
  await new Promise((resolve) => setTimeout(resolve, 600));
  for (let count = 0; count < signals; count += 1) {
    started.child.kill('SIGINT');
    started.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  return started.ended;
}

function after(until: string): Ran {
  const end = ran[until];
  if (end === undefined) throw new Error(`nothing was interrupted with ${until}`);
  return end;
}

const times = (end: Ran): Record<string, number> =>
  Object.fromEntries(
    [...end.log('only').matchAll(/^signal (\w+) at (\d+)$/gm)].map(([, name, at]) => [name, Number(at)]),
  );

test('SIGINT ends the step; cancelled() and always() steps and posts still run', () => {
  const end = after('SIGINT');
  expect(end.code).toBe(1);
  expect(end.events.at(-1)).toMatchObject({ event: 'end', conclusion: 'cancelled' });
  expect(steps(end)).toEqual({
    waits: 'cancelled',
    normal: 'skipped',
    'on-failure': 'skipped',
    'on-cancel': 'success',
    always: 'success',
  });
  expect(end.log('only')).toContain('cleaned up after SIGINT');
  expect(jobs(end)).toEqual({ only: 'cancelled', after: 'skipped', 'at-last': 'success' });
  expect(of(end, 'cancel')).toHaveLength(1);
});

test('who ignores SIGINT gets SIGTERM 7.5 seconds later', () => {
  const { SIGINT = 0, SIGTERM = 0 } = times(after('SIGTERM'));
  expect(SIGTERM - SIGINT).toBeGreaterThan(7000);
});

test('a second signal hurries the ladder, and who ignores both is killed', () => {
  const end = after('nothing');
  const { SIGINT = 0, SIGTERM = 0 } = times(end);
  expect(SIGTERM - SIGINT).toBeLessThan(5000);
  expect(steps(end)['waits']).toBe('cancelled');
  expect(end.log('only')).toContain('cleaned up after undefined');
});

test('a job whose condition is always() is left alone', async () => {
  const started = repository().start(`on: workflow_dispatch
jobs:
  keeps: { if: always(), runs-on: ubuntu-latest, steps: [{ id: keeps, run: sleep 2 }] }
`);
  await started.seen((event) => event.event === 'step-start');
  started.child.kill('SIGTERM');
  const end = await started.ended;
  expect(steps(end)).toEqual({ keeps: 'success' });
  expect(end.events.at(-1)).toMatchObject({ conclusion: 'cancelled' });
});
