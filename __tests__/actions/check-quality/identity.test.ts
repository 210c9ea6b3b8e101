import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { linesOf } from '../../../actions/check-quality/identity.ts';

const workspace = mkdtempSync(join(tmpdir(), 'jarvis-lines-'));
afterAll(() => rmSync(workspace, { recursive: true }));
writeFileSync(join(workspace, 'a.txt'), 'one\r\ntwo\nthree');
mkdirSync(join(workspace, 'folder'));
symlinkSync('/dev/zero', join(workspace, 'zero'));
symlinkSync('loop', join(workspace, 'loop'));

it.each([
  ['a.txt', 1, 1, 'one'],
  ['a.txt', 2, 9, 'two\nthree'],
  ['folder', 1, 1, undefined],
  ['zero', 1, 1, undefined],
  ['loop', 1, 1, undefined],
  ['gone.txt', 1, 1, undefined],
])('of %s the lines %d to %d are %j', (path, start, end, text) => {
  expect(linesOf(workspace)(path, start, end)).toBe(text);
});
