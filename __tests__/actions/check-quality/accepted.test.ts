import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { acceptedIn } from '../../../actions/check-quality/accepted.ts';
import { InputError } from '../../../shared/action/errors.ts';

const usual = { path: '.jarvis-ignore.yml', asked: false };

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'jarvis-accepted-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));
const put = (name: string, text: string) => writeFileSync(join(workspace, name), text);

it('what our file and those of the tools accept is put together', () => {
  put('.jarvis-ignore.yml', '- rule: DL3008\n  reason: pinned by the image\n');
  put('.hadolint.yaml', 'ignored: [DL3006]\n');
  put('.trivyignore', 'CVE-2024-1\n');
  expect(acceptedIn(workspace, usual).map(({ names, suppression }) => [names, suppression.origin])).toEqual([
    [['DL3008'], '.jarvis-ignore.yml:1'],
    [['CVE-2024-1'], '.trivyignore:1'],
    [['DL3006'], '.hadolint.yaml (ignored)'],
  ]);
});

it.each(['', '\n', '# nothing yet\n', '\ufeff# nothing yet', '---\n'])(
  'a file of %j accepts nothing, and is no fault',
  (text) => {
    put('.jarvis-ignore.yml', text);
    put('.hadolint.yaml', text);
    expect(acceptedIn(workspace, usual)).toEqual([]);
  },
);

it('no file accepts nothing, unless one was asked for', () => {
  expect(acceptedIn(workspace, usual)).toEqual([]);
  expect(() => acceptedIn(workspace, { path: 'accepted.yml', asked: true })).toThrow(
    `input suppressions is "accepted.yml": there is no such file in ${workspace}`,
  );
});

it.each([
  ['a folder', () => mkdirSync(join(workspace, '.trivyignore')), '.trivyignore is a folder; expected a file'],
  [
    'a link',
    () => symlinkSync('/dev/zero', join(workspace, '.trivyignore')),
    '.trivyignore is a link; expected a file',
  ],
  ['too large', () => put('.trivyignore', ' '.repeat(1_000_001)), '.trivyignore has 1000001 bytes'],
  ['no YAML', () => put('.jarvis-ignore.yml', 'a: [\n'), '.jarvis-ignore.yml: '],
])('a file that is %s is bad input, and says so', (_, make, message) => {
  make();
  expect(() => acceptedIn(workspace, usual)).toThrow(InputError);
  expect(() => acceptedIn(workspace, usual)).toThrow(message);
});
