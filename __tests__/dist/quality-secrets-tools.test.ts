/**
 * Secrets in the workspace and in what tools print, while they run: masked, in no argument of a program, in no file
 * afterwards, however the run ends. secretlint is the real one; the scanners that cannot be had everywhere are stubs which
 * write what the real ones were recorded with.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { fixture } from '../shared/findings/readers/recorded.ts';
import { formNames, leaksIn, plant } from './planting.ts';
import { type Checked, check, type Site, siteOf, stub, visible } from './quality.ts';

const secrets = formNames.map((form) => ({ pointer: form, secret: plant(form, 'the workspace') }));
const of = (form: (typeof formNames)[number]) => secrets.find(({ pointer }) => pointer === form)?.secret ?? '';
const key = { pointer: 'the key', secret: plant('base64', 'the key of tools') };
const all = [...secrets, key];

/** Recorded findings with our secrets in place of the recorded ones. */
function gitleaksReport(): string {
  const found = JSON.parse(fixture('gitleaks-8.30.1.json')) as Record<string, unknown>[];
  return JSON.stringify(
    secrets.map(({ secret }, at) => ({
      ...found[at % found.length],
      Secret: secret,
      Match: `x = "${secret}"`,
      File: 'a.env',
    })),
  );
}

/** Each stub writes down its arguments, then its report, and complains with a secret on standard error. */
function scanners(site: Site, then = ''): void {
  const record = (name: string) =>
    `fs.appendFileSync(${JSON.stringify(join(site.bin, 'argv'))}, JSON.stringify(['${name}', ...args]) + '\\n');`;
  const say = `console.error(${JSON.stringify(`WRN cannot parse ${of('token')} ${of('pem')}`)});`;
  const write = (text: string) => `fs.writeFileSync(out, ${JSON.stringify(text)});`;
  stub(site, 'gitleaks', [record('gitleaks'), say, write(gitleaksReport()), then, 'process.exit(42);'].join('\n'));
  const line = {
    DetectorName: 'Github',
    Raw: of('token'),
    SourceMetadata: { Data: { Filesystem: { file: 'a.env', line: 1 } } },
  };
  stub(
    site,
    'trufflehog',
    [record('trufflehog'), say, `console.log(${JSON.stringify(JSON.stringify(line))});`, then].join('\n'),
  );
  stub(site, 'bandit', [record('bandit'), `${say} process.exit(2);`].join('\n'));
}

const files = {
  'a.env': `${secrets.map(({ secret, pointer }) => `${pointer.replace('-', '_')} = "${secret}"`).join('\n')}\n`,
  'b.py': `token = "${of('token')}"\n`,
};
const inputs = { tools: 'secretlint gitleaks trufflehog bandit', 'fingerprint-key-env': 'KEY' };
const env = { KEY: key.secret };

describe('a run of tools over secrets', () => {
  const site = siteOf(files);
  let ran: Checked;
  beforeAll(async () => {
    scanners(site);
    ran = await check(site, inputs, { env });
  });

  it('finds them', () => {
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '' });
    expect(ran.found.length).toBeGreaterThan(3);
    expect(ran.log).toMatch(/bandit: error: bandit ended with exit code 2/);
    expect(ran.log).toMatch(/secretlint 13\.1\.0: findings/);
  });

  it('shows no part of them', () => expect(leaksIn(visible(ran), all)).toEqual([]));

  it('masks each, and each line of one that has many', () => {
    const masks = ran.commands
      .filter(({ name }) => name === 'add-mask')
      .map(({ message }) => decodeURIComponent(message));
    const lines = secrets.flatMap(({ secret }) => secret.split('\n')).filter((line) => !line.startsWith('-'));
    expect(lines.filter((line) => !masks.includes(line))).toEqual([]);
  });

  it('gives none to a program as an argument', () => {
    const argv = readFileSync(join(site.bin, 'argv'), 'utf8');
    expect(argv.split('\n').filter((line) => line !== '')).toHaveLength(3);
    expect(leaksIn(argv, all)).toEqual([]);
  });

  it('leaves only what it hands on, without the reports of the tools', () => {
    const names = Object.keys(ran.left).map((path) => path.replace(/^check-quality-\w+\//, ''));
    expect(names.sort()).toEqual(['baseline.sarif', 'findings.json', 'findings.sarif', 'report.md']);
  });

  it('tells a secret apart by the key alone: another key, another fingerprint, and none without it is the same', async () => {
    const prints = (one: Checked) =>
      one.found.filter(({ category }) => category === 'secret').map(({ fingerprints }) => fingerprints['jarvis/v1']);
    const again = await check(site, inputs, { env });
    const other = await check(site, inputs, { env: { KEY: 'another' } });
    const none = await check(site, inputs);
    expect(prints(again)).toEqual(prints(ran));
    expect(prints(other).filter((print) => prints(ran).includes(print))).toEqual([]);
    expect(prints(none).filter((print) => [...prints(ran), ...prints(other)].includes(print))).toEqual([]);
    expect(none.log).toContain('KEY is empty, as in the run of a fork: secrets are told apart by rule, file and order');
    expect(leaksIn(visible(none), all)).toEqual([]);
  });
});

describe('a run that does not come to its end', () => {
  const hang = (site: Site) =>
    `fs.writeFileSync(${JSON.stringify(join(site.bin, 'ready'))}, ''); setInterval(() => {}, 1000);`;

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves no secret behind after %s', async (signal) => {
    const site = siteOf(files);
    scanners(site, hang(site));
    const ran = await check(site, inputs, {
      env,
      watch: (child) => {
        const timer = setInterval(() => {
          if (!existsSync(join(site.bin, 'ready'))) return;
          clearInterval(timer);
          child.kill(signal);
        }, 20);
      },
    });
    expect(ran).toMatchObject({ code: 1, verdict: 'error' });
    expect(leaksIn(visible(ran), all)).toEqual([]);
    expect(ran.left).toEqual({});
  });

  it('leaves no secret behind when it crashes', async () => {
    const site = siteOf(files);
    // The last tool takes away the folder for what is handed on: writing there is then an error nobody thought of.
    const temp = `const temp = path.resolve(out, '../../../..'); fs.rmSync(temp, { recursive: true });`;
    scanners(site);
    stub(site, 'gitleaks', `${temp} fs.writeFileSync(temp, '');`);
    const ran = await check(site, inputs, { env });
    expect(ran).toMatchObject({ code: 1, verdict: 'error' });
    expect(leaksIn(visible(ran), all)).toEqual([]);
    expect(Object.values(ran.left)).toEqual(['']);
  });

  it('leaves no secret behind when the runner cannot be told', async () => {
    const site = siteOf(files);
    scanners(site);
    writeFileSync(join(site.bin, 'file'), '');
    const ran = await check(site, inputs, { env: { ...env, GITHUB_OUTPUT: join(site.bin, 'file', 'output') } });
    expect(ran.code).toBe(1);
    expect(leaksIn(visible(ran), all)).toEqual([]);
    expect(readdirSync(site.temp, { recursive: true, encoding: 'utf8' }).filter((name) => /raw/.test(name))).toEqual(
      [],
    );
  });
});
