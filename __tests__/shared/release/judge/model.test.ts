/** What a service counts of its model, judged beside its requests. */
import { describe, expect, it } from '@jest/globals';
import type { Decision, Observation, Side } from '../../../../shared/release/evidence.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import type { ModelMetric } from '../../../../shared/release/judge/types.ts';
import { mostOf, random } from './chance.ts';
import { type Flow, first, flow, history, judge, settings } from './worlds.ts';

const seconds = [0.1, 0.2, 0.5, 1, 2];
const rates = [5, 10, 20, 40];
const firstToken: ModelMetric = { name: 'first-token', worse: 'higher', bounds: seconds, alpha: 0.005 / 3 };
const rate: ModelMetric = { name: 'tokens-per-second', worse: 'lower', bounds: rates, alpha: 0.005 / 3 };
const errorLines: ModelMetric = { name: 'error-lines', worse: 'higher', bounds: [], alpha: 0.005 / 3 };
const model = [firstToken, rate, errorLines];
const asked = { alpha: 0.005, model };

/** Cumulative shares of first tokens (s) and of rates (tokens/s), and the share of answers that break off. */
interface Law {
  readonly first: readonly number[];
  readonly rate: readonly number[];
  readonly broken: number;
}
const good: Law = { first: [0.2, 0.6, 0.95, 0.99, 0.999, 1], rate: [0.001, 0.01, 0.05, 0.6, 1], broken: 0.002 };
const lateFirst: Law = { ...good, first: [0.05, 0.3, 0.7, 0.9, 0.98, 1] };
const slow: Law = { ...good, rate: [0.05, 0.3, 0.6, 0.95, 1] };
const broken: Law = { ...good, broken: 0.1 };

const grown = (share: number, from: number, to: number) => Math.round(share * to) - Math.round(share * from);

/** Answers `from` to `to` of one side, exact shares of each law. */
function answered(from: number, to: number, law: Law): Side['model'] {
  const spread = (shares: readonly number[]) => shares.map((upTo, at) => grown(upTo - (shares[at - 1] ?? 0), from, to));
  const requests = to - from;
  return {
    'first-token': { requests, errors: 0, buckets: spread(law.first) },
    'tokens-per-second': { requests, errors: 0, buckets: spread(law.rate) },
    'error-lines': { requests, errors: grown(law.broken, from, to), buckets: [] },
  };
}

/** Lines whose sides ask the model with every second request, unless said. */
function asking(lines: readonly Observation[], canary: Law, baseline = good, share = 0.5): Observation[] {
  const counted = { canary: 0, baseline: 0 };
  const side = (name: 'canary' | 'baseline', counts: Side | null, law: Law): Side | null => {
    if (counts === null) return null;
    const from = counted[name];
    counted[name] = from + Math.round(counts.requests * share);
    return { ...counts, model: answered(from, counted[name], law) };
  };
  return lines.map((line) => ({
    ...line,
    canary: side('canary', line.canary, canary),
    baseline: side('baseline', line.baseline, baseline),
  }));
}

const none: Pick<Decision, 'detail'> = { detail: {} };

const at = (given: Partial<Flow> = {}) => [...history(), ...flow({ from: 0, to: 600, weight: 25, ...given })];

describe('a canary that is worse in its model alone', () => {
  it.each([
    ['first-token', lateFirst, 'values of'],
    ['tokens-per-second', slow, 'values of'],
    ['error-lines', broken, ' failed ('],
  ])('is rolled back by %s, which is named', (name, law, words) => {
    const judging = judge(asking(at(), law), asked);
    const found = judging.decisions.find(({ decision }) => decision === 'rollback');
    expect(found?.reason).toMatch(new RegExp(`^${name}: `));
    expect(found?.reason).toContain(words);
    expect(found?.detail).toMatchObject({ metric: name, odds: found?.detail[`${name}.odds`] });
    expect(Number(found?.detail['odds'])).toBeGreaterThan(1 / (0.005 / 3));
    expect(Number(found?.detail['errorOdds'])).toBeLessThan(2);
  });

  it('is not seen where the model is not asked for', () => {
    expect(first(judge(asking(at(), broken)), 'rollback')).toBeUndefined();
  });

  it('goes on where the stable version is as bad', () => {
    for (const law of [lateFirst, slow, broken]) {
      expect(first(judge(asking(at(), law, law), asked), 'rollback')).toBeUndefined();
    }
  });

  it('of fewer tokens a second is the worse one, of more it is none', () => {
    const fast = { ...good, rate: [0, 0, 0.001, 0.01, 1] };
    const { decisions } = judge(asking(at(), fast), asked);
    expect(decisions.some(({ decision }) => decision === 'promote-step')).toBe(true);
    const { detail } = decisions.at(-1) ?? none;
    expect(Number(detail['tokens-per-second.canaryTail'])).toBeGreaterThanOrEqual(40);
    expect(Number(detail['tokens-per-second.baselineTail'])).toBeCloseTo(20, 0);
  });
});

