/** What is known already from the file of an earlier run: it stays known while lines move, and what is new blocks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { type Checked, check, leftover, type Site, siteOf, write } from './quality.ts';

const pinned = { column: 1, file: 'Dockerfile', code: 'DL3008', message: 'Pin versions', level: 'error' };
const at = (...lines: readonly number[]) => JSON.stringify(lines.map((line) => ({ ...pinned, line })));
const dockerfile = (...lines: readonly string[]) => `${['FROM debian:12', ...lines].join('\n')}\n`;
const install = 'RUN apt-get install curl';

/** A first run on one finding, and its file as `known.sarif` in the workspace. */
async function known(file: 'findings.sarif' | 'baseline.sarif', inputs = {}, env = {}): Promise<Site> {
  const site = siteOf({ Dockerfile: dockerfile(install), 'h.json': at(2) });
  const first = await check(site, { reports: 'hadolint=h.json', ...inputs }, { env });
  expect(first).toMatchObject({ code: 1, verdict: 'findings', outputs: { new: '1', blocking: '1' } });
  write(site, { 'known.sarif': leftover(first, file) });
  return site;
}

const again = (site: Site, inputs = {}) =>
  check(site, { reports: 'hadolint=h.json', baseline: 'known.sarif', ...inputs });
const states = ({ found }: Checked) => found.map(({ baselineState, gate }) => [baselineState, gate.blocking]);

describe.each(['findings.sarif', 'baseline.sarif'] as const)('with the %s of an earlier run', (file) => {
  it('the same finding passes, and is marked as known', async () => {
    const ran = await again(await known(file));
    expect(ran).toMatchObject({ code: 0, verdict: 'passed', outputs: { new: '0', blocking: '0' } });
    expect(ran.found).toMatchObject([{ baselineState: 'unchanged', gate: { reason: 'in the baseline' } }]);
    expect(ran.summary).toContain('**1** known from the baseline');
  });

  it('it still blocks where only-new is false', async () => {
    const ran = await again(await known(file), { 'only-new': 'false' });
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', outputs: { new: '0', blocking: '1' } });
    expect(ran.found[0]?.gate.reason).toContain('in the baseline already, which only counts with only-new');
  });

  it('it is known after its lines moved', async () => {
    const site = await known(file);
    write(site, { Dockerfile: dockerfile('# one', '# two', install), 'h.json': at(4) });
    expect(await again(site)).toMatchObject({ code: 0, verdict: 'passed', outputs: { new: '0' } });
  });

  it('a second one on the same text is one new finding', async () => {
    const site = await known(file);
    write(site, { Dockerfile: dockerfile(install, install), 'h.json': at(2, 3) });
    const ran = await again(site);
    expect(ran).toMatchObject({ code: 1, verdict: 'findings', outputs: { new: '1', blocking: '1' } });
    expect(states(ran).sort()).toEqual([
      ['new', true],
      ['unchanged', false],
    ]);
  });

  it('one on other text is new, and the one that is gone is said', async () => {
    const site = await known(file);
    write(site, { Dockerfile: dockerfile('RUN apt-get install wget'), 'h.json': at(2) });
    const ran = await again(site);
    expect(ran).toMatchObject({ code: 1, outputs: { new: '1', blocking: '1' } });
    expect(ran.summary).toContain('No longer found: to be taken out of the baseline');
  });

  it('one that got worse blocks again', async () => {
    const site = siteOf({ Dockerfile: dockerfile(install), 'h.json': at(2).replace('error', 'warning') });
    const first = await check(site, { reports: 'hadolint=h.json', 'fail-on': 'medium' });
    write(site, { 'known.sarif': leftover(first, file), 'h.json': at(2) });
    const ran = await again(site);
    expect(states(ran)).toEqual([['updated', true]]);
    expect(ran.found[0]?.gate.reason).toContain('it was medium in the baseline and is high now');
  });

  it('secrets are known by their key, and by rule, file and order without one', async () => {
    const site = siteOf({ 's.json': fixture('gitleaks-8.30.1.json') });
    const reports = { reports: 'gitleaks=s.json' };
    const keyed = { ...reports, 'fingerprint-key-env': 'KEY' };
    const env = { KEY: 'a key that nobody else has' };
    write(site, { 'keyed.sarif': leftover(await check(site, keyed, { env }), file) });
    write(site, { 'plain.sarif': leftover(await check(site, reports), file) });
    const outcomes = await Promise.all([
      check(site, { ...keyed, baseline: 'keyed.sarif' }, { env }),
      check(site, { ...reports, baseline: 'plain.sarif' }),
      check(site, { ...keyed, baseline: 'plain.sarif' }),
      check(site, { ...keyed, baseline: 'keyed.sarif' }, { env: { KEY: 'another key' } }),
    ]);
    expect(outcomes.map(({ verdict }) => verdict)).toEqual(['passed', 'passed', 'passed', 'findings']);
  });
});

describe('a baseline that is none', () => {
  it.each([
    ['of another tool', fixture('bandit-1.9.4-sarif.json'), /the baseline is no SARIF 2\.1\.0 file of this project's/],
    ['that is empty', '', /the report is empty/],
    ['that is cut', '{"version":"2.1.0","runs":[', /ends in the middle/],
    ['that is HTML', '<html></html>', /HTML/],
    ['that is a folder', undefined, /the report is not a file/],
  ])('%s is one error', async (_name, text, says) => {
    const site = siteOf({
      'h.json': '[]',
      ...(text === undefined ? { 'known.sarif/x': '' } : { 'known.sarif': text }),
    });
    const ran = await again(site);
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '' });
    expect(ran.errors).toHaveLength(1);
    expect(ran.errors[0]).toMatch(/^::error::input baseline is "known\.sarif": /);
    expect(ran.errors[0]).toMatch(says);
  });

  it('with an entry that was changed by hand names the place', async () => {
    const site = await known('baseline.sarif');
    const text = leftover(await again(site), 'baseline.sarif').replace(/"jarvis\/v1": ?"\w+"/, '"jarvis/v1": ""');
    writeFileSync(join(site.folder, 'known.sarif'), text);
    const ran = await again(site);
    expect(ran.errors).toEqual([expect.stringContaining('partialFingerprints.jarvis/v1 at /runs/0/results/0')]);
  });
});
