/**
 * The interval of a shift between two samples without an assumption on their shape: the Wilcoxon rank-sum test turned
 * around (Hodges and Lehmann 1963; Lehmann, Nonparametrics, 1975, section 2.7). Its ends are order statistics of all
 * differences, so that a few wild measurements do not move it.
 */

/** `-Infinity` to `Infinity` where the samples are too few for this level. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Of `to - from`; each end is missed with at most the probability `tail`. Both sorted upwards. */
export function shiftInterval(from: readonly number[], to: readonly number[], tail: number): Interval {
  const skip = criticalCount(from.length, to.length, tail);
  if (skip < 0) return { low: -Infinity, high: Infinity };
  const rank = skip + 1;
  return { low: smallestDifference(from, to, rank), high: -smallestDifference(to, from, rank) };
}

/** The largest u with P(U <= u) <= tail for the Mann-Whitney statistic; -1 where there is none. */
export function criticalCount(n: number, m: number, tail: number): number {
  const steps = n * m * Math.min(n, m);
  return steps <= 50_000 ? exactCount(n, m, tail) : normalCount(n, m, tail);
}

/** Counts the orders of two samples by U: coefficients of a Gaussian binomial, each from lower ones alone. */
function exactCount(n: number, m: number, tail: number): number {
  const few = Math.min(n, m);
  const many = Math.max(n, m);
  const size = Math.floor((n * m) / 2) + 1;
  const ways = new Float64Array(size);
  ways[0] = 1;
  for (let i = 1; i <= few; i += 1) {
    const out = many + i;
    for (let u = size - 1; u >= out; u -= 1) ways[u] = (ways[u] ?? 0) - (ways[u - out] ?? 0);
    for (let u = i; u < size; u += 1) ways[u] = (ways[u] ?? 0) + (ways[u - i] ?? 0);
  }
  let all = 1;
  for (let i = 1; i <= few; i += 1) all *= (many + i) / i;
  let [sum, u] = [0, 0];
  for (; u < size; u += 1) {
    sum += (ways[u] ?? 0) / all;
    if (sum > tail) break;
  }
  return u - 1;
}

/** With the correction for steps of one, rounded to the wider side. */
function normalCount(n: number, m: number, tail: number): number {
  const deviation = Math.sqrt((n * m * (n + m + 1)) / 12);
  return Math.floor((n * m) / 2 - 0.5 - normalQuantile(tail) * deviation);
}

/** The z that is exceeded with the probability `tail`; Abramowitz and Stegun 26.2.23, to 4.5e-4, on the wide side. */
function normalQuantile(tail: number): number {
  const t = Math.sqrt(-2 * Math.log(tail));
  const top = 2.515517 + t * (0.802853 + t * 0.010328);
  const bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - top / bottom + 4.5e-4;
}

/** The `rank`th smallest of all differences, without making them: the count below a value takes one pass. */
function smallestDifference(from: readonly number[], to: readonly number[], rank: number): number {
  let low = (to[0] ?? 0) - (from.at(-1) ?? 0);
  let high = (to.at(-1) ?? 0) - (from[0] ?? 0);
  for (let round = 0; round < 100 && high - low > 1e-13 * (1 + Math.abs(low)); round += 1) {
    const middle = low + (high - low) / 2;
    if (countUpTo(from, to, middle) >= rank) high = middle;
    else low = middle;
  }
  return low;
}

/** How many pairs differ by at most `limit`: the larger one of `to`, the fewer of `from` are near enough. */
function countUpTo(from: readonly number[], to: readonly number[], limit: number): number {
  let [count, far] = [0, 0];
  for (const value of to) {
    while (far < from.length && value - (from[far] ?? 0) > limit) far += 1;
    count += from.length - far;
  }
  return count;
}
