/** What a recorded canary comes to when nothing ended it. */
import { lacking, unfit } from './rule.ts';
import type { JudgeState } from './types.ts';
import { lastReason } from './words.ts';

export interface LastWord {
  readonly verdict: 'promote' | 'inconclusive';
  readonly reason: string;
}

/** Whether the rule of the last step holds by now, whatever weight was reached: all traffic would be safe. */
export function lastWord(state: JudgeState): LastWord {
  const because = unfit(state) ?? (lacking(state, 100) ? 'unsafe' : 'safe');
  const reason = lastReason(state, because, state.stage.since);
  return { verdict: because === 'safe' ? 'promote' : 'inconclusive', reason };
}
