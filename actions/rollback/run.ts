/** The story of a rollback: take the open release back to the stable version, or the service to an earlier one. */

import { conclude } from '../../shared/action/conclude.ts';
import { TargetError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import { type Work, workOf } from '../../shared/action/work.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { TargetStatus } from '../../shared/release/target.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { answered } from '../../shared/targets/session.ts';
import { inTurn } from '../../shared/targets/take.ts';
import { action } from './contract.ts';
import { type RollbackInputs, readInputs } from './inputs.ts';
import { type Done, goBackTo, takeBack, toTakeBack } from './take-back.ts';

export async function run(context: Context): Promise<Ending> {
  const { host } = context;
  const inputs = readInputs(host);
  const plan = await loadPlan(host, inputs.plan);
  const work = workOf(context, plan, await openTarget(host, plan));
  const done = await inTurn(work, inputs.wait, () => rollBack(work, inputs));
  const after = await answered(work, () => work.target.inspect());
  if (after.release?.verdict === null) throw new TargetError(`release ${after.release.id} has not been taken back yet`);
  return report(host, plan, after, done);
}

async function rollBack(work: Work, { release: id, toVersion, reason }: RollbackInputs): Promise<Done> {
  const status = await answered(work, () => work.target.inspect());
  if (toVersion !== undefined) {
    return backToVersion(status, toVersion) ?? goBackTo(work, status, toVersion, reason);
  }
  const release = toTakeBack(status, id);
  if (release.verdict === null) return takeBack(work, release, reason);
  return [`release ${release.id} was taken back before (${release.reason}); nothing was touched`];
}

/** @throws TargetError where the version was never stable here; undefined where there is something to do */
function backToVersion({ stable, former }: TargetStatus, version: string): Done | undefined {
  if (version === stable) return [`${version} is the stable version already; nothing was touched`];
  if (former.includes(version)) return undefined;
  throw new TargetError(
    `version ${version} was never stable on this target; earlier versions: ${former.join(', ') || 'none'}`,
    'unknown-version',
  );
}

/** Here `rolled-back` is what was asked for, so the step passes. */
async function report(host: Host, plan: Plan, { stable }: TargetStatus, sentences: Done): Promise<Ending> {
  const [reason, ...notes] = sentences;
  host.output('version', stable ?? '');
  const facts = [
    ['service', plan.service],
    ['version', stable ?? 'none'],
  ] as const;
  const ending = await conclude(host, { action, verdict: 'rolled-back', reason, sentences, facts });
  for (const note of notes) host.info(note);
  return { ...ending, passed: true };
}
