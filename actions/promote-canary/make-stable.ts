/** Makes the version of a waiting release the stable one. */
import { stopIfCancelled, TargetError } from '../../shared/action/errors.ts';
import type { Work } from '../../shared/action/work.ts';
import type { ReleaseStatus, TargetStatus } from '../../shared/release/target.ts';
import { answered } from '../../shared/targets/session.ts';
import { giveBack, take } from '../../shared/targets/take.ts';

/** @throws TargetError where there is no such release, or it ended otherwise than promoted */
export function waiting({ release, stable }: TargetStatus, id: string | undefined): ReleaseStatus {
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

/** @throws TargetError when the release may not be promoted; it keeps what it has then */
export async function makeStable(work: Work, release: ReleaseStatus): Promise<void> {
  const { plan, target } = work;
  refuseUnready(release, plan.canary.steps.length - 1, plan.canary.steps.at(-1)?.weight ?? 100);
  const { session } = await take(work, { release: release.id }, 'hold');
  const stable = async () => (await answered(work, () => target.inspect())).stable;
  try {
    stopIfCancelled(work.signal);
    await session.promote();
  } catch (error) {
    // The answer may be lost, or a cancel may have come before it; what the target says stands.
    if ((await stable().catch(() => null)) === release.version) return;
    await giveBack(session, plan.canary.heldFor, unheard(release, error));
  }
  const now = await stable();
  if (now !== release.version)
    throw new TargetError(`the target has not made ${release.version} stable: ${now ?? 'none'} is`);
}

/** What is known of an order that nobody answered. */
function unheard({ version }: ReleaseStatus, error: unknown): unknown {
  if (!(error instanceof TargetError) || error.refusal !== undefined) return error;
  const message = `${version} was to become the stable version, but ${error.message}; what the target made of it is known when it answers again`;
  return new TargetError(message, undefined, { cause: error.cause });
}

/** A version is promoted from the plan's last step, and only once that has passed or somebody has approved it. */
function refuseUnready(
  { id, version, weight, passed, approved, holder }: ReleaseStatus,
  last: number,
  top: number,
): void {
  const ready = weight >= top && (passed >= last || approved.includes(last));
  // Whoever works on it may yet make it ready, so that this is worth waiting for.
  if (!ready && holder !== null) {
    throw new TargetError(
      `release ${id} of ${version} is at ${weight} % and not ready to be promoted; ${holder.actor} (${holder.run}, attempt ${holder.attempt}) works on it: wait for it to end, or cancel that run`,
      'busy',
    );
  }
  if (weight < top) {
    throw new TargetError(
      `${version} has ${weight} % of the traffic, and a version is promoted from the plan's last step, ${top} %; run deploy-canary to take it there, or use to: next-step to open the gate it waits at`,
      'invalid',
    );
  }
  if (ready) return;
  throw new TargetError(
    `${version} has ${weight} % of the traffic, but that step has not passed: run deploy-canary to have it judged, or approve it as it is with to: next-step`,
    'invalid',
  );
}
