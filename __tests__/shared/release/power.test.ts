/** The simulated medians are of 60 releases a cell with Poisson traffic around the judge's public `step`. */
import { describe, expect, it } from '@jest/globals';
import type { Side } from '../../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings, step } from '../../../shared/release/judge/judge.ts';
import { expectedRelease, type Traffic } from '../../../shared/release/power/expected.ts';
import { catches, forecast } from '../../../shared/release/power/forecast.ts';
import { remedies, smallestFirst } from '../../../shared/release/power/remedies.ts';

const latencies = [0.4, 0.3, 0.2, 0.05, 0.04, 0.01];
const watch = { every: 5, until: 100 };

function settings(change: Partial<JudgeSettings> = {}, weights: readonly number[] = [5, 25, 50]): JudgeSettings {
  return {
    version: 'e-process/1',
    bounds: [0.05, 0.1, 0.2, 0.5, 2],
    steps: weights.map((weight) => ({ weight, dwell: 30 })),
    deadline: 7200,
    warmUp: 0,
    noData: 'hold',
    errorRate: 0.05,
    latencyP95: 2,
    harmBudget: 0.005,
    alpha: 0.01,
    ...change,
  };
}

/** Half an hour of a baseline with two instances that fail evenly. */
function traffic(rate: number, errors: number): Traffic {
  const counted = (requests: number): Side => ({
    requests,
    errors: requests * errors,
    buckets: latencies.map((share) => share * requests),
  });
  const nobody: Side = { requests: 0, errors: 0, buckets: latencies.map(() => 0) };
  let state = beginJudging(settings());
  for (let from = -1800; from < 0; from += 15) {
    const instances = { a: counted(7.5 * rate), b: counted(7.5 * rate) };
    const baseline = { ...counted(15 * rate), instances };
    state = step(state, { from, t: from + 15, weight: 0, canary: nobody, baseline }).state;
  }
  return { rate, errors, latencies, past: { history: state.history, placebo: state.placebo } };
}

const near = (value: number, simulated: number) => {
  expect(value).toBeGreaterThan(simulated * 0.7);
  expect(value).toBeLessThan(simulated * 1.35);
};

describe('the time that a good version takes', () => {
  const cells: [rate: number, errors: number, harmBudget: number, simulated: number][] = [
    [10, 0.001, 0.005, 615],
    [10, 0.01, 0.005, 2295],
    [100, 0.001, 0.005, 105],
    [100, 0.01, 0.005, 210],
    [1000, 0.01, 0.005, 90],
    [1, 0.001, 0.02, 2264],
    [10, 0.001, 0.02, 170],
    [10, 0.01, 0.02, 240],
    [100, 0.01, 0.02, 90],
  ];
  it.each(cells)('%d requests/s, %d errors, harm budget %d: about %d s', (rate, errors, harmBudget, simulated) => {
    near(forecast(settings({ harmBudget }), traffic(rate, errors), watch).total, simulated);
  });

  it('says each step by itself, and ends at the weight that is asked for', () => {
    const { steps, total } = forecast(settings(), traffic(100, 0.001), watch);
    expect(steps.map(({ weight }) => weight)).toEqual([5, 25, 50]);
    expect(total).toBe(steps.reduce((sum, { seconds }) => sum + seconds, 0));
    const short = forecast(settings(), traffic(100, 0.001), { every: 5, until: 25 });
    expect(short.steps).toEqual(steps.slice(0, 2));
  });

  it('lets a ladder fit that fills its deadline to the second', () => {
    const steps = [5, 25, 50, 100].map((weight) => ({ weight, dwell: 450 }));
    expect(forecast(settings({ steps, deadline: 1800 }), traffic(1000, 0.001), watch)).toMatchObject({
      total: 1800,
      enough: true,
    });
  });

  it.each([0, 0.001])('is never over at %d requests/s', (rate) => {
    const power = forecast(settings(), traffic(rate, 0), watch);
    expect(power).toMatchObject({ total: Number.POSITIVE_INFINITY, enough: false, incident: false });
  });

  it('is never over while the baseline misses an objective itself', () => {
    const power = forecast(settings(), traffic(100, 0.2), watch);
    expect(power).toMatchObject({ enough: false, incident: true });
    expect(remedies(settings(), traffic(100, 0.2), watch, power)).toEqual({
      firstWeight: undefined,
      harmBudget: undefined,
      deadline: undefined,
    });
  });

  it('counts the caution of a judge that knows no history', () => {
    const known = traffic(100, 0.01);
    const { history, placebo } = beginJudging(settings());
    const strange = { ...known, past: { history, placebo } };
    expect(forecast(settings(), strange, watch).total).toBeGreaterThan(1.5 * forecast(settings(), known, watch).total);
  });
});

describe('what becomes of a bad version', () => {
  const cells: [rate: number, errors: number, fault: number, simulated: number][] = [
    [10, 0.01, 0.05, 155],
    [100, 0.01, 0.05, 184],
    [1000, 0.001, 0.005, 1550],
    [100, 0.01, 0.02, 1653],
    [100, 0.001, 0.5, 32],
    [1000, 0.01, 0.5, 299],
  ];
  it.each(cells)('%d requests/s, %d errors, canary %d: caught after about %d requests', (rate, errors, fault, seen) => {
    const found = expectedRelease(settings(), traffic(rate, errors), watch, fault);
    expect(found.end).toBe('rolled-back');
    near(found.requests, seen);
  });

  it('may pass where it costs less than the harm budget', () => {
    const [twice, , half] = catches(settings({ harmBudget: 0.02 }), traffic(100, 0.001), watch);
    expect(twice).toMatchObject({ ratio: 2, errors: 0.002, expected: { end: 'passed' } });
    expect(half).toMatchObject({ ratio: undefined, errors: 0.5, expected: { end: 'rolled-back', weight: 5 } });
  });

  it('is not decided where the deadline comes first', () => {
    const [, five] = catches(settings({ deadline: 600 }), traffic(1, 0.01), watch);
    expect(five?.expected.end).toBe('undecided');
  });

  it('is told from a baseline that was never seen to fail', () => {
    const [twice] = catches(settings(), traffic(10, 0), watch);
    expect(twice?.errors).toBeCloseTo(1 / 18_001, 9);
  });
});

describe('what would let a plan decide', () => {
  it('a larger first weight, a larger harm budget, or more time, each by itself', () => {
    const plan = settings({ deadline: 3600 });
    const users = traffic(1, 0.001);
    const power = forecast(plan, users, watch);
    expect(power.enough).toBe(false);
    const { firstWeight = 0, harmBudget = 0, deadline = 0 } = remedies(plan, users, watch, power);
    expect(firstWeight).toBeGreaterThan(25);
    expect(harmBudget).toBeGreaterThan(0.005);
    expect(harmBudget).toBeLessThanOrEqual(0.02);
    expect(deadline).toBeGreaterThan(power.total);
    const mended = [settings({ deadline: 3600 }, [firstWeight, 50]), { ...plan, harmBudget }, { ...plan, deadline }];
    for (const change of mended) expect(forecast(change, users, watch).enough).toBe(true);
  });

  it('begins no higher than it must', () => {
    expect(smallestFirst(settings(), traffic(1000, 0.001), watch)).toBe(1);
    expect(smallestFirst(settings(), traffic(0, 0), watch)).toBeUndefined();
  });
});
