/**
 * The controller of a canary: a pure reducer `(state, event) -> (state, commands)`. A shell runs the commands and feeds
 * back what happened, so that a run can be replayed, and simulated under a virtual clock.
 */
import type { Command, Controlled, ControllerEvent, ControllerSettings, ControllerState } from './control.ts';
import { cancelled, discard, end, finishing, hold, still } from './ending.ts';
import type { Decision, Observation } from './evidence.ts';
import { type JudgeState, step as judge, obstacleOf } from './judge/judge.ts';

/** How often a raise, or the hold at the end, is sent again when nobody answers. */
const patience = 5;

/** Before the first event; `memo` is an earlier controller's state to continue from. */
export function beginRelease(settings: ControllerSettings, fresh: JudgeState, memo?: ControllerState): ControllerState {
  if (memo) return { ...memo, settings, phase: 'watching', ending: null, ailing: 0, patience };
  const start = { rung: -1, weight: 0, passed: -1, approved: [], waitingSince: 0, ailing: 0, patience };
  return { settings, phase: 'raising', ending: null, judge: fresh, ...start };
}

/** The next state and what is to be done, in order. After `end` nothing moves any more. */
export function reduce(state: ControllerState, event: ControllerEvent): Controlled {
  if (state.phase === 'ended') return { state, commands: [] };
  if (state.phase === 'ending' || state.phase === 'lowering') return finishing(state, event);
  switch (event.kind) {
    case 'begin':
      return begun(state);
    case 'done':
      return still({ ...state, phase: 'watching', patience });
    case 'history':
      return still({ ...state, judge: event.lines.reduce((known, line) => judge(known, line).state, state.judge) });
    case 'observed':
      return observed(state, event.line);
    case 'closed':
      return closed(state, event.line);
    case 'seen':
      return seen(state, event);
    case 'refused':
      return refused(state, event);
    case 'taken':
      return end(state, event.verdict, event.reason);
    case 'kept':
      return end(state, 'error', event.reason);
    case 'unrenewed':
      return discard(state, 'rolled-back', `the lease could not be renewed for ${Math.round(event.seconds)} s`);
    case 'cancelled':
      return cancelled(state);
  }
}

/** A rung that passed in an earlier run is left at once, but not under suspicion or in an incident: then as at a gate. */
function begun(state: ControllerState): Controlled {
  if (state.rung !== -1 && state.passed !== state.rung) return still(state);
  const obstacle = state.rung === -1 ? undefined : obstacleOf(state.judge);
  return obstacle === undefined ? advance(state, 'the release begins') : still({ ...state, phase: 'waiting' });
}

/** From a passed rung to the next one, to a gate, or to the end. */
function advance(state: ControllerState, reason: string, ...first: Command[]): Controlled {
  const { rungs, until } = state.settings;
  const here = rungs[state.rung];
  const next = rungs[state.rung + 1];
  if (here && (here.weight >= until || next === undefined)) {
    return hold(state, 'held', `passed at ${here.weight} %`, ...first);
  }
  if (here?.approve && !state.approved.includes(state.rung)) return still({ ...state, phase: 'waiting' }, ...first);
  if (next === undefined) return end(state, 'error', 'the plan has no steps', ...first);
  const rung = state.rung + 1;
  const raised: ControllerState = { ...state, phase: 'raising', rung, weight: next.weight };
  return still(raised, ...first, raise(raised, reason));
}

function observed(state: ControllerState, line: Observation): Controlled {
  const { state: judged, decision } = judge(state.judge, line);
  const next = { ...state, judge: judged };
  const record: Command = { kind: 'record', decision };
  switch (decision.decision) {
    case 'rollback':
    case 'dead-canary':
      return discard(next, 'rolled-back', decision.reason, record);
    case 'split-unsettled':
      return discard(next, 'inconclusive', decision.reason, record);
    case 'inconclusive':
      return undecided(next, decision.reason, record);
    case 'promote-step':
      return passed(next, decision, record);
    default:
      return tooLate(next, decision) ?? still(next, record, { kind: 'renew' });
  }
}

function closed(state: ControllerState, line: Observation): Controlled {
  const { state: judged, decision } = judge(state.judge, line);
  const next = { ...state, judge: judged };
  const record: Command = { kind: 'record', decision };
  const harmful = decision.decision === 'rollback' || decision.decision === 'dead-canary';
  return harmful ? discard(next, 'rolled-back', decision.reason, record) : still(next, record);
}

function undecided(state: ControllerState, reason: string, record: Command): Controlled {
  if (state.settings.onDeadline === 'hold') return hold(state, 'inconclusive', reason, record);
  return discard(state, 'inconclusive', reason, record);
}

/** A passed rung goes on at once, or waits at its gate until the approval or the gate's own deadline. */
function passed(state: ControllerState, decision: Decision, record: Command): Controlled {
  const first = state.passed < state.rung;
  const next = { ...state, passed: state.rung, waitingSince: first ? decision.t : state.waitingSince };
  const late = tooLate(next, decision);
  return late ?? advance(next, decision.reason, record, { kind: 'renew' });
}

/** A gate waits for its own time only, whatever the judge says meanwhile. */
function tooLate(state: ControllerState, decision: Decision): Controlled | undefined {
  if (state.phase !== 'waiting' || decision.t - state.waitingSince <= state.settings.gateFor) return undefined;
  const reason = isGate(state)
    ? `nobody approved the step after ${state.weight} % in ${state.settings.gateFor} s`
    : `the step after ${state.weight} % could not be taken in time: ${decision.reason}`;
  return undecided(state, reason, { kind: 'record', decision });
}

function isGate({ settings, rung, approved }: ControllerState): boolean {
  return settings.rungs[rung]?.approve === true && !approved.includes(rung);
}

type Seen = Extract<ControllerEvent, { kind: 'seen' }>;

/** Two looks in a row, so that one slow probe does not end a release. */
function seen(state: ControllerState, { canary, problem, approved }: Seen): Controlled {
  const ailing = canary === 'healthy' ? 0 : state.ailing + 1;
  const next = { ...state, ailing, approved };
  const ill = ailing >= 2 || canary === 'gone' || canary === 'stopped';
  if (ill) return discard(next, 'rolled-back', `the canary is ${canary}${problem === '' ? '' : `: ${problem}`}`);
  return state.phase === 'raising' ? still(next, raise(next, 'the target did not answer before')) : still(next);
}

function raise({ weight, rung }: ControllerState, reason: string): Command {
  return { kind: 'set-weight', weight, rung, reason };
}

/** A refused raise leaves the old weight; an unhealthy canary is the release's fault, anything else is ours to report. */
function refused(
  state: ControllerState,
  { refusal, message }: Extract<ControllerEvent, { kind: 'refused' }>,
): Controlled {
  if (refusal === 'unhealthy') return discard(state, 'rolled-back', message);
  if (refusal === 'stale' || refusal === 'ended') return end(state, 'error', message);
  if (refusal !== undefined || state.patience === 0) return discard(state, 'error', message);
  return still({ ...state, patience: state.patience - 1 }, { kind: 'renew' });
}