describe('a canary whose model is as good', () => {
  it('passes, and not before every metric has shown it', () => {
    const plain = judge(asking(at(), good));
    const judging = judge(asking(at(), good), asked);
    const passed = first(judging, 'promote-step') ?? Number.NaN;
    expect(passed).toBeGreaterThanOrEqual(first(plain, 'promote-step') ?? Number.POSITIVE_INFINITY);
    const { detail } = judging.decisions.find(({ t }) => t === passed) ?? none;
    for (const { name } of model) expect(Number(detail[`${name}.safe`])).toBeGreaterThanOrEqual(20);
  });

  it('waits while hardly any request asks the model, says for which metric, and runs into its deadline', () => {
    const { decisions, state } = judge(asking(at({ to: 700 }), good, good, 0.0005), { ...asked, deadline: 600 });
    expect(decisions.at(-2)?.reason).toMatch(/^the deadline|^first-token: the deadline/);
    expect(decisions.find(({ t }) => t === 300)).toMatchObject({
      decision: 'insufficient-data',
      reason: expect.stringMatching(/^first-token: \d+ requests of the canary in \d of 3 readings/),
    });
    expect(decisions.at(-1)?.decision).toBe('inconclusive');
    expect(lastWord(state)).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('first-token') });
  });

  it('is held where a metric cannot be read, and not taken for a dead canary', () => {
    const unreadable = (side: Side | null) =>
      side && { ...side, model: { 'first-token': side.model?.['first-token'] ?? side } };
    const lines = asking(at(), good).map((line) =>
      line.t > 200 ? { ...line, canary: unreadable(line.canary) } : line,
    );
    const { decisions } = judge(lines, { ...asked, deadline: 3600 });
    expect(decisions.at(-1)).toMatchObject({
      decision: 'continue',
      reason: expect.stringMatching(/^tokens-per-second: /),
    });
  });
});

describe('the state with a model', () => {
  it('goes on from JSON as if nothing had been', () => {
    const lines = asking(at(), lateFirst);
    const whole = judge(lines, asked);
    let state: JudgeState = beginJudging({ ...settings, ...asked });
    const decisions = lines.map((line) => {
      const judged = step(state, line);
      state = JSON.parse(JSON.stringify(judged.state));
      return judged.decision;
    });
    expect(decisions.filter(({ t }) => t > 0)).toEqual(whole.decisions);
  });
});

describe('a thousand answers of equal models', () => {
  it('roll back no more often than alpha allows', () => {
    const runs = 300;
    const uniform = random(7);
    const drawn = (requests: number): Side => {
      const [byTime, byRate] = [seconds.concat(0).map(() => 0), rates.concat(0).map(() => 0)];
      let errors = 0;
      for (let left = requests; left > 0; left -= 1) {
        const [time, pace] = [uniform(), uniform()];
        const [a, b] = [good.first.findIndex((upTo) => time < upTo), good.rate.findIndex((upTo) => pace < upTo)];
        byTime[a] = (byTime[a] ?? 0) + 1;
        byRate[b] = (byRate[b] ?? 0) + 1;
        if (uniform() < 0.02) errors += 1;
      }
      const counted = {
        'first-token': { requests, errors: 0, buckets: byTime },
        'tokens-per-second': { requests, errors: 0, buckets: byRate },
        'error-lines': { requests, errors, buckets: [] },
      };
      return {
        requests,
        errors: 0,
        buckets: settings.bounds.concat(0).map((_, at) => (at === 0 ? requests : 0)),
        model: counted,
      };
    };
    let harmed = 0;
    for (let run = 0; run < runs; run += 1) {
      let state = beginJudging({ ...settings, ...asked });
      for (let t = 0; t < 200; t += 5) {
        const line = { from: t, t: t + 5, weight: 25, canary: drawn(6), baseline: drawn(19) };
        const judged = step(state, line);
        state = judged.state;
        if (judged.decision.decision !== 'rollback') continue;
        harmed += 1;
        break;
      }
    }
    expect(harmed).toBeLessThanOrEqual(mostOf(runs, 0.01));
  });
});
