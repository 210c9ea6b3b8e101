/** What is generated from a contract, and that a gap or a stale file is a failure that names it. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { gaps, parseAction } from '../../scripts/docs/action.ts';
import { contractSource, formatted } from '../../scripts/docs/contract.ts';
import { filled, inputTable, missingBlocks, outputTable, section, usage } from '../../scripts/docs/tables.ts';

const home = join(import.meta.dirname, '../..');
const yaml = `name: try-it
description: Tries it
inputs:
  until: { description: "Ends at | this weight", default: 100% }
  version: { description: "The version, by its label", required: true }
  dry-run: { description: Touches nothing, default: false }
outputs:
  verdict: { description: How it ended }
runs: { using: node24, main: index.js }
`;
const action = parseAction('try-it', yaml);
const readme = `# try-it

<!-- usage --><!-- /usage -->

<!-- inputs -->
old
<!-- /inputs -->

<!-- outputs -->
<!-- /outputs -->

## Permissions

None.
`;

describe('a contract', () => {
  test('keeps the spelling of every default', () => {
    expect(action.inputs.map(({ name, required, fallback }) => [name, required, fallback])).toEqual([
      ['until', false, '100%'],
      ['version', true, ''],
      ['dry-run', false, 'false'],
    ]);
  });

  test('becomes typed names and defaults, as Biome would write them', () => {
    const source = formatted(home, 'actions/try-it/contract.ts', contractSource(action));
    expect(source).toContain("export const action = 'try-it';\n");
    expect(source).toContain("export type Input = 'until' | 'version' | 'dry-run';\n");
    expect(source).toContain("export type Output = 'verdict';\n");
    expect(source).toContain("= {\n  until: '100%',\n  version: '',\n  'dry-run': 'false',\n};\n");
  });

  test.each([
    ['an action', 'description: Tries it\n', 'the action has no description'],
    ['an input', ' description: Touches nothing,', 'input dry-run has no description'],
    ['an output', ' description: How it ended ', 'output verdict has no description'],
  ])('needs a description of %s', (_, text, says) => {
    expect(gaps(action)).toEqual([]);
    expect(gaps(parseAction('try-it', yaml.replace(text, '')))).toEqual([`actions/try-it/action.yml: ${says}`]);
  });
});

describe('a README', () => {
  test('gets its tables', () => {
    const text = filled(readme, action);
    expect(text).toContain(
      '<!-- inputs -->\n| input | default | what it is |\n| --- | --- | --- |\n| `until` | `100%` | Ends at \\| this weight |',
    );
    expect(text).toContain('| `version` | required | The version, by its label |');
    expect(text).toContain(
      '<!-- outputs -->\n| output | what it is |\n| --- | --- |\n| `verdict` | How it ended |\n<!-- /outputs -->',
    );
    expect(text).not.toContain('old');
    expect(filled(text, action)).toBe(text);
  });

  test('gets a step that can be copied', () => {
    const lines = usage(action).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '```yaml',
      '- uses: jarvis/try-it@v1',
      '  with:',
      '    # The version, by its label',
      '    version:',
    ]);
  });

  test('says when a contract is empty', () => {
    const empty = parseAction('empty', 'description: Nothing');
    expect([inputTable(empty), outputTable(empty)]).toEqual(['None.', 'None.']);
    expect(contractSource(empty)).toContain('export type Input = never;');
  });

  test('names the blocks it has no place for', () => {
    expect(missingBlocks(readme)).toEqual([]);
    expect(missingBlocks('<!-- inputs --><!-- /inputs -->')).toEqual(['outputs']);
  });

  test('has sections', () => {
    expect(section(readme, 'Permissions')).toBe('None.');
    expect(section('## A\n\none\n\n### Aa\n\n## B\n', 'A')).toBe('one\n\n### Aa');
    expect(section(readme, 'Composition')).toBeUndefined();
  });
});

describe('npm run docs', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jarvis-docs-'));
    write({ 'actions/try-it/action.yml': yaml, 'actions/try-it/README.md': readme });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
  }

  function docs(...options: readonly string[]) {
    const argv = [join(home, 'scripts/docs.ts'), '--root', root, ...options];
    const { status, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    return { status, stderr };
  }

  test('is checked clean once it ran', () => {
    expect(docs()).toEqual({ status: 0, stderr: '' });
    expect(docs('--check')).toEqual({ status: 0, stderr: '' });
    expect(readFileSync(join(root, 'action-catalog.md'), 'utf8')).toContain('### Permissions of try-it\n\nNone.\n');
  });

  test('names what is stale, and leaves it', () => {
    docs();
    appendFileSync(join(root, 'actions/try-it/contract.ts'), '// by hand\n');
    write({ 'actions/try-it/README.md': readme });
    const { status, stderr } = docs('--check');
    expect(status).toBe(1);
    expect(stderr.match(/^\S+/gm)).toEqual(['actions/try-it/contract.ts', 'actions/try-it/README.md']);
    expect(docs('--check').status).toBe(1);
  });

  test.each([
    [
      'a missing description',
      { 'actions/try-it/action.yml': yaml.replace('description: Touches nothing,', '') },
      'input dry-run',
    ],
    ['a missing marker', { 'actions/try-it/README.md': readme.replace('<!-- /inputs -->', '') }, 'no <!-- inputs -->'],
    [
      'missing permissions',
      { 'actions/try-it/README.md': readme.replace('## Perm', '## P') },
      'no section "## Permissions"',
    ],
  ])('fails for %s', (_, files, says) => {
    write(files);
    const { status, stderr } = docs();
    expect(stderr).toContain(says);
    expect(status).toBe(1);
  });
});
