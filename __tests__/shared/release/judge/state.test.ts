/** The judge's state: plain JSON that a later run goes on from, and small. */
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '../../../../shared/release/evidence.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { anyLines } from './any-lines.ts';
import { flow, history, settings, side } from './worlds.ts';

const copy = (state: JudgeState): JudgeState => JSON.parse(JSON.stringify(state));

/** Equal to the last bit and key; the slower comparison is for the reader of a failure. */
function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
}

/** Judges with a state that is written and read again before every line, next to one that is not. */
function sideBySide(lines: readonly Observation[]): JudgeState {
  let [whole, resumed] = [beginJudging(settings), beginJudging(settings)];
  for (const line of lines) {
    const straight = step(whole, line);
    const again = step(copy(resumed), line);
    expectSame(again.decision, straight.decision);
    expectSame(copy(straight.state), straight.state);
    expectSame(again.state, straight.state);
    expectSame(JSON.parse(JSON.stringify(straight.decision)), straight.decision);
    [whole, resumed] = [straight.state, again.state];
  }
  return whole;
}

describe('the state', () => {
  it('survives being written and read at any point of any course', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        expect(sideBySide(lines).settings).toEqual(settings);
      }),
      { numRuns: 40 },
    );
  });

  it('goes on from any point of a whole release as if nothing had happened', () => {
    const lines = [
      ...history({ bad: 0.01 }),
      ...flow({ from: 0, to: 60, weight: 5, bad: 0.01, instances: ['a', 'b'] }),
      ...flow({ from: 60, to: 120, weight: 25, bad: 0.01, instances: ['a', 'b'] }),
      ...flow({ from: 120, to: 180, weight: 50, bad: 0.01, canaryBad: 0.08, instances: ['a', 'b'] }),
      ...flow({ from: 180, to: 220, weight: 100, bad: 0.01, canaryBad: 0.08 }),
    ];
    expect(sideBySide(lines).stage.weight).toBe(100);
  });

  it('does not depend on what was judged in the same process before', () => {
    const lines = [...history(), ...flow({ from: 0, to: 60, weight: 5, canaryBad: 0.02 })];
    const judged = () => lines.reduce((state, line) => step(state, line).state, beginJudging(settings));
    const once = judged();
    lines.reduce((state, line) => step(state, line).state, beginJudging({ ...settings, bounds: [1] }));
    expect(judged()).toStrictEqual(once);
  });

  it('is not changed by taking a line', () => {
    const state = beginJudging(settings);
    const before = JSON.stringify(state);
    for (const line of flow({ from: 0, to: 30, weight: 5 })) step(state, line);
    expect(JSON.stringify(state)).toBe(before);
  });

  const counts: readonly (readonly [name: string, requests: number, errors: number])[] = [
    ['more than a planet sends', 1e15, 1e13],
    ['all of them failed', 1e15, 1e15],
    ['none of them failed', 1e15, 0],
    ['none at all', 0, 0],
  ];
  for (const [name, requests, errors] of counts) {
    it(`stays finite and plain JSON with ${name}`, () => {
      const all = side(requests, errors);
      const half = { requests: requests / 2, errors: errors / 2 };
      const baseline = { ...all, instances: { a: half, b: half } };
      const line = (t: number, weight: number): Observation => ({ from: t - 15, t, weight, canary: all, baseline });
      const before = Array.from({ length: 45 }, (_, index) => line(15 * (index - 44), 0));
      const after = Array.from({ length: 12 }, (_, index) => line(15 * (index + 1), [5, 50, 100][index % 3] ?? 5));
      expect(sideBySide([...before, ...after]).raises).toBe(11);
      sideBySide([...before, ...after.map((each) => ({ ...each, baseline: { ...side(requests) } }))]);
      sideBySide([...before, ...after.map((each) => ({ ...each, canary: side(requests, 0) }))]);
    });
  }

  it('stays below 20 kB over two hours with twenty instances', () => {
    const names = Array.from({ length: 20 }, (_, index) => `shop-7d9c5b6f4-${index.toString(36).padStart(5, 'x')}`);
    const instances = { instances: names, rps: 2000, bad: 0.01 };
    const lines = [...history(instances), ...flow({ from: 0, to: 7200, weight: 25, ...instances })];
    const state = lines.reduce((known, line) => step(known, line).state, beginJudging(settings));
    expect(JSON.stringify(state).length).toBeLessThan(20_000);
  });

  it('stays below 20 kB where every minute starts another instance', () => {
    const lines = flow({ from: 0, to: 7200, weight: 25 }).map((line, index): Observation => {
      const baseline = line.baseline ?? side(0);
      const names = [0, 1, 2, 3].map((place) => `shop-7d9c5b6f4-${(Math.floor(index / 3) + place).toString(36)}`);
      const tally = { requests: Math.floor(baseline.requests / 4), errors: 0 };
      return { ...line, baseline: { ...baseline, instances: Object.fromEntries(names.map((name) => [name, tally])) } };
    });
    const state = lines.reduce((known, line) => step(known, line).state, beginJudging(settings));
    expect(JSON.stringify(state).length).toBeLessThan(20_000);
  });
});
