/** A recorded canary, judged again: a pure reducer over its lines. It follows the weights that were recorded. */
import { InputError } from '../action/errors.ts';
import type { Decision, EvidenceHeader, Observation } from './evidence.ts';
import { detailOf } from './judge/detail.ts';
import { type JudgeSettings, type JudgeState, step } from './judge/judge.ts';
import { lastWord } from './judge/last-word.ts';
import { isSame, restore } from './recorded-settings.ts';

export interface Replay {
  readonly judge: JudgeState;
  /** Whether it is judged as it was: by the same judge, with the same settings. Then every number must be the same. */
  readonly exact: boolean;
  /** Where the last observation ended; -Infinity before the first. */
  readonly reached: number;
  /** The last decision after t = 0. */
  readonly last: Decision | undefined;
  /** A rollback, a dead canary or a split that never came: nothing after it is judged. */
  readonly ended: boolean;
  /** Requests that the canary has served since t = 0. */
  readonly served: number;
}

export interface Ending {
  readonly verdict: 'rollback' | 'dead-canary' | 'promote' | 'inconclusive';
  /** Of the deciding or the last line, seconds. */
  readonly t: number;
  readonly reason: string;
  /** Against "no worse". */
  readonly odds: number;
  readonly canaryRequests: number;
}

/** Lines may overlap by the rounding of their times, seconds. */
const rounding = 0.001;

/** Before the first line; `given` are settings that stand above the header's. */
export function beginReplay(
  header: EvidenceHeader,
  given?: JudgeSettings,
): { readonly replay: Replay; readonly problems: readonly string[] } {
  const { state, problems } = restore(header, given);
  const served = header.resumed?.['served'];
  const replay = {
    judge: state,
    exact: problems.length === 0 && isSame(header.judge, state.settings),
    reached: Number.NEGATIVE_INFINITY,
    last: undefined,
    ended: false,
    served: typeof served === 'number' && served >= 0 ? served : 0,
  };
  return { replay, problems };
}

/**
 * Judges one line; history and what follows the end come to no decision.
 * @throws InputError where the line goes back in time.
 */
export function take(
  replay: Replay,
  line: Observation,
): { readonly replay: Replay; readonly decision?: Decision | undefined } {
  if (line.from < replay.reached - rounding) {
    const back = line.t <= replay.reached ? 'time runs back' : 'lines overlap';
    throw new InputError(
      `${back}: from ${line.from} to ${line.t} s after a line to ${replay.reached} s; expected from >= ${replay.reached}`,
    );
  }
  if (replay.ended) return { replay: { ...replay, reached: line.t } };
  const { state, decision } = step(replay.judge, line);
  if (line.t <= 0) return { replay: { ...replay, judge: state, reached: line.t } };
  const ended = ['rollback', 'dead-canary', 'split-unsettled'].includes(decision.decision);
  const served = replay.served + (line.canary?.requests ?? 0);
  return { replay: { ...replay, judge: state, reached: line.t, last: decision, ended, served }, decision };
}

/** What the recording comes to. */
export function ending({ judge, last, served }: Replay): Ending {
  const odds = Number((last?.detail ?? detailOf(judge))['odds']);
  const canaryRequests = served;
  if (last === undefined) {
    const reason = 'no line after t = 0: the canary never had traffic here';
    return { verdict: 'inconclusive', t: 0, reason, odds, canaryRequests };
  }
  const { t, decision } = last;
  if (decision === 'rollback' || decision === 'dead-canary') {
    return { verdict: decision, t, reason: last.reason, odds, canaryRequests };
  }
  if (decision === 'split-unsettled') return { verdict: 'inconclusive', t, reason: last.reason, odds, canaryRequests };
  return { ...lastWord(judge), t, odds, canaryRequests };
}

/** How a decision differs from the recorded one, in words; undefined when it does not. */
export function difference(judged: Decision, recorded: Decision, exact: boolean): string | undefined {
  if (judged.decision !== recorded.decision) return `${recorded.decision}: ${recorded.reason}`;
  if (!exact) return undefined;
  if (judged.reason !== recorded.reason) return recorded.reason;
  const keys = [...new Set([...Object.keys(judged.detail), ...Object.keys(recorded.detail)])];
  const other = keys.filter((key) => judged.detail[key] !== recorded.detail[key]);
  if (other.length === 0) return undefined;
  return other.map((key) => `${key} ${recorded.detail[key]} (here ${judged.detail[key]})`).join(', ');
}
