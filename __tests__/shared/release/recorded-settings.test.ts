/** What a recorded canary is judged with: its header's `judge`, else its `plan`, else the defaults, key by key. */
import { describe, expect, test } from '@jest/globals';
import { recordedPlan } from '../../../shared/plan/recorded.ts';
import type { EvidenceHeader } from '../../../shared/release/evidence.ts';
import { beginJudging, step } from '../../../shared/release/judge/judge.ts';
import { countedIn } from '../../../shared/release/recorded-model.ts';
import { recordedSettings, restore } from '../../../shared/release/recorded-settings.ts';
import { judgeSettings } from '../../../shared/release/settings.ts';
import { bounds, line, header as names, settings } from '../../local/recordings.ts';

const header = (more: Partial<EvidenceHeader> = {}): EvidenceHeader => ({ ...names, buckets: bounds, ...more });
const defaults = judgeSettings(recordedPlan(undefined).plan, { bounds });
const ladder = [5, 25, 50, 100].map((weight) => ({ weight, dwell: 30 }));

describe('settings', () => {
  test('are the defaults where the header says nothing', () => {
    expect(recordedSettings(header())).toEqual({ settings: defaults, problems: [] });
    expect(defaults).toMatchObject({ steps: ladder, deadline: 1800, errorRate: 0.05, latencyP95: 2, alpha: 0.01 });
  });

  test('are exactly those of a live run', () => {
    expect(recordedSettings(header({ judge: { ...settings } }))).toEqual({ settings, problems: [] });
    const keys = Object.keys(defaults).toSorted();
    expect(Object.keys(settings).toSorted()).toEqual(keys);
  });

  test.each<[string, Partial<EvidenceHeader>, object]>([
    [
      'a plan of steps alone',
      { plan: { canary: { steps: ['10%', '100%'] } } },
      {
        steps: [
          { weight: 10, dwell: 30 },
          { weight: 100, dwell: 30 },
        ],
      },
    ],
    [
      'a plan of a dwell alone',
      { plan: { canary: { analysis: { dwell: '1m' } } } },
      { steps: ladder.map((each) => ({ ...each, dwell: 60 })) },
    ],
    [
      'a step with keys of another version',
      { plan: { canary: { steps: [{ weight: '50%', hold: '1s', notes: 1 }] } } },
      { steps: [{ weight: 50, dwell: 1 }] },
    ],
    [
      'a plan with sections of another version',
      { plan: { canary: { analysis: { shape: 'round', deadline: '5s' } }, mesh: {} } },
      { deadline: 5 },
    ],
    [
      'objectives',
      { plan: { objectives: { 'error-rate': '1%', 'latency-p95': '250ms' } } },
      { errorRate: 0.01, latencyP95: 0.25 },
    ],
    ['a judge of one key', { judge: { deadline: 60 } }, { deadline: 60 }],
    [
      "another judge's keys",
      { judge: { version: 'threshold/1', minRequests: 30, dwell: { 5: 1 }, harmBudget: 0.1 } },
      { harmBudget: 0.1 },
    ],
    [
      'a judge above a plan',
      { judge: { errorRate: 0.2 }, plan: { objectives: { 'error-rate': '1%', 'latency-p95': '1s' } } },
      { errorRate: 0.2, latencyP95: 1 },
    ],
    ['no bounds', { buckets: [] }, { bounds: [] }],
  ])('come from %s', (_, more, expected) => {
    expect(recordedSettings(header(more))).toEqual({ settings: { ...defaults, ...expected }, problems: [] });
  });

  test.each<[Partial<EvidenceHeader>, string]>([
    [{ judge: { alpha: 0 } }, 'judge.alpha is 0; expected a number above 0 and below 1; took 0.01'],
    [{ judge: { deadline: -1 } }, 'judge.deadline is -1; expected seconds, 0 or more; took 1800'],
    [{ judge: { noData: null } }, 'judge.noData is null; expected "hold" or "rollback"; took "hold"'],
    [{ judge: { harmBudget: '1%' } }, 'judge.harmBudget is "1%"; expected a share from 0 to 1; took 0.005'],
    [
      {
        judge: {
          steps: [
            { weight: 50, dwell: 1 },
            { weight: 5, dwell: 1 },
          ],
        },
      },
      'judge.steps is a list; expected a list of {"weight","dwell"}',
    ],
    [{ plan: { canary: { steps: ['25%', '5%'] } } }, 'plan: canary.steps[1]: 5% does not rise above the 25% before it'],
    [{ plan: { canary: { steps: [25] } } }, 'plan: canary.steps[0]: 25 is not valid'],
    [{ plan: { canary: 7 } }, 'plan: canary is no mapping of keys to values; took the default'],
    [{ plan: { objectives: { 'latency-p95': '0s' } } }, 'plan: objectives.latency-p95: 0 s is no duration'],
  ])('are the defaults, with a word, for %j', (more, problem) => {
    expect(recordedSettings(header(more))).toEqual({
      settings: defaults,
      problems: [expect.stringContaining(problem)],
    });
  });

  test('of a whole plan are those that a live run takes from it', () => {
    const { plan } = recordedPlan({
      canary: { steps: ['5%', { weight: '60%', hold: '2m' }], analysis: { 'warm-up': '9s' } },
    });
    const again = recordedSettings(header({ plan: plan.document }));
    expect(again).toEqual({ settings: judgeSettings(plan, { bounds }), problems: [] });
  });
});

