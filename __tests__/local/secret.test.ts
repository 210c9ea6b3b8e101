/** What a job may know of the machine, and what it may say of its secrets. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, of, type Repository } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

test('a job sees an allow-list of the host, and nothing of its secrets', async () => {
  const workflow = 'on: push\njobs: { only: { runs-on: ubuntu-latest, steps: [{ run: env | cut -d= -f1 | sort }] } }\n';
  const host = {
    HOST_SECRET: 'hunter2',
    NODE_OPTIONS: '--no-warnings',
    npm_config_x: 'y',
    GITHUB_TOKEN: 'ghp_x',
    TZ: 'UTC',
  };
  const ran = await repository.run(workflow, ['--json', '--event', 'push'], host);
  const names = ran
    .log('only')
    .split('\n')
    .filter((line) => /^\w+$/.test(line));
  const allowed =
    /^(PATH|HOME|LANG|TZ|TMPDIR|CI|GITHUB_\w+|RUNNER_\w+|JARVIS_OWNER_PID|JARVIS_LINGER|PWD|SHLVL|OLDPWD|_)$/;
  expect(names.filter((name) => !allowed.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME', 'CI', 'TZ', 'GITHUB_OUTPUT', 'RUNNER_TEMP']));
  expect(names).not.toContain('GITHUB_TOKEN');
});

test('--env lets one variable through, hidden in what is said when its name tells a secret', async () => {
  const workflow = `on: workflow_dispatch
jobs: { only: { runs-on: ubuntu-latest, steps: [{ run: 'echo "got $MY_TOKEN and $PLAIN and \${OTHER:-nothing}"' }] } }\n`;
  const host = { MY_TOKEN: 'abcdef123456', PLAIN: 'visible', OTHER: 'left out' };
  const ran = await repository.run(workflow, ['--json', '--env', 'MY_TOKEN', '--env', 'PLAIN'], host);
  expect(ran.log('only')).toContain('got *** and visible and nothing');
});

test('a masked value is hidden in logs, plain lines, annotations, summary and files, and dropped from job outputs', async () => {
  const workflow = `on: workflow_dispatch
jobs:
  only:
    runs-on: ubuntu-latest
    outputs: { leak: "\${{ steps.x.outputs.leak }}", fine: "\${{ steps.x.outputs.fine }}" }
    steps:
      - id: x
        name: talk
        run: |
          echo "::add-mask::line-one-secret%0Aline-two-secret"
          echo "out line-two-secret"
          echo "err line-one-secret" >&2
          printf 'x:line-one-secret' | base64
          echo "::error title=line-one-secret::bad line-two-secret"
          echo "summary line-one-secret" >> "$GITHUB_STEP_SUMMARY"
          echo "leak=line-one-secret" >> "$GITHUB_OUTPUT"
          echo "fine=word" >> "$GITHUB_OUTPUT"
`;
  const ran = await repository.run(workflow);
  const files = ['summary.md', 'events.ndjson', 'annotations.json', 'outputs.json'].map(ran.file).join('');
  const everything = [ran.stdout, ran.stderr, files, ran.log('only').replace(/^\$.*$/gm, '')].join('');
  expect(everything).not.toMatch(/line-(one|two)-secret/);
  expect(ran.log('only')).toContain('out ***');
  expect(ran.log('only')).toContain('err ***');
  expect(ran.log('only')).not.toContain(Buffer.from('x:line-one-secret').toString('base64').slice(4, 20));
  expect(ran.file('summary.md')).toContain('summary ***');
  expect(of(ran, 'outputs').find(({ step }) => step === undefined)?.outputs).toEqual({ fine: 'word' });
  expect(of(ran, 'annotation').map(({ message }) => message)).toContain(
    "Skip output 'leak' since it may contain secret.",
  );
  const plain = await repository.run(workflow, []);
  expect(plain.stdout).toContain('out ***');
  expect(plain.stdout).not.toMatch(/line-two-secret$/m);
});

test('annotations keep what they point at', async () => {
  const ran = await repository.run(`on: workflow_dispatch
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - run: |
          echo "::warning file=a.ts,line=3,endLine=4,col=5,title=Careful::first%0Asecond"
          echo "::stop-commands::pause-token"; echo "::error::not one"; echo "::pause-token::"
          echo "::notice::again" >&2
          echo "::debug::quiet"
`);
  const found = of(ran, 'annotation').map(({ at, event, job, number, step, ...rest }) => rest);
  expect(found).toEqual(
    expect.arrayContaining([
      { level: 'warning', message: 'first\nsecond', title: 'Careful', file: 'a.ts', line: 3, endLine: 4, column: 5 },
      { level: 'notice', message: 'again' },
    ]),
  );
  expect(found).toHaveLength(2);
  expect(JSON.parse(ran.file('annotations.json'))).toHaveLength(2);
  expect(ran.log('only')).toContain('##[debug]quiet');
});
