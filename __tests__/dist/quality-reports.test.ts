/** Reports that were made elsewhere: each reader, each way in which a report can be wrong, and what is said of it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type ReaderId, readerIds } from '../../shared/findings/readers/reader.ts';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { check, lineOn, siteOf } from './quality.ts';

const xml = (cases: string) => `<testsuites><testsuite name="s" tests="1">${cases}</testsuite></testsuites>`;

/** Of each reader: a report that passes and one that does not, with the line on it. Of benchmarks none has findings. */
const table: Readonly<Record<ReaderId, readonly [passes: string, other: string, line: string]>> = {
  bandit: ['bandit-1.9.4-clean.json', 'bandit-1.9.4.json', 'Bandit 1.9.4 (F): findings: 1 of its findings blocks (7 f'],
  semgrep: [
    'semgrep-1.182.0-clean.json',
    'semgrep-1.182.0.json',
    'Semgrep 1.182.0 (F): findings: 2 of its findings bl',
  ],
  'pip-audit': [
    'pip-audit-2.10.1-clean.json',
    'pip-audit-2.10.1.json',
    'pip-audit (F): findings: 1 of its findings bl',
  ],
  safety: [
    'safety-3.8.1-scan-clean.json',
    'safety-3.8.1-scan.json',
    'Safety 3.8.1 (F): findings: 1 of its findings block',
  ],
  trufflehog: [
    'trufflehog-3.97.0-clean.jsonl',
    'trufflehog-3.97.0.jsonl',
    'TruffleHog (F): findings: 4 of its findings bl',
  ],
  gitleaks: [
    'gitleaks-8.30.1-clean.json',
    'gitleaks-8.30.1.json',
    'gitleaks (F): findings: 3 of its findings block (3 fi',
  ],
  hadolint: ['hadolint-2.15.1-clean.json', 'hadolint-2.15.1.json', 'hadolint (F): passed (8 findings)'],
  'npm-audit': [
    'npm-audit-11.19.1-clean.json',
    'npm-audit-11.19.1.json',
    'npm audit (F): findings: 1 of its findings block',
  ],
  secretlint: [
    'secretlint-13.0.6-clean.json',
    'secretlint-13.0.6.json',
    'secretlint (F): findings: 3 of its findings blo',
  ],
  sarif: [
    'zizmor-1.32.0-sarif-clean.json',
    'bandit-1.9.4-sarif.json',
    'Bandit 1.9.4 (F): findings: 1 of its findings bl',
  ],
  junit: ['', 'junit-node-24.21.0.xml', 'JUnit (F): findings: 2 of its findings block (2 findings, looked at 4)'],
  hyperfine: ['hyperfine-1.20.0.json', '', 'hyperfine (F): passed (0 findings, looked at 2)'],
  k6: ['', 'k6-1.8.1-export.json', 'k6 (F): findings: 2 of its findings block (2 findings, looked at 5)'],
  autocannon: [
    'autocannon-9.0.0.json',
    'autocannon-9.0.0-all-500.json',
    'autocannon (F): not-run: not all was looked at: all',
  ],
  'pytest-benchmark': ['pytest-benchmark-5.3.1.json', '', 'pytest-benchmark 5.3.1 (F): passed (0 findings, looked'],
};

/** Where nothing recorded passes: of JUnit in its plainest form, of k6 without thresholds. */
const plain = {
  junit: xml('<testcase name="t" classname="c"/>'),
  k6: '{"root_group":{},"metrics":{"iterations":{"count":9,"rate":3},"http_req_duration":{"med":4}}}',
};
const passingOf = (id: ReaderId) => {
  const [name] = table[id];
  return name === '' ? (id === 'k6' ? plain.k6 : plain.junit) : fixture(name);
};
const otherOf = (id: ReaderId) => fixture(table[id][1] || table[id][0]);
const foreignTo = (id: ReaderId) => fixture(id === 'hadolint' ? 'bandit-1.9.4.json' : 'hadolint-2.15.1.json');

