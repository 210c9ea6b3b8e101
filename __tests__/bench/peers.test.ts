/** The peers' rules do what their sources do, their mistakes included. */
import { describe, expect, test } from '@jest/globals';
import * as argoRule from '../../bench/judge/peers/argo.ts';
import { argo } from '../../bench/judge/peers/argo.ts';
import * as brent from '../../bench/judge/peers/brent.ts';
import { check, flaggerDocs, flaggerOne, inRange } from '../../bench/judge/peers/flagger.ts';
import { classify, kayenta, type Label, score, seededNoise, verdict } from '../../bench/judge/peers/kayenta.ts';
import { pGreater, shiftOf } from '../../bench/judge/peers/mann-whitney.ts';
import type { Peer, Window } from '../../bench/judge/peers/peer.ts';
import * as pipecd from '../../bench/judge/peers/pipecd.ts';
import { joined, quantile } from '../../bench/judge/peers/query.ts';

const nothing: Window = { seconds: 60, requests: 0, errors: 0, buckets: Array(12).fill(0) };
/** So many requests, all of them in one bucket: the fifth is 50 to 100 ms. */
function served(requests: number, errors = 0, bucket = 4): Window {
  return {
    seconds: 60,
    requests,
    errors,
    buckets: nothing.buckets.map((_, index) => (index === bucket ? requests : 0)),
  };
}

/** What a peer says, and when, other than "wait", to windows that depend on the time they end at. */
function answers(peer: Peer, canary: (t: number) => Window, baseline: (t: number) => Window = () => served(1000)) {
  const controller = peer.start();
  const said: (string | number)[][] = [];
  for (let t = peer.interval; t <= peer.horizon; t += peer.interval) {
    const resized = (window: Window) => ({ ...window, seconds: peer.interval });
    const answer = controller.ask(resized(canary(t)), resized(baseline(t)), t);
    if (answer.kind === 'weight') said.push([t, answer.weight]);
    if (answer.kind === 'wait' || answer.kind === 'weight') continue;
    return [...said, [t, answer.kind]];
  }
  return said;
}
const last = (...args: Parameters<typeof answers>) => answers(...args).at(-1);

describe('queries', () => {
  test('interpolate within a bucket and stop at the last bound', () => {
    expect(quantile(0.5, served(100).buckets)).toBeCloseTo(0.075, 12);
    expect(quantile(0.25, served(4, 0, 0).buckets)).toBeCloseTo(0.00125, 12);
    expect(quantile(0.99, served(100, 0, 11).buckets)).toBe(10);
    expect(quantile(0.95, [0, 0, 0, 0, 90, 10, 0, 0, 0, 0, 0, 0])).toBeCloseTo(0.175, 12);
    expect(quantile(0.99, nothing.buckets)).toBeNaN();
  });

  test('add windows up', () => {
    expect(joined([served(3, 1), served(4, 2)])).toEqual({ ...served(7, 3), seconds: 120 });
  });
});

