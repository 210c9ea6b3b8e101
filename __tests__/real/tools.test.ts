import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { bandit } from '../../shared/tools/bandit.ts';
import { gitleaks } from '../../shared/tools/gitleaks.ts';
import { hadolint } from '../../shared/tools/hadolint.ts';
import { npmAudits } from '../../shared/tools/npm-audit.ts';
import { pipAudits } from '../../shared/tools/pip-audit.ts';
import { semgrep } from '../../shared/tools/semgrep.ts';
import type { Ran, Tool, ToolMeans } from '../../shared/tools/tool.ts';
import { type Stage, stage } from '../shared/tools/stage.ts';
import { withLocked } from './locked.ts';

/** Put together here, so that no file of the repository holds what looks like a key. */
const token = ['gh', 'p_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO2', '0HSbf'].join('');
const shell = 'import subprocess\nsubprocess.call("ls", shell=True)\n';
const rule = [
  'rules:',
  '  - id: no-call',
  '    pattern: subprocess.call(...)',
  '    message: no calls',
  '    languages: [python]',
  '    severity: ERROR',
].join('\n');

let open: Stage | undefined;
afterEach(() => open?.remove());

function ran(tool: Tool, files: Record<string, string>, more: Partial<ToolMeans> = {}): Promise<Ran> {
  open = stage(files, more);
  return tool.run(open.means);
}

const report = ({ report: path }: Ran) => JSON.parse(readFileSync(path ?? '', 'utf8'));

withLocked('bandit', 'bandit of the tool lock', (program) => {
  it('finds, and says which version it is', async () => {
    const outcome = await ran(bandit, { 'app/a.py': shell, 'b.txt': '' }, { program: program() });
    expect(outcome).toMatchObject({ version: '1.9.4' });
    const { errors, results } = report(outcome);
    expect(errors).toEqual([]);
    expect(results).toContainEqual(
      expect.objectContaining({ test_id: 'B602', filename: './app/a.py', line_number: 2 }),
    );
  });

  it('keeps to the settings of the project', async () => {
    const settings = '[tool.bandit]\nskips = ["B602", "B404", "B607"]\n';
    const outcome = await ran(bandit, { 'a.py': shell, 'pyproject.toml': settings }, { program: program() });
    expect(report(outcome).results).toEqual([]);
  });

  it('that cannot read its settings has failed', async () => {
    const outcome = await ran(bandit, { 'a.py': shell, 'bandit.yaml': 'a: [' }, { program: program() });
    expect(outcome).toMatchObject({ report: null, failure: { kind: 'failed' } });
  });
});

withLocked('gitleaks', 'gitleaks of the tool lock', (program) => {
  it('finds a secret in clear, in a file that only we may read', async () => {
    const outcome = await ran(gitleaks, { 'a/.env': `TOKEN=${token}\n` }, { program: program() });
    expect(outcome).toMatchObject({ version: '8.30.1' });
    expect(report(outcome)).toEqual([expect.objectContaining({ RuleID: 'github-pat', Secret: token, File: 'a/.env' })]);
    expect(statSync(outcome.report ?? '').mode & 0o777).toBe(0o600);
  });

  it('reports nothing as such', async () => {
    const outcome = await ran(gitleaks, { 'a.txt': 'nothing' }, { program: program() });
    expect(report(outcome)).toEqual([]);
    expect(readFileSync(outcome.beside['gitleaks-log'] ?? '', 'utf8')).toMatch(/INF scanned ~7 bytes/);
  });

  it('with settings that it cannot read has failed', async () => {
    const outcome = await ran(gitleaks, { a: '', '.gitleaks.toml': 'no = [' }, { program: program() });
    expect(outcome).toMatchObject({ report: null, failure: { kind: 'failed' } });
  });
});

withLocked('hadolint', 'hadolint of the tool lock', (program) => {
  it('finds in every Dockerfile', async () => {
    const files = { Dockerfile: 'FROM debian\n', 'api/Dockerfile': 'FROM debian:12\nRUN cd /tmp\n' };
    const outcome = await ran(hadolint, files, { program: program() });
    expect(outcome).toMatchObject({ version: '2.15.1' });
    const found = report(outcome).map(({ file, code }: { file: string; code: string }) => `${file} ${code}`);
    expect(found).toEqual(expect.arrayContaining(['Dockerfile DL3006', 'api/Dockerfile DL3003']));
  });
});

