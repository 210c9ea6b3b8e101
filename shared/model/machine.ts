/** The machine that this process runs on, as far as a check of a host looks at it. Nothing here changes anything. */
import { lookup } from 'node:dns/promises';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { Cancelled } from '../action/errors.ts';
import { type Done, systemExec } from '../action/exec.ts';
import { type Env, safePath } from '../tools/environment.ts';
import type { Room } from './host/facts.ts';
import { plainAddress } from './host/sockets.ts';

export interface Machine {
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  /** Of its interfaces, loopback included. */
  addresses(): readonly string[];
  /** Of a host name or a literal; empty where nobody knows the name. */
  resolve(hostname: string): Promise<readonly string[]>;
  /** Undefined where the file is not there or may not be read. */
  text(path: string): Promise<string | undefined>;
  /** Names in a folder; empty where it is not there or may not be read. */
  names(path: string): Promise<readonly string[]>;
  /** What a symbolic link holds; undefined where there is none or it may not be read. */
  link(path: string): Promise<string | undefined>;
  /** @throws ToolError where the program is not there, Cancelled */
  run(program: string, args: readonly string[]): Promise<Done>;
  /** Where a server with such an environment keeps its models; `root` is where its `/` is, empty where it is ours. Undefined where nobody can tell. */
  room(env: Env, root: string): Promise<Room | undefined>;
}

/** Seconds that a program may take to say what it sees; a driver that hangs, hangs for good. */
const programLimit = 10;

export interface MachineMeans {
  readonly env: Env;
  readonly signal: AbortSignal;
  readonly room: Machine['room'];
}

export function thisMachine({ env, signal, room }: MachineMeans): Machine {
  return {
    platform: process.platform,
    room,
    addresses: () =>
      Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => plainAddress(address))),
    resolve: async (hostname) => {
      const found = await lookup(plainAddress(hostname), { all: true }).catch(() => []);
      return found.map(({ address }) => plainAddress(address));
    },
    text: (path) => readFile(path, 'utf8').catch(() => undefined),
    names: (path) => readdir(path).catch(() => []),
    link: (path) => readlink(path).catch(() => undefined),
    run: async (program, args) => {
      const own = { PATH: safePath(env), LANG: 'C.UTF-8' };
      const done = await systemExec.run({ program, args, cwd: '/', env: own, limit: programLimit }, signal);
      if (done.ended === 'cancelled') throw new Cancelled(signal);
      return done;
    },
  };
}
