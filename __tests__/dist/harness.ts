/** Runs a built action as the runner does: a child process, INPUT_* variables and file commands. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** `::error ...::message` lines as they were printed. */
  readonly errors: readonly string[];
}

export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** `post` runs `dist/<action>/post`. */
  readonly stage?: 'main' | 'post';
  /** State that main left, as the runner gives it to post. */
  readonly state?: Readonly<Record<string, string>>;
  /** Sees the process while it runs. */
  readonly watch?: (child: ChildProcess, output: () => string) => void;
}

/** Reads a file command's file: `name=value` lines and `name<<delimiter` blocks. */
function readCommands(file: string): Record<string, string> {
  const pattern = /^([^=\n]+?)(?:=(.*)|<<(\S+)\n([\s\S]*?)\n?\3)$/gm;
  const found = [...readFileSync(file, 'utf8').matchAll(pattern)];
  return Object.fromEntries(found.map(([, name, line, , block]) => [name ?? '', line ?? block ?? '']));
}

/** A minimal environment and nothing of this process's: no input or token can slip in. */
function environmentOf(folder: string, { inputs = {}, env = {}, cwd = root, state = {} }: RunOptions) {
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
  for (const name of Object.values(files)) writeFileSync(join(folder, name), '');
  return {
    PATH: process.env.PATH ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: cwd,
    RUNNER_TEMP: folder,
    GITHUB_ACTOR: 'tester',
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'jarvis/actions',
    GITHUB_RUN_ID: '7',
    GITHUB_RUN_ATTEMPT: '2',
    ...Object.fromEntries(Object.entries(files).map(([key, name]) => [key, join(folder, name)])),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
    ...env,
  };
}

/** Runs to the end, at most 60 s. */
export function runAction(action: string, options: RunOptions = {}): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-dist-'));
  const file = join(root, 'dist', action, options.stage === 'post' ? 'post' : '', 'index.js');
  const child = spawn(process.execPath, [file], {
    cwd: options.cwd ?? root,
    env: environmentOf(folder, options),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  options.watch?.(child, () => stdout);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const read = (name: string) => join(folder, name);
      resolve({
        code,
        stdout,
        stderr,
        outputs: readCommands(read('output')),
        state: readCommands(read('state')),
        summary: readFileSync(read('summary'), 'utf8'),
        errors: stdout.split('\n').filter((line) => line.startsWith('::error')),
      });
    });
  });
}
