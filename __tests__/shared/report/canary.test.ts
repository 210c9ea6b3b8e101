import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Decision, EvidenceHeader, EvidenceLine, Observation } from '../../../shared/release/evidence.ts';
import { canaryMarkdown } from '../../../shared/report/canary.ts';
import { count, odds, plain, short } from '../../../shared/report/markdown.ts';
import { outcomeMarkdown } from '../../../shared/report/outcome.ts';
import { pointsOf, trailing } from '../../../shared/report/points.ts';
import { progressLine } from '../../../shared/report/progress.ts';
import { slowerOf } from '../../../shared/report/slower.ts';
import { settings } from './evidence.ts';

const header: EvidenceHeader = {
  schema: 'jarvis.evidence/1',
  service: 'brain-api',
  canary: 'v2',
  baseline: 'v1',
  buckets: [0.1, 0.2],
  plan: {},
  judge: {},
};
const side = (requests: number, errors = 0) => ({ requests, errors, buckets: [requests, 0, 0] });
const line = (from: number, t: number, weight: number, canary: number, baseline: number): Observation => ({
  from,
  t,
  weight,
  canary: side(canary, 1),
  baseline: side(baseline),
});
const decision = (t: number, found: number): Decision => ({
  t,
  decision: 'continue',
  reason: 'wait',
  detail: { odds: found, errorOdds: found, latencyOdds: found },
});
const report = (lines: readonly EvidenceLine[]) =>
  canaryMarkdown({ lines, settings: { ...settings, bounds: [0.1, 0.2] }, verdict: 'held', reason: '' });

describe('the report of a canary', () => {
  const markdown = report([
    header,
    line(-5, 0, 0, 0, 100),
    line(0, 5, 5, 10, 190),
    decision(5, 1),
    line(5, 10, 5, 10, 190),
    decision(10, 1000),
    line(10, 10.1, 5, 1, 3),
    line(10.1, 15.1, 100, 200, 0),
    decision(15.1, 1e12),
  ]);

  it('adds up what each weight saw, without the history', () => {
    const steps = markdown.slice(markdown.indexOf('### Steps'));
    expect(steps.split('\n').filter((row) => row.startsWith('| '))).toEqual([
      '| weight | from | to | v2 requests | errors | p95 | v1 requests | errors | p95 |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 5 % | 0.0 s | 10.1 s | 21 | 14.29 % | 95 ms | 383 | 0 % | 95 ms |',
      '| 100 % | 10.1 s | 15.1 s | 200 | 0.5 % | 95 ms | 0 | – | – |',
    ]);
  });

  it('draws neither cut lines nor a baseline that is gone', () => {
    expect(markdown).toContain('[5, 10, 15]');
    expect(markdown).toContain('line [5, 5, 100]');
    expect(markdown).toContain('line [10, 14.29, 0.5]\n    line [0, 0]\n');
  });

  it('draws the odds as powers of ten, within bounds, under the line where they decide', () => {
    expect(markdown).toContain('line [0, 0, 6]\n    line [2.071, 2.071, 2.071]\n');
  });

  it('says so where odds include an earlier run', () => {
    const resumed = report([{ ...header, resumed: {} }, line(0, 5, 5, 10, 190)]);
    expect(resumed).toContain('Odds include what an earlier run of this release saw');
    expect(markdown).not.toContain('earlier run');
  });

  it('says nothing where no traffic was moved', () => {
    expect(report([header, line(-5, 0, 0, 0, 100)])).toBe('');
  });
});

describe('what is drawn', () => {
  it('is a few points, also of a day of looks', () => {
    const looks = Array.from({ length: 17_280 }, (_, index) => line(5 * index, 5 * index + 5, 5, 10, 190));
    expect(pointsOf(looks).length).toBeLessThanOrEqual(21);
    expect(pointsOf(looks).at(-1)?.t).toBe(86_400);
  });

  it('adds hurried looks up, and keeps the last', () => {
    const looks = [0, 5, 6, 7, 8, 9].map((from) => line(from, from === 0 ? 5 : from + 1, 5, 2, 38));
    expect(pointsOf(looks).map(({ t, canary }) => [t, canary.requests])).toEqual([
      [5, 2],
      [8, 6],
      [10, 4],
    ]);
  });

  it('rests on enough requests of the canary', () => {
    const looks = [0, 5, 10, 15].map((from) => line(from, from + 5, 5, 12, 38));
    expect(trailing(pointsOf(looks)).map(({ canary }) => canary.requests)).toEqual([12, 24, 36, 36]);
  });
});

