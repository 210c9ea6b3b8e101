/**
 * How many times as large one sample is as another, with the interval in which the truth lies.
 *
 * Measured are the logarithms, as times and rates scatter by factors: the ratio is that of the geometric means. Two
 * intervals are made and the hull of both is given, as each is right where the other is not:
 * - Welch's t interval (Welch 1947, with Satterthwaite's degrees of freedom) where the two scatter differently;
 * - that of the rank-sum test (Hodges and Lehmann) where they have long tails and different numbers of runs.
 *
 * Either takes the measurements as independent. Those of one process are not quite: what moves a whole process, such as
 * the place of its memory, is not in the interval, and the allowed ratio should leave room for it.
 */
import { type Interval, shiftInterval } from './ranks.ts';
import { quantile } from './student.ts';

/** Each end of the interval is missed in at most this share of comparisons; both together make it one of 95 %. */
export const tail = 0.025;
/** With fewer runs the scatter itself is a guess. */
export const fewest = 5;

export interface Ratio extends Interval {
  readonly ratio: number;
}

/** Of `to` over `from`: positive measurements, at least `fewest` of each. */
export function ratioOf(from: readonly number[], to: readonly number[]): Ratio {
  const [a, b] = [logs(from), logs(to)];
  const shift = b.mean - a.mean;
  const ranks = shiftInterval(a.sorted, b.sorted, tail);
  const reach = welchReach(a, b);
  return {
    ratio: Math.exp(shift),
    low: Math.exp(Math.min(shift - reach, ranks.low)),
    high: Math.exp(Math.max(shift + reach, ranks.high)),
  };
}

interface Logs {
  readonly sorted: readonly number[];
  readonly mean: number;
  /** Of the mean. */
  readonly variance: number;
}

function logs(samples: readonly number[]): Logs {
  const sorted = samples.map(Math.log).sort((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { sorted, mean, variance: squares / (sorted.length - 1) / sorted.length };
}

/** Half of the width of Welch's interval. */
function welchReach(a: Logs, b: Logs): number {
  const variance = a.variance + b.variance;
  if (variance === 0) return 0;
  const share = (part: Logs) => (part.variance / variance) ** 2 / (part.sorted.length - 1);
  return quantile(tail, 1 / (share(a) + share(b))) * Math.sqrt(variance);
}
