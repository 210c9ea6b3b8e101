/** The traffic that a release will meet: from the source's history, or measured for a moment where there is too little. */
import { setTimeout as sleep } from 'node:timers/promises';
import { abortable } from '../../shared/action/abortable.ts';
import { add, errorRate, nothing, type Pooled, total } from '../../shared/release/counts.ts';
import type { Observation } from '../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, step, withoutModel } from '../../shared/release/judge/judge.ts';
import { tailOf } from '../../shared/release/judge/latency.ts';
import { slowBucket } from '../../shared/release/judge/settings.ts';
import { type Frame, historyLines, observationBetween } from '../../shared/release/observe.ts';
import type { Traffic } from '../../shared/release/power/expected.ts';
import type { MetricSource } from '../../shared/release/source.ts';
import type { Sample } from '../../shared/release/target.ts';

/** Whose traffic is looked at, and the source's first reading. */
export interface Place {
  readonly source: MetricSource;
  readonly canary: string;
  readonly baseline: string | null;
  readonly reference: Sample;
  readonly settings: JudgeSettings;
  readonly signal?: AbortSignal;
}

export interface Met {
  readonly traffic: Traffic;
  /** The same at its best: two deviations more requests, and fewer failed and slow ones, than were counted. */
  readonly best: Traffic;
  /** The samples it was taken from. */
  readonly samples: readonly Sample[];
  /** By what came in just now, and not in the past minutes. */
  readonly fresh: boolean;
}

/** Seconds: of history that are enough, and of it that tell what the traffic is now. */
const [enough, recent] = [30, 300] as const;
/** Seconds that a measurement lasts, the second of them where the first saw fewer requests than this. */
const moments = { first: 1, second: 4, requests: 50 } as const;

/** The traffic of the past minutes; of the next seconds where the source remembers less than half a minute. */
export async function meet(place: Place): Promise<Met> {
  const past = await heeded(place, place.source.history()).catch(() => []);
  const samples = [...past.filter(({ at }) => at < place.reference.at), place.reference];
  const covered = lengthOf(historyOf(place, samples));
  return covered < enough ? measured(place, samples) : { ...met(place, samples, recent), fresh: false };
}

/** How much more traffic now is no mere chance of a short look, whose few counts tell less than the past minutes. */
const clearly = 1.5;

/** The same, measured now: traffic may have begun a moment ago. */
export async function meetAgain(place: Place, before: Met): Promise<Met> {
  if (before.fresh) return before;
  const now = await measured(place, before.samples);
  return now.traffic.rate > clearly * before.traffic.rate ? now : before;
}

/** A cancel does not wait for a reading. */
function heeded<T>({ signal }: Place, reading: Promise<T>): Promise<T> {
  return signal ? abortable(reading, signal) : reading;
}

async function measured(place: Place, samples: readonly Sample[]): Promise<Met> {
  const before = samples.at(-1) ?? place.reference;
  const pause = (seconds: number) => sleep(seconds * 1000, undefined, { signal: place.signal }).catch(() => undefined);
  await pause(moments.first);
  let after = await heeded(place, place.source.observe());
  if (tallyOf(place, [before, after]).requests < moments.requests) {
    await pause(moments.second);
    after = await heeded(place, place.source.observe());
  }
  return { ...met(place, [...samples, after], after.at - before.at), fresh: true };
}

/** What the last `window` seconds of the samples tell of the traffic, and all of them of the baseline. */
function met(place: Place, samples: readonly Sample[], window: number): Omit<Met, 'fresh'> {
  const { seconds, requests, baseline } = tallyOf(place, samples, window);
  const known = historyOf(place, samples).reduce(
    (state, line) => step(state, line).state,
    beginJudging(withoutModel(place.settings)),
  );
  const past = { history: known.history, placebo: known.placebo };
  const trafficOf = (all: number, counts: Pooled): Traffic => ({
    rate: all / seconds,
    errors: errorRate(counts),
    latencies: sharesOf(counts.buckets),
    past,
  });
  const most = requests + 2 * Math.sqrt(requests);
  const best = trafficOf(most, atBest(baseline, slowBucket(place.settings)));
  return { traffic: trafficOf(requests, baseline), best, samples };
}

function sharesOf(buckets: readonly number[]): readonly number[] {
  const all = total(buckets);
  return all === 0 ? [] : buckets.map((count) => count / all);
}

const atLeast = (count: number) => Math.max(0, count - 2 * Math.sqrt(count));

/** What failed, and what was slower than the bucket `slowest`, by bad luck alone. */
function atBest({ requests, errors, buckets }: Pooled, slowest: number): Pooled {
  const slow = tailOf(buckets, slowest);
  const kept = slow === 0 ? 1 : atLeast(slow) / slow;
  const lucky = buckets.map((count, bucket) => {
    if (bucket === slowest) return count + slow * (1 - kept);
    return bucket > slowest ? count * kept : count;
  });
  return { requests, errors: atLeast(errors), buckets: lucky };
}

interface Counted {
  readonly seconds: number;
  /** Of users: a canary without a weight has its testers alone. */
  readonly requests: number;
  readonly baseline: Pooled;
}

/** Counts of the last `window` seconds. */
function tallyOf(place: Place, samples: readonly Sample[], window = Number.POSITIVE_INFINITY): Counted {
  const lines = samples.flatMap((sample, index) => {
    const before = samples[index - 1];
    const known = before !== undefined && before.epoch === sample.epoch;
    return known ? [observationBetween(before, sample, frameOf(place, samples), before.weight)] : [];
  });
  const late = lines.filter(({ from }) => from >= -window - 0.5);
  const baseline = late.reduce((sum, line) => add(sum, line.baseline), nothing);
  const canary = late.reduce((sum, line) => add(sum, line.weight > 0 ? line.canary : null), nothing);
  return { seconds: Math.max(0.001, lengthOf(late)), requests: baseline.requests + canary.requests, baseline };
}

const historyOf = (place: Place, samples: readonly Sample[]) => historyLines(samples, frameOf(place, samples));

function frameOf({ canary, baseline, reference, source }: Place, samples: readonly Sample[]): Frame {
  return { canary, baseline, zero: (samples.at(-1) ?? reference).at, beside: source.beside };
}

function lengthOf(lines: readonly Observation[]): number {
  return lines.reduce((sum, { from, t }) => sum + t - from, 0);
}
