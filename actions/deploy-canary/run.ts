/** The story of a canary: read the plan, take the staged release, step its weight up, and say how it ended. */

import { abortable } from '../../shared/action/abortable.ts';
import { conclude } from '../../shared/action/conclude.ts';
import { InputError, stopIfCancelled } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import { type Work, workOf } from '../../shared/action/work.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { answered } from '../../shared/targets/session.ts';
import { inTurn, take } from '../../shared/targets/take.ts';
import { refuseDeadStable, refuseUnreadable, refuseUnusableModel, stagedVersion } from './admission.ts';
import { action } from './contract.ts';
import { type CanaryInputs, readInputs } from './inputs.ts';
import { countedBy } from './memo.ts';
import { refuseColdModel } from './model.ts';
import { readingLimit } from './readings.ts';

export async function run(context: Context): Promise<Ending> {
  const { host } = context;
  const inputs = readInputs(host);
  const plan = await loadPlan(host, inputs.plan);
  checkUntil(plan, inputs.until);
  const work = workOf(context, plan, await openTarget(host, plan));
  return inTurn(work, inputs.wait, () => deploy(host, work, inputs));
}

async function deploy(host: Host, work: Work, inputs: CanaryInputs): Promise<Ending> {
  const { plan, target, signal } = work;
  const { version: asked, until, dryRun } = inputs;
  const cold = await refuseColdModel(host, work, inputs);
  if (cold !== undefined) return cold;
  const status = await answered(work, () => target.inspect());
  const { openSource } = await import('../../shared/metrics/open.ts');
  const source = await openSource(host, plan, target, countedBy(status.release?.memo));
  const foreseen = { host, signal, plan, source, status, until };
  if (dryRun) {
    const { rehearse } = await import('./rehearse.ts');
    const version = asked ?? status.release?.version ?? 'the next version';
    return rehearse({ ...foreseen, reference: await abortable(source.observe(), signal), version });
  }
  const version = stagedVersion(status, asked);
  if (version === status.stable) return already(host, version);
  refuseDeadStable(status);
  const reference = await answered(work, () => source.observe(), readingLimit(work));
  refuseUnreadable(plan, status, reference);
  const unjudged = refuseUnusableModel(plan, status, reference);
  if (unjudged !== undefined) host.warning(`${unjudged}; it is not judged`);
  const { refuseHopeless } = await import('./foresee.ts');
  const refused = await refuseHopeless({ ...foreseen, reference, version });
  if (refused !== undefined) return refused;
  stopIfCancelled(signal);
  const { ticket, session } = await take(work, { version }, plan.canary.onCancel);
  host.output('release', ticket.release);
  const { release } = await import('./release.ts');
  return release({ ...work, host, source, reference, ticket, session, status, version, until });
}

/** @throws InputError when no step has the weight to stop at */
function checkUntil({ canary }: Plan, until: CanaryInputs['until']): void {
  const weights = canary.steps.map(({ weight }) => weight);
  if (until === 100 || weights.includes(until)) return;
  const known = weights.map((weight) => `${weight}%`).join(', ');
  throw new InputError(`input until is "${until}%"; expected the weight of a step of the plan: ${known}`);
}

function already(host: Host, version: string): Promise<Ending> {
  const reason = `${version} is the stable version already; nothing was touched`;
  host.output('weight', '100');
  return conclude(host, { action, verdict: 'promoted', reason, facts: [['version', version]] });
}
