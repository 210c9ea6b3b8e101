/** What figure 2 holds a regression to, and how outcomes become verdicts. */
import { describe, expect, it } from '@jest/globals';
import type { Row } from '../../bench/judge/cell.ts';
import { failing, type Traffic } from '../../bench/judge/families.ts';
import { wald } from '../../bench/judge/limits.ts';
import { limitsOf, median, medianAtLeast, type Outcome } from '../../bench/judge/outcome.ts';
import { detection, falseRollbacks, harm, limitOf, promotion, rash } from '../../bench/judge/targets.ts';
import { versusRow } from '../../bench/judge/versus.ts';

const outcome = (kind: Outcome['kind'], requests = 100, t = 60): Outcome => ({
  kind,
  requests,
  t,
  failed: 1,
  looks: 360,
  rash: 0,
});
const many = (kind: Outcome['kind'], runs: number, requests = 100) =>
  Array.from({ length: runs }, () => outcome(kind, requests));

describe('the limit of a regression', () => {
  const limit = (traffic: Traffic, bad: number) => {
    const number = wald([bad, 1 - bad], [traffic.errors, 1 - traffic.errors]);
    return limitOf(failing(traffic, bad, 'x'), { number, times: 1.9, extra: bad - traffic.errors })?.words;
  };
  const cases: readonly (readonly [what: string, Traffic, bad: number, words: string | undefined])[] = [
    ['within the harm budget', { rps: 100, errors: 0.001 }, 0.005, undefined],
    ['half an hour does not hold five times Wald', { rps: 10, errors: 0.001 }, 0.01, undefined],
    ['it does', { rps: 100, errors: 0.001 }, 0.01, '<= 1.9 x Wald'],
    ['Wald is below 30', { rps: 10, errors: 0.01 }, 0.5, '<= 10 requests'],
    ['Wald is below two scrapes', { rps: 100, errors: 0.01 }, 0.1, '<= 75 requests'],
    ['a scrape a second', { rps: 100, errors: 0.01, every: 1 }, 0.1, '<= 1.9 x Wald'],
    ['too few failures in the history', { rps: 1, errors: 0.001 }, 0.5, '<= 10 requests'],
    ['a limit that no rule can keep', { rps: 10, errors: 0.03 }, 0.18, '<= 1.9 x Wald'],
  ];
  for (const [what, traffic, bad, words] of cases) {
    it(`where ${what}: ${words ?? 'none'}`, () => {
      expect(limit(traffic, bad)).toBe(words);
    });
  }
});

describe('verdicts', () => {
  it('of false rollbacks: even the lower limit is above the bound', () => {
    const passes = (rolled: number) =>
      falseRollbacks(0.005)([...many('rolled-back', rolled), ...many('inconclusive', 4000 - rolled)], 0).pass;
    expect([20, 28, 30, 40].map(passes)).toEqual([true, true, false, false]);
  });

  it('count what was missed as infinite', () => {
    const verdict = (found: number) =>
      detection(100, { requests: 190, words: '' })(
        [...many('rolled-back', found), ...many('promoted', 100 - found)],
        0,
      );
    expect([verdict(98).pass, verdict(97).pass, verdict(40).values['requests']]).toEqual([true, false, 'never']);
    expect(detection(100, undefined)(many('promoted', 9), 0).pass).toBeUndefined();
  });

  it('leave something to chance where runs are few', () => {
    const few = [...many('rolled-back', 19), outcome('inconclusive')];
    const verdict = (doubt: number) => detection(100, { requests: 99, words: '' })(few, doubt).pass;
    expect([verdict(0), verdict(3)]).toEqual([false, false]);
    const near = [...many('rolled-back', 12, 101), ...many('rolled-back', 8, 90)];
    expect([0, 3].map((doubt) => detection(50, { requests: 95, words: '' })(near, doubt).pass)).toEqual([false, true]);
  });

  it('of promotion', () => {
    expect(promotion(60)(many('promoted', 3), 0).pass).toBe(true);
    expect(promotion(59)(many('promoted', 3), 0).pass).toBe(false);
    expect(harm([...many('promoted', 80), ...many('rolled-back', 920)], 0).pass).toBe(false);
    expect(harm([...many('promoted', 55), ...many('rolled-back', 945)], 0).pass).toBe(true);
    expect(rash([...many('promoted', 9), { ...outcome('promoted'), rash: 1 }], 0).pass).toBe(false);
  });
});

describe('statistics', () => {
  it('of a share, after Wilson', () => {
    const { lower, upper } = limitsOf(10, 100, 1.96);
    expect([lower, upper].map((limit) => limit.toFixed(4))).toEqual(['0.0552', '0.1744']);
    expect(limitsOf(10, 100, 0)).toEqual({ lower: 0.1, upper: 0.1 });
    expect(limitsOf(0, 50, 1.96).lower).toBe(0);
  });

  it('of a median', () => {
    expect([median([3, 1, 2]), median([]), median([1, Number.POSITIVE_INFINITY, 2])]).toEqual([
      2,
      Number.POSITIVE_INFINITY,
      2,
    ]);
    const values = Array.from({ length: 100 }, (_, index) => index);
    expect([0, 2, 3, 30].map((doubt) => medianAtLeast(values, doubt))).toEqual([50, 40, 35, 0]);
  });
});

describe('beside the peers', () => {
  const row = (rule: string, measure: number): Row => ({
    figure: 4,
    cell: 'x',
    values: { [rule]: String(measure) },
    target: '',
    pass: undefined,
    measure,
  });
  const never = Number.POSITIVE_INFINITY;
  it('compares what each rule needs', () => {
    const verdict = (ours: number, flagger: number, argo: number) =>
      versusRow([row('ours', ours), row('Flagger docs', flagger), row('Argo f1', argo)]).pass;
    expect(verdict(10, 150, 45)).toBe(true);
    expect(verdict(10, 149, 45)).toBe(false);
    expect(verdict(10, 150, 44)).toBe(false);
    expect(verdict(10, never, never)).toBe(true);
    expect(verdict(never, never, never)).toBe(false);
  });
});
