/** A process by its id and when it began, because ids are used again. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Identity {
  readonly pid: number;
  /** As the system writes it; null where it could not be read. */
  readonly startedAt: string | null;
}

/** When `pid` began, in the system's own words; null when there is no such process, or it has only not been reaped. */
export function startedAt(pid: number): string | null {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

export function isAlive({ pid, startedAt: began }: Identity): boolean {
  return began !== null && startedAt(pid) === began;
}

/** Sends a signal to a process group; false when none of it is left. Group 0 would be our own, and 1 everybody's. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  if (!(pid > 1)) return false;
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
