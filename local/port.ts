/** Reserves a port for the service of a run, against other runs and against what already listens. */
import { randomInt } from 'node:crypto';
import { closeSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface Reservation {
  readonly port: number;
  release(): void;
}

/** Below the ephemeral ports, so that no outgoing connection takes one. */
const range = { first: 20_000, end: 30_000 };
const host = '127.0.0.1';
const attempts = 200;

/** Where the locks of this user are, readable by nobody else. */
export function lockFolder(): string {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `jarvis-ports-${uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || stats.uid !== uid || (stats.mode & 0o077) !== 0) {
    throw new Error(`${folder} must be a folder of yours with mode 0700`);
  }
  return folder;
}

/** A port that nobody listens on and no other run holds. */
export async function reservePort(folder: string): Promise<Reservation> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const port = randomInt(range.first, range.end);
    const lock = join(folder, `${port}.lock`);
    if (!takeLock(lock)) continue;
    if (await canListen(port)) return { port, release: () => rmSync(lock, { force: true }) };
    rmSync(lock, { force: true });
  }
  throw new Error(`no free port between ${range.first} and ${range.end}`);
}

/** Takes a lock file; one whose owner is gone is moved aside first, which only one taker can do. */
export function takeLock(lock: string): boolean {
  if (createLock(lock)) return true;
  const owner = ownerOf(lock);
  if (owner === undefined || isAlive(owner)) return false;
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    const moved = ownerOf(aside);
    rmSync(aside, { force: true });
    return moved === owner && createLock(lock);
  } catch {
    return false;
  }
}

function createLock(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch {
    return false;
  }
}

function ownerOf(lock: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function canListen(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer();
  server.once('error', () => resolve(false));
  server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  return promise;
}

/** Whether something answers on the port. */
export function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host });
  socket.setTimeout(500, () => socket.destroy());
  socket.once('connect', () => {
    resolve(true);
    socket.destroy();
  });
  socket.once('error', () => resolve(false));
  socket.once('close', () => resolve(false));
  return promise;
}
