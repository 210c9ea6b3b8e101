/** What a target has made durable, read from its folder as somebody who comes after a kill would. */
import { readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { JournalEntry } from '../../shared/release/target.ts';
import { folderVariable } from '../../shared/targets/local/fleet/child.ts';
import type { State } from '../../shared/targets/local/supervisor/store.ts';

/** The state file is replaced as a whole, so that a reader never sees half of one. */
export function readState(folder: string): State {
  return JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as State;
}

/** The entries of a version's releases. */
export function entriesOf(folder: string, version: string): readonly JournalEntry[] {
  return readState(folder).ledger.journal.filter(({ release }) => release.startsWith(`${version}-`));
}

/** Calls `act` once, as soon as the version has that many entries; @returns how to stop waiting for them. */
export function onEntry(folder: string, version: string, count: number, act: (found: number) => void): () => void {
  const watcher = watch(folder, (_kind, name) => {
    if (name !== 'state.json') return;
    const found = entriesOf(folder, version).length;
    if (found < count) return;
    watcher.close();
    act(found);
  });
  return () => watcher.close();
}

/** Processes of the target's versions that are not children of `parent`; known only where there is a /proc. */
export function strays(folder: string, parent: number): readonly number[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => isStray(pid, `${folderVariable}=${folder}`, parent)).map(Number);
}

/** A process that is gone meanwhile is none. */
function isStray(pid: string, mark: string, parent: number): boolean {
  try {
    if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark)) return false;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) !== parent;
  } catch {
    return false;
  }
}
