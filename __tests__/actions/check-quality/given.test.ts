import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { givenReports } from '../../../actions/check-quality/given.ts';
import type { ReportLine } from '../../../actions/check-quality/inputs.ts';

let workspace = '';
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'jarvis-given-'));
  mkdirSync(join(workspace, 'out/folder.json'), { recursive: true });
  for (const name of ['a.json', 'b.json', 'a.log', 'b.log', '[x].json'])
    writeFileSync(join(workspace, 'out', name), '');
  symlinkSync('loop', join(workspace, 'out/loop'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** `trufflehog=out/a.json`, as the input has them. */
const lines = (...texts: readonly string[]): ReportLine[] =>
  texts.map((text) => {
    const [name = '', pattern = ''] = text.split('=');
    return { id: name.startsWith('sarif') ? 'sarif' : 'trufflehog', log: name.endsWith('-log'), pattern };
  });

it.each([
  ['a name', 'sarif=out/a.json', ['out/a.json']],
  ['a name with brackets', 'sarif=out/[x].json', ['out/[x].json']],
  ['wildcards, which no folder fits', 'sarif=out/*.json', ['out/[x].json', 'out/a.json', 'out/b.json']],
])('%s is the files that it names', (_, line, names) => {
  const found = givenReports(lines(line), workspace);
  expect(found.map(({ name, path, problem }) => [name, path, problem])).toEqual(
    names.map((name) => [name, join(workspace, name), undefined]),
  );
});

it('an absolute name with wildcards is one outside of the workspace', () => {
  const found = givenReports(lines(`sarif=${workspace}/out/[ab].json`), '/');
  expect(found.map(({ path }) => path)).toEqual([`${workspace}/out/a.json`, `${workspace}/out/b.json`]);
});

it.each(['out/none.json', 'out/*.sarif', 'out/folder.json', 'out', 'out/loop', 'out/a.json/b', '\0'])(
  '%j is no report, and so a problem of its own',
  (pattern) => {
    expect(givenReports(lines(`sarif=${pattern}`), workspace)).toMatchObject([
      { name: pattern, problem: 'no such file' },
    ]);
  },
);

it.each([
  ['one report with its log', ['=out/a.json', '-log=out/a.log'], [['out/a.log', undefined]]],
  [
    'two of each, in their order',
    ['=out/a.json', '=out/b.json', '-log=out/b.log', '-log=out/a.log'],
    [
      ['out/b.log', undefined],
      ['out/a.log', undefined],
    ],
  ],
  ['reports without a log', ['=out/a.json'], [[undefined, undefined]]],
  [
    'two reports and one log, which cannot vouch for both',
    ['=out/*.json', '-log=out/a.log'],
    Array(3).fill([
      undefined,
      'there are 1 logs for 3 reports of trufflehog; each report needs its own, in the same order',
    ]),
  ],
  ['a log that is not there', ['=out/a.json', '-log=none.log'], [[undefined, 'its log "none.log": no such file']]],
  ['a log alone', ['-log=out/a.log'], [[undefined, 'trufflehog-log has no trufflehog report with it']]],
])('of %s each report has its log or a problem', (_, texts, expected) => {
  const found = givenReports(lines(...texts.map((text) => `trufflehog${text}`)), workspace);
  expect(found.map(({ beside, problem }) => [beside['trufflehog-log'], problem])).toEqual(
    expected.map(([log, problem]) => [log === undefined ? undefined : join(workspace, log), problem]),
  );
});
