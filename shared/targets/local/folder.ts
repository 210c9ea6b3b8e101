/** Where a target keeps its socket, state and logs: a folder that nobody else can write to. */
import { chmodSync, lstatSync, mkdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { TargetError } from '../../action/errors.ts';

/** Bytes that a unix socket's path may have on every system we run on, with its end. */
const socketLimit = 104;

/**
 * The folder of a service's target. Under /tmp and not under TMPDIR, so that jobs with temporary folders of their own
 * find the same one; `JARVIS_STATE` names another parent.
 */
export function stateFolder(service: string, port: number): string {
  const parent = process.env['JARVIS_STATE'] || `/tmp/jarvis-${process.getuid?.() ?? 'user'}`;
  return join(parent, `${service}-${port}`);
}

/** @throws TargetError when the path is too long for a socket */
export function socketPath(folder: string): string {
  const path = join(folder, 'admin.sock');
  const bytes = Buffer.byteLength(path);
  if (bytes < socketLimit) return path;
  const message = `${path} has ${bytes} bytes, and a socket's path may have ${socketLimit - 1} at most`;
  throw new TargetError(`${message}: shorten the service's name or set JARVIS_STATE to a shorter folder`, 'invalid');
}

/**
 * Creates the folder with mode 0700 where it is missing.
 * @throws TargetError when it, or the folder that it is in, is a link, somebody else's, or open to others
 */
export function ownFolder(folder: string): void {
  const parent = join(folder, '..');
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  const above = statOf(parent);
  // In a sticky folder such as /tmp nobody can replace what is ours.
  if ((above.mode & 0o1000) === 0) verify(parent, above);
  if (!lstatSync(folder, { throwIfNoEntry: false })) mkdirSync(folder, { recursive: true, mode: 0o700 });
  verify(folder, lstatSync(folder));
  chmodSync(folder, 0o700);
}

/**
 * Before the socket in it is trusted: a folder that somebody else made could hold somebody else's.
 * @throws TargetError when it is there and is not ours alone
 */
export function checkFolder(folder: string): void {
  const stat = lstatSync(folder, { throwIfNoEntry: false });
  if (stat) verify(folder, stat);
}

/** Links of the system itself, such as /tmp on macOS, are followed. */
function statOf(path: string): Stats {
  const stat = lstatSync(path);
  return stat.isSymbolicLink() && stat.uid === 0 ? statSync(path) : stat;
}

function verify(path: string, stat: Stats): void {
  const problem = problemOf(stat);
  if (problem !== null)
    throw new TargetError(`${path} ${problem}: remove it, or set JARVIS_STATE to another folder`, 'invalid');
}

function problemOf(stat: Stats): string | null {
  if (stat.isSymbolicLink()) return 'is a link';
  if (!stat.isDirectory()) return 'is not a folder';
  const own = process.getuid?.() ?? stat.uid;
  if (stat.uid !== own) return `belongs to user ${stat.uid} and not to user ${own}`;
  return (stat.mode & 0o022) === 0 ? null : 'can be written to by other users';
}
