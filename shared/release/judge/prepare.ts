/** What is known of the baseline before a stratum is looked at: bets must lie before the cards are turned. */
import { add, type Pooled, total } from '../counts.ts';
import { pivotFrom } from './harm.ts';
import { p95Bucket, shapeOf, tailOf } from './latency.ts';
import { type Dispersion, dispersionOf } from './placebo.ts';
import { dwellOf } from './settings.ts';
import type { JudgeState } from './types.ts';
import { isEmpty } from './window.ts';

/** Requests whose latencies fix the shape that is bet on. */
const shapeRequests = 200;

/** The state with its shape and pivots, as soon as there is enough to know them. */
export function prepare(state: JudgeState): JudgeState {
  const { history, baseline } = state;
  const shape = state.shape ?? shapeFrom(add(history, baseline));
  const known = shape === null ? [] : history.buckets;
  const pivots = state.pivots ?? {
    errors: pivotFrom(history.requests, history.errors),
    latency: pivotFrom(total(known), tailOf(known, p95Bucket(shape))),
  };
  return { ...state, shape, pivots };
}

/**
 * The state with its dispersion renewed, once a minute and only between two strata: what a stratum holds must not change
 * how it is weighed, not even by the part of it that was read first.
 */
export function renew(state: JudgeState, t: number): JudgeState {
  const minute = Math.floor(t / 60);
  if (minute <= state.dispersion.minute || !isEmpty(state.window)) return state;
  return { ...state, dispersion: { ...renewed(state), minute } };
}

/** Faults that were once seen to last are not forgotten in a quiet quarter of an hour. */
function renewed({ settings, placebo, stage, dispersion }: JudgeState): Dispersion {
  const found = dispersionOf(placebo, dwellOf(settings, stage.weight));
  const lasting = Math.max(found.lasting, dispersion.lasting);
  return { ...found, lasting, block: Math.max(found.block, lasting) };
}

export function shapeFrom({ buckets }: Pooled): readonly number[] | null {
  return buckets.length > 1 && total(buckets) >= shapeRequests ? shapeOf(buckets) : null;
}
