/** One child process in a process group of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessSpec } from '../spec.ts';
import { type Identity, signalGroup, startedAt } from './identity.ts';
import { Output } from './output.ts';

/** Tells whose child it is, to a supervisor that finds it after a kill. */
export const folderVariable = 'JARVIS_FOLDER';
/** Seconds between the polite signal and the last one. */
const grace = 5;
/** Seconds to wait for the rest of its output; a grandchild may keep the pipe open for ever. */
const outputPatience = 0.3;
const inherited = ['PATH', 'HOME', 'LANG', 'TMPDIR'] as const;

export interface Place {
  readonly folder: string;
  readonly port: number;
}

export class Child {
  readonly identity: Identity;
  readonly port: number;
  readonly output: Output;
  /** How it ended, in words; null while it runs. */
  ending: string | null = null;
  /** Resolves when the child has exited and the end of its output was read, as far as it comes. */
  readonly settled: Promise<void>;

  /** A command that cannot be started is a child that has ended. */
  constructor(spec: ProcessSpec, { folder, port }: Place, onExit: (child: Child) => void) {
    this.port = port;
    this.output = new Output(`${folder}/${spec.version}.log`);
    const [file = '', ...args] = spec.command;
    const env = environment(spec, folder, port);
    const child = spawn(file, args, { cwd: spec.cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.output.capture(child.stdout, child.stderr);
    this.identity = { pid: child.pid ?? 0, startedAt: child.pid === undefined ? null : startedAt(child.pid) };
    const exited = endOf(child, spec).then((ending) => {
      this.ending = ending;
      // What the child started and left behind belongs to it.
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
      onExit(this);
    });
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    this.settled = exited.then(() => Promise.race([closed, sleep(outputPatience * 1000)]));
  }

  /** Ends the whole group, politely at first; resolves when the child is gone. */
  async stop(): Promise<void> {
    const { pid } = this.identity;
    // The number of a process that has ended may by now be another's.
    if (this.ending !== null) return;
    signalGroup(pid, 'SIGTERM');
    const last = setTimeout(() => signalGroup(pid, 'SIGKILL'), grace * 1000);
    await this.settled;
    clearTimeout(last);
  }
}

function environment(spec: ProcessSpec, folder: string, port: number): Record<string, string> {
  const base = inherited.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const own = { [folderVariable]: folder, PORT: String(port), VERSION: spec.version };
  return { ...Object.fromEntries(base), ...spec.env, ...own };
}

function endOf(child: ChildProcess, spec: ProcessSpec): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`${spec.command[0]} could not be started in ${spec.cwd}: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(signal === null ? `exited with code ${code}` : `was ended by ${signal}`),
    );
  });
}
