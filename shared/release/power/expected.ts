/**
 * The release that is to be expected: the judge itself, stepped over the counts that the traffic brings on average. So a
 * forecast holds for the very rule, constants and settings that the release will run with. Its
 * figures lie within a third of the medians of simulated releases (1 to 1,000 requests/s, 0.1 and 1 % errors).
 */
import type { DecisionKind, Observation, Side } from '../evidence.ts';
import { beginJudging, hurried, type JudgeSettings, type JudgeState, step, withoutModel } from '../judge/judge.ts';
import { dispersionOf } from '../judge/placebo.ts';
import { dwellOf } from '../judge/settings.ts';

/** What the baseline does, and what is known of it. */
export interface Traffic {
  /** User requests a second over all versions. */
  readonly rate: number;
  /** Share of them that fails, 0 to 1. */
  readonly errors: number;
  /** Share of them in each latency bucket, 0 to 1; empty where latencies are not counted. */
  readonly latencies: readonly number[];
  /** What a judge knows after the history (t <= 0). */
  readonly past: Pick<JudgeState, 'history' | 'placebo'>;
}

/** How the release is watched: seconds between two looks, and the weight (percent) whose step is its last. */
export interface Watch {
  readonly every: number;
  readonly until: number;
}

export interface Expected {
  readonly end: 'passed' | 'rolled-back' | 'undecided';
  /** Seconds since the first raise, and requests that the canary had by then. */
  readonly seconds: number;
  readonly requests: number;
  /** The weight it ended at, percent. */
  readonly weight: number;
  /** The seconds that each passed step lasted, in order of the ladder. */
  readonly passed: readonly number[];
  /** What the judge said last, apart from the deadline. */
  readonly last: DecisionKind;
}

/** At one weight looks come further apart with time, by 2 % of it: a day then takes few more steps than half an hour. */
const coarseness = 50;

/**
 * A canary that is as quick as the baseline and fails `errors` (0 to 1) of its requests, up to its end. What it counts of
 * its model is left out: how often requests ask it is not known.
 */
export function expectedRelease(all: JudgeSettings, traffic: Traffic, watch: Watch, errors: number): Expected {
  const settings = withoutModel(all);
  const { history, placebo } = traffic.past;
  const { known } = dispersionOf(placebo, 0);
  // Once it is known how evenly the instances fail it is to stay so; until then two of them tell it, failing evenly.
  const halves = known ? [] : placebo.instances.slice(0, 2);
  let state: JudgeState = { ...beginJudging(settings), history, placebo };
  let now: Expected = { end: 'undecided', seconds: 0, requests: 0, weight: 0, passed: [], last: 'continue' };
  let since = 0;
  while (now.end === 'undecided' && now.seconds <= settings.deadline) {
    const weight = settings.steps[now.passed.length]?.weight ?? 100;
    const pause = pauseAt(now.seconds - since, dwellOf(settings, weight), hurried(state), watch);
    const span = { from: now.seconds, t: now.seconds + pause, weight, errors, served: now.requests };
    const { state: next, decision } = step(state, lineOf(traffic, span, halves));
    state = known ? { ...next, placebo } : next;
    now = after({ ...now, seconds: span.t, requests: now.requests + mineOf(traffic, span), weight }, decision.decision);
    if (decision.decision !== 'promote-step') continue;
    const passed = [...now.passed, now.seconds - since];
    const over = passed.length === settings.steps.length || weight >= watch.until;
    now = { ...now, passed, end: over ? 'passed' : 'undecided' };
    since = now.seconds;
  }
  return now;
}

function after(now: Expected, decision: DecisionKind): Expected {
  if (decision === 'inconclusive') return now;
  return { ...now, last: decision, end: decision === 'rollback' ? 'rolled-back' : now.end };
}

/** Whole looks, and none that goes past the end of the dwell; `t` is the time at this weight. */
function pauseAt(t: number, dwell: number, soon: boolean, { every }: Watch): number {
  if (soon) return Math.min(1, every);
  const looks = Math.floor(t / coarseness / every);
  const left = Math.ceil((dwell - t) / every);
  return every * Math.max(1, left > 0 ? Math.min(looks, left) : looks);
}

interface Span {
  readonly from: number;
  readonly t: number;
  readonly weight: number;
  readonly errors: number;
  /** Requests of the canary before. */
  readonly served: number;
}

const mineOf = ({ rate }: Traffic, { from, t, weight }: Span) => (rate * (t - from) * weight) / 100;

function lineOf(traffic: Traffic, span: Span, halves: readonly string[]): Observation {
  const { from, t, weight, errors, served } = span;
  const mine = mineOf(traffic, span);
  const theirs = (traffic.rate * (t - from) * (100 - weight)) / 100;
  const failed = typical((served + mine) * errors) - typical(served * errors);
  const baseline = sideOf(traffic, theirs, theirs * traffic.errors);
  const half = {
    requests: baseline.requests / 2,
    errors: baseline.errors / 2,
    buckets: baseline.buckets.map((n) => n / 2),
  };
  const instances = Object.fromEntries(halves.map((name) => [name, half]));
  return { from, t, weight, canary: sideOf(traffic, mine, failed), baseline: { ...baseline, instances } };
}

function sideOf({ latencies }: Traffic, requests: number, errors: number): Side {
  return { requests, errors, buckets: latencies.map((share) => share * requests) };
}

/** The median of a Poisson count: on average every release has a part of a rare error, but most have none. */
function typical(mean: number): number {
  return Math.floor(mean + 1 / 3);
}
