/** A seeded world of independent requests, so that a run of the tests is the same everywhere. */
import type { Observation, Side, Tally } from '../../../../shared/release/evidence.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { settings, usual } from './worlds.ts';

/** Uniform numbers in (0, 1) of one seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

export interface World {
  /** Requests a second of both sides. */
  readonly rps: number;
  readonly weight: number;
  readonly every: number;
  readonly bad: number;
  readonly canaryBad: number;
  readonly canaryLaw?: readonly number[];
}

/** So many requests, each with its own luck. */
function drawn(requests: number, bad: number, law: readonly number[], uniform: () => number): Side {
  const buckets = law.map(() => 0);
  let errors = 0;
  for (let left = requests; left > 0; left -= 1) {
    if (uniform() < bad) errors += 1;
    const luck = uniform();
    const bucket = law.findIndex((upTo) => luck < upTo);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  return { requests, errors, buckets };
}

/** How many of `requests` the router sends to the canary. */
function share(requests: number, weight: number, uniform: () => number): number {
  let sent = 0;
  for (let left = requests; left > 0; left -= 1) if (uniform() * 100 < weight) sent += 1;
  return sent;
}

/** A judge that has seen half an hour of the baseline, in two instances. */
export function experienced({ rps, bad }: World, uniform: () => number): JudgeState {
  let state = beginJudging(settings);
  for (let t = -1785; t <= 0; t += 15) {
    const [a, b] = [drawn(7.5 * rps, bad, usual, uniform), drawn(7.5 * rps, bad, usual, uniform)];
    const all = { requests: a.requests + b.requests, errors: a.errors + b.errors };
    const buckets = a.buckets.map((count, at) => count + (b.buckets[at] ?? 0));
    const instances: Record<string, Tally> = { a, b };
    const line: Observation = { from: t - 15, t, weight: 0, canary: null, baseline: { ...all, buckets, instances } };
    state = step(state, line).state;
  }
  return state;
}

export interface Run {
  readonly end: 'rollback' | 'promote-step' | undefined;
  /** Seconds, and requests that the canary had served. */
  readonly t: number;
  readonly served: number;
}

/** Looks until one of the `ends` is decided, or there were enough of them. */
export function live(
  begin: JudgeState,
  world: World,
  looks: number,
  uniform: () => number,
  ends: readonly string[],
): Run {
  const { rps, weight, every, bad, canaryBad, canaryLaw = usual } = world;
  let state = begin;
  let t = 0;
  for (let look = 0; look < looks; look += 1) {
    const mine = share(rps * every, weight, uniform);
    const canary = drawn(mine, canaryBad, canaryLaw, uniform);
    const baseline = drawn(rps * every - mine, bad, usual, uniform);
    const judged = step(state, { from: t, t: t + every, weight, canary, baseline });
    state = judged.state;
    t += every;
    const { decision } = judged.decision;
    if ((decision === 'rollback' || decision === 'promote-step') && ends.includes(decision)) {
      return { end: decision, t, served: state.served };
    }
  }
  return { end: undefined, t, served: state.served };
}

/** What a worker is asked for. */
export interface Task {
  readonly world: World;
  readonly runs: number;
  readonly looks: number;
  readonly seed: number;
  readonly ends: readonly string[];
}

/** Runs from one history: what the judge promises holds whatever the history was. */
export function runsOf({ world, runs, looks, seed, ends }: Task): Run[] {
  const uniform = random(seed);
  const begin = experienced(world, uniform);
  return Array.from({ length: runs }, () => live(begin, world, looks, uniform, ends));
}

/** The most of `n` that a chance of `p` each exceeds only once in a thousand times. */
export function mostOf(n: number, p: number): number {
  let chance = (1 - p) ** n;
  let sum = chance;
  let most = 0;
  while (sum < 0.999) {
    most += 1;
    chance *= ((n - most + 1) / most) * (p / (1 - p));
    sum += chance;
  }
  return most;
}
