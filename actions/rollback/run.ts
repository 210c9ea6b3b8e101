/** The story of a rollback: take the open release back to the stable version, or the service to an earlier one. */

import { abortable, patiently } from '../../shared/action/abortable.ts';
import { conclude } from '../../shared/action/conclude.ts';
import { TargetError } from '../../shared/action/errors.ts';
import { remember } from '../../shared/action/finish.ts';
import { holderOf } from '../../shared/action/holder.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { ReleaseStatus, Target, TargetStatus } from '../../shared/release/target.ts';
import { giveBack } from '../../shared/targets/give-back.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { Session } from '../../shared/targets/session.ts';
import { action } from './contract.ts';
import { type RollbackInputs, readInputs } from './inputs.ts';

export async function run({ host, signal }: Context): Promise<Ending> {
  const inputs = readInputs(host);
  const plan = await loadPlan(host, inputs.plan);
  const target = await openTarget(host, plan);
  const status = await target.inspect();
  const reason =
    inputs.toVersion === undefined
      ? await takeBack(host, signal, plan, target, status, inputs)
      : await goBackTo(host, signal, plan, target, status, inputs.toVersion, inputs.reason);
  const after = await target.inspect();
  if (after.release?.verdict === null) throw new TargetError(`release ${after.release.id} has not been taken back yet`);
  return report(host, plan, after, reason);
}

async function takeBack(
  host: Host,
  signal: AbortSignal,
  plan: Plan,
  target: Target,
  status: TargetStatus,
  inputs: RollbackInputs,
): Promise<string> {
  const release = toTakeBack(status, inputs.release);
  if (release.verdict !== null)
    return `release ${release.id} was taken back before (${release.reason}); nothing was touched`;
  const ticket = await target.acquire({ release: release.id, holder: holderOf(host), lease: plan.canary.lease });
  remember(host, { release: ticket.release, fence: ticket.fence, onCancel: 'rollback' });
  const session = new Session(target, ticket);
  await patiently(session.discard('rolled-back', inputs.reason), signal).catch((error: unknown) =>
    giveBack(session, plan.canary.heldFor, error),
  );
  return `${release.version} was taken back from ${release.weight} %: ${inputs.reason}`;
}

/** @throws TargetError where there is nothing to take back */
function toTakeBack({ release, stable, former }: TargetStatus, id: string | undefined): ReleaseStatus {
  if (release === null)
    throw new TargetError(`there is no release to roll back (stable: ${stable ?? 'none'})`, 'not-staged');
  if (id !== undefined && release.id !== id) {
    throw new TargetError(
      `release ${id} is not the one on the target, which is ${release.id} (${release.version})`,
      'unknown-release',
    );
  }
  if (release.verdict !== 'promoted') return release;
  const earlier =
    former.length === 0 ? 'there is no earlier version' : `use to-version with one of ${former.join(', ')}`;
  throw new TargetError(
    `release ${release.id} was promoted, so ${release.version} is stable; to go back from it, ${earlier}`,
    'ended',
  );
}

/** An earlier version was stable once: it is started again, checked, and takes all traffic in one step. */
async function goBackTo(
  host: Host,
  signal: AbortSignal,
  plan: Plan,
  target: Target,
  status: TargetStatus,
  version: string,
  reason: string,
): Promise<string> {
  if (version === status.stable) return `${version} is the stable version already; nothing was touched`;
  if (!status.former.includes(version)) {
    const known = status.former.join(', ') || 'none';
    throw new TargetError(
      `version ${version} was never stable on this target; earlier versions: ${known}`,
      'unknown-version',
    );
  }
  const ticket = await target.acquire({
    version,
    create: true,
    holder: holderOf(host),
    lease: plan.canary.lease + plan.health.start,
  });
  remember(host, { release: ticket.release, fence: ticket.fence, onCancel: 'rollback' });
  const session = new Session(target, ticket);
  try {
    await abortable(session.stage({ recorded: true }), signal);
    await session.setWeight({ weight: 100, step: -1, reason: `back to ${version}: ${reason}` });
    await patiently(session.promote(), signal);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    await session.resync().catch(() => undefined);
    await patiently(session.discard('refused', why), signal);
    throw error;
  }
  return `${version} has all traffic again, instead of ${status.stable}: ${reason}`;
}

/** Here `rolled-back` is what was asked for, so the step passes. */
async function report(host: Host, plan: Plan, { stable }: TargetStatus, reason: string): Promise<Ending> {
  host.output('version', stable ?? '');
  const facts = [
    ['service', plan.service],
    ['version', stable ?? 'none'],
  ] as const;
  return { ...(await conclude(host, { action, verdict: 'rolled-back', reason, facts })), passed: true };
}
