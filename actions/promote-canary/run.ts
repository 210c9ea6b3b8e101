/** The story of a promotion: find the waiting release, then make its version stable, or open the gate it waits at. */

import { patiently } from '../../shared/action/abortable.ts';
import { conclude } from '../../shared/action/conclude.ts';
import { TargetError } from '../../shared/action/errors.ts';
import { remember } from '../../shared/action/finish.ts';
import { holderOf } from '../../shared/action/holder.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { ReleaseStatus, Target, TargetStatus } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { action } from './contract.ts';
import { readInputs } from './inputs.ts';

export async function run({ host, signal }: Context): Promise<Ending> {
  const inputs = readInputs(host);
  const plan = await loadPlan(host, inputs.plan);
  const target = await openTarget(host, plan);
  const status = await target.inspect();
  const release = waiting(status, inputs.release);
  host.output('version', release.version);
  host.output('previous-version', release.baseline ?? '');
  if (release.verdict === 'promoted') {
    return report(host, plan, release, 'promoted', `${release.version} was promoted before; nothing was touched`);
  }
  if (inputs.to === 'next-step') return openGate(host, plan, target, release);
  const top = plan.canary.steps.at(-1)?.weight ?? 100;
  if (release.weight < top) throw new TargetError(tooEarly(release, top), 'invalid');
  const ticket = await target.acquire({ release: release.id, holder: holderOf(host), lease: plan.canary.lease });
  remember(host, { release: ticket.release, fence: ticket.fence, onCancel: 'hold' });
  const [{ Session }, { giveBack }] = await Promise.all([
    import('../../shared/targets/session.ts'),
    import('../../shared/targets/give-back.ts'),
  ]);
  const session = new Session(target, ticket);
  await patiently(session.promote(), signal).catch((error: unknown) => giveBack(session, plan.canary.heldFor, error));
  const { stable } = await target.inspect();
  if (stable !== release.version)
    throw new TargetError(`the target has not made ${release.version} stable: ${stable} is`);
  return report(host, plan, release, 'promoted', `${release.version} is the stable version now`);
}

/** @throws TargetError where there is no such release, or it ended otherwise than promoted */
function waiting({ release, stable }: TargetStatus, id: string | undefined): ReleaseStatus {
  if (release === null) {
    throw new TargetError(
      `there is no release to promote (stable: ${stable ?? 'none'}); run deploy-staging and deploy-canary first`,
      'not-staged',
    );
  }
  if (id !== undefined && release.id !== id) {
    throw new TargetError(
      `release ${id} is not the one on the target, which is ${release.id} (${release.version})`,
      'unknown-release',
    );
  }
  if (release.verdict === null || (release.verdict === 'promoted' && release.version === stable)) return release;
  throw new TargetError(
    `release ${release.id} ended as ${release.verdict} (${release.reason}); an ended release does not go on`,
    'ended',
  );
}

/** A plan may end below 100 %: then promotion is the last step. */
function tooEarly({ version, weight }: ReleaseStatus, top: number): string {
  return `${version} has ${weight} % of the traffic, and a version is promoted from the plan's last step, ${top} %; run deploy-canary to take it there, or use to: next-step to open the gate it waits at`;
}

async function openGate(host: Host, plan: Plan, target: Target, release: ReleaseStatus): Promise<Ending> {
  const gate = plan.canary.steps[release.step];
  if (!gate?.approve) {
    throw new TargetError(
      `release ${release.id} waits at no gate: its step ${gate === undefined ? 'has not begun' : `of ${gate.weight}% has no approve`}`,
      'invalid',
    );
  }
  await target.approve(release.id, release.step, holderOf(host));
  return report(
    host,
    plan,
    release,
    'held',
    `the gate after ${gate.weight} % is open; a running deploy-canary goes on, otherwise run it again`,
  );
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
