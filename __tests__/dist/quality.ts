/** What the suites of the built check-quality share: a workspace, programs for it, and one run as the runner makes it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { Finding } from '../../shared/findings/model.ts';
import { type Ran, type RunOptions, runAction } from './harness.ts';

export interface Site {
  /** The workspace. */
  readonly folder: string;
  /** Each run has its RUNNER_TEMP in it. */
  readonly temp: string;
  /** In front of PATH. */
  readonly bin: string;
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A workspace with these files; not a repository. */
export function siteOf(files: Readonly<Record<string, string>> = {}): Site {
  const base = mkdtempSync(join(tmpdir(), 'jarvis-quality-'));
  made.push(base);
  const site = { folder: join(base, 'work'), temp: join(base, 'temp'), bin: join(base, 'bin') };
  for (const folder of Object.values(site)) mkdirSync(folder);
  write(site, files);
  return site;
}

export function write({ folder }: Site, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Git in the workspace, without anybody's settings. */
export function git({ folder }: Site, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=tester', '-c', 'user.email=tester@jarvis.test', '-c', 'init.defaultBranch=main'];
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return execFileSync('git', [...who, ...args], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

/** All that is there as one commit; its name. */
export function commit(site: Site, message: string): string {
  git(site, 'add', '--all');
  git(site, 'commit', '--quiet', '--allow-empty', '-m', message);
  return git(site, 'rev-parse', 'HEAD');
}

/**
 * A program on PATH that stands in for a scanner: a Node script, without a shell. It answers `--version` with 9.9.9, and
 * else runs `body`, in which `args` are its arguments and `out` is the file that `-o`, `--output` or `--report-path` names.
 */
export function stub({ bin }: Site, name: string, body: string): void {
  const script = [
    `#!${process.execPath}`,
    `const fs = require('node:fs'), path = require('node:path'), args = process.argv.slice(2);`,
    `if (args.includes('--version')) { console.log('${name} 9.9.9'); process.exit(0); }`,
    `const out = args[1 + args.findIndex((arg) => ['-o', '--output', '--report-path'].includes(arg))];`,
    body,
  ];
  writeFileSync(join(bin, name), script.join('\n'));
  chmodSync(join(bin, name), 0o755);
}

/** A line of the log that the runner would obey. */
export interface Command {
  readonly name: string;
  readonly properties: string;
  readonly message: string;
}

/** Splits and reads the log as the runner's ActionCommandManager does: both of its syntaxes, any name. */
export function commandsIn(stdout: string): readonly Command[] {
  return stdout.split(/\r\n|\n|\r/).flatMap((line) => {
    const [, name = '', properties = '', message = ''] =
      /^[\s\u0085]*::([^\s:]*)(?: (.*?))?::(.*)$/s.exec(line) ?? /##\[([^\s\]]*)(?: (.*?))?\](.*)$/s.exec(line) ?? [];
    return name === '' ? [] : [{ name, properties, message }];
  });
}

export interface Checked extends Ran {
  readonly verdict: string | undefined;
  /** Of findings.json; empty where there is none. */
  readonly found: readonly Finding[];
  /** Everything that is left in RUNNER_TEMP: text by path. */
  readonly left: Readonly<Record<string, string>>;
  readonly commands: readonly Command[];
  /** The log without commands. */
  readonly log: string;
}

/** Runs the built action on a site; `inputs` go over `tools: none`. */
export async function check(site: Site, inputs: RunOptions['inputs'] = {}, options: RunOptions = {}): Promise<Checked> {
  const { env = {}, ...rest } = options;
  const temp = mkdtempSync(join(site.temp, 'run-'));
  const path = `${site.bin}:${process.env['PATH'] ?? ''}`;
  const ran = await runAction('check-quality', {
    inputs: { tools: 'none', ...inputs },
    cwd: site.folder,
    env: { PATH: path, HOME: site.temp, RUNNER_TEMP: temp, ...env },
    ...rest,
  });
  const left = textsIn(temp);
  const { findings = '', verdict } = ran.outputs;
  const file = Object.entries(left).find(([name]) => join(temp, name) === findings)?.[1];
  const found = file === undefined ? [] : (JSON.parse(file) as { findings: Finding[] }).findings;
  const log = ran.stdout.split('\n').filter((line) => commandsIn(line).length === 0);
  return { ...ran, verdict, found, left, commands: commandsIn(ran.stdout), log: log.join('\n') };
}

export function textsIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The file of this name that the run left, without the folder it is in. */
export const leftover = ({ left }: Checked, name: string) =>
  Object.entries(left).find(([path]) => path.endsWith(`/${name}`))?.[1] ?? '';

/** The line that the log has on a report. */
export const lineOn = ({ log }: Checked, file: string) =>
  log.split('\n').find((line) => line.includes(`(${file}): `)) ?? '';

/** All that somebody may read after a run: outputs, state, log without masks, summary, files. */
export function visible(ran: Checked): string {
  const log = ran.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  const { outputs, state, summary, left, stderr } = ran;
  return [...log, JSON.stringify(outputs), JSON.stringify(state), summary, stderr, ...Object.entries(left)].join('\n');
}
