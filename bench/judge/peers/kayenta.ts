/**
 * spinnaker/kayenta a69573be (archived; the judge is the same in spinnaker/spinnaker 8f1801da): NetflixACAJudge.scala,
 * MannWhitneyClassifier.scala, WeightedSumScorer.scala; tolerance 0.25, confidence 0.98. The pipeline around it is
 * orca-kayenta's: an interval whose score is at or below marginal ends it (pass 95, marginal 75).
 *
 * Points of a minute of the error ratio (NaN replaced, as its documentation advises for errors) and of a latency (NaN
 * removed, the default); only an increase counts, and neither is critical. Judged every 10 minutes over all points so far.
 */
import { shiftOf } from './mann-whitney.ts';
import type { Answer, Peer, Window } from './peer.ts';
import { errorRatio, quantile } from './query.ts';

export type Label = 'Pass' | 'High' | 'Low' | 'Nodata' | 'NodataFailMetric' | 'Error';

export interface Metric {
  readonly direction: 'increase' | 'decrease' | 'either';
  readonly nanStrategy: 'remove' | 'replace';
  readonly mustHaveData?: boolean;
}

/** A standard normal number; noise parts two samples that are each a single value. */
export type Noise = () => number;

const tolerance = 0.25;

/** Always the same numbers: mulberry32 and Box and Muller's transform. */
export function seededNoise(seed: number): Noise {
  let state = seed;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function prepared(values: readonly number[], { nanStrategy }: Metric): readonly number[] {
  if (nanStrategy === 'remove') return values.filter((value) => !Number.isNaN(value));
  return values.map((value) => (Number.isNaN(value) ? 0 : value));
}

/** High when the interval of the shift lies above a quarter of the shift itself: the tolerance knows no baseline. */
function compare(experiment: readonly number[], control: readonly number[], metric: Metric): Label {
  const { low, high, estimate } = shiftOf(experiment, control);
  const bound = tolerance * Math.abs(estimate);
  const [ours, theirs] = [mean(experiment), mean(control)];
  const effect = ours === 0 || theirs === 0 ? Number.NaN : ours / theirs;
  if (metric.direction !== 'decrease' && low > bound && !(effect < 1)) return 'High';
  if (metric.direction !== 'increase' && high < -bound && !(effect > 1)) return 'Low';
  return 'Pass';
}

/** The label of one metric; what cannot be computed is an Error, which the score then does not count. */
export function classify(
  canary: readonly number[],
  baseline: readonly number[],
  metric: Metric,
  noise: Noise = seededNoise(1),
): Label {
  let [experiment, control] = [prepared(canary, metric), prepared(baseline, metric)];
  if (experiment.length === 0 || control.length === 0) {
    if (metric.nanStrategy === 'replace') return 'Pass';
    return metric.mustHaveData ? 'NodataFailMetric' : 'Nodata';
  }
  const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b).join();
  const [ours, theirs] = [new Set(experiment), new Set(control)];
  if (sorted(experiment) === sorted(control) || new Set([...ours, ...theirs]).size === 1) return 'Pass';
  if (ours.size === 1 && theirs.size === 1) {
    const parted = (values: readonly number[]) => values.map((value) => value + 1e-5 * value * noise());
    [experiment, control] = [parted(experiment), parted(control)];
  }
  try {
    return compare(experiment, control, metric);
  } catch (error) {
    if (error instanceof RangeError) return 'Error';
    throw error;
  }
}

/** The score of groups of equal weight, 0 to 100: a group of which nothing counts has 100. */
export function score(groups: readonly (readonly Label[])[]): number {
  const labels = groups.flat();
  const missing = labels.filter((label) => label === 'Nodata').length;
  if (missing / labels.length >= 0.5) return 0;
  const scores = groups.map((group) => {
    const counted = group.filter((label) => label !== 'Nodata' && label !== 'Error');
    return counted.length === 0 ? 100 : (100 * counted.filter((label) => label === 'Pass').length) / counted.length;
  });
  return Math.round(100 * mean(scores)) / 100;
}

const interval = 60;
const lifetime = 3600;
const every = 600;
const pass = 95;
const marginal = 75;

/** What the pipeline does with the score of an interval. */
export function verdict(of: number, last: boolean): Answer {
  if (of <= marginal) return { kind: 'rollback' };
  if (!last) return { kind: 'wait' };
  return { kind: of >= pass ? 'promoted' : 'rollback' };
}

const errors: Metric = { direction: 'increase', nanStrategy: 'replace' };
const latency: Metric = { direction: 'increase', nanStrategy: 'remove' };

class Analysis {
  private readonly canary: Window[] = [];
  private readonly baseline: Window[] = [];
  private readonly noise = seededNoise(1);

  ask(canary: Window, baseline: Window, t: number): Answer {
    this.canary.push(canary);
    this.baseline.push(baseline);
    return t % every === 0 ? verdict(this.judge(), t >= lifetime) : { kind: 'wait' };
  }

  private judge(): number {
    const labels = [errors, latency].map((metric) => {
      const point = metric === errors ? errorRatio : ({ buckets }: Window) => quantile(0.95, buckets);
      return [classify(this.canary.map(point), this.baseline.map(point), metric, this.noise)];
    });
    return score(labels);
  }
}

export const kayenta: Peer = {
  name: 'Kayenta (10 min)',
  interval,
  first: 5,
  horizon: lifetime,
  start: () => new Analysis(),
};
