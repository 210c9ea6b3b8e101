import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { bandit } from '../../../shared/tools/bandit.ts';
import { gitleaks } from '../../../shared/tools/gitleaks.ts';
import { hadolint } from '../../../shared/tools/hadolint.ts';
import { npmAudits } from '../../../shared/tools/npm-audit.ts';
import { pipAudits } from '../../../shared/tools/pip-audit.ts';
import { safety } from '../../../shared/tools/safety.ts';
import type { Tool, ToolMeans } from '../../../shared/tools/tool.ts';
import { trufflehog } from '../../../shared/tools/trufflehog.ts';
import { type Stage, stage } from './stage.ts';

const files = {
  'a.py': 'x = 1\n',
  'b/c.py': 'y = 2\n',
  'README.md': 'text',
  Dockerfile: 'FROM scratch\n',
  'requirements.txt': 'a==1.0\n',
  'package-lock.json': '{}',
};
const [npmAudit] = npmAudits(Object.keys(files)) as [Tool];
const [pipAudit] = pipAudits(Object.keys(files)) as [Tool];

let open: Stage | undefined;
afterEach(() => open?.remove());

/** Runs the tool with a script of Node's in the place of its program. */
async function ran(tool: Tool, script: string, more: Partial<ToolMeans> = {}) {
  open = stage(files, more);
  return tool.run({ ...open.means, program: open.program(script) });
}

it.each([
  ['bandit', bandit, '-o', 0],
  ['gitleaks, clean', gitleaks, '--report-path', 0],
  ['gitleaks, with findings', gitleaks, '--report-path', 42],
  ['pip-audit, with findings', pipAudit, '-o', 1],
])('%s leaves its report to the reader, for our eyes only', async (_, tool, flag, code) => {
  const outcome = await ran(
    tool,
    `fs.rmSync(after('${flag}')); fs.writeFileSync(after('${flag}'), '[]'); process.exitCode = ${code}`,
  );
  expect(outcome).toMatchObject({ id: tool.id, version: '1.2.3' });
  expect(outcome).not.toHaveProperty('failure');
  expect(outcome.seconds).toBeGreaterThan(0);
  expect(readFileSync(outcome.report ?? '', 'utf8')).toBe('[]');
  expect(statSync(outcome.report ?? '').mode & 0o777).toBe(0o600);
});

it.each([
  ['hadolint', hadolint, 0],
  ['npm audit', npmAudit, 1],
])('the standard output of %s is its report', async (_, tool, code) => {
  const outcome = await ran(tool, `console.log('{}'); process.exitCode = ${code}`);
  expect(readFileSync(outcome.report ?? '', 'utf8')).toBe('{}\n');
});

it('a program whose version is known is not asked for it', async () => {
  const outcome = await ran(gitleaks, `fs.writeFileSync(after('--report-path'), '[]')`, { version: '9.9.9' });
  expect(outcome).toMatchObject({ version: '9.9.9' });
});

it('the log of gitleaks stands beside its report', async () => {
  const outcome = await ran(gitleaks, `fs.writeFileSync(after('--report-path'), '[]'); console.error('scanned')`);
  expect(readFileSync(outcome.beside['gitleaks-log'] ?? '', 'utf8')).toBe('scanned\n');
});

it('an empty report of trufflehog is one, and its log stands beside it', async () => {
  const outcome = await ran(trufflehog, 'console.error("finished scanning")');
  expect(readFileSync(outcome.report ?? '', 'utf8')).toBe('');
  expect(readFileSync(outcome.beside['trufflehog-log'] ?? '', 'utf8')).toBe('finished scanning\n');
});

it.each([
  [
    'bandit on a bad setting',
    bandit,
    'console.error("no such profile"); process.exit(2)',
    'bandit ended with exit code 2: no such profile',
  ],
  ['gitleaks, whose 1 is a failure', gitleaks, 'process.exit(1)', 'gitleaks ended with exit code 1'],
  ['bandit without a report', bandit, '', 'bandit ended with exit code 0 (it wrote no report)'],
  [
    'pip-audit without a report',
    pipAudit,
    'console.error("refused"); process.exit(1)',
    'pip-audit ended with exit code 1: refused (it wrote no report)',
  ],
  ['hadolint', hadolint, 'console.log("[]"); process.exit(1)', 'hadolint ended with exit code 1'],
  ['npm audit without a word', npmAudit, 'process.exit(1)', 'npm ended with exit code 1 (it wrote no report)'],
  [
    'a program that is killed',
    bandit,
    'process.kill(process.pid, "SIGKILL"); setTimeout(() => undefined, 9999)',
    'bandit was ended by a signal',
  ],
])('%s has failed and gives no report', async (_, tool, script, message) => {
  expect(await ran(tool, script)).toMatchObject({ report: null, failure: { kind: 'failed', message } });
});