describe('the metrics of a model in a header', () => {
  const metric = { name: 'first-token', worse: 'higher', bounds: [0.1, 1], alpha: 0.002 };

  test('are judged again, by the bounds they were counted by', () => {
    const recorded = header({ judge: { model: [metric] } });
    expect(recordedSettings(recorded)).toEqual({ settings: { ...defaults, model: [metric] }, problems: [] });
    expect(countedIn(recorded)).toEqual({ bounds, model: { 'first-token': [0.1, 1] } });
  });

  test('are gone on with from a state alone', () => {
    const before = { ...settings, model: [{ ...metric, worse: 'higher' as const }] };
    const { state } = step(beginJudging(before), line(5, 25));
    const resumed = JSON.parse(JSON.stringify(state));
    expect(restore(header({ judge: { ...before }, resumed }))).toEqual({ state, problems: [] });
    expect(restore(header({ resumed }))).toEqual({ state, problems: [] });
  });

  test.each([
    [[{ ...metric, worse: 'other' }]],
    [[{ ...metric, bounds: [1, 0.1] }]],
    [[{ ...metric, bounds: [0, 1] }]],
    [[{ ...metric, alpha: 0 }]],
    [[{ ...metric, name: 7 }]],
    [[]],
    ['all'],
  ])('are left out, with a word, where they are %j', (model) => {
    expect(recordedSettings(header({ judge: { model } }))).toEqual({
      settings: defaults,
      problems: [expect.stringMatching(/^judge\.model is .+; expected a list of .+; left it out$/)],
    });
    expect(countedIn(header({ judge: { model } }))).toEqual({ bounds });
  });
});

describe('a state that an earlier run left', () => {
  const { state } = step(beginJudging(settings), line(5, 25));
  const judge = { ...settings };

  test('is gone on from', () => {
    expect(restore(header({ judge, resumed: { ...state } }))).toEqual({ state, problems: [] });
    expect(restore(header({ resumed: { ...state } }))).toEqual({ state, problems: [] });
  });

  test.each<[string, object, string]>([
    ['another judge', { phase: 'watching' }, 'is not a state of this judge'],
    ['nobody', { ...state, stage: { ...state.stage, weight: '25' } }, 'is not a state of this judge'],
    ['other settings', { ...state, settings: { ...settings, alpha: 0.05 } }, 'was reached with other settings'],
    ['no sense', { ...state, shape: [['x']], pivots: 7 }, 'is not a state that this judge can go on from'],
  ])('of %s is left, with a word', (_, resumed, problem) => {
    const restored = restore(header({ judge, resumed: { ...resumed } }));
    expect(restored.state).toEqual(beginJudging(settings));
    expect(restored.problems).toEqual([
      `resumed ${problem}; judged from this file's first line on, as if nothing had been before`,
    ]);
  });

  test('is left where other settings are given', () => {
    const { state: begun, problems } = restore(header({ judge, resumed: { ...state } }), defaults);
    expect(begun).toEqual(beginJudging(defaults));
    expect(problems).toHaveLength(1);
  });
});
