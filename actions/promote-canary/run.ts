/** The story of a promotion: find the waiting release, then make its version stable, or open the gate it waits at. */

import { conclude } from '../../shared/action/conclude.ts';
import { TargetError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import { type Work, workOf } from '../../shared/action/work.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { ReleaseStatus } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { answered } from '../../shared/targets/session.ts';
import { inTurn } from '../../shared/targets/take.ts';
import { action } from './contract.ts';
import { type PromoteInputs, readInputs } from './inputs.ts';
import { makeStable, waiting } from './make-stable.ts';

export async function run(context: Context): Promise<Ending> {
  const { host } = context;
  const inputs = readInputs(host);
  const plan = await loadPlan(host, inputs.plan);
  const work = workOf(context, plan, await openTarget(host, plan));
  return inTurn(work, inputs.wait, () => promote(host, work, inputs));
}

async function promote(host: Host, work: Work, { release: id, to }: PromoteInputs): Promise<Ending> {
  const { plan, target } = work;
  const release = waiting(await answered(work, () => target.inspect()), id);
  host.output('version', release.version);
  host.output('previous-version', release.baseline ?? '');
  if (release.verdict === 'promoted') {
    return report(host, plan, release, 'promoted', `${release.version} was promoted before; nothing was touched`);
  }
  if (to === 'next-step') return openGate(host, work, release);
  await makeStable(work, release);
  return report(host, plan, release, 'promoted', `${release.version} is the stable version now`);
}

/** The gate of a step, or the last word on a last step that nobody works on and the judge did not pass. */
async function openGate(host: Host, work: Work, release: ReleaseStatus): Promise<Ending> {
  const { plan, target, holder } = work;
  const { step } = release;
  const gate = plan.canary.steps[step];
  const last = step === plan.canary.steps.length - 1 && release.holder === null;
  if (gate === undefined || !(gate.approve || last)) {
    throw new TargetError(
      `release ${release.id} waits at no gate: its step ${gate === undefined ? 'has not begun' : `of ${gate.weight}% has no approve`}`,
      'invalid',
    );
  }
  await answered(work, () => target.approve(release.id, step, holder));
  const done = last
    ? `${release.version} is approved as it is at ${gate.weight} %; promote-canary makes it stable`
    : `the gate after ${gate.weight} % is open; a running deploy-canary goes on, otherwise run it again`;
  return report(host, plan, release, 'held', done);
}

function report(host: Host, plan: Plan, release: ReleaseStatus, verdict: Verdict, reason: string): Promise<Ending> {
  const facts = [
    ['service', plan.service],
    ['version', release.version],
    ['version before', release.baseline ?? 'none'],
    ['release', release.id],
  ] as const;
  return conclude(host, { action, verdict, reason, facts });
}
