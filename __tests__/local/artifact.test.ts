/** Built-in actions of whole workflows, and what a run leaves in its folder. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createRepository, jobs, of, type Repository, steps } from './repository.ts';

let repository: Repository;
beforeAll(() => {
  repository = createRepository();
});
afterAll(() => repository.remove());

test('artifacts cross from job to job, and the first evidence is the run’s', async () => {
  const ran = await repository.run(`on: workflow_dispatch
jobs:
  up:
    runs-on: ubuntu-latest
    outputs: { verdict: promoted, weight: "100" }
    steps:
      - run: mkdir -p out/deep; echo 1 > out/a.txt; echo 2 > out/deep/b.txt; echo 3 > out/deep/c.log; echo '{}' > evidence.ndjson; echo h > out/.hidden
      - { id: texts, uses: actions/upload-artifact@v4, with: { name: texts, path: "out/**/*.txt" } }
      - uses: actions/upload-artifact@0123456789012345678901234567890123456789
        with:
          name: some
          path: |
            out
            !out/**/*.log
            evidence.ndjson
      - { uses: actions/upload-artifact@v4, with: { name: single, path: evidence.ndjson } }
      - { uses: actions/upload-artifact@v4, with: { name: none, path: nothing, if-no-files-found: ignore } }
      - { uses: actions/upload-artifact@v4, with: { name: none, path: nothing } }
      - { id: missing, uses: actions/upload-artifact@v4, continue-on-error: true, with: { name: none, path: nothing, if-no-files-found: error } }
      - { id: again, uses: actions/upload-artifact@v4, continue-on-error: true, with: { name: texts, path: out } }
      - run: "[ -n '\${{ steps.texts.outputs.artifact-id }}' ] && [ -n '\${{ steps.texts.outputs.artifact-digest }}' ]"
  down:
    needs: up
    runs-on: ubuntu-latest
    steps:
      - { id: one, uses: actions/download-artifact@v4, with: { name: texts, path: got } }
      - { uses: actions/download-artifact@v4, with: { path: all } }
      - { uses: actions/download-artifact@v4, with: { path: merged, pattern: "s*", merge-multiple: true } }
      - { id: unknown, uses: actions/download-artifact@v4, continue-on-error: true, with: { name: nobody } }
      - run: find . -type f | sort; echo "at \${{ steps.one.outputs.download-path }}"
`);
  expect(ran.log('down').match(/^\.\/.*$/gm)).toEqual([
    './all/single/evidence.ndjson',
    './all/some/evidence.ndjson',
    './all/some/out/a.txt',
    './all/some/out/deep/b.txt',
    './all/texts/a.txt',
    './all/texts/deep/b.txt',
    './got/a.txt',
    './got/deep/b.txt',
    './merged/evidence.ndjson',
    './merged/out/a.txt',
    './merged/out/deep/b.txt',
  ]);
  const failed = of(ran, 'step-end')
    .filter(({ outcome }) => outcome === 'failure')
    .map(({ step }) => step);
  expect(failed).toEqual(['missing', 'again', 'unknown']);
  expect(of(ran, 'annotation').filter(({ level }) => level === 'warning')).toHaveLength(1);
  expect(ran.file('evidence.ndjson')).toBe('{}\n');
  expect(ran.events.at(-1)).toMatchObject({ verdict: 'promoted', weight: 100 });
  expect(ran.file('summary.md')).toMatch(/^# promoted: success, weight 100 %\n/);
});

test('a checkout holds tracked and new files, and neither ignored nor deleted ones', async () => {
  const git = (...argv: string[]) => execFileSync('git', ['-C', repository.folder, ...argv], { stdio: 'ignore' });
  repository.write('tracked.txt', 'old');
  repository.write('deleted.txt', 'gone');
  repository.write('.gitignore', 'ignored.txt\n.pipeline/\n');
  git('init', '-q');
  git('add', '.');
  repository.write('tracked.txt', 'changed');
  repository.write('new.txt', 'new');
  repository.write('ignored.txt', 'secret');
  execFileSync('rm', [join(repository.folder, 'deleted.txt')]);
  const ran = await repository.run(`on: workflow_dispatch
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - run: "[ -z \\"$(ls -A)\\" ]"
      - uses: actions/checkout@v4
      - run: ls *.txt; cat tracked.txt; git status 2>&1 || true; stat -c %a tracked.txt 2>/dev/null || true
`);
  expect(ran.code).toBe(0);
  expect(ran.log('only')).toContain('new.txt\ntracked.txt\nchanged');
  expect(ran.log('only')).toContain('not a git repository');
});

test('setup-node only checks', async () => {
  const ran = await repository.run(`on: workflow_dispatch
jobs:
  only:
    runs-on: ubuntu-latest
    steps:
      - { id: same, uses: actions/setup-node@v4, with: { node-version: 24.x } }
      - { id: other, uses: actions/setup-node@v4, with: { node-version: 18 } }
`);
  expect(steps(ran)).toEqual({ same: 'success', other: 'failure' });
  expect(of(ran, 'annotation')[0]?.message).toMatch(/node-version 18 is asked for, but v24\./);
});

test('a run’s folder is private, its logs are numbered, and twenty runs are kept', async () => {
  const workflow =
    'on: workflow_dispatch\njobs: { only: { runs-on: ubuntu-latest, steps: [{ name: Say it, run: echo x }] } }\n';
  for (let day = 1; day <= 22; day += 1) {
    repository.write(`.pipeline/2020-01-${String(day).padStart(2, '0')}T00-00-00-000Z-1/events.ndjson`, '{}\n');
  }
  const first = await repository.run(workflow);
  const second = await repository.run(workflow);
  const folder = of(second, 'run')[0]?.folder ?? '';
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readdirSync(join(folder, 'logs/only'))).toEqual(['1-say-it.log']);
  expect(second.file('logs/only/1-say-it.log')).toBe('$ echo x\nx\n');
  expect(readdirSync(join(repository.folder, '.pipeline'))).toHaveLength(20);
  expect(existsSync(join(of(first, 'run')[0]?.folder ?? '', 'work'))).toBe(false);
  expect(existsSync(join(folder, 'work/only/repo'))).toBe(true);
  expect(jobs(second)).toEqual({ only: 'success' });
});
