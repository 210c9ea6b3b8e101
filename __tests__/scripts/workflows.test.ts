/** One workflow that passes, and for each rule the change that breaks it. */
import { describe, expect, test } from '@jest/globals';
import { actionBreaches, workflowBreaches } from '../../scripts/workflows.ts';

const sha = 'de0fac2e4500dabe0009e67214ff5f5447ce83dd';
const good = `on: { push: {} }
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${sha} # v6.0.2
        with: { persist-credentials: false }
      - uses: $/actions/rollback
      - run: echo "$NAME"
        env: { NAME: '\${{ github.actor }}' }
`;

interface Case {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly says: string;
}

const cases: readonly Case[] = [
  {
    rule: 'a trigger with secrets',
    from: 'push: {}',
    to: 'pull_request_target: {}',
    says: 'trigger pull_request_target',
  },
  { rule: 'a trigger in a list', from: '{ push: {} }', to: '[push, workflow_run]', says: 'trigger workflow_run' },
  { rule: 'a single trigger', from: '{ push: {} }', to: 'workflow_run', says: 'trigger workflow_run' },
  { rule: 'no permissions at the top', from: 'permissions: {}\n', to: '', says: 'top level needs' },
  { rule: 'permissions at the top', from: 'permissions: {}\n', to: 'permissions: read-all\n', says: 'top level needs' },
  {
    rule: 'a permission at the top',
    from: 'permissions: {}\n',
    to: 'permissions: { contents: read }\n',
    says: 'top level needs',
  },
  {
    rule: 'a job without permissions',
    from: '    permissions: { contents: read }\n',
    to: '',
    says: 'job test names no permissions',
  },
  { rule: 'a job without a limit', from: '    timeout-minutes: 5\n', to: '', says: 'job test has no timeout-minutes' },
  { rule: 'a tag', from: `@${sha} # v6.0.2`, to: '@v6 # v6.0.2', says: 'pin it to a full commit SHA' },
  { rule: 'a short SHA', from: sha, to: sha.slice(0, 12), says: 'pin it to a full commit SHA' },
  { rule: 'an image', from: `actions/checkout@${sha}`, to: 'docker://alpine', says: 'pin it to a full commit SHA' },
  { rule: 'a pin without its version', from: ' # v6.0.2', to: '', says: 'say its version' },
  { rule: 'a pin with half a version', from: ' # v6.0.2', to: ' # v6', says: 'say its version' },
  { rule: 'our own by path', from: '$/actions/rollback', to: './actions/rollback', says: 'our own are used by $/' },
  {
    rule: 'an expression in a script',
    from: 'echo "$NAME"',
    to: 'echo ${{ github.head_ref }}',
    says: 'pass the value by env',
  },
  {
    rule: 'a checkout that keeps its token',
    from: 'persist-credentials: false',
    to: 'fetch-depth: 1',
    says: 'persist-credentials: false',
  },
  {
    rule: 'a checkout that asks for it',
    from: 'persist-credentials: false',
    to: 'persist-credentials: true',
    says: 'persist-credentials: false',
  },
];

describe('a workflow', () => {
  test('that keeps every rule passes', () => {
    expect(workflowBreaches('ci.yml', good)).toEqual([]);
  });

  test.each(cases)('with $rule is refused', ({ from, to, says }) => {
    expect(good).toContain(from);
    expect(
      workflowBreaches(
        'ci.yml',
        good.replace(from, () => to),
      ),
    ).toEqual([expect.stringContaining(says)]);
  });

  test('that calls another one needs no limit of its own', () => {
    const jobs = { call: { uses: '$/.github/workflows/pipeline.yml', permissions: {} } };
    expect(workflowBreaches('ci.yml', JSON.stringify({ on: 'push', permissions: {}, jobs }))).toEqual([]);
  });

  test('names file, job and step', () => {
    const [breach] = workflowBreaches('.github/workflows/ci.yml', good.replace(' # v6.0.2', ''));
    expect(breach).toMatch(/^\.github\/workflows\/ci\.yml: job test, step 1 \(actions\/checkout@/);
  });
});

describe('an action', () => {
  test('in JavaScript has no steps to check', () => {
    expect(actionBreaches('action.yml', 'runs: { using: node24, main: index.js }')).toEqual([]);
  });

  test('of steps keeps the same rules', () => {
    const steps = [{ uses: 'actions/setup-node@v6' }, { run: 'echo ${{ inputs.name }}' }];
    const breaches = actionBreaches('action.yml', JSON.stringify({ runs: { using: 'composite', steps } }));
    expect(breaches).toEqual([expect.stringContaining('pin it'), expect.stringContaining('pass the value by env')]);
  });
});
