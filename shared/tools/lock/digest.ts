/** Digests of files and folders. */
import { createHash, hash } from 'node:crypto';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setImmediate as breathe } from 'node:timers/promises';

/** Bytes up to which reading a file at once is quicker, and still little memory. */
const small = 4_000_000;
/** Files that are looked at before others of our process have their turn: one by one, waiting costs more than reading. */
const together = 50;

export async function sha256Of(path: string): Promise<string> {
  if (statSync(path).size <= small) return hash('sha256', readFileSync(path), 'hex');
  const running = createHash('sha256');
  await pipeline(createReadStream(path), running);
  return running.digest('hex');
}

/** By path with `/`: the digest of a file, or where a link leads, and whether there is something. */
export type FolderDigest = Readonly<Record<string, string>>;

export async function folderDigest(folder: string): Promise<FolderDigest> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const digests: [string, string][] = [];
  for (const [index, entry] of entries.entries()) {
    if (index % together === 0) await breathe();
    const path = join(entry.parentPath, entry.name);
    if (entry.isSymbolicLink()) digests.push([relative(folder, path), await linkDigest(path)]);
    else if (!entry.isDirectory()) digests.push([relative(folder, path), `sha256:${await sha256Of(path)}`]);
  }
  return Object.fromEntries(digests.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function linkDigest(path: string): Promise<string> {
  const there = await stat(path).then(
    () => true,
    () => false,
  );
  return `${there ? 'link' : 'dangling'}:${await readlink(path)}`;
}

/** Paths that are not as they were: changed, new or gone. */
export function differences(before: FolderDigest, now: FolderDigest): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...paths].filter((path) => before[path] !== now[path] || before[path]?.startsWith('dangling:')).sort();
}
