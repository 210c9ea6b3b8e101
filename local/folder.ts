/** The folders of runs below `.pipeline/`: one a run, the last twenty kept. */
import { mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { lstat, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, isListening } from './port.ts';

export interface RunFolder {
  readonly name: string;
  readonly path: string;
  /** Where workspaces are; outside of the repository, so that a job finds no `node_modules` or `.git` above it. */
  readonly work: string;
}

const kept = 20;

/** A name that sorts by time and that no other run has. */
export function runName(now: Date, pid: number): string {
  return `${now.toISOString().replace(/[:.]/g, '-')}-${pid}`;
}

/** Makes the folder of a new run. */
export function createRunFolder(root: string): RunFolder {
  const name = runName(new Date(), process.pid);
  const path = join(root, '.pipeline', name);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  for (const part of ['logs', 'artifacts']) mkdirSync(join(path, part), { mode: 0o700 });
  const work = mkdtempSync(join(tmpdir(), 'jarvis-run-'));
  symlinkSync(work, join(path, 'work'));
  return { name, path, work };
}

/** Removes the oldest runs beyond the kept ones and the workspaces of ended ones; a run that is still in use stays. */
export async function cleanRuns(root: string, current: string): Promise<void> {
  const folder = join(root, '.pipeline');
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*-\d+$/.test(name)).sort();
  const old = new Set(names.slice(0, Math.max(0, names.length - kept)));
  await Promise.all(names.filter((name) => name !== current).map((name) => clean(join(folder, name), old.has(name))));
}

async function clean(path: string, whole: boolean): Promise<void> {
  const work = join(path, 'work');
  const hasWork = await lstat(work).then(
    () => true,
    () => false,
  );
  if (!whole && !hasWork) return;
  if (await inUse(path)) return;
  if (hasWork) {
    const target = await readlink(work).catch(() => undefined);
    if (target?.startsWith(join(tmpdir(), 'jarvis-run-'))) await rm(target, { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  }
  if (whole) await rm(path, { recursive: true, force: true });
}

/** A run is in use while its runner lives or its service answers. */
async function inUse(path: string): Promise<boolean> {
  const first = await readFile(join(path, 'events.ndjson'), 'utf8').catch(() => '');
  try {
    const run = JSON.parse(first.split('\n')[0] ?? '') as { pid?: number; service?: string };
    if (run.pid !== undefined && isAlive(run.pid)) return true;
    const port = Number(new URL(run.service ?? '').port);
    return port > 0 && (await isListening(port));
  } catch {
    return false;
  }
}
