/** The local target of a plan: which process a version is, and where its supervisor listens. */
import { resolve } from 'node:path';
import type { Plan } from '../../plan/plan.ts';
import { boundsFor } from '../../release/settings.ts';
import { LocalTarget } from './client.ts';
import { stateFolder } from './folder.ts';
import type { ProcessSpec, TrafficSpec } from './spec.ts';

/** The process of `version`; relative folders are the workspace's. */
export function processSpec({ target, health }: Plan, version: string, workspace: string): ProcessSpec {
  return {
    version,
    command: target.command,
    cwd: resolve(workspace, target.cwd),
    env: { ...target.env, ...target.versions[version]?.env },
    health,
    drain: target.drain,
  };
}

function trafficSpec({ canary, objectives }: Plan): TrafficSpec {
  const { latencyP95 } = objectives;
  return { bounds: boundsFor(latencyP95), affinity: canary.affinity, patience: 2 * latencyP95 };
}

/** A client of the plan's supervisor, which need not be running yet. */
export function localTarget(plan: Plan, workspace: string): LocalTarget {
  const folder = stateFolder(plan.service, plan.target.port);
  return new LocalTarget({
    folder,
    spec: (version) => processSpec(plan, version, workspace),
    traffic: trafficSpec(plan),
    check: plan.health.timeout,
    drain: plan.target.drain,
  });
}
