/** The simulated service: what it draws, loses and remembers. */
import { describe, expect, it } from '@jest/globals';
import { disturbances, dying, failing, identical } from '../../bench/judge/families.ts';
import type { Scenario } from '../../bench/judge/scenario.ts';
import { World } from '../../bench/judge/world.ts';

const calm = identical({ rps: 100, errors: 0.01 });
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Readings of half an hour at 5 %. */
function readings(scenario: Scenario, run = 1) {
  const world = new World(scenario, run);
  return Array.from({ length: 360 }, (_, index) => world.scrape(5 * index, 5, 0.05));
}

const served = (scenario: Scenario) => {
  const all = readings(scenario);
  const sum = (side: 'canary' | 'baseline', what: 'requests' | 'errors') =>
    total(all.map((reading) => reading[side]?.[what] ?? 0));
  return {
    canary: { requests: sum('canary', 'requests'), errors: sum('canary', 'errors') },
    baseline: { requests: sum('baseline', 'requests'), errors: sum('baseline', 'errors') },
  };
};

describe('the world', () => {
  it('is the same again for the same scenario and run, and another for another', () => {
    expect(readings(calm)).toEqual(readings(calm));
    expect(readings(calm, 2)).not.toEqual(readings(calm, 1));
  });

  it('keeps nothing of one run for the next', () => {
    const make = disturbances['bursty'];
    const bursty = make?.({ rps: 100, errors: 0.01 }) ?? calm;
    const first = readings(bursty, 1);
    new World(bursty, 2).scrape(0, 5, 0.05);
    expect(readings(bursty, 1)).toEqual(first);
  });

  it('has half an hour of history in blocks of 15 s', () => {
    const history = new World(calm, 1).history();
    expect([history.length, history[0]?.from, history.at(-1)?.t]).toEqual([120, -1800, 0]);
    const requests = total(history.map(({ baseline }) => baseline.requests));
    expect(Math.abs(requests - 180_000)).toBeLessThan(5 * Math.sqrt(180_000));
  });

  it('splits what it serves: by weight, by instance and by bucket', () => {
    const { canary, baseline } = served(failing({ rps: 100, errors: 0.01 }, 0.1, 'errors x10'));
    expect(Math.abs(canary.requests - 9000)).toBeLessThan(5 * Math.sqrt(9000));
    expect(Math.abs(canary.errors - 900)).toBeLessThan(5 * Math.sqrt(900));
    expect(Math.abs(baseline.errors - 1710)).toBeLessThan(5 * Math.sqrt(1710));
    for (const { canary: one, baseline: many } of readings(calm).slice(0, 20)) {
      expect(one?.instances).toBeUndefined();
      expect(total(one?.buckets ?? [])).toBe(one?.requests);
      expect(total(many?.buckets ?? [])).toBe(many?.requests);
      const instances = Object.values(many?.instances ?? {});
      expect(instances).toHaveLength(2);
      expect(total(instances.map(({ requests }) => requests))).toBe(many?.requests);
      expect(total(instances.map(({ errors }) => errors))).toBe(many?.errors);
    }
  });

  it('keeps the mean rate of errors where they come together, and spreads them more', () => {
    const make = disturbances['clustered'];
    const clustered = make?.({ rps: 100, errors: 0.01 }) ?? calm;
    const variance = (scenario: Scenario) => {
      const errors = readings(scenario).map(({ baseline }) => baseline?.errors ?? 0);
      const mean = total(errors) / errors.length;
      return { mean, ratio: total(errors.map((count) => (count - mean) ** 2)) / errors.length / mean };
    };
    expect(Math.abs(variance(clustered).mean - 4.75)).toBeLessThan(1.2);
    expect(variance(calm).ratio).toBeLessThan(1.4);
    expect(variance(clustered).ratio).toBeGreaterThan(4);
  });

  it('has instances that are sick as often as the rate of errors asks', () => {
    const make = disturbances['sick instances'];
    const scenario = make?.({ rps: 1000, errors: 0.01 }) ?? calm;
    const { baseline } = served(scenario);
    expect(Math.abs(baseline.errors / baseline.requests - 0.01)).toBeLessThan(0.003);
    const [first] = readings(scenario);
    expect(Object.keys(first?.baseline?.instances ?? {})).toHaveLength(19);
  });
});

describe('what is read of it', () => {
  it('loses scrapes, and no counts with them', () => {
    const make = disturbances['gaps'];
    const gaps = make?.({ rps: 100, errors: 0.01 }) ?? calm;
    const all = readings(gaps);
    const lost = all.filter(({ canary, baseline }) => canary === null && baseline === null);
    expect(lost.length).toBeGreaterThan(60);
    expect(all.slice(120, 132).every(({ baseline }) => baseline === null)).toBe(true);
    expect(Math.abs(served(gaps).baseline.requests - 171_000)).toBeLessThan(5 * Math.sqrt(171_000) + 1000);
  });

  it('may be one scrape late on one side', () => {
    const make = disturbances['outage, late baseline'];
    const late = make?.({ rps: 100, errors: 0.001 }) ?? calm;
    const all = readings(late);
    const rate = (side: 'canary' | 'baseline', index: number) =>
      (all[index]?.[side]?.errors ?? 0) / (all[index]?.[side]?.requests ?? 1);
    expect([rate('canary', 120) > 0.1, rate('baseline', 120) > 0.1]).toEqual([true, false]);
    expect(rate('baseline', 121)).toBeGreaterThan(0.3);
    expect(all[0]?.baseline?.requests).toBe(0);
  });

  it('forgets what an instance had counted when it restarts', () => {
    const restarted = { ...calm, restarts: [9] };
    const [before, at, after] = readings(restarted);
    const half = at?.baseline?.instances ?? {};
    expect([before?.resets, at?.resets, after?.resets]).toEqual([undefined, ['baseline-0'], undefined]);
    expect(half['baseline-0']?.requests).toBeLessThan((half['baseline-1']?.requests ?? 0) / 2);
  });

  it('shows nothing of a canary that is dead', () => {
    const all = readings(dying({ rps: 10, errors: 0.01 }));
    expect(all.every(({ canary, baseline }) => canary === null && baseline !== null)).toBe(true);
  });
});
