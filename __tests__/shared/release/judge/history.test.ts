/** What the time before teaches: how much the baseline's own instances differ decides how much evidence weighs. */
import { describe, expect, it } from '@jest/globals';
import type { Observation, Side } from '../../../../shared/release/evidence.ts';
import { dispersionOf, emptyPlacebo, note } from '../../../../shared/release/judge/placebo.ts';
import { at, first, flow, history, judge, pods, side } from './worlds.ts';

/** Half an hour of the baseline in lines of 15 s; `errors` of each pod, by line. */
function past(errors: (line: number, pod: number) => number, lines = 120, requests = 375): Observation[] {
  return Array.from({ length: lines }, (_, index) => {
    const tallies = pods.map((name, pod) => [name, { requests, errors: errors(index, pod) }] as const);
    const all = side(
      requests * pods.length,
      tallies.reduce((sum, [, tally]) => sum + tally.errors, 0),
    );
    const from = 15 * (index - lines);
    return at(from, from + 15, 0, null, { ...all, instances: Object.fromEntries(tallies) });
  });
}

const even = past((line, pod) => ((line + pod) % 4 === 0 ? 4 : 3));
/** As many errors, but twenty at a time on one pod. */
const clustered = past((line, pod) => (line % 6 === 0 && pod === (line / 6) % 4 ? 80 : 0));
const sick = past((line, pod) => (pod === 1 && line % 40 < 8 ? 75 : 1));
const sameForAll = past((line) => (line % 20 < 3 ? 60 : 1));

const dispersion = (lines: readonly Observation[], patience = 30) => {
  const placebo = lines.reduce((known, { baseline, from, t }) => {
    return baseline === null ? known : note(known, baseline, t - from, 6);
  }, emptyPlacebo);
  return dispersionOf(placebo, patience);
};

describe('the halves of the baseline', () => {
  it('that differ by chance at most change nothing', () => {
    expect(dispersion(even)).toEqual({ errors: 1, latency: 1, block: 0, lasting: 0, known: true });
  });

  it('that share an incident change nothing', () => {
    expect(dispersion(sameForAll)).toMatchObject({ errors: 1, known: true });
  });

  it('that differ by clusters of errors make errors weigh less', () => {
    expect(dispersion(clustered).errors).toBeGreaterThan(5);
    expect(dispersion(clustered).latency).toBe(1);
  });

  it('that differ by one sick instance make errors weigh less, over the time it lasts', () => {
    expect(dispersion(sick).errors).toBeGreaterThan(5);
    expect(dispersion(sick).lasting).toBeGreaterThanOrEqual(30);
    expect(dispersion(sick).block).toBeGreaterThanOrEqual(dispersion(sick).lasting);
  });

  const unknown: readonly (readonly [name: string, lines: readonly Observation[]])[] = [
    ['without any history', []],
    ['without instances to compare', history({ instances: undefined })],
    ['with one instance', history({ instances: ['a'] })],
    ['without errors', past(() => 0)],
    ['with seven errors', past((line, pod) => (pod === 0 && line < 7 ? 1 : 0))],
    ['in one minute', even.slice(-4)],
    ['in nine minutes', even.slice(-36)],
  ];
  for (const [name, lines] of unknown) {
    it(`${name} are not known, and evidence weighs less`, () => {
      const found = dispersion(lines);
      expect(found.known).toBe(false);
      expect(found.errors).toBeGreaterThan(1);
      expect(found.block).toBe(30);
      expect(dispersion(lines, 10).block).toBe(10);
    });
  }

  it('tell latency apart from errors', () => {
    const slowPod = even.map((line, index): Observation => {
      const { baseline } = line;
      if (baseline === null) return line;
      const slow = (pod: number) => (pod === 1 && index % 8 === 0 ? 60 : 0);
      const named = pods.map((name, pod) => {
        const tally = { requests: 375, errors: 3, buckets: [375 - slow(pod), 0, 0, 0, 0, 0, 0, slow(pod)] };
        return [name, tally] as const;
      });
      return { ...line, baseline: { ...baseline, instances: Object.fromEntries(named) } };
    });
    expect(dispersion(slowPod).errors).toBe(1);
    expect(dispersion(slowPod).latency).toBeGreaterThan(3);
  });

  it('are counted with instances that come and go', () => {
    const renamed = even.map((line, index): Observation => {
      const instances = Object.entries(line.baseline?.instances ?? {});
      const named = instances.map(([name, tally]) => [`${name}-${Math.floor(index / 20)}`, tally] as const);
      return { ...line, baseline: line.baseline && { ...line.baseline, instances: Object.fromEntries(named) } };
    });
    expect(dispersion(renamed)).toMatchObject({ errors: 1, known: true });
  });
});

describe('the judge', () => {
  /** One burst of the canary's pod, as the baseline's pods have them. */
  const burst = (errors: number): Observation[] => {
    const calm = flow({ from: 0, to: 90, weight: 20, bad: 0.009 });
    const ill: Side = side(100, errors);
    return calm.map((line, index) => (index >= 3 && index < 7 ? { ...line, canary: ill } : line));
  };

  it('takes for harm what halves that agree never do', () => {
    expect(judge([...even, ...burst(20)]).kinds).toContain('rollback');
  });

  for (const [name, lines] of [
    ['clusters of errors', clustered],
    ['a sick pod', sick],
  ] as const) {
    it(`does not where the baseline has ${name} itself`, () => {
      expect(judge([...lines, ...burst(20)]).kinds).not.toContain('rollback');
    });

    it(`still ends a fault that lasts where the baseline has ${name}`, () => {
      const broken = flow({ from: 0, to: 300, weight: 20, bad: 0.009, canaryBad: 0.5 });
      expect(first(judge([...lines, ...broken]), 'rollback')).toBeDefined();
    });
  }

  it('learns from the live baseline what a short history could not tell', () => {
    const live = clustered.map((line): Observation => {
      const [from, t] = [line.from + 1800, line.t + 1800];
      return { ...line, from, t, weight: 5, canary: side(79, 0) };
    });
    const { state } = judge(live);
    expect(state.dispersion.known).toBe(true);
    expect(state.dispersion.errors).toBeGreaterThan(5);
  });

  it('is slower, and not blind, without any history', () => {
    const broken = flow({ from: 0, to: 300, weight: 5, bad: 0.009, canaryBad: 0.1 });
    const [known, unknown] = [judge([...even, ...broken]), judge(broken)].map((judging) => first(judging, 'rollback'));
    expect(known).toBeLessThan(unknown ?? 0);
    expect(unknown).toBeLessThanOrEqual(180);
  });
});
