/**
 * E-values for "the canary is no slower than the baseline", over the whole histogram: one quantile would throw most of
 * what it says away. Alternatives are scaled laws and heavier tails; what the baseline really does need not be known.
 */
import { total } from '../counts.ts';
import { logE } from './errors.ts';

const scales = [1.4, 2.2] as const;
const scalePrior = [0.33, 0.17] as const;
const tailPrior = 0.5;
const heavier = [3, 12] as const;

interface Scaled {
  readonly ratio: readonly number[];
  readonly log: readonly number[];
}

/** A bet on all that is above one bound: so many times the baseline's mass there. */
interface Tail {
  readonly bucket: number;
  readonly above: number;
  readonly below: number;
}

export interface LatencyBets {
  readonly scaled: readonly Scaled[];
  readonly tails: readonly Tail[];
  readonly prior: readonly number[];
}

/** The share of each bucket in a histogram, smoothed so that none is 0. */
export function shapeOf(buckets: readonly number[]): number[] {
  const smoothed = total(buckets) + buckets.length / 2;
  return buckets.map((count) => (count + 0.5) / smoothed);
}

const models = new WeakMap<readonly number[], LatencyBets>();

/** The bets against a baseline whose buckets hold these shares; computed once a shape. */
export function latencyBets(shape: readonly number[], bounds: readonly number[]): LatencyBets {
  const known = models.get(shape);
  if (known) return known;
  const tails = tailBets(shape);
  const weights = [...scalePrior, ...tails.map(() => tailPrior / tails.length)];
  const bets = {
    scaled: scales.map((scale) => scaledBet(shape, bounds, scale)),
    tails,
    prior: weights.map((weight) => weight / total(weights)),
  };
  models.set(shape, bets);
  return bets;
}

/** Likelihood ratios rise with latency, which is what makes the e-value valid for every canary that is no slower. */
function scaledBet(shape: readonly number[], bounds: readonly number[], scale: number): Scaled {
  const cumulative = below(shape);
  let before = 0;
  let highest = 0;
  const ratio = shape.map((share, index) => {
    const bound = bounds[index];
    const upTo = bound === undefined ? 1 : at(bound / scale, cumulative, bounds);
    const expected = Math.max(0, upTo - before);
    before = upTo;
    highest = Math.max(highest, Math.min(50, Math.max(0.02, expected / share)));
    return highest;
  });
  return { ratio, log: ratio.map(Math.log) };
}

function below(shape: readonly number[]): number[] {
  let sum = 0;
  return shape.map((share) => {
    sum += share;
    return sum;
  });
}

/** The share below `value`, linear between bounds in ln(value). */
function at(value: number, cumulative: readonly number[], bounds: readonly number[]): number {
  const upper = bounds.findIndex((bound) => value <= bound);
  const [high, top] = [bounds[upper] ?? value, cumulative[upper] ?? 1];
  const low = bounds[upper - 1];
  if (low === undefined) return (top * value) / high;
  const bottom = cumulative[upper - 1] ?? 0;
  return bottom + ((top - bottom) * Math.log(value / low)) / Math.log(high / low);
}

/** Bounds whose tails are nearly the same make nearly the same bet: each next tail is clearly smaller. */
function tailBets(shape: readonly number[]): Tail[] {
  const cumulative = below(shape);
  let last = Number.POSITIVE_INFINITY;
  return shape.slice(0, -1).flatMap((_, bucket) => {
    const mass = 1 - (cumulative[bucket] ?? 1);
    if (mass < 0.0003 || mass > 0.15 || mass > last / 2) return [];
    last = mass;
    return heavier.map((times) => {
      const above = Math.min(times, 0.9 / mass);
      return { bucket, above, below: (1 - above * mass) / (1 - mass) };
    });
  });
}

/** ln e-value of each bet for one stratum; counts a bucket, not cumulative. */
export function latencyGrowth(bets: LatencyBets, canary: readonly number[], baseline: readonly number[]): number[] {
  const [mine, theirs] = [total(canary), total(baseline)];
  if (mine === 0 || theirs === 0) return bets.prior.map(() => 0);
  const w = mine / (mine + theirs);
  const scaled = bets.scaled.map(({ ratio, log }) => scaledGrowth(ratio, log, w, canary, baseline));
  const tails = bets.tails.map(({ bucket, above, below: good }) => {
    const [canaryBad, baselineBad] = [tailOf(canary, bucket), tailOf(baseline, bucket)];
    return logE({ canary: mine, canaryBad, baseline: theirs, baselineBad }, above, good);
  });
  return [...scaled, ...tails];
}

function scaledGrowth(
  ratio: readonly number[],
  log: readonly number[],
  w: number,
  canary: readonly number[],
  baseline: readonly number[],
): number {
  let growth = 0;
  for (let bucket = 0; bucket < ratio.length; bucket += 1) {
    const mine = canary[bucket] ?? 0;
    const all = mine + (baseline[bucket] ?? 0);
    if (all > 0) growth += mine * (log[bucket] ?? 0) - all * Math.log1p(w * ((ratio[bucket] ?? 1) - 1));
  }
  return growth;
}

/** Requests above the upper bound of `bucket`. */
export function tailOf(buckets: readonly number[], bucket: number): number {
  let tail = 0;
  for (let index = bucket + 1; index < buckets.length; index += 1) tail += buckets[index] ?? 0;
  return tail;
}

/** The bucket above whose bound nearest a twentieth of the requests lie; none while the shape is not known. */
export function p95Bucket(shape: readonly number[] | null): number {
  if (shape === null) return Number.POSITIVE_INFINITY;
  const gaps = below(shape)
    .slice(0, -1)
    .map((share) => Math.abs(1 - share - 0.05));
  return gaps.indexOf(Math.min(...gaps));
}
