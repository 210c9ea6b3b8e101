/** More errors of the canary never help it: neither the odds nor any decision, now or later. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DecisionKind, Observation } from '../../../../shared/release/evidence.ts';
import { firstBets, noHarm } from '../../../../shared/release/judge/harm.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { wealth } from '../../../../shared/release/judge/mix.ts';
import { odds } from '../../../../shared/release/judge/odds.ts';
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

/** The same lines, with `more` errors of the canary in line `index` where it has as many requests. */
function worse(lines: readonly Observation[], index: number, more: number): Observation[] {
  return lines.map((line, at) => {
    if (at !== index || line.canary === null) return line;
    return { ...line, canary: { ...line.canary, errors: Math.min(line.canary.requests, line.canary.errors + more) } };
  });
}

/** Sums of hundreds of logarithms agree to so much; what is compared is exact but for them. */
const noMore = (low: number, high: number) => low <= high + 1e-9 * (1 + Math.abs(high));

const harms = ['errors', 'latency', 'errorRate', 'latencyP95', 'outright', 'alone'] as const;

const none = firstBets;

/** What of one look got better for the canary by its errors. */
function better(than: Look, worse: Look): string[] {
  const safer = than.state.safe.filter((bets, index) => {
    return !noMore(noHarm(worse.state.safe[index]?.errors ?? none), noHarm(bets.errors));
  });
  return [
    ...(noMore(odds(than.state.harm, settings), odds(worse.state.harm, settings)) ? [] : ['smaller odds']),
    ...harms.filter((name) => !noMore(wealth(than.state.harm[name]), wealth(worse.state.harm[name]))),
    ...safer.map(({ weight }) => `safer at ${weight} %`),
    ...(worse.state.cleared > than.state.cleared ? [`cleared for ${worse.state.cleared} %`] : []),
    ...(than.kind === 'rollback' && worse.kind !== 'rollback' ? [`${worse.kind} instead of rollback`] : []),
    ...(worse.kind === 'promote-step' && than.kind !== 'promote-step' ? [`promoted instead of ${than.kind}`] : []),
  ];
}

function compare(lines: readonly Observation[], index: number, more: number): void {
  const [before, after] = [looks(lines), looks(worse(lines, index, more))];
  const found = before.flatMap((look, at) => {
    const other = after[at];
    return other ? better(look, other).map((what) => `${what} at ${lines[at]?.t} s`) : [];
  });
  expect(found).toEqual([]);
  const [last, lastOther] = [before.at(-1), after.at(-1)];
  if (last && lastOther && lastWord(lastOther.state).verdict === 'promote') {
    expect(lastWord(last.state).verdict).toBe('promote');
  }
}

describe('more errors of the canary', () => {
  it('never help it, in any line of any course', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), fc.integer({ min: 1, max: 500 }), (lines, where, more) => {
        compare(lines, where % lines.length, more);
      }),
      { numRuns: 80 },
    );
  });

  const course = [
    ...history({ bad: 0.004 }),
    ...flow({ from: 0, to: 60, weight: 5, bad: 0.004 }),
    ...flow({ from: 60, to: 120, weight: 25, bad: 0.004 }),
    ...flow({ from: 120, to: 180, weight: 50, bad: 0.004 }),
  ];

  it('change something where there is something to change', () => {
    const [before, after] = [looks(course), looks(worse(course, 125, 20))];
    expect(before.map(({ kind }) => kind)).toContain('promote-step');
    expect(before.map(({ kind }) => kind)).not.toContain('rollback');
    expect(after.map(({ kind }) => kind)).not.toEqual(before.map(({ kind }) => kind));
  });

  it('never help it on the way of a good canary, early or late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 120, max: course.length - 1 }), fc.integer({ min: 1, max: 60 }), (index, more) => {
        compare(course, index, more);
      }),
      { numRuns: 20 },
    );
  });

  it('never help it when an early burst is followed by errors of both', () => {
    const sick = [
      ...history({ bad: 0.004 }),
      ...flow({ from: 0, to: 60, weight: 5, bad: 0.004 }),
      ...flow({ from: 60, to: 120, weight: 5, bad: 0.2 }),
      ...flow({ from: 120, to: 240, weight: 5, bad: 0.004, canaryBad: 0.05 }),
    ];
    for (const index of [120, 121, 126, 131]) for (const more of [1, 5, 25]) compare(sick, index, more);
  });
});
