/** Each fixture names the path it stands for and the rule that must refuse it there; `clean` ones must pass. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

const here = import.meta.dirname;
const root = join(here, '../..');
const fixtures = readdirSync(join(here, 'fixtures')).map((file) => {
  const source = readFileSync(join(here, 'fixtures', file), 'utf8');
  const header = /^\/\/ at: (\S+)\n\/\/ expect: (\S+)\n/.exec(source);
  return { name: file.replace(/\.ts$/, ''), path: header?.[1] ?? '', expected: header?.[2] ?? '', source };
});

/** A tree of the fixtures at their paths, under our own configuration. */
function plant(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-lint-'));
  const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
  cpSync(join(root, 'scripts/lint'), join(folder, 'scripts/lint'), { recursive: true });
  for (const { path, source } of fixtures) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  return folder;
}

/** What Biome says, in one run over the whole tree: `rule`, or `plugin:name` for a rule of ours. */
function lint(folder: string): ReadonlyMap<string, readonly string[]> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = spawnSync(process.execPath, [biome, ...options], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  const rules = new Map<string, string[]>();
  for (const { category, message, location } of diagnostics) {
    const rule = category === 'plugin' ? `plugin:${message.split(':')[0]}` : category;
    rules.set(location.path, [...(rules.get(location.path) ?? []), rule]);
  }
  return rules;
}

describe('the dependency rule', () => {
  const folder = plant();
  const found = lint(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(fixtures.filter(({ expected }) => expected !== 'clean'))(
    '$name is refused by $expected',
    ({ path, expected }) => {
      expect(found.get(path)).toContain(expected);
    },
  );

  test.each(fixtures.filter(({ expected }) => expected === 'clean'))('$name passes', ({ path }) => {
    expect(found.get(path) ?? []).toEqual([]);
  });

  test('every rule of ours has a fixture that it refuses', () => {
    const plugins = readdirSync(join(root, 'scripts/lint')).map((file) => `plugin:${file.replace(/\.grit$/, '')}`);
    expect(fixtures.map(({ expected }) => expected)).toEqual(expect.arrayContaining(plugins));
  });
});
