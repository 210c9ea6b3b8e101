import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ignorer } from '../../../shared/tools/ignore.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-ignore-'));
beforeAll(() => {
  execFileSync('git', ['init', '-q', folder]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What git itself ignores. */
function byGit(text: string, paths: readonly string[]): readonly string[] {
  writeFileSync(join(folder, '.gitignore'), text);
  try {
    const args = ['check-ignore', '--no-index', '-z', '--stdin'];
    const out = execFileSync('git', args, { cwd: folder, input: paths.join('\0'), stdio: ['pipe', 'pipe', 'ignore'] });
    return out
      .toString()
      .split('\0')
      .filter((path) => path !== '');
  } catch {
    return [];
  }
}

it.each([
  ['a name anywhere', 'secrets.txt', ['secrets.txt', 'a/secrets.txt'], ['secrets.txt.md']],
  ['a folder with all in it', 'fixtures/', ['fixtures/a', 'x/fixtures/b/c'], ['fixtures']],
  ['a path from the root', '/a/b.txt', ['a/b.txt'], ['x/a/b.txt']],
  ['stars', '*.snap\n**/keys/*.pem', ['a/b.snap', 'x/keys/k.pem', 'keys/k.pem'], ['keys/x/k.pem']],
  ['all below', 'docs/**', ['docs/a', 'docs/a/b'], ['docs']],
  ['taking back', '*.env\n!example.env', ['a.env'], ['example.env', 'x/example.env']],
  ['no taking back inside of an ignored folder', 'a/\n!a/b', ['a/b'], ['b']],
  ['classes and escapes', '[ab].txt\n\\#x\nq\\*', ['a.txt', '#x', 'q*'], ['c.txt', 'x', 'qq']],
  ['comments and blank lines', '# a\n\n  \nb', ['b'], ['a', '# a']],
])('%s is understood as git does', (_, text, out, kept) => {
  const ignored = ignorer(text);
  expect([...out, ...kept].filter(ignored)).toEqual(out);
  expect(byGit(text, [...out, ...kept])).toEqual(out);
});

it('any patterns and paths give what git gives', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'a.b');
  const piece = fc.oneof(word, fc.constantFrom('*', '**', 'a*', '*b', '?', '[ab]', '[!a]'));
  const line = fc
    .tuple(fc.constantFrom('', '!', '/'), fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom('', '/'))
    .map(([before, pieces, after]) => `${before}${pieces.join('/')}${after}`);
  const path = fc.array(word, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
  const lines = fc.array(line, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(lines, fc.uniqueArray(path, { minLength: 1, maxLength: 12 }), (patterns, paths) => {
      const text = patterns.join('\n');
      expect(paths.filter(ignorer(text))).toEqual(byGit(text, paths));
    }),
    { numRuns: 200 },
  );
});

it('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, path) => typeof ignorer(text)(path) === 'boolean'));
});

it.each(['*a*a*a*a*a*a*a*ax', `${'**/*a/'.repeat(8)}x`, '**/'.repeat(40)])(
  '%j, which would take minutes, fits nothing',
  (text) => {
    expect([...'a'.repeat(100), `${'a/'.repeat(60)}a`, 'a'.repeat(200)].filter(ignorer(text))).toEqual([]);
  },
);
