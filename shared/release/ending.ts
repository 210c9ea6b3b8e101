/** How a controller ends a release: one command after the other, the traffic first. Part of the reducer. */
import type { Command, Controlled, ControllerEvent, ControllerState } from './control.ts';
import type { Verdict } from './verdict.ts';

export const still = (state: ControllerState, ...commands: Command[]): Controlled => ({ state, commands });

export function end(state: ControllerState, verdict: Verdict, reason: string, ...first: Command[]): Controlled {
  return { state: { ...state, phase: 'ended' }, commands: [...first, { kind: 'end', verdict, reason }] };
}

export function discard(state: ControllerState, verdict: Verdict, reason: string, ...first: Command[]): Controlled {
  return ending(state, verdict, reason, ...first, { kind: 'discard', verdict, reason });
}

export function hold(state: ControllerState, verdict: Verdict, reason: string, ...first: Command[]): Controlled {
  return ending(state, verdict, reason, ...first, { kind: 'hold', reason, passed: state.passed });
}

function ending(state: ControllerState, verdict: Verdict, reason: string, ...commands: Command[]): Controlled {
  return still({ ...state, phase: 'ending', ending: { verdict, reason } }, ...commands);
}

/** One command after the other until the release has ended: nothing is judged any more, and nothing raised. */
export function finishing(state: ControllerState, event: ControllerEvent): Controlled {
  const { verdict, reason } = state.ending ?? { verdict: 'error', reason: 'it ends' };
  switch (event.kind) {
    case 'done':
      return state.phase === 'lowering' ? lowered({ ...state, weight: 0 }) : end(state, verdict, reason);
    case 'cancelled':
      // It was to be held, but nobody answered: then what a cancel asks for is tried instead.
      return verdict === 'held' && state.weight > 0 && state.settings.onCancel === 'rollback'
        ? cancelled(state)
        : still({ ...state, patience: 0 });
    case 'taken':
      return end(state, event.verdict, event.reason);
    case 'kept':
      return end(state, 'error', `${reason}; ${event.reason}`);
    case 'refused':
      if (state.phase === 'lowering') return lowered(state);
      if (event.command === 'hold' && event.refusal === undefined && state.patience > 0)
        return holdAgain(state, reason);
      return end(state, 'error', `${reason}; but then ${event.message}${event.refusal === undefined ? untold : ''}`);
    default:
      return still(state);
  }
}

/** What becomes of a release that could not be ended: nobody renews it any more. */
const untold = '; the target takes the canary back when its lease runs out';

function holdAgain(state: ControllerState, reason: string): Controlled {
  const next = { ...state, patience: state.patience - 1 };
  return still(next, { kind: 'renew' }, { kind: 'hold', reason, passed: state.passed });
}

/** Lowers before anything else, so that traffic is safe even when the rest does not happen any more. */
export function cancelled(state: ControllerState): Controlled {
  if (state.settings.onCancel === 'hold' && state.weight > 0)
    return hold({ ...state, patience: 0 }, 'held', `cancelled; the plan holds at ${state.weight} %`);
  const reason = `cancelled at ${state.weight} %`;
  const next: ControllerState = { ...state, phase: 'lowering', ending: { verdict: 'rolled-back', reason } };
  return still(next, { kind: 'set-weight', weight: 0, rung: state.rung, reason });
}

/** Also when the lowering was refused, since the target's own word on the rest is then the one that counts. */
function lowered(state: ControllerState): Controlled {
  const { verdict, reason } = state.ending ?? { verdict: 'rolled-back', reason: 'cancelled' };
  return still({ ...state, phase: 'ending' }, { kind: 'discard', verdict, reason });
}
