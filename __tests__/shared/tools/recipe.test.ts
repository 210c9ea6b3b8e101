import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { bandit } from '../../../shared/tools/bandit.ts';
import { gitleaks } from '../../../shared/tools/gitleaks.ts';
import { hadolint } from '../../../shared/tools/hadolint.ts';
import { npmAudits } from '../../../shared/tools/npm-audit.ts';
import { pipAudits } from '../../../shared/tools/pip-audit.ts';
import { safety } from '../../../shared/tools/safety.ts';
import { semgrep } from '../../../shared/tools/semgrep.ts';
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

it('pip starts in an empty folder, where no pip.py of a pull request stands', async () => {
  const outcome = await ran(pipAudit, `fs.writeFileSync(after('-o'), JSON.stringify(fs.readdirSync('.')))`);
  expect(readFileSync(outcome.report ?? '', 'utf8')).toBe('[]');
});

it.each([
  ['a folder', { 'requirements.txt': './evil\n' }, 'requirements.txt names more than packages of an index'],
  [
    'a file of the machine',
    { 'requirements.txt': '-r /etc/hostname\n' },
    'requirements.txt includes a file that is none',
  ],
  ['a file above', { 'requirements.txt': '-r ../../x.txt\n' }, 'requirements.txt includes a file that is none'],
  [
    'a folder, in a file that it includes',
    { 'requirements.txt': '-r more/x.txt\na\n', 'more/x.txt': '-r y.txt', 'more/y.txt': '-e .' },
    'more/y.txt names more than packages of an index',
  ],
])('requirements that name %s are not given to pip, which would run or quote it', async (_, texts, message) => {
  open = stage(texts);
  const [tool] = pipAudits(['requirements.txt']) as [Tool];
  const outcome = await tool.run({ ...open.means, program: open.program(`fs.writeFileSync(after('-o'), '[]')`) });
  expect(outcome.failure).toMatchObject({ kind: 'failed', message: expect.stringContaining(message) });
  expect(outcome.failure?.message).toContain('reports: pip-audit=PATH');
});

it('requirements that include others of the workspace are read', async () => {
  open = stage({ 'a/requirements.txt': '-r ../b.txt\na', 'b.txt': '-r a/requirements.txt\nb' });
  const [tool] = pipAudits(['a/requirements.txt']) as [Tool];
  const outcome = await tool.run({ ...open.means, program: open.program(`fs.writeFileSync(after('-o'), '[]')`) });
  expect(outcome).not.toHaveProperty('failure');
});

it('npm has the user’s registry, runs on the lock file alone, and gives the lock file to the reader', async () => {
  const script = `console.log(JSON.stringify([fs.readdirSync('.'), process.env.NPM_CONFIG_USERCONFIG, process.env.NPM_CONFIG_REGISTRY]))`;
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
    ['package-lock.json'],
    config,
    'https://npm.example',
  ]);
  expect(outcome).toMatchObject({ target: 'x/package-lock.json' });
  expect(outcome.beside).toEqual({ 'package-lock': join(open.means.workspace, 'x/package-lock.json') });
});

it.each([
  ['bandit', bandit, '-o', { 'a.py': '', '.bandit': '' }, ['.bandit']],
  ['bandit', bandit, '-o', { 'a.py': '', 'bandit.yaml': '' }, ['bandit.yaml']],
  ['bandit', bandit, '-o', { 'a.py': '', 'pyproject.toml': '[tool.bandit]' }, ['pyproject.toml']],
  [
    'gitleaks',
    gitleaks,
    '--report-path',
    { '.gitleaks.toml': '', '.gitleaksignore': '' },
    ['.gitleaks.toml', '.gitleaksignore'],
  ],
  ['semgrep', semgrep, '--output', { '.semgrep.yml': '', '.semgrepignore': '' }, ['.semgrepignore']],
])('of %s it is told which files of the repository may make it look away', async (_, tool, flag, texts, obeyed) => {
  open = stage(texts);
  const outcome = await tool.run({ ...open.means, program: open.program(`fs.writeFileSync(after('${flag}'), '[]')`) });
  expect(outcome.notes).toEqual(obeyed.map((name) => `obeys ${name} of the repository, which may make it look away`));
});

it.each([
  ['a list', 'ignored: [DL3008]\ntrustedRegistries: [docker.io]\n', { ignored: [], trustedRegistries: ['docker.io'] }],
  ['nothing', '', { ignored: [] }],
])(
  'what hadolint ignores by a file with %s it finds all the same, as the gate keeps to that file',
  async (_, yaml, settings) => {
    open = stage({
      Dockerfile: '# hadolint ignore=DL3006\nFROM a\n#hadolint global ignore=DL3003',
      '.hadolint.yml': yaml,
    });
    const outcome = await hadolint.run({
      ...open.means,
      program: open.program(`console.log(fs.readFileSync(after('-c'), 'utf8'))`),
    });
    expect(JSON.parse(readFileSync(outcome.report ?? '', 'utf8'))).toEqual(settings);
    expect(outcome.notes).toEqual([
      'obeys .hadolint.yml of the repository, which may make it look away',
      '2 comments make it ignore a rule',
    ]);
  },
);

it('hadolint without settings gets none of the machine’s', async () => {
  const outcome = await ran(hadolint, `console.log(fs.readFileSync(after('-c'), 'utf8'))`);
  expect(readFileSync(outcome.report ?? '', 'utf8')).toBe('{}\n');
  expect(outcome).not.toHaveProperty('notes');
});

it.each(['a: [', '- a', 'text'])('hadolint does not run by settings of %j', async (yaml) => {
  open = stage({ Dockerfile: 'FROM a', '.hadolint.yaml': yaml });
  const outcome = await hadolint.run({ ...open.means, program: open.program(`console.log('[]')`) });
  expect(outcome.failure).toEqual({ kind: 'failed', message: '.hadolint.yaml is not valid YAML, or no mapping' });
});

it('of a project’s .npmrc npm sees where to ask, and nothing that makes it look away; both are told', async () => {
  const npmrc =
    'offline=true\nomit=dev\nregistry = https://npm.example/\n@a:registry=https://a.example\nstrict-ssl=false\n';
  open = stage({ 'package-lock.json': '{}', 'package.json': '{"name":"x"}', '.npmrc': npmrc });
  const script = `console.log(JSON.stringify([fs.readFileSync('.npmrc', 'utf8'), fs.readFileSync('package.json', 'utf8')]))`;
  const outcome = await npmAudit.run({ ...open.means, program: open.program(script) });
  expect(JSON.parse(readFileSync(outcome.report ?? '', 'utf8'))).toEqual([
    'registry = https://npm.example/\n@a:registry=https://a.example\n',
    '{"name":"x"}',
  ]);
  expect(outcome.notes).toEqual([
    'asked where .npmrc of the project says: registry = https://npm.example/',
    'asked where .npmrc of the project says: @a:registry=https://a.example',
  ]);
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