/** What is wrong with a report, and what is said of it. */
const wrong: readonly (readonly [kind: string, of: (text: string, id: ReaderId) => string, says: RegExp])[] = [
  ['empty', () => '', /^the report is empty|an empty report of TruffleHog is what a clean and a missing target give/],
  ['blank', () => '\n \n', /^the report is empty|an empty report of TruffleHog|is not XML/],
  [
    'truncated',
    (text) => text.slice(0, -20),
    /^the report (ends in the middle|is not valid XML) at line \d+, column \d+/,
  ],
  ['half', (text) => text.slice(0, text.length / 2), /^the report (ends in the middle|is not valid XML) at line \d+/],
  ['html', () => '<!DOCTYPE html>\n<html><body><h1>502</h1></body></html>\n', /HTML/],
  ['words', () => 'bandit: command not found\n', /^the report is not (valid JSON at line 1, column 1|XML)/],
  [
    'foreign',
    (_text, id) => foreignTo(id),
    /^(it looks like a report of|an entry of the report|it is a list|the report is n)/,
  ],
  [
    'null',
    () => 'null',
    /^(it has not the fields of such a report|an entry of the report is not an|the report is not XML)/,
  ],
  [
    'object',
    () => '{}',
    /^(it has not the fields of such a report|an entry of the report has no|the report is not XML)/,
  ],
  ['nested', () => '['.repeat(100_000), /^(the report |it has not |an entry |it is )/],
];

describe.each(readerIds)('%s', (id) => {
  const files = Object.fromEntries(wrong.map(([kind, of]) => [kind, of(otherOf(id), id)] as const));
  const site = siteOf({ ...files, passes: passingOf(id), other: otherOf(id), bom: `\ufeff${otherOf(id)}` });
  const utf16 = Buffer.from(`\ufeff${otherOf(id)}`, 'utf16le');
  writeFileSync(join(site.folder, 'utf16'), utf16);

  it('passes where all was looked at and nothing found', async () => {
    const log = '{"level":"info-0","logger":"trufflehog","msg":"finished scanning","chunks":4,"bytes":300}\n';
    const beside = siteOf({ 'trufflehog-log': log, passes: passingOf(id) });
    const more = id === 'trufflehog' ? '\ntrufflehog-log=trufflehog-log' : '';
    expect(await check(beside, { reports: `${id}=passes${more}` })).toMatchObject({ code: 0, verdict: 'passed' });
  });

  it('says of a report with more what it has, and the same with a byte order mark', async () => {
    const ran = await check(site, { reports: `${id}=other` });
    const line = table[id][2].replace('F', 'other');
    expect(lineOn(ran, 'other')).toContain(line);
    const marked = await check(site, { reports: `${id}=bom` });
    expect(lineOn(marked, 'bom')).toBe(lineOn(ran, 'other').replace('(other)', '(bom)'));
  });

  it('never passes with what is no such report, and says of each file what is wrong', async () => {
    const names = [...wrong.map(([kind]) => kind), 'gone', 'utf16'];
    const ran = await check(site, { reports: names.map((name) => `${id}=${name}`).join('\n') });
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '', found: [] });
    const said = names.map((name) => /: (?:error|not-run): (.*) \(0 findings/.exec(lineOn(ran, name))?.[1] ?? '');
    const expected = [...wrong.map(([, , says]) => says), /^no such file$/, /UTF-16|^the report is not/];
    expect(said).toEqual(expected.map((says) => expect.stringMatching(says)));
    expect(ran.stdout).not.toContain('bug of ours');
  });

  it('alone and broken is an error that names tool and file', async () => {
    const ran = await check(site, { reports: `${id}=out/gone.json` });
    expect(ran).toMatchObject({ code: 1, errors: [`::error::error: ${id} (out/gone.json): no such file`] });
  });
});

describe('globs', () => {
  const site = siteOf({ 'out/a [1].xml': plain.junit, 'out/b.xml': plain.junit, 'out/c.json/x': '' });

  it.each([
    ['junit=out/*.xml', 'passed', ['out/a [1].xml', 'out/b.xml']],
    ['junit=out/a [1].xml', 'passed', ['out/a [1].xml']],
    ['junit=**/b.xml\njunit=out/b.xml', 'passed', ['out/b.xml']],
    ['junit=out/*.json', 'error', ['out/*.json']],
    ['junit=out', 'error', ['out']],
  ])('%s', async (reports, verdict, names) => {
    const ran = await check(site, { reports });
    expect(ran.verdict).toBe(verdict);
    expect([...new Set(ran.log.match(/\((out\/.*?|out)\): /g))]).toEqual(names.map((name) => `(${name}): `));
  });
});
