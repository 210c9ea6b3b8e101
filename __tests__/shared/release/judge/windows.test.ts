/** From readings to what is judged: neither their order, nor gaps, restarts or zeros change what the counts say. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { add, nothing } from '../../../../shared/release/counts.ts';
import type { Observation, Side } from '../../../../shared/release/evidence.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { anyLines } from './any-lines.ts';
import { at, flow, history, judge, settings, side } from './worlds.ts';

const taught = history({ bad: 0.01 }).reduce((state, line) => step(state, line).state, beginJudging(settings));
const judged = (lines: readonly Observation[], state: JudgeState = taught) =>
  lines.reduce((known, line) => step(known, line).state, state);

function merged(sides: readonly Side[]): Side {
  return sides.reduce<Side>((sum, one) => ({ ...add(sum, one), instances: undefined }), nothing);
}

const few = fc.record({ requests: fc.nat(6), bad: fc.nat(6), fast: fc.nat(6) }).map(({ requests, bad, fast }) => {
  const quick = Math.min(fast, requests);
  return { requests, errors: Math.min(bad, requests), buckets: [0, quick, 0, 0, 0, 0, requests - quick, 0] };
});
const readings = fc.array(fc.record({ canary: few, baseline: few }), { minLength: 2, maxLength: 3 });
/** Enough of the baseline that the last reading completes the stratum, and too little before. */
const last = { canary: side(4, 1), baseline: side(200, 2) };

describe('readings of one stratum', () => {
  it('may come in any order', () => {
    fc.assert(
      fc.property(readings, (sides) => {
        const lines = (given: typeof sides) =>
          [...given, last].map(({ canary, baseline }, index) => at(index, index + 1, 5, canary, baseline));
        expect(judged(lines(sides.toReversed()))).toEqual(judged(lines(sides)));
      }),
    );
  });

  it('may come at once', () => {
    fc.assert(
      fc.property(readings, (sides) => {
        const all = [...sides, last];
        const apart = all.map(({ canary, baseline }, index) => at(index, index + 1, 5, canary, baseline));
        const [canary, baseline] = [merged(all.map((one) => one.canary)), merged(all.map((one) => one.baseline))];
        const atOnce = judged([at(0, all.length, 5, canary, baseline)]);
        expect(judged(apart)).toEqual(atOnce);
        expect(atOnce.stage.strata).toBe(1);
      }),
    );
  });

  it('may lack a side whose counts follow later', () => {
    fc.assert(
      fc.property(few, few, fc.boolean(), (early, late, canaryMissing) => {
        const other = side(300, 3);
        const lines = canaryMissing
          ? [at(0, 5, 5, null, early), at(5, 10, 5, late, other)]
          : [at(0, 5, 5, early, null), at(5, 10, 5, late, other)];
        const whole = canaryMissing
          ? at(0, 10, 5, late, merged([early, other]))
          : at(0, 10, 5, merged([early, late]), other);
        const counts = ({ placebo, ...state }: JudgeState) => ({ ...state, halves: placebo.open });
        expect(counts(judged(lines))).toEqual(counts(judged([whole])));
      }),
    );
  });

  it('are not weighed while a side is missing', () => {
    const state = judged([at(0, 5, 5, side(500, 500), null), at(5, 10, 5, side(500, 500), null)]);
    expect(state.harm).toEqual(taught.harm);
    expect(state.stage.strata).toBe(0);
  });
});

