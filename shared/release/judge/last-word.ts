/** What a recorded canary comes to when nothing ended it. */
import { lacking, unfit } from './rule.ts';
import type { JudgeState } from './types.ts';
import { lastReason } from './words.ts';

export interface LastWord {
  readonly verdict: 'promote' | 'inconclusive';
  readonly reason: string;
}

/** Whether the rule of the last step holds by now, whatever weight was reached, in all that is judged. */
export function lastWord(state: JudgeState): LastWord {
  const own = wordOf(state);
  if (own.verdict !== 'promote') return own;
  for (const [name, metric] of Object.entries(state.model ?? {})) {
    const word = wordOf(metric);
    if (word.verdict !== 'promote') return { ...word, reason: `${name}: ${word.reason}` };
  }
  return own;
}

function wordOf(state: JudgeState): LastWord {
  const because = unfit(state) ?? (lacking(state, 100) ? 'unsafe' : 'safe');
  const reason = lastReason(state, because, state.stage.since);
  return { verdict: because === 'safe' ? 'promote' : 'inconclusive', reason };
}
