/** A canary that answers later never gains by it: neither the odds nor any decision, now or later. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecisionKind, Observation } from '../../../../shared/release/evidence.ts';
import { noHarm } from '../../../../shared/release/judge/harm.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { wealth } from '../../../../shared/release/judge/mix.ts';
import { anyLines } from './any-lines.ts';
import { flow, history, settings } from './worlds.ts';

interface Look {
  readonly kind: DecisionKind;
  readonly state: JudgeState;
}

function looks(lines: readonly Observation[]): Look[] {
  let state = beginJudging({ ...settings, deadline: 300 });
  return lines.map((line) => {
    const judged = step(state, line);
    state = judged.state;
    return { kind: judged.decision.decision, state };
  });
}

/** The same counts, `many` of one bucket moved to a later one. */
function later(buckets: readonly number[], from: number, to: number, many: number): number[] {
  const moved = Math.min(many, buckets[from] ?? 0);
  return buckets.map((count, at) => count - (at === from ? moved : 0) + (at === to ? moved : 0));
}

function slower(lines: readonly Observation[], index: number, move: readonly [from: number, to: number, many: number]) {
  return lines.map((line, at): Observation => {
    if (at !== index || line.canary === null) return line;
    return { ...line, canary: { ...line.canary, buckets: later(line.canary.buckets, ...move) } };
  });
}

/** Sums of hundreds of logarithms agree to so much. */
const noMore = (low: number, high: number) => low <= high + 1e-9 * (1 + Math.abs(high));

function better(than: Look, worse: Look): string[] {
  const [before, after] = [than.state.harm, worse.state.harm];
  const safer = than.state.safe.filter((bets, index) => {
    const twin = worse.state.safe[index];
    return twin === undefined || !noMore(noHarm(twin.latency), noHarm(bets.latency));
  });
  return [
    ...(['latency', 'latencyP95'] as const).filter((name) => !noMore(wealth(before[name]), wealth(after[name]))),
    ...safer.map(({ weight }) => `safer at ${weight} %`),
    ...(than.kind === 'rollback' && worse.kind !== 'rollback' ? [`${worse.kind} instead of rollback`] : []),
    ...(worse.kind === 'promote-step' && than.kind !== 'promote-step' ? [`promoted instead of ${than.kind}`] : []),
  ];
}

function compare(lines: readonly Observation[], other: readonly Observation[]): void {
  const [before, after] = [looks(lines), looks(other)];
  const found = before.flatMap((look, at) => {
    const twin = after[at];
    return twin ? better(look, twin).map((what) => `${what} at ${lines[at]?.t} s`) : [];
  });
  expect(found).toEqual([]);
  const [last, lastOther] = [before.at(-1), after.at(-1)];
  if (last && lastOther && lastWord(lastOther.state).verdict === 'promote') {
    expect(lastWord(last.state).verdict).toBe('promote');
  }
}

const buckets = settings.bounds.length + 1;
const moves = fc
  .tuple(fc.nat(buckets - 2), fc.nat(buckets - 1), fc.integer({ min: 1, max: 200 }))
  .map(([from, to, many]): [number, number, number] => [from, Math.max(to, from + 1), many]);

describe('later answers of the canary', () => {
  it('never help it, in any line of any course', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), moves, (lines, where, move) => {
        compare(lines, slower(lines, where % lines.length, move));
      }),
      { numRuns: 100, seed: 4 },
    );
  });

  const course = [
    ...history({ bad: 0.004 }),
    ...flow({ from: 0, to: 60, weight: 5, bad: 0.004 }),
    ...flow({ from: 60, to: 120, weight: 25, bad: 0.004 }),
    ...flow({ from: 120, to: 180, weight: 50, bad: 0.004 }),
  ];

  it('never help it on the way of a good canary', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: course.length - 1 }), moves, (index, move) => {
        compare(course, slower(course, index, move));
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('change something where there is something to change', () => {
    const hung = [120, 121, 122].reduce<readonly Observation[]>(
      (lines, index) => slower(lines, index, [1, buckets - 1, 20]),
      course,
    );
    const [before, after] = [looks(course), looks(hung)];
    expect(before.map(({ kind }) => kind)).toContain('promote-step');
    expect(before.map(({ kind }) => kind)).not.toContain('rollback');
    expect(after.map(({ kind }) => kind)).toContain('rollback');
  });

  it('of one line count no less when they come beside errors', () => {
    for (const errors of [0, 1, 5, 24]) {
      const failing = course.map((line, at): Observation => {
        return at === 121 && line.canary ? { ...line, canary: { ...line.canary, errors } } : line;
      });
      for (const to of [4, 5, 6, 7]) compare(failing, slower(failing, 121, [0, to, 8]));
    }
  });
});
