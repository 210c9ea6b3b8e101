/** Ends the processes of a supervisor that was killed before it could end them itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderVariable } from './child.ts';
import { type Identity, isAlive, signalGroup } from './identity.ts';

/** Waits between two looks, and how often at most before force is used. */
const [pause, looks] = [0.05, 20] as const;

/** @returns the ids of the process groups that were found and ended */
export async function endLeftovers(recorded: readonly Identity[], folder: string): Promise<number[]> {
  const left = () => [...new Set([...recorded.filter(isAlive).map(({ pid }) => pid), ...markedGroups(folder)])];
  const found = left();
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const pid of left()) signalGroup(pid, signal);
    for (let look = 0; look < looks && left().length > 0; look += 1) await sleep(pause * 1000);
  }
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