describe('a reading', () => {
  const calm = flow({ from: 0, to: 40, weight: 5, bad: 0.01 });

  it('of zeros on both sides moves no odds', () => {
    fc.assert(
      fc.property(fc.nat(7), fc.constantFrom(1, 5, 60), (count, seconds) => {
        const before = judged(calm.slice(0, count));
        const t = 5 * count;
        const state = judged([at(t, t + seconds, 5, side(0), side(0))], before);
        expect([state.harm, state.safe, state.stage.strata]).toEqual([before.harm, before.safe, before.stage.strata]);
      }),
    );
  });

  it('after a restart of the counters is a reading like any other', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), (lines, where) => {
        const index = where % lines.length;
        const restarted = lines.map((line, at) => (at === index ? { ...line, resets: ['shop a', 'shop'] } : line));
        expect(judge(restarted).decisions).toEqual(judge(lines).decisions);
      }),
      { numRuns: 30 },
    );
  });

  const negative: readonly (readonly [name: string, canary: Side, baseline: Side])[] = [
    ['requests of the canary', { ...side(0), requests: -20 }, side(500, 400)],
    ['errors of the canary', { ...side(40), errors: -1 }, side(500, 400)],
    ['a bucket of the canary', { ...side(40), buckets: [41, -1, 0, 0, 0, 0, 0, 0] }, side(500, 400)],
    ['requests of the baseline', side(40, 40), { ...side(0), requests: -20 }],
    ['errors of the baseline', side(40, 40), { ...side(500), errors: -1 }],
    ['a bucket of the baseline', side(40, 40), { ...side(500), buckets: [501, 0, 0, -1, 0, 0, 0, 0] }],
  ];
  for (const [name, canary, baseline] of negative) {
    it(`whose ${name} fell is dropped on both sides, with what waited for it`, () => {
      const before = judged(calm);
      const waiting = judged([at(40, 45, 5, side(30, 30), null)], before);
      const state = judged([at(45, 50, 5, canary, baseline)], waiting);
      expect([state.harm, state.safe, state.ambient]).toEqual([before.harm, before.safe, before.ambient]);
      const next = judged([at(50, 55, 5, side(25), side(475, 5))], state);
      const kept = judged([at(50, 55, 5, side(25), side(475, 5))], before);
      expect([next.harm.errors, next.harm.latency]).toEqual([kept.harm.errors, kept.harm.latency]);
      expect(state.stage.canary).toEqual(waiting.stage.canary);
    });
  }

  it('of history whose counts fell teaches nothing', () => {
    const fallen = at(-15, 0, 0, null, { requests: 1400, errors: -900, buckets: [1400, -700, 0, 0, 0, 0, 0, 0] });
    const state = judged([...calm], judged([fallen], beginJudging(settings)));
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    expect(state.harm).toEqual(judged(calm, beginJudging(settings)).harm);
  });

  it('during a transition decides nothing, and nothing that waited is judged with it', () => {
    const before = judged(calm);
    const waiting = judged([at(40, 45, 5, null, side(475, 300))], before);
    const line = at(45, 50, 5, side(400, 400), side(100), { transition: true });
    const { state, decision } = step(waiting, line);
    expect(decision.decision).toBe('continue');
    expect([state.harm, state.safe, state.stage.strata]).toEqual([before.harm, before.safe, before.stage.strata]);
  });
});

describe('a change of weight', () => {
  const low = [at(0, 5, 5, side(1), side(19)), at(5, 10, 5, side(0), side(10, 1))];

  it('judges what was read before it, and none of it with what comes after', () => {
    const state = judged([...low, at(10, 11, 50, side(1, 1), side(1))]);
    const closed = judged([...low, at(10, 11, 50, side(0), side(0))]);
    expect(state.harm).toEqual(closed.harm);
    expect(closed.harm).not.toEqual(judged(low).harm);
    expect(state.baseline.requests).toBe(29);
  });

  it('leaves a side that is still unread to neither', () => {
    const unread = judged([...low, at(10, 15, 5, null, side(100, 90)), at(15, 20, 50, side(100), side(100))]);
    const without = judged([...low, at(15, 20, 50, side(100), side(100))]);
    expect(unread.harm).toEqual(without.harm);
  });

  it('begins the counts of the report and the dwell again', () => {
    const { decisions, kinds } = judge([
      ...history({ rps: 1000 }),
      ...flow({ from: 0, to: 60, weight: 5, rps: 1000 }),
      ...flow({ from: 60, to: 85, weight: 25, rps: 1000 }),
    ]);
    expect(kinds.slice(12)).toEqual(['insufficient-data', 'insufficient-data', 'continue', 'continue', 'continue']);
    expect(decisions[12]?.detail).toMatchObject({ weight: 25, canaryRequests: 1250, baselineRequests: 3750 });
    expect(decisions[12]?.detail['served']).toBe(3000 + 1250);
  });
});
