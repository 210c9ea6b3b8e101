/** How the house runs another program: no shell, a time limit, an environment of its own, ended with all its children. */
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { closeSync, existsSync, fchmodSync, openSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clip } from '../report/clip.ts';
import { messageOf, ToolError } from './errors.ts';
import { keepHead, keepTail } from './kept.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute. */
  readonly cwd: string;
  /** The whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  /** Seconds. */
  readonly limit: number;
  /** Standard input; closed where there is none. */
  readonly input?: string;
  /** A file that gets the standard output instead of `stdout`; 0600. */
  readonly stdout?: string;
}

export interface Done {
  /** Null when it was ended by a signal. */
  readonly code: number | null;
  /** The beginning, cut at a megabyte; empty where a file got it. */
  readonly stdout: string;
  /** The end, cut at 64 kB. */
  readonly stderr: string;
  readonly seconds: number;
  readonly ended: 'by itself' | 'timed-out' | 'cancelled';
}

export interface Exec {
  /** @throws ToolError when the program is not there or may not be run */
  run(command: Command, signal: AbortSignal): Promise<Done>;
}

/** Bytes that are kept of standard output and of standard error. */
const kept = { stdout: 1_000_000, stderr: 64_000 };
/** Seconds: from the polite signal to the last, from there until the program is given up, and for the rest of its output. */
const patience = { grace: 2, dead: 2, output: 0.3 };

/** Milliseconds, 24 days: a timer for longer is over at once. */
const longest = 2 ** 31 - 1;

type Ended = Done['ended'];

/** Programs of this machine. */
export const systemExec: Exec = {
  async run(command, signal) {
    const began = performance.now();
    const seconds = () => (performance.now() - began) / 1000;
    if (signal.aborted) return { code: null, stdout: '', stderr: '', seconds: 0, ended: 'cancelled' };
    const { child, stdout } = start(command);
    const head = stdout === undefined && child.stdout ? keepHead(child.stdout, kept.stdout) : undefined;
    const tail = child.stderr ? keepTail(child.stderr, kept.stderr) : undefined;
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    try {
      const { code, ended } = await ending(child, command, signal);
      // A grandchild that left the group may hold the pipes for ever.
      await Promise.race([closed, sleep(patience.output * 1000, undefined, { ref: false })]);
      return { code, stdout: head?.text() ?? '', stderr: tail?.text() ?? '', seconds: seconds(), ended };
    } finally {
      child.stdout?.destroy();
      child.stderr?.destroy();
    }
  },
};

/** Node passes the environment as it is, and gives `detached` a process group of its own. */
function start({ program, args, cwd, env, input, stdout: path }: Command) {
  const stdout = path === undefined ? undefined : openPrivate(path);
  try {
    const stdin = input === undefined ? 'ignore' : 'pipe';
    const stdio: StdioOptions = [stdin, stdout ?? 'pipe', 'pipe'];
    const child = spawn(program, args, { cwd, env, detached: true, shell: false, stdio });
    // It may end without reading; then its exit says enough.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
    return { child, stdout };
  } catch (error) {
    throw new ToolError(`${basename(program)} could not be started: ${messageOf(error)}`, 'failed');
  } finally {
    if (stdout !== undefined) closeSync(stdout);
  }
}

function openPrivate(path: string): number {
  const file = openSync(path, 'w', 0o600);
  fchmodSync(file, 0o600);
  return file;
}

/** Waits for the end of the program and of all its group, which it brings about when the time is up. */
function ending(child: ChildProcess, command: Command, signal: AbortSignal) {
  return new Promise<{ code: number | null; ended: Ended }>((resolve, reject) => {
    let ended: Ended = 'by itself';
    const timers: NodeJS.Timeout[] = [];
    const later = (seconds: number, act: () => void) => timers.push(setTimeout(act, Math.min(seconds * 1000, longest)));
    const cancel = () => end('cancelled');
    const settle = (code: number | null) => {
      timers.forEach(clearTimeout);
      signal.removeEventListener('abort', cancel);
      // What the program started and left behind belongs to it.
      signalGroup(child, 'SIGKILL');
      resolve({ code, ended });
    };
    const end = (why: Ended) => {
      if (ended !== 'by itself') return;
      ended = why;
      signalGroup(child, 'SIGTERM');
      later(patience.grace, () => signalGroup(child, 'SIGKILL'));
      later(patience.grace + patience.dead, () => settle(null));
    };
    child.once('error', (error) => {
      timers.forEach(clearTimeout);
      signal.removeEventListener('abort', cancel);
      reject(startFailure(error, command));
    });
    child.once('exit', settle);
    signal.addEventListener('abort', cancel, { once: true });
    later(command.limit, () => end('timed-out'));
  });
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // None of the group is left.
  }
}

function startFailure(error: NodeJS.ErrnoException, { program, cwd }: Command): ToolError {
  const name = basename(program);
  if (!existsSync(cwd)) return new ToolError(`${name}: there is no folder ${cwd} to run it in`, 'failed');
  if (error.code === 'ENOENT') return new ToolError(`${name} is not there`, 'absent');
  if (error.code === 'EACCES') return new ToolError(`${name} may not be run: permission denied`, 'denied');
  return new ToolError(`${name} could not be started: ${error.code ?? 'unknown reason'}`, 'failed');
}

/** A program that ended otherwise than it should have. */
export function endedBadly(program: string, { code, stderr, ended, seconds }: Done): ToolError {
  const how =
    ended === 'by itself' ? (code === null ? 'was ended by a signal' : `ended with exit code ${code}`) : ended;
  const said = clip(withoutCredentials(stderr.trim()), 2000);
  const after = ended === 'timed-out' ? ` after ${Math.round(seconds)} s` : '';
  return new ToolError(`${basename(program)} ${how}${after}${said === '' ? '' : `: ${said}`}`, 'failed');
}

/** Programs like to name the proxy or the registry that did not answer, with its password. */
function withoutCredentials(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1***@');
}
