/** Jobs and steps of whole workflows, run by the built runner. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventSchema } from '../../local/events.ts';
import { createRepository, jobs, of, type Repository, steps } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

const head =
  'on: { workflow_dispatch: { inputs: { who: { default: you, type: string }, listen: { type: string } } } }\n';

describe('needs, outputs and contexts', () => {
  const workflow = `${head}
env: { LEVEL: workflow, DEEP: "\${{ inputs.who }}" }
jobs:
  first:
    runs-on: ubuntu-latest
    env: { LEVEL: job }
    outputs: { word: "\${{ steps.say.outputs.word }}", nothing: "\${{ steps.say.outputs.nothing }}" }
    steps:
      - id: say
        env: { LEVEL: step }
        run: |
          echo "word<<END
          two
          lines
          END" >> "$GITHUB_OUTPUT"
          echo "LATER=kept" >> "$GITHUB_ENV"
          echo "$PWD/bin" >> "$GITHUB_PATH"
          echo "level $LEVEL deep $DEEP"
          mkdir bin; printf '#!/bin/sh\\necho from path' > bin/tool; chmod +x bin/tool
      - run: echo "later $LATER level $LEVEL \${{ env.LATER }}"; tool
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo '\${{ toJSON(needs) }} at \${{ inputs.listen }}'
`;

  test('flow from job to job and from step to step', async () => {
    const ran = await repository.run(workflow, ['--json', '--input', 'who=me']);
    expect(ran.stderr).toBe('');
    expect(ran.code).toBe(0);
    expect(jobs(ran)).toEqual({ first: 'success', second: 'success' });
    expect(of(ran, 'outputs').find(({ step }) => step === undefined)?.outputs).toEqual({ word: 'two\nlines' });
    expect(ran.log('first')).toContain('level step deep me');
    expect(ran.log('first')).toContain('later kept level job kept');
    expect(ran.log('first')).toContain('from path');
    expect(ran.log('second')).toContain('"word": "two\\nlines"');
    const service = of(ran, 'run')[0]?.service.replace('http://', '');
    expect(ran.log('second')).toContain(`at ${service}`);
  });

  test('are told as events of the published shape, the run first and the end last', async () => {
    const ran = await repository.run(workflow);
    for (const event of ran.events) eventSchema.parse(event);
    expect(ran.events[0]).toMatchObject({
      event: 'run',
      service: expect.stringMatching(/^http:\/\/127\.0\.0\.1:2\d{4}$/),
    });
    expect(ran.events.at(-1)).toMatchObject({ event: 'end', conclusion: 'success', verdict: 'error', weight: 0 });
    expect(ran.stdout.trim().split('\n')).toHaveLength(ran.events.length);
    expect(ran.file('events.ndjson')).toBe(ran.stdout);
  });
});

test('conditions of jobs look at all ancestors', async () => {
  const job = (name: string, needs: string, condition: string, run = 'exit 0'): string =>
    `  ${name}: { runs-on: ubuntu-latest, needs: [${needs}], if: "${condition}", steps: [{ run: ${run} }] }\n`;
  const ran = await repository.run(
    `${head}jobs:\n${[
      '  good: { runs-on: ubuntu-latest, steps: [{ run: exit 0 }] }\n',
      '  bad: { runs-on: ubuntu-latest, steps: [{ run: exit 1 }] }\n',
      '  tolerated: { runs-on: ubuntu-latest, continue-on-error: true, steps: [{ run: exit 1 }] }\n',
      job('skipped', '', '1 == 2'),
      job('after-good', 'good', "needs.good.result == 'success'"),
      job('after-bad', 'bad', 'true'),
      job('far-from-bad', 'after-bad', 'failure()'),
      job('on-failure', 'good, bad', 'failure()'),
      job('no-failure', 'good', 'failure()'),
      job('always', 'after-bad', 'always()'),
      job('after-always', 'always', 'success()'),
      job('not-cancelled', 'bad', '!cancelled()'),
      job('after-skipped', 'skipped', 'success()'),
      job('after-tolerated', 'tolerated', 'success()'),
    ].join('')}`,
  );
  expect(ran.code).toBe(1);
  expect(jobs(ran)).toEqual({
    good: 'success',
    bad: 'failure',
    tolerated: 'failure',
    skipped: 'skipped',
    'after-good': 'success',
    'after-bad': 'skipped',
    'far-from-bad': 'success',
    'on-failure': 'success',
    'no-failure': 'skipped',
    always: 'success',
    'after-always': 'skipped',
    'not-cancelled': 'success',
    'after-skipped': 'skipped',
    'after-tolerated': 'success',
  });
});

test('conditions of steps look at the job so far', async () => {
  const ran = await repository.run(`${head}jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - { id: tolerated, run: exit 4, continue-on-error: true }
      - { id: sees-outcome, if: "steps.tolerated.outcome == 'failure' && steps.tolerated.conclusion == 'success'", run: exit 0 }
      - { id: not-yet, if: failure(), run: exit 0 }
      - { id: breaks, run: exit 1 }
      - { id: left-out, run: exit 0 }
      - { id: with-text, if: "'success()' == 'x'", run: exit 0 }
      - { id: rescue, if: failure(), run: exit 0 }
      - { id: last, if: "always() && job.status == 'failure'", run: exit 0 }
`);
  expect(steps(ran)).toEqual({
    tolerated: 'success',
    'sees-outcome': 'success',
    'not-yet': 'skipped',
    breaks: 'failure',
    'left-out': 'skipped',
    'with-text': 'skipped',
    rescue: 'success',
    last: 'success',
  });
  expect(ran.code).toBe(1);
});

test('independent jobs run at the same time', async () => {
  const wait = (mine: string, other: string): string =>
    `touch "$MEET/${mine}"; for i in $(seq 100); do [ -e "$MEET/${other}" ] && exit 0; sleep 0.1; done; exit 1`;
  const ran = await repository.run(
    `${head}env: { MEET: "${repository.folder}" }
jobs:
  left: { runs-on: ubuntu-latest, steps: [{ run: '${wait('l', 'r')}' }] }
  right: { runs-on: ubuntu-latest, steps: [{ run: '${wait('r', 'l')}' }] }
`,
  );
  expect(jobs(ran)).toEqual({ left: 'success', right: 'success' });
});

test('shells and folders are those of the step, else of the job, else of the workflow', async () => {
  const ran = await repository.run(`${head}
defaults: { run: { shell: sh } }
jobs:
  only:
    runs-on: ubuntu-latest
    defaults: { run: { working-directory: sub } }
    steps:
      - { run: mkdir sub, working-directory: . }
      - run: echo "in \${PWD##*/}, bash \${BASH_VERSION:+yes}"
      - { id: pipe, shell: bash, run: "false | true", continue-on-error: true }
      - { shell: "node {0}", run: "console.log('by', 'node')" }
`);
  expect(ran.log('only')).toContain('in sub, bash \n');
  expect(ran.log('only')).toContain('by node');
  expect(of(ran, 'step-end').find(({ step }) => step === 'pipe')?.outcome).toBe('failure');
});
