/** JavaScript actions of whole workflows: stages, state, inputs, and what they hand over. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, jobs, of, type Repository, steps } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

const job = (lines: string): string =>
  `on: workflow_dispatch\njobs:\n  only:\n    runs-on: ubuntu-latest\n    steps:\n${lines}`;

test('pre in order, main in order, post in reverse of who started first, each with the state of its own step', async () => {
  const ran = await repository.run(
    job(`      - { id: a, uses: $/actions/trace, with: { label: a } }
      - { uses: actions/checkout@v4 }
      - { uses: ./actions/trace, with: { label: local, where: given } }
      - { uses: $/actions/trace, with: { label: "\${{ steps.a.outputs.said }}b" } }
`),
  );
  const log = ran.log('only');
  expect([...log.matchAll(/^trace (.*)$/gm)].map(([, line]) => line)).toEqual([
    'a pre state=',
    'b pre state=',
    'a main state=pre.',
    'local main state=',
    'ab main state=pre.',
    'local post state=main.',
    'ab post state=pre.main.',
    'a post state=pre.main.',
  ]);
  expect(log).toContain('inputs spaced only');
  expect(log).toContain('inputs spaced given');
  expect(ran.code).toBe(0);
});

test('a failing main still gets its post, a failing pre leaves the steps out', async () => {
  const main = await repository.run(job('      - { uses: $/actions/trace, with: { label: a, fail: main } }\n'));
  expect(main.log('only')).toContain('trace a post state=pre.main.');
  expect(jobs(main)).toEqual({ only: 'failure' });
  const pre = await repository.run(
    job('      - { id: x, run: exit 0 }\n      - { id: y, uses: $/actions/trace, with: { label: a, fail: pre } }\n'),
  );
  expect(steps(pre)).toEqual({ x: 'skipped', y: 'skipped' });
  expect(pre.log('only')).toContain('trace a post state=pre.');
});

test('an action of the workspace needs a checkout first', async () => {
  const ran = await repository.run(job('      - { uses: ./actions/trace, with: { label: a } }\n'));
  expect(jobs(ran)).toEqual({ only: 'failure' });
  expect(of(ran, 'annotation')[0]?.message).toMatch(/actions\/trace.*Did you forget to run actions\/checkout/);
});

test('an input that the action does not know is warned about', async () => {
  const ran = await repository.run(job('      - { uses: $/actions/trace, with: { label: a, lable: b } }\n'));
  expect(of(ran, 'annotation').map(({ level, message }) => `${level}: ${message}`)).toEqual([
    "warning: Unexpected input(s) 'lable', valid inputs are ['label', 'two words', 'where', 'fail']",
  ]);
  expect(ran.code).toBe(0);
});

test.each([
  ['GITHUB_OUTPUT', 'no equals sign'],
  ['GITHUB_OUTPUT', 'open<<END'],
  ['GITHUB_STATE', '=value'],
  ['GITHUB_ENV', 'NODE_OPTIONS=--inspect'],
])('a malformed %s (%s) fails the step', async (file, line) => {
  const ran = await repository.run(job(`      - { id: x, run: "echo '${line}' >> $${file}" }\n`));
  expect(steps(ran)).toEqual({ x: 'failure' });
  expect(of(ran, 'annotation')[0]?.message).toMatch(/^Unable to process file command/);
});

test('commands of the old runner are refused or read, as on GitHub', async () => {
  const ran = await repository.run(
    job(`      - { id: old, run: "echo '::set-output name=a::b'" }
      - { run: "echo got \${{ steps.old.outputs.a }}" }
      - { id: env, run: "echo '::set-env name=a::b'" }
`),
  );
  expect(ran.log('only')).toContain('\ngot b\n');
  expect(steps(ran)).toEqual({ old: 'success', env: 'failure' });
});
