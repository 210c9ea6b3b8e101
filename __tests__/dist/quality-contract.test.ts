/** What the built check-quality promises on every exit: its outputs, its exit code, one clear error for bad input. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { check, leftover, siteOf } from './quality.ts';

const junit = (name: string) => fixture(`junit-${name}.xml`);
const passing = '<testsuites><testsuite name="s" tests="1"><testcase name="t" classname="c"/></testsuite></testsuites>';
const site = siteOf({
  'passes.xml': passing,
  'fails.xml': junit('node-24.21.0'),
  'nothing.xml': junit('node-24.21.0-no-test'),
  'bandit.json': fixture('bandit-1.9.4.json'),
  'clean.json': fixture('bandit-1.9.4-clean.json'),
});

describe('every exit', () => {
  it.each([
    ['passed', 'junit=passes.xml', 0, '0', '0'],
    ['findings', 'bandit=bandit.json', 1, '7', '1'],
    ['findings', 'bandit=bandit.json\njunit=nothing.xml', 1, '7', '1'],
    ['not-run', 'junit=nothing.xml', 1, '0', '0'],
    ['not-run', '', 1, '0', '0'],
    ['error', 'bandit=gone.json', 1, '0', '0'],
    ['error', 'bandit=bandit.json\nbandit=gone.json', 1, '7', '1'],
  ])('with the verdict %s (%j) has all outputs and one annotation that says why', async (verdict, ...rest) => {
    const [reports, code, fresh, blocking] = rest;
    const ran = await check(site, { reports });
    expect(ran).toMatchObject({ code, stderr: '', outputs: { verdict, new: fresh, blocking } });
    expect(Object.keys(ran.outputs)).toEqual(['verdict', 'new', 'blocking', 'findings', 'sarif', 'report']);
    for (const name of ['findings', 'sarif', 'report']) expect(existsSync(ran.outputs[name] ?? '')).toBe(true);
    expect(JSON.parse(leftover(ran, 'findings.json'))).toMatchObject({ schema: 'jarvis.findings/1', verdict });
    expect(ran.summary).toBe(`${leftover(ran, 'report.md')}\n`);
    expect(ran.errors.filter((line) => line.startsWith(`::error::${verdict}: `))).toHaveLength(code);
  });

  it('writes to a summary and no output where the runner gave no files, and still decides', async () => {
    const none = { GITHUB_OUTPUT: '', GITHUB_STEP_SUMMARY: '' };
    expect(await check(site, { reports: 'junit=passes.xml' }, { env: none })).toMatchObject({ code: 0 });
    expect(await check(site, { reports: 'junit=fails.xml' }, { env: none })).toMatchObject({ code: 1 });
  });

  it('keeps what does not block in findings.json, marked as such', async () => {
    const ran = await check(site, { reports: 'bandit=bandit.json', 'fail-on': 'critical' });
    expect(ran).toMatchObject({ code: 0, verdict: 'passed', outputs: { new: '7', blocking: '0' } });
    expect(ran.found.map(({ gate }) => gate.blocking)).toEqual(Array(7).fill(false));
    expect(ran.found[0]?.gate.reason).toBe('high is below fail-on critical');
  });

  it.each([
    ['critical', '0'],
    ['high', '1'],
    ['medium', '1'],
    ['low', '7'],
    ['none', '0'],
  ])('blocks from fail-on %s on', async (level, blocking) => {
    const ran = await check(site, { reports: 'bandit=bandit.json', 'fail-on': level });
    expect(ran.outputs).toMatchObject({ blocking, verdict: blocking === '0' ? 'passed' : 'findings' });
  });
});

describe('inputs that are empty', () => {
  const names = ['fail-on', 'baseline', 'only-new', 'suppressions', 'fingerprint-key-env', 'time-limit', 'tools-from'];
  const more = ['optional', 'tools-mirror', 'tools-offline', 'bench-base', 'bench-max-ratio', 'upload-token'];

  it('take the defaults, as absent ones do', async () => {
    const empty = Object.fromEntries([...names, ...more].map((name) => [name, '']));
    const absent = await check(site, { reports: 'bandit=bandit.json' });
    const ran = await check(site, { reports: 'bandit=bandit.json', ...empty });
    expect([ran.code, ran.stdout, ran.summary]).toEqual([absent.code, absent.stdout, absent.summary]);
  });

  it('run the tools that fit, as auto does: secretlint on every workspace', async () => {
    const small = siteOf({ 'a.js': 'export const a = 1;\n' });
    const ran = await check(small, { tools: '', optional: 'gitleaks trufflehog' }, { env: { PATH: small.bin } });
    expect(ran.log).toMatch(/secretlint 13\.1\.0: passed \(0/);
    expect(ran.log).toMatch(/gitleaks: not-run: gitleaks is not there/);
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
  });
});

describe('bad input is one error, and the verdict error', () => {
  it.each([
    ['tools', 'bandit, ruff', /^input tools has "ruff"; expected bandit, .*, auto or none$/],
    ['tools', 'auto bandit', /^input tools has "auto"; expected /],
    ['optional', 'mypy', /^input optional has "mypy"; expected bandit, /],
    ['reports', 'bandit', /^input reports, line 1: "bandit"; expected tool=path, such as /],
    ['reports', '# one\n\n=a.json', /^input reports, line 3: "=a\.json"; expected tool=path/],
    ['reports', 'trivy=a.json', /^input reports has "trivy"; expected bandit, /],
    ['bench-base', 'hyperfine=', /^input bench-base, line 1: "hyperfine="; expected tool=path/],
    ['fail-on', 'severe', /^input fail-on is "severe"; expected critical or high or medium or low or none$/],
    ['only-new', 'yes', /^input only-new is "yes"; expected true or false$/],
    [
      'baseline',
      'gone.sarif',
      /^input baseline is "gone\.sarif": .*; expected none, merge-base or the findings\.sarif/,
    ],
    [
      'baseline',
      'bandit.json',
      /^input baseline is "bandit\.json": the baseline is no SARIF 2\.1\.0 file of this proj/,
    ],
    ['suppressions', 'gone.yml', /^input suppressions is "gone\.yml": there is no such file in /],
    ['fingerprint-key-env', 'A-B', /^input fingerprint-key-env is "A-B"; expected the name of an environment variab/],
    ['time-limit', '5 minutes', /^input time-limit is "5 minutes"; expected a duration such as 0s, 30s or 10m$/],
    ['tools-from', 'npm', /^input tools-from is "npm"; expected path or lock or any$/],
    ['tools-mirror', 'ftp://a', /^input tools-mirror is "ftp:\/\/a"; expected an address that begins with https:\/\/$/],
    ['bench-max-ratio', '10%', /^input bench-max-ratio is "10%"; expected a ratio such as 1\.10$/],
    ['bench-max-ratio', '0.9', /^input bench-max-ratio is "0\.9"; expected a ratio of at least 1$/],
  ])('%s: %j', async (name, value, message) => {
    const ran = await check(site, { reports: 'junit=passes.xml', [name]: value });
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '' });
    const errors = ran.commands.filter((command) => command.name === 'error');
    expect(errors.map((error) => decodeURIComponent(error.message))).toEqual([expect.stringMatching(message)]);
    expect(ran.stdout).not.toContain('    at ');
    expect(ran.summary).toMatch(/^## .*check-quality/m);
  });
});
