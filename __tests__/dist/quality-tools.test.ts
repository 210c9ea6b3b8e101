/**
 * Tools as the built action runs them: beside each other, within their time, with nothing worth stealing. secretlint is
 * the real one; the others are stubs, as not every machine has them.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { type Checked, check, siteOf, stub } from './quality.ts';

const python = { 'a.py': 'x = 1\n' };
const writes = (text: string) => `fs.writeFileSync(out, ${JSON.stringify(text)});`;
const clean = writes(fixture('bandit-1.9.4-clean.json'));

/** A program that takes longer than a line about who still works needs; the others run meanwhile. */
const slow = siteOf(python);
let progress: Promise<Checked>;
beforeAll(() => {
  stub(slow, 'bandit', `setTimeout(() => { ${clean} }, 15_500);`);
  progress = check(slow, { tools: 'bandit secretlint' });
});

describe('a tool that is not there', () => {
  it('is not-run and fails the gate', async () => {
    const ran = await check(siteOf(python), { tools: 'secretlint bandit' });
    expect(ran).toMatchObject({
      code: 1,
      verdict: 'not-run',
      errors: [expect.stringMatching(/^::error::not-run: bandit: bandit is not there: install it before this step/)],
    });
    expect(ran.log).toMatch(/^secretlint 13\.1\.0: passed/m);
  });

  it('passes where it is optional, and is shown', async () => {
    const ran = await check(siteOf(python), { tools: 'secretlint bandit', optional: 'bandit' });
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
    expect(ran.summary).toMatch(/\| bandit \| – \| ➖ not run, optional \|/);
    expect(ran.summary).toContain('bandit: bandit is not there');
  });

  it('is not-run where nothing else ran, even if it is optional', async () => {
    const ran = await check(siteOf(python), { tools: 'bandit', optional: 'bandit' });
    expect(ran).toMatchObject({ code: 1, verdict: 'not-run' });
  });

  it('and one that has nothing to look at is not-run too', async () => {
    const ran = await check(siteOf({ 'a.js': '' }), { tools: 'secretlint bandit hyperfine' });
    expect(ran).toMatchObject({ code: 1, verdict: 'not-run' });
    expect(ran.log).toMatch(/^bandit: not-run: the workspace has nothing for it to look at/m);
    expect(ran.log).toMatch(/^hyperfine: not-run: it is not run from here: give its report in the input reports/m);
  });
});

