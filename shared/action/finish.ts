/** The finaliser of an action that works on a release: repairs what its main step could not end. */
import type { Context, Ending } from './start.ts';
import { remembered } from './unfinished.ts';

/** The default of every action's input `plan`. */
const defaultPlan = 'jarvis.yml';

/** Ends the release of a main step that was cut short; does nothing when it ended, or when somebody else took it over. */
export async function finish(context: Context): Promise<Ending> {
  const { host } = context;
  const unfinished = remembered(host);
  if (unfinished === undefined) return { passed: true, reason: 'nothing was begun' };
  const [{ loadPlan }, { openTarget }, { workOf }, { repair }] = await Promise.all([
    import('./plan-input.ts'),
    import('../targets/open.ts'),
    import('./work.ts'),
    import('../targets/repair.ts'),
  ]);
  const plan = await loadPlan(host, host.input('plan') || defaultPlan);
  const work = workOf(context, plan, await openTarget(host, plan));
  const repaired = await repair(work, unfinished);
  if (repaired === null) return { passed: true, reason: 'the release was ended in order' };
  host.warning(repaired);
  return { passed: true, reason: repaired };
}
