/** `baseline: merge-base` in real repositories, with the real secretlint: what the event names, and what stays untouched. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { plant } from './planting.ts';
import { check, commit, git, type Site, siteOf, textsIn, write } from './quality.ts';

const token = (name: string) => `${name} = "${plant('token', name)}"\n`;

interface Story extends Site {
  /** The commit that the branch grew from, the main branch's last, and the branch's own. */
  readonly base: string;
  readonly main: string;
  readonly head: string;
}

/** Main has one secret; the branch moves it, and adds another where `adds`; meanwhile main went on. */
function story(adds: boolean): Story {
  const site = siteOf({ 'old.env': token('old'), '.gitignore': 'ignored\n' });
  git(site, 'init', '--quiet');
  const base = commit(site, 'base');
  git(site, 'checkout', '--quiet', '-b', 'branch');
  write(site, { 'old.env': `# moved\n\n${token('old')}`, ...(adds ? { 'new.env': token('new') } : {}) });
  const head = commit(site, 'head');
  git(site, 'checkout', '--quiet', 'main');
  write(site, { 'other.env': token('other') });
  const main = commit(site, 'main went on');
  git(site, 'update-ref', 'refs/remotes/origin/main', main);
  git(site, 'checkout', '--quiet', 'branch');
  return { ...site, base, main, head };
}

function eventOf(site: Site, event: unknown): Readonly<Record<string, string>> {
  const path = join(site.bin, 'event.json');
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event));
  return { GITHUB_EVENT_PATH: path };
}

const inputs = { tools: 'secretlint', baseline: 'merge-base' };

describe('the base of an event', () => {
  const events: readonly (readonly [string, (one: Story) => unknown, Readonly<Record<string, string>>])[] = [
    ['pull_request', ({ main }) => ({ pull_request: { base: { sha: main } } }), {}],
    ['merge_group', ({ main }) => ({ merge_group: { base_sha: main } }), {}],
    ['push', ({ base }) => ({ before: base }), {}],
    ['push of a new branch', () => ({ before: '0'.repeat(40), repository: { default_branch: 'main' } }), {}],
    ['pull request without a readable event', () => '{', { GITHUB_BASE_REF: 'main' }],
  ];

  it.each(events)('%s: what it has is known, what the branch adds is new', async (_name, event, more) => {
    const [kept, added] = [story(false), story(true)];
    const [same, ran] = await Promise.all(
      [kept, added].map((one) => check(one, inputs, { env: { ...eventOf(one, event(one)), ...more } })),
    );
    expect(same).toMatchObject({ code: 0, verdict: 'passed', outputs: { new: '0', blocking: '0' } });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', outputs: { new: '1', blocking: '1' } });
    expect(ran?.log).toContain(`baseline: the same tools on ${added.base.slice(0, 12)}`);
    const blocking = ran?.found.filter(({ gate }) => gate.blocking).map(({ location }) => location?.path);
    expect(blocking).toEqual(['new.env']);
  });

  it.each([
    ['no event', {}, 'no baseline: the event names no base'],
    ['an event with a hostile base', { pull_request: { base: { sha: '--upload-pack=x' } } }, 'the event names no base'],
    ['a hostile branch', { repository: { default_branch: '--output=/tmp/x' } }, 'the event names no base'],
    ['a commit that is not there', { before: 'a'.repeat(40) }, `git knows no merge base with ${'a'.repeat(40)}`],
  ])('%s: all is new, and one line says so', async (_name, event, says) => {
    const one = story(false);
    const ran = await check(one, inputs, { env: eventOf(one, event) });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', stderr: '', outputs: { new: '1' } });
    const lines = ran.stdout.split('\n').filter((line) => line.includes('no baseline'));
    expect(lines).toEqual([expect.stringContaining(says)]);
    expect(lines[0]).toMatch(/\(fetch-depth: 0 of checkout brings it\); all is new$/);
  });

  it('a shallow clone has no base: all is new, and one line says so', async () => {
    const origin = story(false);
    const clone = siteOf();
    git(clone, 'clone', '--quiet', '--depth', '1', '--branch', 'branch', `file://${origin.folder}`, '.');
    const ran = await check(clone, inputs, { env: eventOf(clone, { pull_request: { base: { sha: origin.main } } }) });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', stderr: '', outputs: { new: '1' } });
    expect(ran.log.match(/^no baseline: .*; all is new$/gm)).toHaveLength(1);
  });

  it('a workspace that is no repository has none either', async () => {
    const site = siteOf({ 'old.env': token('old') });
    const ran = await check(site, inputs, { env: eventOf(site, { before: 'a'.repeat(40) }) });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', stderr: '' });
    expect(ran.log).toMatch(/^no baseline: /m);
  });
});

describe('the repository', () => {
  it('is as it was: index, work tree, refs and list of worktrees, and none of its hooks ran', async () => {
    const one = story(true);
    write(one, {
      'staged.js': 'export const staged = 1;\n',
      'loose.js': 'export const loose = 1;\n',
      'old.env': token('old'),
    });
    git(one, 'add', 'staged.js');
    const trace = join(one.bin, 'hooked');
    const hooks = join(one.folder, '.git', 'hooks');
    mkdirSync(hooks, { recursive: true });
    for (const name of [
      'post-checkout',
      'post-index-change',
      'pre-commit',
      'reference-transaction',
      'fsmonitor-watchman',
    ]) {
      writeFileSync(join(hooks, name), `#!/bin/sh\necho ${name} >> ${trace}\n`);
      chmodSync(join(hooks, name), 0o755);
    }
    git(one, 'config', 'core.fsmonitor', join(hooks, 'fsmonitor-watchman'));
    const state = () => ({
      files: Object.keys(textsIn(join(one.folder, '.git')))
        .filter((name) => !name.startsWith('hooks/'))
        .sort(),
      index: readFileSync(join(one.folder, '.git', 'index')).toString('base64'),
      refs: git(one, '-c', 'core.fsmonitor=false', 'for-each-ref'),
      head: readFileSync(join(one.folder, '.git', 'HEAD'), 'utf8'),
      worktrees: git(one, '-c', 'core.fsmonitor=false', 'worktree', 'list'),
      work: Object.keys(textsIn(one.folder))
        .filter((name) => !name.startsWith('.git/'))
        .sort(),
    });
    const before = state();
    const ran = await check(one, inputs, { env: eventOf(one, { pull_request: { base: { sha: one.main } } }) });
    expect(ran).toMatchObject({ verdict: 'findings', outputs: { new: '1' } });
    expect(state()).toEqual(before);
    expect(existsSync(trace)).toBe(false);
  });

  it('is looked at without what it ignores', async () => {
    const one = story(false);
    write(one, { 'ignored/secret.env': token('ignored') });
    const ran = await check(one, inputs, { env: eventOf(one, { before: one.base }) });
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
  });

  it('of a fork, which has no key, tells secrets apart by rule, file and order', async () => {
    const one = story(false);
    const keyed = { ...inputs, 'fingerprint-key-env': 'KEY' };
    const ran = await check(one, keyed, { env: eventOf(one, { pull_request: { base: { sha: one.main } } }) });
    expect(ran).toMatchObject({ code: 0, verdict: 'passed', outputs: { new: '0' } });
    expect(ran.log.match(/^KEY is empty, as in the run of a fork/gm)).toHaveLength(1);
  });
});
