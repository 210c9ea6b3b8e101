/** From two scrapes of one instance to what happened between them; resets are handled a series and instance, never on sums. */
import { at, shared } from './buckets.ts';
import type { Histogram, Scrape } from './reading.ts';

/** What one instance did between two scrapes, latency between the bounds in `bounds`. */
export interface Delta {
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
  /** Its counters began again in between. */
  readonly restarted: boolean;
  /** A histogram was seen halfway through an update: less below a higher bound than below a lower one. */
  readonly torn: boolean;
}

type Counters = ReadonlyMap<string, number>;

/** Seconds by which two statements of one start may differ. */
const startNoise = 1;

function sumOf(before: Counters, now: Counters, restarted: boolean): number {
  let sum = 0;
  for (const [key, value] of now) {
    const last = restarted ? undefined : before.get(key);
    sum += last === undefined || value < last ? value : value - last;
  }
  return sum;
}

function fell(before: Counters, now: Counters): boolean {
  return [...now].some(([key, value]) => value < (before.get(key) ?? 0));
}

/** Whether a histogram began again: all of its buckets are one object, so that one falling says it of all. */
function began(last: Histogram, now: Histogram): boolean {
  const common = shared(last.bounds, now.bounds);
  const [before, after] = [at(last, common), at(now, common)];
  return after.some((count, index) => count < (before[index] ?? 0));
}

function rises(last: Histogram | undefined, now: Histogram, bounds: readonly number[]): number[] {
  const fresh = last === undefined || began(last, now);
  const [before, after] = [fresh ? [] : at(last, bounds), at(now, bounds)];
  const below = after.map((count, index) => count - (before[index] ?? 0));
  return below.map((count, index) => count - (below[index - 1] ?? 0));
}

/**
 * Series that are new since `before` began in between and count from 0; one that is gone keeps what it had. Every
 * histogram of both has each of `bounds`.
 */
export function between(before: Scrape, now: Scrape, bounds: readonly number[]): Delta {
  const restarted =
    before.started !== undefined && now.started !== undefined && Math.abs(now.started - before.started) > startNoise;
  const latencies = [...now.latency].map(([key, histogram]) => {
    const last = restarted ? undefined : before.latency.get(key);
    return { last, histogram, rise: rises(last, histogram, bounds) };
  });
  const buckets = Array.from({ length: bounds.length + 1 }, (_, index) =>
    latencies.reduce((sum, { rise }) => sum + (rise[index] ?? 0), 0),
  );
  const latencyBegan = latencies.some(({ last, histogram }) => last !== undefined && began(last, histogram));
  return {
    requests: sumOf(before.requests, now.requests, restarted),
    errors: sumOf(before.errors, now.errors, restarted),
    buckets,
    restarted: restarted || latencyBegan || fell(before.requests, now.requests) || fell(before.errors, now.errors),
    torn: latencies.some(({ rise }) => rise.some((count) => count < 0)),
  };
}

/**
 * The reference for the next scrape: this one, and what it no longer shows as it was last seen. What an earlier life of
 * the process had counted is no reference for this one.
 */
export function latest(before: Scrape, now: Scrape, restarted: boolean): Scrape {
  if (restarted) return now;
  return {
    at: now.at,
    started: now.started ?? before.started,
    requests: new Map([...before.requests, ...now.requests]),
    errors: new Map([...before.errors, ...now.errors]),
    latency: new Map([...before.latency, ...now.latency]),
  };
}

/** An instance that has not counted anything yet. */
export const unborn: Scrape = {
  at: Number.NEGATIVE_INFINITY,
  requests: new Map(),
  errors: new Map(),
  latency: new Map(),
};

export const nothingHappened = (bounds: number): Delta => ({
  requests: 0,
  errors: 0,
  buckets: Array.from({ length: bounds + 1 }, () => 0),
  restarted: false,
  torn: false,
});
