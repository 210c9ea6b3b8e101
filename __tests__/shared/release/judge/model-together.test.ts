/** What the metrics of a model and the requests come to together: deadlines, gaps, later weights, what is told of it. */
import { describe, expect, it } from '@jest/globals';
import { Meter } from '../../../../shared/metrics/meter.ts';
import { beginRelease, reduce } from '../../../../shared/release/controller.ts';
import {
  type Decision,
  type EvidenceHeader,
  type EvidenceLine,
  evidenceSchemaId,
  type Observation,
  type Side,
} from '../../../../shared/release/evidence.ts';
import { beginJudging, step } from '../../../../shared/release/judge/judge.ts';
import type { ModelMetric } from '../../../../shared/release/judge/types.ts';
import { readEntry } from '../../../../shared/release/read-evidence.ts';
import { judgedTable } from '../../../../shared/report/judged.ts';
import { plots } from '../../../../shared/report/plots.ts';
import { told } from '../../../../shared/report/told.ts';
import { asked, asking, at, errorLines, firstToken, good, lateFirst } from './asking.ts';
import { flow, history, judge, settings } from './worlds.ts';

const none = { requests: 0, errors: 0, buckets: [0, 0, 0, 0, 0, 0] };
/** A side with another word of its model. */
const changed = (side: Side | null, change: (model: NonNullable<Side['model']>) => NonNullable<Side['model']>) =>
  side && { ...side, model: change(side.model ?? {}) };
const without = (name: string) => (model: NonNullable<Side['model']>) =>
  Object.fromEntries(Object.entries(model).filter(([known]) => known !== name));
const with0 = (name: string) => (model: NonNullable<Side['model']>) => ({
  ...model,
  [name]: { ...none, buckets: name === 'error-lines' ? [] : none.buckets },
});
const kinds = (decisions: readonly Decision[]) => [...new Set(decisions.map(({ decision }) => decision))];

describe('the deadline of a release', () => {
  it('comes for a metric that cannot be read of the canary', () => {
    const lines = asking(at({ to: 3600 }), good).map((line) =>
      line.t > 20 ? { ...line, canary: changed(line.canary, () => ({})) } : line,
    );
    const { decisions } = judge(lines, { alpha: 0.005, model: [errorLines], deadline: 600 });
    const end = decisions.find(({ decision }) => decision === 'inconclusive');
    expect(end).toMatchObject({
      t: 605,
      reason: expect.stringMatching(/^error-lines: the deadline of 600 s came first/),
    });
  });

  it('comes where each passes once, and never all of them at a time', () => {
    const lines = asking(at({ to: 3600 }), good).map((line) => {
      if (line.t <= 0) return line;
      const change = (side: Side | null) => {
        const early = line.t <= 100 ? changed(side, with0('first-token')) : side;
        return line.t > 90 ? changed(early, without('error-lines')) : early;
      };
      return { ...line, canary: change(line.canary), baseline: change(line.baseline) };
    });
    const { decisions } = judge(lines, { alpha: 0.005, model: [firstToken, errorLines], deadline: 600 });
    expect(kinds(decisions)).not.toContain('promote-step');
    expect(decisions.find(({ decision }) => decision === 'inconclusive')?.t).toBe(605);
  });

  it('counts the time for which one metric waits for another', () => {
    const ladder = [25, 50, 75].map((weight) => ({ weight, dwell: 30 }));
    const only = { alpha: 0.005, model: [firstToken, errorLines], deadline: 600, steps: ladder };
    const first = asking([...history(), ...flow({ from: 0, to: 700, weight: 25 })], good).map((line) =>
      line.t > 0 && line.t <= 550 ? { ...line, canary: changed(line.canary, with0('first-token')) } : line,
    );
    const passed = judge(first, only).decisions.find(({ decision }) => decision === 'promote-step')?.t ?? Number.NaN;
    expect(passed).toBeGreaterThan(550);
    const then = asking(flow({ from: passed, to: passed + 1200, weight: 50 }), good).map((line) => {
      const dark = (side: Side | null) => (line.t <= 1050 ? changed(side, without('error-lines')) : side);
      return { ...line, canary: dark(line.canary), baseline: dark(line.baseline) };
    });
    const { decisions } = judge([...first.filter(({ t }) => t <= passed), ...then], only);
    const end = decisions.find(({ t, decision }) => t > passed && ['promote-step', 'inconclusive'].includes(decision));
    expect(end?.decision).toBe('inconclusive');
  });
});