describe('Flagger', () => {
  test('fails a check without a value, and takes bounds as good', () => {
    expect([undefined, Number.NaN].map((value) => inRange(value, { max: 500 }))).toEqual([false, false]);
    expect([98.9, 99, 100].map((value) => inRange(value, { min: 99 }))).toEqual([false, true, true]);
    expect([500, 501].map((value) => inRange(value, { max: 500 }))).toEqual([true, false]);
    expect([served(100, 1), served(100, 2), served(100, 0, 7), nothing].map(check)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('promotes after ten good checks at +5 %', () => {
    const raised = [10, 15, 20, 25, 30, 35, 40, 45, 50].map((weight, index) => [60 * (index + 1), weight]);
    expect(answers(flaggerDocs, () => served(1000))).toEqual([...raised, [600, 'promoted']]);
  });

  test('rolls back one tick after the threshold is reached', () => {
    expect(answers(flaggerDocs, () => served(1000, 500))).toEqual([[660, 'rollback']]);
    expect(answers(flaggerOne, () => served(1000, 500))).toEqual([[120, 'rollback']]);
    expect(answers(flaggerOne, () => nothing)).toEqual([[120, 'rollback']]);
  });

  test('never forgives a failed check, and a failed check does not raise the weight', () => {
    const everyOther = (failures: number) => (t: number) =>
      (t / 60) % 2 === 1 && t / 60 < 2 * failures ? nothing : served(1000);
    expect(last(flaggerDocs, everyOther(9))).toEqual([60 * 19, 'promoted']);
    expect(last(flaggerDocs, everyOther(10))).toEqual([60 * 20, 'rollback']);
    expect(answers(flaggerDocs, everyOther(10)).filter(([, what]) => typeof what === 'number')).toHaveLength(9);
  });
});

describe('Argo Rollouts', () => {
  const success = (result: number) => result >= 0.95;
  const failure = (result: number) => result < 0.95;

  test('measures NaN as failed by a success condition alone, as successful by a failure condition alone', () => {
    const nan = (conditions: argoRule.Conditions) => argoRule.measure(Number.NaN, conditions);
    expect([nan({ success }), nan({ failure }), nan({ success, failure })]).toEqual([
      'Failed',
      'Successful',
      'Inconclusive',
    ]);
    expect(argoRule.measure(undefined, { success })).toBe('Error');
    expect([0.95, 0.94].map((ratio) => argoRule.measure(ratio, { success, failure }))).toEqual([
      'Successful',
      'Failed',
    ]);
  });

  test('aborts at the fifth error in a row, which are no measurements', () => {
    const limits = { ...argoRule.defaults, count: 1 };
    const counters = [1, 2, 3, 4].reduce((sum) => argoRule.count(sum, 'Error'), argoRule.none);
    expect(argoRule.assess(counters, limits)).toBe('Running');
    expect(argoRule.assess(argoRule.count(counters, 'Error'), limits)).toBe('Error');
    expect(argoRule.assess(argoRule.count(counters, 'Successful'), limits)).toBe('Successful');
  });

  test('climbs 5, 25, 50 and promotes within its horizon', () => {
    const said = [
      [250, 25],
      [500, 50],
      [750, 'promoted'],
    ];
    expect(answers(argo(0), () => served(100, 5))).toEqual(said);
    expect(last(argo(1, 60), () => served(100))).toEqual([900, 'promoted']);
  });

  test('aborts at the first failure beyond the limit, no traffic included', () => {
    for (const bad of [served(100, 6), nothing]) {
      expect([0, 1, 3].map((limit) => answers(argo(limit), () => bad)[0]?.[0])).toEqual([10, 70, 190]);
    }
  });

  test('measures the last minute and starts every step with no failures', () => {
    const bad = (from: number, to: number) => (t: number) => (t > from && t <= to ? served(100, 100) : served(100));
    expect(last(argo(0), bad(10, 60))).toEqual([70, 'rollback']);
    expect(last(argo(1), (t) => (t % 250 > 60 && t % 250 <= 70 ? served(100, 100) : served(100)))).toEqual([
      750,
      'promoted',
    ]);
  });
});

describe('Mann-Whitney', () => {
  test('gives the interval and estimate printed in spinnaker/spinnaker#6278', () => {
    const { low, high, estimate } = shiftOf([...Array(7).fill(100), 1, 1, 1], Array(10).fill(1));
    expect(Math.abs(low - 6.825022991538781e-5)).toBeLessThan(1e-15);
    expect(high).toBe(99);
    expect(Math.abs(estimate - 98.99992904170193)).toBeLessThan(1e-12);
  });

  test('has no interval when all are tied', () => {
    expect(() => shiftOf([1], [1])).toThrow(RangeError);
  });

  test('finds roots within the tolerance', () => {
    expect(Math.abs(brent.root((x) => x ** 3 - 2, 0, 5) - Math.cbrt(2))).toBeLessThan(1e-4);
    expect(Math.abs(brent.root((x) => (x < 3.3 ? -1 : 2), -7, 11) - 3.3)).toBeLessThan(1e-4);
    expect(brent.root((x) => x, 0, 1)).toBe(0);
  });

  /** By enumeration: the share of ways to choose x out of both whose statistic is above `u` - 1. */
  function enumerated(x: readonly number[], y: readonly number[]): number {
    const all = [...x, ...y];
    const above = (chosen: readonly number[], rest: readonly number[]) =>
      chosen.flatMap((a) => rest.map((b) => (Math.sign(a - b) + 1) / 2)).reduce((sum, value) => sum + value, 0);
    const u = above(x, y);
    let [met, total] = [0, 0];
    for (let mask = 0; mask < 2 ** all.length; mask += 1) {
      const isIn = (index: number) => ((mask >> index) & 1) === 1;
      const chosen = all.filter((_, index) => isIn(index));
      if (chosen.length !== x.length) continue;
      total += 1;
      const rest = all.filter((_, index) => !isIn(index));
      if (above(chosen, rest) > u - 1) met += 1;
    }
    return met / total;
  }

  test('has exact p-values, with ties and without', () => {
    expect(pGreater([4, 5, 6], [1, 2, 3])).toBeCloseTo(1 / 20, 12);
    expect(pGreater([1, 1], [1, 1, 1])).toBeUndefined();
    const noise = seededNoise(3);
    for (let run = 0; run < 30; run += 1) {
      const draw = (size: number) => Array.from({ length: size }, () => Math.round(2 * noise()));
      const [x, y] = [draw(2 + (run % 4)), draw(3 + (run % 3))];
      if (new Set([...x, ...y]).size > 1) expect(pGreater(x, y)).toBeCloseTo(enumerated(x, y), 10);
    }
  });

  test('is approximated for large samples, close to the exact one', () => {
    const values = (length: number, from: number) => Array.from({ length }, (_, index) => from + (index >> 1));
    const [exact, approximate] = [25, 26].map((length) => pGreater(values(length, 3), values(length, 0)) ?? 0);
    expect(exact).toBeGreaterThan(0.001);
    expect(Math.abs((exact ?? 0) - (approximate ?? 1))).toBeLessThan(0.005);
  });
});

describe('Kayenta', () => {
  const up = { direction: 'increase', nanStrategy: 'remove' } as const;
  const either = { ...up, direction: 'either' } as const;
  const zeros = Array(6).fill(0);

  test('passes errors of 0, 1, 2, 1, 0, 0 against none', () => {
    expect(classify([0, 1, 2, 1, 0, 0], zeros, up)).toBe('Pass');
  });

  test('passes seven of ten minutes at 100 times the latency, fails eight', () => {
    const slow = (minutes: number) => Array.from({ length: 10 }, (_, index) => (index < minutes ? 100 : 1));
    const ones = Array(10).fill(1);
    expect([classify(slow(7), ones, either), classify(slow(8), ones, either)]).toEqual(['Pass', 'High']);
  });

  test('parts two single values with noise', () => {
    expect(classify(Array(10).fill(2), Array(10).fill(1), up)).toBe('High');
    expect(classify(Array(10).fill(1), Array(10).fill(2), up)).toBe('Pass');
    expect(classify(Array(10).fill(1), Array(10).fill(2), either)).toBe('Low');
  });

  test('labels what is missing after its strategy', () => {
    const gone = [Number.NaN, Number.NaN];
    const replace = { ...up, nanStrategy: 'replace' } as const;
    const labels: Label[] = [
      classify(gone, [1, 2], up),
      classify(gone, [1, 2], { ...up, mustHaveData: true }),
      classify([], [], replace),
      classify(gone, gone, replace),
    ];
    expect(labels).toEqual(['Nodata', 'NodataFailMetric', 'Pass', 'Pass']);
  });

  test('scores 100 when every metric is missing and replaced, or an error; 0 when half are removed', () => {
    expect(score([['Pass'], ['Pass']])).toBe(100);
    expect(score([['Error'], ['Error']])).toBe(100);
    expect(score([['Nodata'], ['Nodata']])).toBe(0);
    expect(score([['Pass', 'Pass'], ['Nodata']])).toBe(100);
    expect(score([['High'], ['Error']])).toBe(50);
    expect(score([['Pass', 'Pass', 'Low']])).toBe(66.67);
  });

  test('rolls back at marginal, and at the end below pass', () => {
    const kinds = (last: boolean) => [75, 76, 95].map((of) => verdict(of, last).kind);
    expect(kinds(false)).toEqual(['rollback', 'wait', 'wait']);
    expect(kinds(true)).toEqual(['rollback', 'rollback', 'promoted']);
  });

  test('accuses equal laws as seldom as measured: 3 points 3.9 %, 5 or more at most 0.3 %', () => {
    const noise = seededNoise(5);
    const rate = (points: number, runs: number) => {
      const draw = () => Array.from({ length: points }, () => 100 + 20 * noise());
      let accused = 0;
      for (let run = 0; run < runs; run += 1) accused += classify(draw(), draw(), either) === 'Pass' ? 0 : 1;
      return accused / runs;
    };
    expect(Math.abs(rate(3, 3000) - 0.044)).toBeLessThan(0.015);
    expect(rate(5, 3000)).toBeLessThan(0.006);
    expect(rate(10, 3000)).toBeLessThan(0.006);
  });

  test('is judged every ten minutes for an hour', () => {
    const noise = seededNoise(9);
    const about = (errors: number) => served(1000, Math.max(0, Math.round(errors + 3 * noise())));
    const at = (errors: (t: number) => number) =>
      last(
        kayenta,
        (t) => about(errors(t)),
        () => about(10),
      );
    expect(at(() => 10)).toEqual([3600, 'promoted']);
    expect(at(() => 50)).toEqual([600, 'rollback']);
    // The window grows: five times the errors after ten good minutes take half an hour to see.
    expect(at((t) => (t <= 600 ? 10 : 50))).toEqual([2400, 'rollback']);
    expect(last(kayenta, () => served(1000, 0, 7))).toEqual([600, 'rollback']);
    expect(last(kayenta, () => nothing)).toEqual([600, 'rollback']);
  });
});

describe('PipeCD', () => {
  test('passes an empty list and fails no data', () => {
    expect(pipecd.points([1, Number.NaN])).toBe('no data');
    expect([pipecd.threshold([], 0.01), pipecd.threshold('no data', 0.01)]).toEqual([true, false]);
    expect([pipecd.threshold([0.01, 0], 0.01), pipecd.threshold([0, 0.02], 0.01)]).toEqual([true, false]);
    expect([pipecd.compare([], []), pipecd.compare([], [1]), pipecd.compare([1], [])]).toEqual([true, false, false]);
    expect([pipecd.compare('no data', [1]), pipecd.compare([2, 2], [2, 2])]).toEqual([false, true]);
  });

  test('knows significance, not size', () => {
    const tiny = [1.001, 1.002, 1.003, 1.004].map((value) => value + 0.001);
    expect(pipecd.compare(tiny, [1, 1.0001, 1.0002, 1.0003])).toBe(false);
    expect(pipecd.compare([100, 100], [1, 1])).toBe(true);
  });

  test('looks every five minutes, and succeeds when its time is over', () => {
    const { pipecdThreshold, pipecdMannWhitney } = pipecd;
    for (const peer of [pipecdThreshold, pipecdMannWhitney]) {
      expect(answers(peer, () => served(1000))).toEqual([[1800, 'promoted']]);
      expect(answers(peer, () => served(1000, 20))).toEqual([[300, 'rollback']]);
      expect(answers(peer, () => nothing)).toEqual([[300, 'rollback']]);
      expect(answers(peer, (t) => served(1000, t > 1500 ? 900 : 0))).toEqual([[1800, 'promoted']]);
    }
    expect(answers(pipecdThreshold, (t) => served(1000, t === 60 ? 11 : 0))).toEqual([[300, 'rollback']]);
    expect(answers(pipecdThreshold, (t) => served(1000, t === 300 ? 11 : 0))).toEqual([[1800, 'promoted']]);
    expect(answers(pipecdThreshold, () => served(1000, 0, 7))).toEqual([[1800, 'promoted']]);
    expect(answers(pipecdMannWhitney, () => served(1000, 0, 7))).toEqual([[300, 'rollback']]);
    expect(answers(pipecdMannWhitney, (t) => served(1000, t === 60 ? 11 : 0))).toEqual([[1800, 'promoted']]);
  });
});
