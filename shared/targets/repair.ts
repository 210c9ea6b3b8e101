/** What `post` does about a release whose main step was cut short. */
import { TargetError } from '../action/errors.ts';
import type { Unfinished } from '../action/unfinished.ts';
import type { Work } from '../action/work.ts';
import { returnTraffic } from './return.ts';
import { answered, Session } from './session.ts';

/** What it did, in words; null when there was nothing to do, because the release ended or somebody else has it. */
export async function repair(work: Work, { release, fence, onCancel }: Unfinished): Promise<string | null> {
  const { target, plan } = work;
  const { release: found } = await answered(work, () => target.inspect()).catch(gone);
  const abandoned = found?.id === release && found.fence === fence && found.verdict === null && found.holder !== null;
  if (!abandoned) return null;
  const session = new Session(target, { release, fence, sequence: found.sequence }, work);
  const reason = 'the step that held the release was cut short';
  if (onCancel === 'hold' && found.weight > 0) {
    await session.hold({ heldFor: plan.canary.heldFor, reason });
    return `${reason}: release ${release} was held now`;
  }
  const { kept } = await returnTraffic({ ...work, session, canary: found.version }, 'rolled-back', reason);
  return `${reason}: release ${release} ${kept === undefined ? 'was taken back now' : `is held: ${kept}`}`;
}

/** A target that is gone took its canary with it. */
function gone(error: unknown): { readonly release: null } {
  if (error instanceof TargetError && error.refusal === 'absent') return { release: null };
  throw error;
}
