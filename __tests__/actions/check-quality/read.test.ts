import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { readAll, sourceOfGiven, sourceOfRan } from '../../../actions/check-quality/read.ts';
import { assemble } from '../../../shared/findings/assemble.ts';
import { baselineOf } from '../../../shared/findings/baseline.ts';
import type { Report } from '../../../shared/findings/tool-results.ts';
import type { Ran } from '../../../shared/tools/tool.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-read-'));
  const vulns = [{ id: 'PYSEC-2020-1', fix_versions: ['2.0'], aliases: [], description: 'bad' }];
  writeFileSync(
    join(folder, 'pip.json'),
    JSON.stringify({ dependencies: [{ name: 'flask', version: '1.0', vulns }], fixes: [] }),
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ran = (target: string): Ran => ({
  ...{ id: 'pip-audit', target, version: '2.0', seconds: 1, beside: {} },
  report: join(folder, 'pip.json'),
});

function assembled(reports: readonly Report[], known: readonly Report[] = []) {
  const settings = { failOn: 'high', onlyNew: true, optional: [], today: '2026-11-29' } as const;
  const means = { hashes: { sha256: (text: string) => text }, lines: () => undefined, suppressions: [], settings };
  return assemble({ ...means, reports, baseline: baselineOf(assemble({ ...means, reports: known }).findings) });
}

it('a package that two requirements files bring is two findings, and a baseline of the one does not hide the other', async () => {
  const one = await readAll([sourceOfRan(ran('a/requirements.txt'))], folder);
  const both = await readAll([sourceOfRan(ran('a/requirements.txt')), sourceOfRan(ran('b/requirements.txt'))], folder);
  const { findings, verdict } = assembled(both, one);
  expect(findings.map(({ package: bundle, baselineState }) => [bundle?.path, baselineState])).toEqual([
    ['b/requirements.txt', 'new'],
    ['a/requirements.txt', 'unchanged'],
  ]);
  expect(verdict).toBe('findings');
});

it('of a report that was made elsewhere nobody knows what brought the package', async () => {
  const given = { id: 'pip-audit', name: 'out/pip.json', path: join(folder, 'pip.json'), beside: {} } as const;
  const [report] = await readAll([sourceOfGiven(given)], folder);
  expect(report?.outcome).toMatchObject({ kind: 'read', reading: { drafts: [{ package: { name: 'flask' } }] } });
  expect(assembled(report === undefined ? [] : [report]).findings[0]?.package).not.toHaveProperty('path');
});

it('what a tool left out is left out of its reading, and the tool is not-run', async () => {
  const report = join(folder, 'pip.json');
  writeFileSync(report, JSON.stringify({ dependencies: [{ name: 'flask', version: '1.0', vulns: [] }], fixes: [] }));
  const more = { skipped: ['1 file not read: over 50 MB'], notes: ['a remark'] };
  const reports = await readAll([sourceOfRan({ ...ran('requirements.txt'), report, ...more })], folder);
  expect(reports[0]?.outcome).toMatchObject({ reading: more });
  expect(assembled(reports).verdict).toBe('not-run');
});