describe('a metric', () => {
  it('that is suspected holds a release that was resumed', () => {
    const only = { ...settings, alpha: 0.005, model: [firstToken] };
    let state = beginJudging(only);
    let last: Decision | undefined;
    const lines = [
      ...asking([...history(), ...flow({ from: 0, to: 200, weight: 5 })], good),
      ...asking(flow({ from: 200, to: 245, weight: 5 }), lateFirst),
    ];
    for (const line of lines) {
      const judged = step(state, line);
      [state, last] = [judged.state, judged.decision];
      if (Number(last.detail['first-token.odds']) > 3) break;
    }
    expect(last).toMatchObject({ decision: 'continue', reason: expect.stringContaining('first-token: suspected') });
    const rungs = [
      { weight: 5, approve: true },
      { weight: 25, approve: false },
    ];
    const controls = { rungs, until: 100, onCancel: 'hold', onDeadline: 'hold', gateFor: 3600 } as const;
    const memo = { ...beginRelease(controls, state), phase: 'ended', rung: 0, weight: 5, passed: 0, approved: [0] };
    const again = beginRelease(controls, beginJudging(only), JSON.parse(JSON.stringify(memo)));
    expect(reduce(again, { kind: 'begin' }).commands).toEqual([]);
  });

  it('of which the canary has no answer at a later weight does not pass there', () => {
    const later = asking(flow({ from: 400, to: 700, weight: 50 }), good).map((line) => ({
      ...line,
      canary: changed(line.canary, with0('first-token')),
    }));
    const lines = [...asking([...history(), ...flow({ from: 0, to: 400, weight: 25 })], good), ...later];
    const { decisions } = judge(lines, { alpha: 0.005, model: [firstToken] });
    const there = decisions.filter(({ t }) => t > 400);
    expect(kinds(there)).not.toContain('promote-step');
    expect(there.at(-1)?.reason).toBe('first-token: no answer of the canary at 50 %');
  });

  it('has no objective of its own: what both versions do alike is no incident', () => {
    const law = { ...good, broken: 0.06 };
    const { decisions } = judge(asking(at({ to: 1700 }), law, law), { alpha: 0.005, model: [errorLines] });
    expect(kinds(decisions)).toContain('promote-step');
    expect(kinds(decisions)).not.toContain('shared-incident');
  });

  it('may be called like a property that every object has', () => {
    const odd: ModelMetric = { ...errorLines, name: 'constructor' };
    const lines = at().map((line) => ({ ...line, canary: changed(line.canary, () => ({})) }));
    expect(judge(lines, { alpha: 0.005, model: [odd] }).decisions.length).toBeGreaterThan(100);
  });

  it('is counted without a bound of 0, below which nothing is', () => {
    const meter = new Meter({ epoch: 'e', bounds: undefined, usualBounds: [1, 2, 3] });
    const latency = new Map([['k', { bounds: [0, 5, 10, 25], counts: [0, 1, 2, 3, 4] }]]);
    const scrapes = [{ at: 1, requests: new Map(), errors: new Map(), latency }];
    const reading = { instances: [{ version: 'v', instance: 'i', scrapes }], silent: [] };
    expect(meter.take({ reading, readable: ['v'], at: 1, weight: 0 }).sample.bounds).toEqual([5, 10, 25]);
  });

  it('is read from evidence with as many buckets as the header has bounds', () => {
    const side = (buckets: number[]) => ({
      ...{ requests: 1, errors: 0, buckets: [1, 0] },
      model: { 'first-token': { requests: 1, errors: 0, buckets } },
    });
    const line = (buckets: number[]) => ({ from: 0, t: 5, weight: 5, canary: side(buckets), baseline: null });
    expect(() => readEntry(line([1, 0]), [1], { 'first-token': [2, 3] })).toThrow(
      'canary.model["first-token"].buckets has 2 counts; expected 3 counts',
    );
    expect(readEntry(line([1, 0, 0]), [1], { 'first-token': [2, 3] })).toMatchObject({ t: 5 });
  });
});

const header: EvidenceHeader = {
  ...{ schema: evidenceSchemaId, service: 's', canary: 'v2', baseline: 'v1', buckets: settings.bounds },
};

/** The report of a release that ended with the first decision of a kind. */
function reportOf(lines: readonly Observation[], changes: Parameters<typeof judge>[1], kind: Decision['decision']) {
  const { decisions } = judge(lines, changes);
  const end = decisions.find(({ decision }) => decision === kind);
  if (end === undefined) throw new Error(`nothing was decided as ${kind}`);
  const seen: EvidenceLine[] = [
    header,
    ...lines.filter(({ t }) => t <= end.t),
    ...decisions.filter(({ t }) => t <= end.t),
  ];
  const verdict = kind === 'rollback' ? ('rolled-back' as const) : ('inconclusive' as const);
  return { end, report: { lines: seen, settings: { ...settings, ...changes }, verdict, reason: end.reason } };
}

describe('what is told of a metric', () => {
  it('is the bet that decided, where there is no baseline any more', () => {
    const nobody = { ...none, buckets: settings.bounds.concat(0).map(() => 0) };
    const alone = asking(flow({ from: 30, to: 60, weight: 100 }), { ...good, broken: 0.5 }).map((line) => ({
      ...line,
      baseline: { ...nobody, model: { 'error-lines': { ...none, buckets: [] } } },
    }));
    const lines = [...asking([...history(), ...flow({ from: 0, to: 30, weight: 50 })], good), ...alone];
    const { end, report } = reportOf(lines, { alpha: 0.005, model: [errorLines] }, 'rollback');
    expect(end.reason).toContain('at most 25 % of the requests fail');
    expect(told(report).join(' ')).not.toContain('no worse');
    expect(judgedTable(report)).not.toMatch(/error-lines.*rolls back at 706 : 1/);
  });

  it('is the metric that came to nothing, and not the requests', () => {
    const { report } = reportOf(
      asking(at({ to: 700 }), good, good, 0.0005),
      { ...asked, deadline: 600 },
      'inconclusive',
    );
    expect(told(report).join(' ')).toContain('first-token');
    expect(told(report).join(' ')).not.toContain('Too few requests reached v2');
  });

  it('is no plot where nobody counted it', () => {
    const lines = at().filter(({ t }) => t > 0);
    const drawn = plots(lines, lines, { ...settings, model: [firstToken] });
    for (const block of drawn.split('```mermaid').slice(1)) expect(block).toMatch(/^ {4}line /m);
  });
});
