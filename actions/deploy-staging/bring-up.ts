/** Starts a version beside the stable one and checks it; one that does not come up is taken away before it meets a user. */
import { abortable } from '../../shared/action/abortable.ts';
import { messageOf, stopIfCancelled, TargetError } from '../../shared/action/errors.ts';
import type { Work } from '../../shared/action/work.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { TargetStatus } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { lookAt, type Session } from '../../shared/targets/session.ts';
import { giveBack, take } from '../../shared/targets/take.ts';

export interface BroughtUp {
  readonly release: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Checks the version at its own address. @throws TargetError with what it answered */
export type Smoke = (url: string) => Promise<void>;

/** Nobody renews while a version starts, so the lease covers all that its start may take. */
function leaseFor({ canary, health, smoke: requests }: Plan): number {
  return canary.lease + health.start + requests.reduce((sum, { timeout }) => sum + timeout, 0);
}

/** @throws TargetError when users meet the version already: staging it again could only take it away from them */
export function refuseUnderWay({ release }: TargetStatus, version: string): void {
  if (release?.version !== version || release.verdict !== null || release.weight === 0) return;
  const where = `release ${release.id} of ${version} is under way at ${release.weight} %`;
  throw new TargetError(`${where}; go on with deploy-canary, or end it with rollback`, 'busy');
}

/** `stable` is the version that users have; null when this is the first one, which becomes stable at once. */
export async function bringUp(work: Work, version: string, stable: string | null, smoke: Smoke): Promise<BroughtUp> {
  const { plan, signal, say } = work;
  const { session } = await take(work, { version, create: true, lease: leaseFor(plan) }, 'rollback');
  const { release } = session;
  try {
    stopIfCancelled(signal);
    const { url } = await abortable(session.stage(), signal);
    say(`${version} is healthy at ${url}`);
    await smoke(url ?? '');
    if (stable === null) {
      await session.promote();
      return { release, ...first(version) };
    }
    const reason = `${version} is staged beside ${stable} at weight 0`;
    await session.hold({ heldFor: plan.canary.heldFor, reason });
    return { release, verdict: 'held', reason };
  } catch (error) {
    // What is staged already under this version is somebody's: it stays as it is.
    if (error instanceof TargetError && error.refusal === 'other-digest') {
      await giveBack(session, plan.canary.heldFor, error);
    }
    return { release, ...(await takeAway(work, session, version, error)) };
  }
}

type Ended = Omit<BroughtUp, 'release'>;

const first = (version: string): Ended => ({
  verdict: 'promoted',
  reason: `${version} is the first version and stable`,
});

/** What the version did wrong refuses it; anything else went wrong on our side. */
async function takeAway(work: Work, session: Session, version: string, error: unknown): Promise<Ended> {
  const { signal } = work;
  const reason = messageOf(error);
  const ofTheVersion = error instanceof TargetError && error.refusal !== undefined;
  const verdict = ofTheVersion || signal.aborted ? 'refused' : 'error';
  const gone: Ended = { verdict, reason: signal.aborted ? `${reason}: ${version} was taken away again` : reason };
  try {
    await session.discard(verdict, reason);
    return gone;
  } catch (failed) {
    // The answer comes when the process has ended, which may be later than a cancel lets us wait.
    const ended = await endOf(work, session);
    if (ended !== null) return ended === 'promoted' ? first(version) : gone;
    const why = messageOf(failed);
    return { verdict: 'error', reason: `${reason}; and ${version} could not be taken away: ${why}` };
  }
}

/** Null when the release has not ended, as far as the target says. */
async function endOf(work: Work, { release: id }: Session): Promise<Verdict | null> {
  const status = await lookAt(work);
  return status?.release?.id === id ? status.release.verdict : null;
}