describe('what a program does', () => {
  it.each([
    ['a clean report', clean, {}, 'passed', /^Bandit 9\.9\.9: passed \(0 findings, looked at 1\)/m],
    [
      'findings',
      writes(fixture('bandit-1.9.4.json')),
      {},
      'findings',
      /^Bandit 1\.9\.4|^Bandit 9\.9\.9: findings: 1 of/m,
    ],
    [
      'findings of an optional one',
      writes(fixture('bandit-1.9.4.json')),
      { optional: 'bandit' },
      'findings',
      /findings/,
    ],
    [
      'an exit code of its own',
      `${clean} process.exit(2);`,
      {},
      'error',
      /^bandit: error: bandit ended with exit code 2/m,
    ],
    [
      'a failure of an optional one',
      'process.exit(2);',
      { optional: 'bandit' },
      'not-run',
      /^bandit: error: bandit en/m,
    ],
    ['a signal', `process.kill(process.pid, 'SIGSEGV');`, {}, 'error', /^bandit: error: bandit was ended by a signal/m],
    ['no report', '', {}, 'error', /^bandit: error: bandit ended with exit code 0 \(it wrote no report\)/m],
    ['half a report', writes('{"results": ['), {}, 'error', /^bandit: error: the report ends in the middle at line 1/m],
    [
      'half a report of an optional one',
      writes('{'),
      { optional: 'bandit' },
      'error',
      /^bandit: error: the report ends/m,
    ],
    [
      "another tool's report",
      writes(fixture('hadolint-2.15.1.json')),
      {},
      'error',
      /it looks like a report of hadolint/,
    ],
  ])('%s', async (_name, body, inputs, verdict, says) => {
    const site = siteOf(python);
    stub(site, 'bandit', body);
    const ran = await check(site, { tools: 'bandit', ...inputs });
    expect(ran).toMatchObject({ verdict, code: verdict === 'passed' ? 0 : 1, stderr: '' });
    expect(ran.log).toMatch(says);
    expect(ran.log).toMatch(/^bandit 9\.9\.9: (ended after|failed \()/m);
  });
});

describe('the environment of a program', () => {
  const secret = {
    GITHUB_TOKEN: 'tell-nobody-1',
    ACTIONS_RUNTIME_TOKEN: 'tell-nobody-2',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'tell-nobody-3',
    AWS_ACCESS_KEY_ID: 'tell-nobody-4',
    AWS_SECRET_ACCESS_KEY: 'tell-nobody-5',
    AZURE_CLIENT_SECRET: 'tell-nobody-6',
    GOOGLE_APPLICATION_CREDENTIALS: 'tell-nobody-7',
    NPM_TOKEN: 'tell-nobody-8',
    SAFETY_API_KEY: 'tell-nobody-9',
    KEY: 'tell-nobody-10',
    HTTPS_PROXY: 'http://user:tell-nobody-11@127.0.0.1:9',
    NODE_OPTIONS: '--title=tell-nobody-12',
    LD_PRELOAD: '',
    INPUT_ANYTHING: 'tell-nobody-13',
  };

  it('has no token, no credential, no input, and a home of its own', async () => {
    const site = siteOf(python);
    const file = join(site.bin, 'env');
    const keep = `fs.writeFileSync(${JSON.stringify(file)}, JSON.stringify(process.env));`;
    stub(site, 'bandit', `${keep} ${clean}`);
    const inputs = { tools: 'bandit', 'fingerprint-key-env': 'KEY' };
    expect(await check(site, inputs, { env: secret })).toMatchObject({ code: 0, verdict: 'passed' });
    const env = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    const own = ['HOME', 'LANG', 'NO_COLOR', 'PATH', 'PYTHONDONTWRITEBYTECODE', 'PYTHONSAFEPATH', 'TMPDIR'];
    expect(
      Object.keys(env)
        .filter((name) => !name.startsWith('_'))
        .sort(),
    ).toEqual(own);
    expect(JSON.stringify(env)).not.toContain('tell-nobody');
    expect([env['HOME']?.startsWith(site.temp), existsSync(env['HOME'] ?? '')]).toEqual([true, false]);
  });

  it('has no folder of the workspace on its PATH', async () => {
    const site = siteOf({ ...python, 'tools/bandit': '#!/bin/sh\nexit 0\n' });
    const ran = await check(site, { tools: 'bandit' }, { env: { PATH: `tools:.:${process.env['PATH']}` } });
    expect(ran.log).toMatch(/bandit is not there|may not be run/);
  });
});

describe('many', () => {
  it('work at the same time: each waits for the other', async () => {
    const site = siteOf(python);
    const meet = (own: string, other: string) =>
      `const at = (name) => path.join(${JSON.stringify(site.bin)}, 'met-' + name); fs.writeFileSync(at('${own}'), '');
       const wait = (left) => { if (fs.existsSync(at('${other}'))) return done(); if (left === 0) process.exit(3); setTimeout(wait, 20, left - 1); };`;
    stub(site, 'bandit', `${meet('bandit', 'gitleaks')} const done = () => { ${clean} }; wait(400);`);
    stub(
      site,
      'gitleaks',
      `${meet('gitleaks', 'bandit')} const done = () => { ${writes('[]')} console.error('1:09AM INF scanned ~300 bytes (300 bytes) in 1ms'); }; wait(400);`,
    );
    const ran = await check(site, { tools: 'bandit gitleaks secretlint' });
    expect(ran.log).not.toMatch(/exit code 3/);
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
    const ends = ran.log.match(/^(bandit|gitleaks|secretlint) \S+: ended after \d+\.\d s$/gm);
    expect(ends).toHaveLength(3);
  });

  it('say who still works every fifteen seconds', async () => {
    const ran = await progress;
    expect(ran).toMatchObject({ code: 0, verdict: 'passed' });
    expect(ran.log.match(/^.*still at work.*$/gm)).toEqual(['15 s: still at work: bandit']);
  }, 30_000);
});