it('a program that is missing is absent', async () => {
  open = stage(files);
  const outcome = await bandit.run({ ...open.means, env: () => '/nowhere' });
  expect(outcome).toMatchObject({ report: null, failure: { kind: 'absent', message: 'bandit is not there' } });
});

it('a program that takes too long has timed out', async () => {
  const outcome = await ran(bandit, 'setTimeout(() => undefined, 30000)', { limit: 0.7 });
  expect(outcome.failure).toEqual({ kind: 'timed-out', message: 'bandit was ended because it took longer than 0.7 s' });
});

it('a program that is running at a cancel is cancelled', async () => {
  const outcome = await ran(bandit, 'setTimeout(() => undefined, 30000)', { signal: AbortSignal.timeout(500) });
  expect(outcome.failure).toMatchObject({ kind: 'cancelled' });
});

it('a scanner sees the listed files alone, by the paths that they have', async () => {
  const script = `fs.writeFileSync(after('--report-path'), JSON.stringify(fs.readdirSync('.', { recursive: true }).sort()))`;
  const outcome = await ran(gitleaks, script, { files: ['b/c.py', 'README.md', 'deleted.md'] });
  expect(JSON.parse(readFileSync(outcome.report ?? '', 'utf8'))).toEqual(['README.md', 'b', 'b/c.py']);
});

it('a scanner gets neither the user’s home nor a token', async () => {
  const env = (name: string) => (name === 'PATH' ? process.env.PATH : `secret of ${name}`);
  const outcome = await ran(bandit, `fs.writeFileSync(after('-o'), JSON.stringify(process.env))`, { env });
  expect(readFileSync(outcome.report ?? '', 'utf8')).not.toContain('secret of');
});

it('pip may build nothing', async () => {
  const outcome = await ran(pipAudit, `fs.writeFileSync(after('-o'), process.env.PIP_ONLY_BINARY)`);
  expect(outcome.target).toBe('requirements.txt');
  expect(readFileSync(outcome.report ?? '', 'utf8')).toBe(':all:');
});

it('npm has the user’s registry, runs in the folder of the lock file, and gives the lock file to the reader', async () => {
  const script = `console.log(JSON.stringify([process.cwd(), process.env.NPM_CONFIG_USERCONFIG, process.env.NPM_CONFIG_REGISTRY]))`;
  open = stage({ 'x/package-lock.json': '{}', '.npmrc-of-user': '' });
  const config = join(open.means.workspace, '.npmrc-of-user');
  const variables: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    NPM_CONFIG_USERCONFIG: config,
    NPM_CONFIG_REGISTRY: 'https://npm.example',
  };
  const [tool] = npmAudits(open.means.files) as [Tool];
  const outcome = await tool.run({ ...open.means, env: (name) => variables[name], program: open.program(script) });
  expect(JSON.parse(readFileSync(outcome.report ?? '', 'utf8'))).toEqual([
    join(open.means.workspace, 'x'),
    config,
    'https://npm.example',
  ]);
  expect(outcome).toMatchObject({ target: 'x/package-lock.json' });
  expect(outcome.beside).toEqual({ 'package-lock': join(open.means.workspace, 'x/package-lock.json') });
});

it('safety without its key is not started', async () => {
  const outcome = await ran(safety, 'fs.writeFileSync("started", "")');
  expect(outcome.failure).toEqual({
    kind: 'failed',
    message: 'safety needs an API key: set SAFETY_API_KEY in the environment of the step',
  });
  expect(existsSync(join(open?.means.workspace ?? '', 'started'))).toBe(false);
});

it('safety has its key in the environment, not among its arguments', async () => {
  const script = 'console.log(JSON.stringify([process.env.SAFETY_API_KEY, process.argv]))';
  const env = (name: string) =>
    name === 'PATH' ? process.env.PATH : name === 'SAFETY_API_KEY' ? 'the-key' : undefined;
  const outcome = await ran(safety, script, { env });
  const [key, argv] = JSON.parse(readFileSync(outcome.report ?? '', 'utf8'));
  expect(key).toBe('the-key');
  expect(JSON.stringify(argv)).not.toContain('the-key');
});
