/** The local targets of this machine's user, found by their folders. */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TargetStatus } from '../../release/target.ts';
import { stateFolder } from './folder.ts';
import { callSupervisor } from './wire.ts';

export interface RunningTarget {
  readonly folder: string;
  readonly port: number;
  readonly status: TargetStatus;
}

/** Seconds for a target to answer. */
const limit = 3;

async function ask(folder: string): Promise<RunningTarget[]> {
  const call = { path: '/inspect', body: {}, limit, patient: false };
  const status = (await callSupervisor(folder, call).catch(() => undefined)) as TargetStatus | undefined;
  return status === undefined ? [] : [{ folder, port: Number(folder.split('-').at(-1)), status }];
}

/** Every target that answers; `port` narrows it to one address. */
export async function runningTargets(port?: number): Promise<RunningTarget[]> {
  const parent = dirname(stateFolder('any', 0));
  const names = existing(parent).filter(
    (name) => /-\d+$/.test(name) && (port === undefined || name.endsWith(`-${port}`)),
  );
  return (await Promise.all(names.map((name) => ask(join(parent, name))))).flat();
}

function existing(parent: string): string[] {
  try {
    return readdirSync(parent);
  } catch {
    return [];
  }
}

/** Ends a target and all that it runs, after it has drained. */
export async function endTarget({ folder }: RunningTarget): Promise<void> {
  await callSupervisor(folder, { path: '/end', body: { after: 0 }, limit });
}
