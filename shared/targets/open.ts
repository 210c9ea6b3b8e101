/** The target that a plan names. Adapters are loaded only when one is opened. */

import { InputError } from '../action/errors.ts';
import type { Host } from '../action/host.ts';
import type { Plan } from '../plan/plan.ts';
import type { Target } from '../release/target.ts';

/**
 * Connects to the plan's target, which need not be running yet.
 * @throws InputError when the plan asks for what the target cannot do
 */
export async function openTarget(host: Host, plan: Plan): Promise<Target> {
  const { localTarget } = await import('./local/from-plan.ts');
  const target = await localTarget(plan, host.env('GITHUB_WORKSPACE') ?? process.cwd());
  const { affinity, granularity } = target.capabilities;
  if (!affinity.includes(plan.canary.affinity)) {
    throw new InputError(
      `canary.affinity: ${plan.canary.affinity} is not possible on target ${plan.target.kind}; expected ${affinity.join(', ')}`,
    );
  }
  const fine = plan.canary.steps.find(
    ({ weight }) => Math.abs(weight / granularity - Math.round(weight / granularity)) > 1e-9,
  );
  if (fine) {
    throw new InputError(
      `canary.steps: ${fine.weight}% is finer than target ${plan.target.kind} can split; expected steps of ${granularity}%`,
    );
  }
  return target;
}
