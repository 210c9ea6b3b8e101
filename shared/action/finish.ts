/** The finaliser of an action that works on a release: repairs what its main step could not end. */

import { TargetError } from './errors.ts';
import type { Host } from './host.ts';
import type { Context, Ending } from './start.ts';

/** What `post` needs to know of main; written before main touches the release. */
export interface Unfinished {
  readonly release: string;
  readonly fence: number;
  /** What becomes of the canary: `hold` keeps its weight under the plan's deadline. */
  readonly onCancel: 'rollback' | 'hold';
}

const stateName = 'release';

/** The default of every action's input `plan`. */
const defaultPlan = 'jarvis.yml';

/** A target that is gone took its canary with it. */
function gone(error: unknown): { readonly release: null } {
  if (error instanceof TargetError && error.refusal === 'absent') return { release: null };
  throw error;
}

export function remember(host: Host, unfinished: Unfinished): void {
  host.saveState(stateName, JSON.stringify(unfinished));
}

/** Ends the release of a main step that was cut short; does nothing when it ended, or when somebody else took it over. */
export async function finish({ host }: Context): Promise<Ending> {
  const saved = host.state(stateName);
  if (saved === '') return { passed: true, reason: 'nothing was begun' };
  const { release, fence, onCancel } = JSON.parse(saved) as Unfinished;
  const [{ loadPlan }, { openTarget }, { Session }] = await Promise.all([
    import('./plan-input.ts'),
    import('../targets/open.ts'),
    import('../targets/session.ts'),
  ]);
  const plan = await loadPlan(host, host.input('plan') || defaultPlan);
  const target = await openTarget(host, plan);
  const { release: found } = await target.inspect().catch(gone);
  const abandoned = found?.id === release && found.fence === fence && found.verdict === null && found.holder !== null;
  if (!abandoned) return { passed: true, reason: 'the release was ended in order' };
  const session = new Session(target, { release, fence, sequence: found.sequence });
  const reason = 'the step that held the release was cut short';
  if (onCancel === 'hold' && found.weight > 0) await session.hold(plan.canary.heldFor, reason);
  else await session.discard('rolled-back', reason);
  host.warning(
    `${reason}: release ${release} was ${onCancel === 'hold' && found.weight > 0 ? 'held' : 'taken back'} now`,
  );
  return { passed: true, reason };
}
