/** What an action works with on a release: a target, a plan, a clock, and who it is. */
import type { Plan } from '../plan/plan.ts';
import type { Holder, Target } from '../release/target.ts';
import type { Means } from '../targets/session.ts';
import { systemClock } from './clock.ts';
import { holderOf } from './holder.ts';
import type { Context } from './start.ts';
import { remember, type Unfinished } from './unfinished.ts';

export interface Work extends Means {
  readonly target: Target;
  readonly holder: Holder;
  readonly say: (text: string) => void;
  /** Leaves for `post` what this step has taken and not yet given back. */
  readonly remember: (unfinished: Unfinished) => void;
}

export function workOf({ host, signal }: Context, plan: Plan, target: Target): Work {
  return {
    plan,
    target,
    signal,
    clock: systemClock,
    holder: holderOf(host),
    say: (text) => host.info(text),
    remember: (unfinished) => remember(host, unfinished),
  };
}
