import { describe, expect, it } from '@jest/globals';
import { beginJudging, type JudgeSettings } from '../../../shared/release/judge/judge.ts';
import type { Expected, Traffic } from '../../../shared/release/power/expected.ts';
import type { Catch, Power } from '../../../shared/release/power/forecast.ts';
import { forecastMarkdown, outlook, shortfall } from '../../../shared/report/forecast.ts';

const settings: JudgeSettings = {
  version: 'e-process/1',
  bounds: [0.1, 2],
  steps: [
    { weight: 5, dwell: 30 },
    { weight: 50, dwell: 30 },
  ],
  deadline: 1800,
  warmUp: 0,
  noData: 'hold',
  errorRate: 0.05,
  latencyP95: 2,
  harmBudget: 0.005,
  alpha: 0.01,
};
const { history, placebo } = beginJudging(settings);
const traffic: Traffic = { rate: 98.04, errors: 0.001, latencies: [], past: { history, placebo } };
const never = Number.POSITIVE_INFINITY;

function power(...seconds: readonly [number, number]): Power {
  const total = seconds[0] + seconds[1];
  const steps = settings.steps.map(({ weight }, index) => ({ weight, seconds: seconds[index] ?? 0 }));
  return { steps, total, enough: total <= settings.deadline, incident: false };
}

function fault(ratio: number | undefined, errors: number, end: Expected['end'], requests: number): Catch {
  return { ratio, errors, expected: { end, requests, seconds: 36, weight: 5, passed: [], last: 'continue' } };
}

const faults = [
  fault(2, 0.002, 'passed', 2450),
  fault(5, 0.005, 'rolled-back', 1180.2),
  fault(undefined, 0.5, 'rolled-back', 9),
];

describe('a plan that can decide', () => {
  it('says in one line what it takes', () => {
    expect(outlook(traffic, power(60, 60), faults)).toBe(
      'at 98 requests/s the release takes about 2 min; x5 errors are caught after about 1,181 requests of the canary, 50 % errors after about 9',
    );
  });

  it('hides nothing that it would not catch', () => {
    const found = [fault(5, 0.005, 'passed', 10), fault(undefined, 0.5, 'undecided', 10)];
    expect(outlook(traffic, power(60, 60), found)).toBe(
      'at 98 requests/s the release takes about 2 min; x5 errors may pass: they stay within the harm budget; 50 % errors are not caught within the deadline',
    );
  });

  it('shows every step and fault in tables', () => {
    const lines = forecastMarkdown(power(60, 60), faults, 2).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '| 5 % | 1 min |',
        '| **all** | **2 min** |',
        '| x2 errors (0.2 % fail) | may pass: within the harm budget | about 2,450 | 36 s |',
        '| 50 % errors (50 % fail) | rolled back at 5 % | about 9 | 36 s |',
      ]),
    );
    expect(lines.join('\n')).toContain('smallest first weight that lets a good version pass within the deadline: 2 %');
  });
});

describe('a plan that cannot', () => {
  const refused =
    'canary.analysis.deadline: 30 min is too short: at 98 requests/s (0.1 % of them fail), even a version just as good as the stable one takes';

  it('names every change that would do', () => {
    const remedies = { firstWeight: 30, harmBudget: 0.02, deadline: 11_100 };
    expect(shortfall(settings, traffic, power(6000, 2400), remedies)).toBe(
      `${refused} 2.3 h to pass 5%, 50%. Any of these would do: a first weight of 30% (canary.steps[0]); canary.analysis.harm-budget: 2%; canary.analysis.deadline: 185m`,
    );
  });

  it('says when no change of it would do', () => {
    const remedies = { firstWeight: undefined, harmBudget: undefined, deadline: undefined };
    expect(shortfall(settings, traffic, power(never, never), remedies)).toBe(
      `${refused} more than a day to pass 5%, 50%. No first weight, harm budget or deadline alone would do: it takes more traffic`,
    );
  });

  it('blames the stable version where that is at fault', () => {
    const remedies = { firstWeight: undefined, harmBudget: undefined, deadline: undefined };
    const incident = { ...power(never, never), incident: true };
    expect(shortfall(settings, { ...traffic, errors: 0.2 }, incident, remedies)).toBe(
      'the stable version misses an objective itself, and no version passes while it does: at 98 requests/s (20 % of them fail), objectives.error-rate: 5 %, objectives.latency-p95: 2 s. Mend that first, or change the objective',
    );
  });
});
