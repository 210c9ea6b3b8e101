/** What a service counts of its model, judged beside its requests. */
import { describe, expect, it } from '@jest/globals';
import type { Decision, Side } from '../../../../shared/release/evidence.ts';
import { beginJudging, type JudgeState, step } from '../../../../shared/release/judge/judge.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { asked, asking, at, broken, good, lateFirst, rates, seconds, slow } from './asking.ts';
import { mostOf, random } from './chance.ts';
import { first, judge, settings } from './worlds.ts';

const none: Pick<Decision, 'detail'> = { detail: {} };

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
    for (const { name } of asked.model) expect(Number(detail[`${name}.safe`])).toBeGreaterThanOrEqual(20);
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
