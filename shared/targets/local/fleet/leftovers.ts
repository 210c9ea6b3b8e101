/** Ends the processes of a supervisor that was killed before it could end them itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderVariable } from './child.ts';
import { type Identity, isAlive, signalGroup } from './identity.ts';

/** @returns the ids of the process groups that were found and killed */
export async function endLeftovers(recorded: readonly Identity[], folder: string): Promise<number[]> {
  const pids = new Set([...recorded.filter(isAlive).map(({ pid }) => pid), ...markedGroups(folder)]);
  const found = [...pids].filter((pid) => signalGroup(pid, 'SIGTERM'));
  for (let wait = 0; wait < 20 && found.some((pid) => signalGroup(pid, 'SIGTERM')); wait += 1) await sleep(50);
  for (const pid of found) signalGroup(pid, 'SIGKILL');
  return found;
}

/** Groups whose members carry the folder in their environment: also those started just before the kill, not yet recorded. */
function markedGroups(folder: string): number[] {
  if (process.platform !== 'linux') return [];
  const mark = `${folderVariable}=${folder}`;
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name) || !environmentOf(name).includes(mark)) return [];
    const group = groupOf(name);
    return group === null || Number(name) === process.pid ? [] : [group];
  });
}

function environmentOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

function groupOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  } catch {
    return null;
  }
}
