/** The check as CI runs it, over trees that GitHub's own parser judges. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '../../scripts/check-workflows.ts');
const action = 'name: a\ndescription: does a thing\nruns: { using: node24, main: index.js }\n';
const workflow = `on: push
permissions: {}
jobs:
  one: { runs-on: ubuntu-latest, timeout-minutes: 1, permissions: {}, steps: [{ uses: $/actions/a }] }
`;

describe('the check of workflows', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jarvis-workflows-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function check(files: Readonly<Record<string, string>>) {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  test('passes what GitHub and we accept', () => {
    const files = { '.github/workflows/ci.yml': workflow, 'actions/a/action.yml': action };
    expect(check(files)).toEqual({ status: 0, stdout: '1 workflows, 1 actions, 0 problems\n', stderr: '' });
  });

  test.each([
    [
      'an unknown key of a job',
      { '.github/workflows/ci.yml': workflow.replace('runs-on', 'run-on') },
      'ci.yml (Line: 4, Col: 10)',
    ],
    [
      'a need of a job that is not there',
      { '.github/workflows/ci.yml': workflow.replace('permissions: {},', 'permissions: {}, needs: two,') },
      'at least one job with no dependencies',
    ],
    [
      'an unknown context',
      { '.github/workflows/ci.yml': workflow.replace('{ uses:', "{ if: stepz.a == 'b', uses:") },
      'stepz',
    ],
    ['text that is not YAML', { '.github/workflows/ci.yml': 'on: [' }, 'ci.yml'],
    [
      'an unknown key of an action',
      { 'actions/a/action.yml': action.replace('runs:', 'run:') },
      "Unexpected value 'run'",
    ],
    ['a rule of ours', { '.github/workflows/ci.yml': workflow.replace('permissions: {}\n', '') }, 'top level needs'],
  ])('refuses %s', (_, files, says) => {
    const { status, stderr } = check(files);
    expect(stderr).toContain(says);
    expect(status).toBe(1);
  });
});
