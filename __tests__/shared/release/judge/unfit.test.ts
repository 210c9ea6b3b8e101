/** What forbids to go on although nothing is decided yet: a canary that fails just now, and a side nobody sees. */
import { describe, expect, it } from '@jest/globals';
import type { Observation } from '../../../../shared/release/evidence.ts';
import { lastWord } from '../../../../shared/release/judge/last-word.ts';
import { dispersionOf, emptyPlacebo, note } from '../../../../shared/release/judge/placebo.ts';
import { at, flow, history, judge, side } from './worlds.ts';

const ladder = { steps: [5, 100].map((weight) => ({ weight, dwell: 30 })) };
const calm = [...history(), ...flow({ from: 0, to: 300, weight: 5 })];

describe('a canary that fails just now', () => {
  const whole = (from: number, to: number, bad = 0.001) => flow({ from, to, weight: 100, canaryBad: bad });

  for (const good of [10, 60, 300]) {
    for (const bad of [1, 0.2]) {
      it(`passes nowhere when ${100 * bad} % fail after ${good} good seconds at 100 %`, () => {
        const lines = [...calm, ...whole(300, 300 + good), ...whole(300 + good, 360 + good, bad)];
        const { decisions, state } = judge(lines, ladder);
        const after = decisions.filter(({ t }) => t > 305 + good).map(({ decision }) => decision);
        expect(after).not.toContain('promote-step');
        expect(lastWord(state).verdict).toBe('inconclusive');
      });
    }
  }

  it('passes again when that was over quickly', () => {
    const lines = [...calm, ...whole(300, 330), ...whole(330, 335, 0.06), ...whole(335, 500)];
    expect(judge(lines, ladder).kinds.at(-1)).toBe('promote-step');
  });
});

describe('a baseline that nobody sees', () => {
  const dark = (from: number, to: number, bad: number): Observation[] =>
    flow({ from, to, weight: 5, canaryBad: bad }).map((line) => ({ ...line, baseline: null }));

  it('does not protect a canary that fails outright', () => {
    const { decisions } = judge([...history(), ...dark(0, 120, 1)]);
    const rollback = decisions.find(({ decision }) => decision === 'rollback');
    expect(rollback?.t).toBeLessThanOrEqual(60);
  });

  it('lets nothing pass, failing or not', () => {
    const lines = [...calm.filter(({ t }) => t <= 20), ...dark(20, 600, 0)];
    expect(judge(lines, { harmBudget: 1 }).kinds).not.toContain('promote-step');
  });

  it('is missed no longer once the canary has all traffic', () => {
    const whole = flow({ from: 300, to: 400, weight: 100 }).map((line) => ({ ...line, baseline: null }));
    expect(judge([...calm, ...whole], ladder).kinds.at(-1)).toBe('promote-step');
  });
});

describe('the last word of a file that ends unseen', () => {
  const ends: readonly (readonly [string, ReturnType<typeof side> | null, ReturnType<typeof side> | null])[] = [
    ['both', null, null],
    ['the canary', null, side(475)],
    ['the baseline', side(25), null],
  ];
  for (const [name, canary, baseline] of ends) {
    it(`is not promote: ${name}`, () => {
      expect(lastWord(judge(calm).state).verdict).toBe('promote');
      const { state } = judge([...calm, at(300, 305, 5, canary, baseline)]);
      expect(lastWord(state)).toMatchObject({ verdict: 'inconclusive', reason: expect.stringContaining('read') });
    });
  }
});

describe('one instance that is always a little worse', () => {
  it('is dispersion, but nothing that lasts', () => {
    let placebo = emptyPlacebo;
    for (let row = 0; row < 120; row += 1) {
      const worse = { requests: 750, errors: 8 + (row % 3) };
      const usual = { requests: 750, errors: row % 2 };
      const instances = { a: usual, b: worse };
      placebo = note(placebo, { requests: 1500, errors: 10, buckets: [], instances }, 15, 0);
    }
    const found = dispersionOf(placebo, 30);
    expect(found).toMatchObject({ lasting: 0, block: 0, known: true });
    expect(found.errors).toBeGreaterThan(2);
  });
});
