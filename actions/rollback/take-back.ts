/** The two ways back: of an open release to the stable version, and of the service to a version that was stable once. */
import { abortable } from '../../shared/action/abortable.ts';
import { messageOf, stopIfCancelled, TargetError } from '../../shared/action/errors.ts';
import type { Work } from '../../shared/action/work.ts';
import type { ReleaseStatus, TargetStatus } from '../../shared/release/target.ts';
import { returnTraffic } from '../../shared/targets/return.ts';
import { lookAt, type Session } from '../../shared/targets/session.ts';
import { take } from '../../shared/targets/take.ts';

/** What was done, in sentences. */
export type Done = readonly [reason: string, ...notes: string[]];

/** @throws TargetError where there is nothing to take back */
export function toTakeBack({ release, stable, former }: TargetStatus, id: string | undefined): ReleaseStatus {
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
    former.length === 0
      ? 'there is no earlier version to go back to'
      : `to go back from it, use to-version with ${former.join(' or ')}`;
  throw new TargetError(`release ${release.id} was promoted, so ${release.version} is stable; ${earlier}`, 'ended');
}

/** @throws TargetError when there is no healthy version to go back to: the canary keeps the traffic then */
export async function takeBack(work: Work, release: ReleaseStatus, reason: string): Promise<Done> {
  const { session } = await take(work, { release: release.id }, 'rollback');
  const returning = { ...work, session, canary: release.version };
  // An order that nobody answered keeps the lock: post, or the lease, ends the release soon.
  const { kept, notes } = await returnTraffic(returning, 'rolled-back', reason);
  if (kept !== undefined) throw new TargetError(kept, 'stable-unhealthy');
  return [`${release.version} was taken back from ${release.weight} %: ${reason}`, ...notes];
}

/** The version is started as it was recorded, checked, and takes all traffic in one step. */
export async function goBackTo(work: Work, { stable }: TargetStatus, version: string, reason: string): Promise<Done> {
  const { plan, signal } = work;
  const lease = plan.canary.lease + 2 * plan.health.start;
  const { session } = await take(work, { version, create: true, lease }, 'rollback');
  try {
    await abortable(session.stage({ recorded: true }), signal);
    await sized(work, version);
    const weight = { weight: 100, step: -1, reason: `back to ${version}: ${reason}` };
    await abortable(session.setWeight(weight), signal);
    await session.promote();
  } catch (error) {
    if (await isStable(work, version)) return [`${version} has all traffic again, instead of ${stable}: ${reason}`];
    await refuse(session, error, signal);
  }
  return [`${version} has all traffic again, instead of ${stable}: ${reason}`];
}

/** A promotion whose answer was lost has happened all the same. */
async function isStable(work: Work, version: string): Promise<boolean> {
  const status = await lookAt(work);
  return status?.stable === version;
}

async function refuse(session: Session, error: unknown, signal: AbortSignal): Promise<never> {
  await session.discard('refused', messageOf(error)).catch((failed: unknown) => {
    if (!signal.aborted) throw failed;
  });
  throw error;
}

/** Waits until the version can carry all traffic, for as long as a start may take; a short one is better than none. */
async function sized(work: Work, version: string): Promise<void> {
  const { plan, clock, signal } = work;
  const limit = clock.now() + plan.health.start;
  while (clock.now() < limit) {
    stopIfCancelled(signal);
    const status = await lookAt(work);
    if ((status?.versions.find((each) => each.version === version)?.capacity ?? 0) >= 100) return;
    await clock.sleep(1, signal);
  }
}
