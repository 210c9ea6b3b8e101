/** What works on GitHub and not here stops the run before anything starts, with its place. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, type Repository } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

const job = (extra: string): string =>
  `on: workflow_dispatch\njobs:\n  only:\n    runs-on: ubuntu-latest\n${extra}    steps:\n      - run: touch "\${{ github.workspace }}/../../../ran"\n`;
const step = (line: string): string => `${job('')}      - ${line}\n`;

test.each<[string, string, RegExp]>([
  ['a container', job('    container: node:24\n'), /test\.yml:5:5: `container` works on GitHub, not here/],
  ['services', job('    services: { db: { image: postgres } }\n'), /:5:5: `services` works/],
  ['a matrix', job('    strategy: { matrix: { os: [a, b] } }\n'), /:5:5: `strategy` works/],
  ['a cancel timeout', job('    cancel-timeout-minutes: 3\n'), /:5:5: `cancel-timeout-minutes` works/],
  [
    'a called workflow',
    'on: push\njobs:\n  x:\n    uses: ./.github/workflows/y.yml\n',
    /:4:11: a reusable workflow .* works/,
  ],
  [
    'a reusable workflow',
    `on:\n  workflow_dispatch:\n  workflow_call:\n${job('').slice(21)}`,
    /:3:3: .*workflow_call.* works/,
  ],
  ['Windows', job('').replace('ubuntu-latest', 'windows-latest'), /:4:14: `runs-on: windows-latest` works/],
  [
    'a label from an expression',
    job('').replace('ubuntu-latest', '${{ vars.LABEL }}'),
    /:4:14: `runs-on: an expression` works/,
  ],
  ['a third-party action', step('uses: docker/login-action@v3'), /:7:15: `uses: docker\/login-action@v3` works/],
  ['another action of GitHub', step('uses: actions/cache@v4'), /:7:15: `uses: actions\/cache@v4` works/],
  ['a docker action', step('uses: docker://alpine:3'), /:7:15: `uses: docker:\/\/alpine:3` works/],
  ['a composite action', step('uses: ./actions/composite'), /:7:15: .*uses composite: works on GitHub, not here/],
  ['an action for another Node', step('uses: $/actions/old'), /:7:15: .*uses node20: works on GitHub, not here/],
  ['an action that is not there', step('uses: $/actions/none'), /:7:15: .*there is no action\.yml in actions\/none/],
  [
    'an input of checkout',
    step('{ uses: actions/checkout@v4, with: { ref: main } }'),
    /:7:46: input ref of actions\/checkout works/,
  ],
  [
    'a value of checkout',
    step('{ uses: actions/checkout@v4, with: { fetch-depth: 0 } }'),
    /:7:46: fetch-depth: 0 .* works/,
  ],
  ['PowerShell', step('{ run: x, shell: pwsh }'), /:7:26: shell: pwsh works on GitHub, not here/],
  ['hashFiles', step("{ if: hashFiles('x') != '', run: x }"), /:7:15: `hashFiles` works/],
  ['hashFiles in a text', step("run: echo ${{ hashFiles('x') }}"), /:7:14: `hashFiles` works/],
])('%s is refused with its place', async (_, workflow, message) => {
  const event = workflow.startsWith('on: push') ? ['--event', 'push'] : [];
  const ran = await repository.run(workflow, ['--json', ...event]);
  expect(ran.stderr).toMatch(message);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
  expect(existsSync(join(repository.folder, '.pipeline'))).toBe(false);
});

test.each<[string, string, RegExp]>([
  ['YAML that is none', 'on: push\njobs: [\n', /test\.yml:\d+:\d+: /],
  ['an unknown key', step('{ run: x, shel: bash }'), /:7:19: Unexpected value 'shel'/],
  ['a step without a body', step('name: nothing'), /:7:9: /],
  ['an unknown context', step('run: echo ${{ nothing.here }}'), /:7:19: .*'nothing'/],
  ['an unknown need', job('    needs: nobody\n'), /:\d+:\d+: .*nobody|at least one job with no dependencies/],
  [
    'a circle',
    'on: workflow_dispatch\njobs:\n  a: { runs-on: ubuntu-latest, steps: [{ run: x }] }\n  b: { needs: c, runs-on: ubuntu-latest, steps: [{ run: x }] }\n  c: { needs: b, runs-on: ubuntu-latest, steps: [{ run: x }] }\n',
    /:4:15: .*cycle/,
  ],
])('%s is refused by the parser with its place', async (_, workflow, message) => {
  const ran = await repository.run(workflow);
  expect(ran.stderr).toMatch(message);
  expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
});

test('all problems are told at once, in file order', async () => {
  const ran = await repository.run(`${job('    container: a\n')}      - uses: a/b@v1\n      - uses: c/d@v1\n`);
  expect(ran.stderr.match(/:\d+:\d+:/g)).toEqual([':5:5:', ':8:15:', ':9:15:']);
});

test('what is accepted with a smaller meaning is said', async () => {
  const ran = await repository.run(
    `${job('    permissions: {}\n    environment: production\n    concurrency: one\n')}`.replace('touch', 'true'),
    [],
  );
  for (const word of ['runs-on ubuntu-latest', 'permissions', 'environment', 'concurrency']) {
    expect(ran.stdout).toMatch(new RegExp(`^  ${word}: `, 'm'));
  }
});

test.each([
  [['--colour'], /Unknown option '--colour'/],
  [['--scenario', 'bad-cannary'], /no scenario bad-cannary \(did you mean bad-canary\?\); there are: .*cancel, crash/],
  [['--input', 'versoin=v2'], /no input versoin/],
  [['--input', 'nothing'], /NAME=VALUE/],
  [['--event', 'push'], /not started by push/],
  [['--keep', '--stop'], /contradict/],
])('wrong usage %j ends with 2', async (argv, message) => {
  const ran = await repository.run(job(''), ['--json', ...argv]);
  expect(ran.stderr).toMatch(message);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
  expect(ran.code).toBe(2);
});
