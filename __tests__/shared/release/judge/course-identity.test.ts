/**
 * E[odds] <= 1 over whole courses, by enumeration through `step`: errors and latency of the same requests, weights that
 * move as the counts say, readings that come late.
 */
import { describe, expect, it } from '@jest/globals';
import type { Observation, Side } from '../../../../shared/release/evidence.ts';
import { noHarm } from '../../../../shared/release/judge/harm.ts';
import { beginJudging, type JudgeSettings, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { wealth } from '../../../../shared/release/judge/mix.ts';
import { odds } from '../../../../shared/release/judge/odds.ts';
import { binomial } from './enumeration.ts';
import { at, settings } from './worlds.ts';

const small: JudgeSettings = {
  ...settings,
  bounds: [1],
  latencyP95: 1,
  steps: [25, 50].map((weight) => ({ weight, dwell: 0 })),
  harmBudget: 0.2,
};

/** Whatever fails is slow as well, which is as dependent as two metrics get. */
const both = (requests: number, bad: number): Side => ({ requests, errors: bad, buckets: [requests - bad, bad] });
/** What fails fails at once, and everything else is slow. */
const apart = (requests: number, bad: number): Side => ({ requests, errors: bad, buckets: [bad, requests - bad] });

function taught(bad: number, of: typeof both): JudgeState {
  const history = Array.from({ length: 60 }, (_, index): Observation => {
    const instances = { a: both(60, 60 * bad), b: both(60, 60 * bad) };
    return at(15 * (index - 60), 15 * (index - 59), 0, null, { ...of(120, 120 * bad), instances });
  });
  return history.reduce((state, line) => step(state, line).state, beginJudging(small));
}

/** Requests of canary and baseline that make one stratum. */
const split: Readonly<Record<number, readonly [canary: number, baseline: number]>> = {
  25: [2, 6],
  50: [2, 2],
  100: [3, 0],
};

interface Course {
  /** The weight of the next reading, undefined at the end. */
  readonly next: (state: JudgeState, reading: number) => number | undefined;
  /** The reading whose baseline is late: its counts come with the next one. */
  readonly late?: number;
}

/** One way that a course can take: how many of both sides were bad in each reading. */
interface End {
  readonly state: JudgeState;
  readonly path: readonly (readonly [weight: number, bad: number, otherBad: number])[];
}

/** Every way that a course can take. */
function ends({ next, late }: Course, of: typeof both): End[] {
  const from = (end: End): End[] => {
    const reading = end.path.length;
    const weight = next(end.state, reading);
    if (weight === undefined) return [end];
    const [n, m] = split[weight] ?? [0, 0];
    const t = 30 + 20 * reading;
    return Array.from({ length: (n + 1) * (m + 1) }, (_, index) => {
      const [bad, otherBad] = [index % (n + 1), Math.floor(index / (n + 1))];
      const theirs = of(m, otherBad);
      const line = at(t, t + 20, weight, of(n, bad), reading === late ? null : theirs);
      return from({ state: step(end.state, line).state, path: [...end.path, [weight, bad, otherBad]] });
    }).flat();
  };
  return from({ state: taught(0.05, of), path: [] });
}

/** With these chances of each request to be bad. */
function expectation(all: readonly End[], mine: number, theirs: number, value: (state: JudgeState) => number): number {
  const chances = new Map<number, readonly number[]>();
  const chance = (n: number, rate: number, bad: number) => {
    const key = n + 1000 * rate;
    const known = chances.get(key) ?? binomial(n, rate);
    chances.set(key, known);
    return known[bad] ?? 0;
  };
  return all.reduce((sum, { state, path }) => {
    const probability = path.reduce((product, [weight, bad, otherBad]) => {
      const [n, m] = split[weight] ?? [0, 0];
      return product * chance(n, mine, bad) * chance(m, theirs, otherBad);
    }, 1);
    return probability === 0 ? sum : sum + probability * value(state);
  }, 0);
}

const against = (state: JudgeState) => odds(state.harm, state.settings);
const ladder = [25, 50, 50];
const up: Course = { next: (_, reading) => ladder[reading] };
const courses: readonly (readonly [name: string, course: Course])[] = [
  ['up the ladder', up],
  ['down again', { next: (_, reading) => ladder.toReversed()[reading] }],
  ['as it looks', { next: (state, reading) => (reading === 3 ? undefined : against(state) > 0 ? 25 : 50) }],
  ['until it looks bad', { next: (state, reading) => (reading === 3 || against(state) > 0.2 ? undefined : 50) }],
  ['up to all traffic', { next: (_, reading) => [50, 100, 100][reading] }],
  ['with a baseline that is read late', { next: (_, reading) => [25, 50, 50][reading], late: 1 }],
];

const holds = (mean: number) => expect(mean).toBeLessThanOrEqual(1 + 1e-9);
const guards = [
  ['errorRate', 0.05],
  ['latencyP95', 0.05],
  ['outright', 0.25],
] as const;
const margins = [
  [50, 'errors', 0.4],
  [100, 'errors', 0.2],
  [50, 'latency', 0.1],
  [100, 'latency', 0.05],
] as const;
const safety = (weight: number, metric: 'errors' | 'latency') => (state: JudgeState) => {
  const safe = state.safe.find((one) => one.weight === weight);
  return safe ? noHarm(safe[metric]) : Number.NaN;
};

for (const [name, course] of courses) {
  describe(`a course ${name}`, () => {
    const all = ends(course, both);

    it('expects no gain of a canary that is no worse', () => {
      for (const theirs of [0, 0.02, 0.2, 0.6, 1]) {
        for (const part of [0.25, 1])
          holds(expectation(all, theirs * part, theirs, (state) => Math.exp(against(state))));
      }
    });

    it('expects no gain while an objective is kept, whatever the baseline does', () => {
      for (const [metric, limit] of guards) {
        for (const theirs of [0, 0.05, 0.5]) {
          for (const mine of [limit / 2, limit]) {
            holds(expectation(all, mine, theirs, (state) => Math.exp(wealth(state.harm[metric]))));
          }
        }
      }
    });

    it('expects no safety while the next weight would cost too much', () => {
      for (const [weight, metric, margin] of margins) {
        const safe = safety(weight, metric);
        for (const theirs of [0, 0.02, 0.3]) {
          for (const more of [0, 0.2]) {
            holds(expectation(all, theirs + margin + more, theirs, (state) => Math.exp(safe(state))));
          }
        }
      }
    });
  });
}

describe('what is bet on', () => {
  const all = ends(up, both);

  it('gains where it is so', () => {
    expect(expectation(all, 0.8, 0.05, against)).toBeGreaterThan(0.5);
    for (const [metric] of guards) {
      expect(expectation(all, 0.95, 0, (state) => wealth(state.harm[metric]))).toBeGreaterThan(0.5);
    }
    for (const [weight, metric] of margins)
      expect(expectation(all, 0, 0.02, safety(weight, metric))).toBeGreaterThan(0);
  });

  it('expects no gain where failures are fast and all else is slow', () => {
    const fast = ends(up, apart);
    for (const rate of [0, 0.02, 0.2, 0.6, 1])
      holds(expectation(fast, rate, rate, (state) => Math.exp(against(state))));
    expect(expectation(fast, 0.9, 0.05, against)).toBeGreaterThan(0);
  });

  it('expects no gain at 100 % while the rate is what the baseline was allowed', () => {
    const alone = ends({ next: (_, reading) => [50, 50, 100, 100][reading] }, both);
    for (const rate of [0, 0.02, 0.2, 0.5]) {
      holds(expectation(alone, rate, rate, (state) => Math.exp(wealth(state.harm.alone))));
    }
  });
});
