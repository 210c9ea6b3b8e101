/** The gate's wall time over that of the same tools, started by hand at the same time. */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { systemExec } from '../../shared/action/exec.ts';
import { provide } from '../../shared/tools/lock/provide.ts';
import { median, table, verdict } from '../measure.ts';
import { gateRun } from './gate.ts';
import { writeRepository } from './repository.ts';

const pairs = 7;
const target = 1.15;

interface Program {
  readonly id: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** Whether the target was met. */
export async function besideByHand(folder: string): Promise<boolean> {
  const [workspace, out, cache] = [join(folder, 'repository'), join(folder, 'hand'), cacheOf()];
  for (const path of [workspace, out]) mkdirSync(path);
  const files = writeRepository(workspace);
  const programs = await programsOf(files, workspace, out, cache);
  const names = programs.map(({ id }) => id);
  console.log(`the gate over ${names.join(', ')}, ${files.length} files, ${pairs} pairs: at most ${target}x by hand`);
  console.log('npm-audit: left out, it would measure a registry');
  const inputs = { tools: names.join(' '), 'fail-on': 'none' };
  const onPath = { PATH: [...programs.map(({ program }) => dirname(program)), process.env['PATH']].join(delimiter) };
  const ways = [
    { name: 'tools-from: path', inputs, env: onPath },
    { name: 'tools-from: lock', inputs: { ...inputs, 'tools-from': 'lock' }, env: { RUNNER_TOOL_CACHE: cache } },
  ];
  const rows: string[][] = [];
  let met = true;
  for (const { name, inputs: given, env } of ways) {
    const gate = gateRun(given, workspace, join(folder, 'gate'), env);
    const { ratio, hand, action, code } = await compare(() => byHand(programs, workspace, out), gate);
    met &&= ratio <= target && code === 0;
    rows.push([name, `${ratio.toFixed(2)}x`, verdict(ratio, target), `${ms(action)} / ${ms(hand)}`, `${code}`]);
  }
  table([['gate', 'ratio', '', 'median', 'exit'], ...rows]);
  return met;
}

const ms = (value: number) => `${value.toFixed(0)} ms`;

/** Where the action itself would install them. */
const cacheOf = () => process.env['RUNNER_TOOL_CACHE'] ?? join(homedir(), '.cache');

async function programsOf(files: readonly string[], workspace: string, out: string, cache: string) {
  const list = join(out, 'files');
  writeFileSync(list, files.join('\n'));
  const secretlint = [join(import.meta.dirname, 'secretlint.ts'), workspace, list, join(out, 'secretlint.json')];
  const args = {
    bandit: ['-r', '.', '--exit-zero', '-q', '-f', 'json', '-o', join(out, 'bandit.json')],
    hadolint: ['--no-fail', '-f', 'json', '--', ...files.filter((file) => file.endsWith('Dockerfile'))],
    gitleaks: ['dir', '.', '--report-format', 'json', '--report-path', join(out, 'gitleaks.json'), '--no-banner'],
  };
  const programs: Program[] = [{ id: 'secretlint', program: process.execPath, args: secretlint }];
  for (const [id, own] of Object.entries(args)) {
    try {
      programs.push({ id, program: await installed(id, cache), args: own });
    } catch (error) {
      console.log(`${id}: left out, ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return programs;
}

async function installed(id: string, cache: string): Promise<string> {
  const { program } = await provide(id, {
    from: 'lock',
    exec: systemExec,
    env: (name) => process.env[name],
    signal: AbortSignal.timeout(300_000),
    cache: join(cache, 'jarvis-tools'),
    platform: `${process.platform}-${process.arch}`,
    say: console.log,
  });
  return program;
}

/** As `paired` of measure.ts, with several programs on one side: A B A B, and the first pair only warms the file cache. */
async function compare(hand: () => Promise<unknown>, gate: ReturnType<typeof gateRun>) {
  const runs: { hand: number; action: number; code: number | null }[] = [];
  for (let pair = 0; pair <= pairs; pair += 1) {
    const first = await timed(hand);
    const second = await timed(() => ended(process.execPath, gate.args, gate.cwd, gate.env));
    if (pair > 0) runs.push({ hand: first.milliseconds, action: second.milliseconds, code: second.value });
  }
  return {
    ratio: median(runs.map((run) => run.action / run.hand)),
    hand: median(runs.map((run) => run.hand)),
    action: median(runs.map((run) => run.action)),
    code: runs.find(({ code }) => code !== 0)?.code ?? 0,
  };
}

async function timed<T>(work: () => Promise<T>) {
  const began = performance.now();
  const value = await work();
  return { milliseconds: performance.now() - began, value };
}

function byHand(programs: readonly Program[], cwd: string, home: string): Promise<unknown> {
  const env = { PATH: process.env['PATH'] ?? '', HOME: home };
  return Promise.all(programs.map(({ program, args }) => ended(program, args, cwd, env)));
}

function ended(program: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  return new Promise<number | null>((resolve, reject) => {
    spawn(program, args, { cwd, env, stdio: 'ignore' }).once('error', reject).once('close', resolve);
  });
}
