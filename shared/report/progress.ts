/** One line of a log for a look at the canary: what was counted, the odds, and what the judge says to it. */
import { add, nothing, type Pooled, quantile } from '../release/counts.ts';
import type { Decision, Observation } from '../release/evidence.ts';
import { numberOf } from './last-word.ts';
import { latency, short } from './markdown.ts';

/** Columns; the whole reason of the last decision ends the log anyway. */
const widest = 140;

/** `bounds` are those of the latency buckets, seconds. */
export function progressLine(
  { t, weight, canary, baseline }: Observation,
  bounds: readonly number[],
  decision: Decision | undefined,
): string {
  const side = (pooled: Pooled) => {
    const failed = `${pooled.errors}/${pooled.requests}`.padStart(7);
    return `${failed} err p95 ${latency(quantile(pooled, bounds, 0.95)).padStart(6)}`;
  };
  const shown = (counts: Observation['canary']) => (counts === null ? 'unreadable' : side(add(nothing, counts)));
  const when = `${t.toFixed(1).padStart(6)} s ${String(weight).padStart(3)} %`;
  const said =
    decision && ` | odds ${bounded(numberOf(decision, 'odds')).padStart(4)} | ${decision.decision}: ${decision.reason}`;
  const line = `${when}  canary ${shown(canary)} | stable ${shown(baseline)}${said ?? ''}`;
  return line.length <= widest ? line : `${line.slice(0, widest - 1)}…`;
}

function bounded(odds: number): string {
  return odds >= 1e6 ? '>1e6' : short(odds);
}
