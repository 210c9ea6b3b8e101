/** What a run of deploy-canary leaves behind: lines that can be judged again, and a memo to go on from. */
import { describe, expect, it } from '@jest/globals';
import { memoOf, readMemo } from '../../actions/deploy-canary/memo.ts';
import { Recorder } from '../../actions/deploy-canary/recorder.ts';
import { beginRelease } from '../../shared/release/controller.ts';
import type { EvidenceLine, Observation } from '../../shared/release/evidence.ts';
import { beginJudging, type JudgeSettings } from '../../shared/release/judge/judge.ts';
import { beginReplay, take } from '../../shared/release/replay.ts';
import type { Sample } from '../../shared/release/target.ts';

const counters = (requests: number) => ({ requests, errors: 0, buckets: [requests, 0], firstByte: [] });
const sampleAt = (at: number): Sample => {
  return { at, epoch: 'e', bounds: [1], weight: 5, versions: { v2: counters(5 * at), v1: counters(95 * at) } };
};

describe('the lines of a run', () => {
  const recorded = () => {
    const lines: EvidenceLine[] = [];
    const sides = { canary: 'v2', baseline: 'v1', sticky: false, beside: false };
    const recorder = new Recorder((more) => lines.push(...more), sides, sampleAt(0), null);
    recorder.begin(sampleAt(0), []);
    return { recorder, written: () => lines as Observation[] };
  };

  const cases: [name: string, missed: readonly number[], back: number, times: readonly (readonly number[])[]][] = [
    [
      'when a reading was missed',
      [5.0004, 5],
      16,
      [
        [0, 5],
        [5, 10],
        [10, 15],
        [15, 16],
      ],
    ],
    [
      'when the clocks differ',
      [6, 6],
      16,
      [
        [0, 5],
        [5, 11],
        [11, 17],
        [17, 17],
      ],
    ],
  ];
  for (const [name, missed, back, times] of cases) {
    it(`follow each other ${name}, and can be judged again`, () => {
      const { recorder, written } = recorded();
      recorder.observe(sampleAt(5), 5);
      for (const seconds of missed) recorder.miss(seconds, 5);
      const last = recorder.observe(sampleAt(back), 5);
      expect(last.canary?.requests).toBe(55);
      const lines = written();
      expect(lines.map(({ from, t }) => [from, t])).toEqual(times);
      expect(recorder.reached).toBe(times.at(-1)?.[1]);
      const header = { schema: 'jarvis.evidence/1', service: 's', canary: 'v2', baseline: 'v1', buckets: [1] } as const;
      const replay = lines.reduce((known, line) => take(known, line).replay, beginReplay(header).replay);
      expect(replay.served).toBe(80);
    });
  }
});

describe('a memo', () => {
  const settings: JudgeSettings = {
    version: 'e-process/1',
    bounds: [1],
    steps: [5, 25, 100].map((weight) => ({ weight, dwell: 5 })),
    deadline: 100,
    warmUp: 0,
    noData: 'hold',
    errorRate: 0.05,
    latencyP95: 1,
    harmBudget: 0.005,
    alpha: 0.01,
  };
  const controls = { rungs: [], until: 100, onCancel: 'rollback', onDeadline: 'rollback', gateFor: 60 } as const;
  const memo = memoOf(beginRelease(controls, beginJudging(settings)), { reached: 5, epoch: 'e' });
  const kept: unknown = JSON.parse(JSON.stringify(memo));

  it('is gone on from as it was left', () => {
    expect(readMemo(kept, { epoch: 'e' }, settings)).toEqual(memo);
  });

  const others: [name: string, memo: unknown, epoch: string, settings: JudgeSettings][] = [
    ['is about other counters', kept, 'f', settings],
    [
      'was judged on another ladder',
      kept,
      'e',
      { ...settings, steps: [5, 100].map((weight) => ({ weight, dwell: 5 })) },
    ],
    [
      'is of another judge',
      { ...memo, controller: { judge: { settings: { version: 'threshold/1' } } } },
      'e',
      settings,
    ],
    ['has no judge', { ...memo, controller: {} }, 'e', settings],
    ['is none', null, 'e', settings],
  ];
  for (const [name, other, epoch, now] of others) {
    it(`is not gone on from when it ${name}`, () => {
      expect(readMemo(other, { epoch }, now)).toBeUndefined();
    });
  }
});
