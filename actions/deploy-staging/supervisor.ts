/** Starts the target's supervisor where none answers; the other actions refuse instead. */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { abortable } from '../../shared/action/abortable.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { stateFolder } from '../../shared/targets/local/folder.ts';
import type { SupervisorConfig } from '../../shared/targets/local/spec.ts';
import { startSupervisor } from '../../shared/targets/local/start.ts';

/** Who the target outlives and for how long; unset keeps it until it is stopped. */
function ownerOf(host: Host): SupervisorConfig['owner'] {
  const [pid, linger] = [Number(host.env('JARVIS_OWNER_PID')), Number(host.env('JARVIS_LINGER') ?? 60)];
  return pid > 0 ? { pid, linger } : null;
}

/** The supervisor is a bundle of its own beside this one. */
function entry(): string {
  return join(dirname(realpathSync(process.argv[1] ?? '')), '../supervisor/index.js');
}

/** A cancel does not wait for it: one that comes up late is there for the next run. */
export async function ensureRunning(host: Host, { service, target }: Plan, signal: AbortSignal): Promise<void> {
  const { host: address, port } = target;
  const config: SupervisorConfig = {
    service,
    listen: { host: address, port },
    folder: stateFolder(service, port),
    owner: ownerOf(host),
  };
  const started = startSupervisor({ entry: entry(), node: process.execPath, config, startTimeout: 15 });
  await abortable(started, signal);
}
