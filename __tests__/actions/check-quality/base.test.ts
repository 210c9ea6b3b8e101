import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { baseOf } from '../../../actions/check-quality/base.ts';
import type { Host } from '../../../shared/action/host.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-base-'));
afterAll(() => rmSync(folder, { recursive: true }));

const [one, two] = ['1'.repeat(40), '2'.repeat(40)];
const repository = { default_branch: 'main' };

/** Of the host nothing is used but its environment. */
function hostOf(event: unknown, env: Readonly<Record<string, string>> = {}): Host {
  const path = join(folder, 'event.json');
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event));
  const variables: Readonly<Record<string, string>> = { GITHUB_EVENT_PATH: path, ...env };
  return { env: (name: string) => variables[name] } as Host;
}

it.each([
  ['a pull request', { pull_request: { base: { sha: one } }, before: two, repository }, {}, one],
  ['a merge queue', { merge_group: { base_sha: one }, repository }, {}, one],
  ['a push to the default branch', { ref: 'refs/heads/main', before: one, repository }, {}, one],
  ['its first push', { ref: 'refs/heads/main', before: '0'.repeat(40), repository }, {}, 'refs/remotes/origin/main'],
  ['a push to another branch', { ref: 'refs/heads/topic', before: one, repository }, {}, 'refs/remotes/origin/main'],
  ['a push, without a word on branches', { before: one }, {}, one],
  ['a run by hand', { ref: 'refs/heads/topic', repository }, {}, 'refs/remotes/origin/main'],
  ['a pull request by its variables', {}, { GITHUB_BASE_REF: 'release/1.x' }, 'refs/remotes/origin/release/1.x'],
  ['a branch that would be an option', {}, { GITHUB_BASE_REF: '--upload-pack=x' }, undefined],
  ['a commit that is none', { pull_request: { base: { sha: '--all' } } }, {}, undefined],
  ['no JSON', 'x', {}, undefined],
])('the base of %s is what its changes came on top of', (_, event, env, base) => {
  expect(baseOf(hostOf(event, env))).toBe(base);
});