withLocked('semgrep', 'semgrep of the tool lock', (program) => {
  it('finds by the rules of the repository, without the network', async () => {
    const outcome = await ran(semgrep, { '.semgrep/own.yml': rule, 'a.py': shell }, { program: program() });
    expect(outcome).toMatchObject({ version: '1.182.0' });
    const { results, errors } = report(outcome);
    expect(errors).toEqual([]);
    expect(results).toEqual([expect.objectContaining({ path: 'a.py', check_id: expect.stringContaining('no-call') })]);
  }, 60_000);

  it('finds in large files too, and what a comment hides', async () => {
    const large = `${'# filler\n'.repeat(150_000)}${shell}`;
    const hidden = shell.trimEnd().replace(/$/, '  # nosemgrep');
    const files = { '.semgrep/own.yml': rule, 'large.py': large, 'hidden.py': `${hidden}\n` };
    const { results } = report(await ran(semgrep, files, { program: program() }));
    expect(results.map(({ path }: { path: string }) => path).toSorted()).toEqual(['hidden.py', 'large.py']);
  }, 120_000);

  it('with rules that are none has failed', async () => {
    const outcome = await ran(semgrep, { '.semgrep.yml': 'rules: 3', 'a.py': shell }, { program: program() });
    expect(outcome).toMatchObject({ report: null, failure: { kind: 'failed' } });
  }, 60_000);
});

withLocked('pip-audit', 'pip-audit of the tool lock', (program) => {
  it('looks at what a requirements file pins', async () => {
    const [tool] = pipAudits(['requirements.txt']) as [Tool];
    const env = (name: string) => process.env[name];
    const outcome = await ran(tool, { 'requirements.txt': 'jinja2==2.4.1\n' }, { program: program(), env });
    expect(outcome).toMatchObject({ version: '2.10.1', target: 'requirements.txt' });
    expect(report(outcome).dependencies).toEqual([expect.objectContaining({ name: 'jinja2' })]);
  }, 60_000);
});

const versions = Object.fromEntries(['4.17.20', '4.17.21'].map((version) => [version, { name: 'lodash', version }]));
const packument = { name: 'lodash', 'dist-tags': { latest: '4.17.21' }, versions };

/** Runs `npm audit` against a registry whose advisories are these. */
async function audit(status: number, advisories: unknown): Promise<Ran> {
  const server = createServer((request, response) => {
    const body = JSON.stringify(request.method === 'GET' ? packument : advisories);
    request.resume().on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const variables: Record<string, string | undefined> = { PATH: process.env.PATH, NPM_CONFIG_REGISTRY: registry };
  const root = { name: 'x', version: '1.0.0', dependencies: { lodash: '4.17.20' } };
  const packages = { '': root, 'node_modules/lodash': { version: '4.17.20' } };
  const lock = JSON.stringify({ name: 'x', version: '1.0.0', lockfileVersion: 3, packages });
  const files = { 'package.json': JSON.stringify(root), 'package-lock.json': lock };
  const [tool] = npmAudits(Object.keys(files)) as [Tool];
  try {
    return await ran(tool, files, { env: (name) => variables[name] });
  } finally {
    server.close().closeAllConnections();
  }
}

it('npm audit finds by what the registry says', async () => {
  const advisory = {
    id: 1,
    url: 'https://a',
    title: 't',
    severity: 'high',
    vulnerable_versions: '<4.17.21',
    cwe: [],
    cvss: {},
  };
  const outcome = await audit(200, { lodash: [advisory] });
  expect(outcome.version).toBe(execFileSync('npm', ['--version'], { encoding: 'utf8' }).trim());
  expect(report(outcome).vulnerabilities.lodash).toMatchObject({ severity: 'high' });
});

it('npm audit of a registry that refuses leaves what it said to the reader', async () => {
  const outcome = await audit(405, {});
  expect(outcome).not.toHaveProperty('failure');
  expect(report(outcome)).toMatchObject({ message: expect.stringContaining('405') });
});

it('a tool leaves nothing in the workspace', async () => {
  await audit(200, {});
  expect(readdirSync(open?.means.workspace ?? '').sort()).toEqual(['package-lock.json', 'package.json']);
});