describe('a line of the log', () => {
  const seen = { ...line(0, 5, 5, 10, 190), baseline: null };
  it('has the counts, the odds and what the judge says', () => {
    expect(progressLine(seen, [0.1, 0.2], decision(5, 3.21))).toBe(
      '   5.0 s   5 %  canary    1/10 err p95  95 ms | stable unreadable | odds  3.2 | continue: wait',
    );
  });

  it('is cut where it would not fit, its decision kept', () => {
    const long = { ...decision(5, 1e9), reason: 'because '.repeat(20) };
    const cut = progressLine(line(0, 1805, 100, 70_312, 70_312), [0.1, 0.2], long);
    expect(cut).toHaveLength(140);
    expect(cut).toMatch(/odds >1e6 \| continue: because .*…$/);
  });
});

describe('where latencies differ most', () => {
  const pooled = (...buckets: number[]) => ({ requests: 0, errors: 0, buckets });
  const cases: [name: string, canary: number[], baseline: number[], bound: number | undefined][] = [
    ['a slow path', [50, 45, 5], [500, 499, 1], 0.2],
    ['all of it', [10, 85, 5], [500, 450, 50], 0.1],
    ['nowhere: it is faster', [90, 10, 0], [500, 450, 50], undefined],
    ['nowhere: there is no baseline', [90, 10, 0], [0, 0, 0], undefined],
  ];
  it.each(cases)('%s', (_name, canary, baseline, bound) => {
    expect(slowerOf(pooled(...canary), pooled(...baseline), [0.1, 0.2])?.bound).toBe(bound);
  });
});

describe('numbers for a reader', () => {
  const cases: [value: number, digits: string, asOdds: string][] = [
    [0.0012, '0.0012', 'under 0.01 : 1'],
    [0.314, '0.31', '0.31 : 1'],
    [1, '1', '1 : 1'],
    [99.7, '100', '100 : 1'],
    [117.647, '118', '118 : 1'],
    [12_345, '12,300', '12,300 : 1'],
    [1e12, '1,000,000,000,000', 'over a million : 1'],
  ];
  it.each(cases)('%d', (value, digits, asOdds) => {
    expect(short(value)).toBe(digits);
    expect(odds(value)).toBe(asOdds);
  });
});

describe('thousands are marked', () => {
  it('as the language does it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-5, max: 1e15, noNaN: true }),
        fc.nat(),
        fc.boolean(),
        (value, whole, isNegative) => {
          const signed = isNegative ? -value : value;
          const digits = { maximumSignificantDigits: 3 };
          expect(short(signed)).toBe(Number(signed.toPrecision(signed < 100 ? 2 : 3)).toLocaleString('en-US', digits));
          expect(count(whole)).toBe(whole.toLocaleString('en-US'));
          expect(count(whole / 1000)).toBe((whole / 1000).toLocaleString('en-US'));
        },
      ),
    );
  });
});

describe('text from outside', () => {
  const cases: [name: string, text: string, expected: string][] = [
    ['cannot open markup', '<img src=x>', '&lt;img src=x&gt;'],
    ['cannot end a cell or a line', 'a|b\nc', 'a\\|b c'],
    ['cannot become a link or code', '[x](y) `z`', '\\[x\\](y) \\`z\\`'],
    ['cannot become a heading or a formula', '# $x$ ~~y~~', '\\# \\$x\\$ \\~\\~y\\~\\~'],
    ['cannot mention anybody', 'cc @octocat', 'cc @\u200boctocat'],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('stands escaped in a summary, below the verdict', () => {
    const markdown = outcomeMarkdown('rollback', 'rolled-back', '**boo**', [['version', '<b>']]);
    expect(markdown.split('\n').slice(0, 3)).toEqual(['## ↩️ rolled back · rollback', '', '\\*\\*boo\\*\\*']);
    expect(markdown).toContain('| version |\n| --- |\n| &lt;b&gt; |');
  });
});
