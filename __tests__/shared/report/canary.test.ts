import { describe, expect, it } from '@jest/globals';
import type { EvidenceHeader, EvidenceLine, Observation } from '../../../shared/release/evidence.ts';
import { canaryMarkdown, progressLine } from '../../../shared/report/canary.ts';
import { plain } from '../../../shared/report/markdown.ts';
import { outcomeMarkdown } from '../../../shared/report/outcome.ts';

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

describe('the report of a canary', () => {
  const lines: EvidenceLine[] = [
    header,
    line(-5, 0, 0, 0, 100),
    line(0, 5, 5, 10, 190),
    line(5, 10, 5, 10, 190),
    line(10, 10.1, 5, 1, 3),
    line(10.1, 15.1, 100, 200, 0),
  ];
  const markdown = canaryMarkdown(lines);

  it('adds up what each weight saw, without the history', () => {
    expect(markdown.split('\n').filter((row) => row.startsWith('| '))).toEqual([
      '| weight | from | to | v2 requests | errors | p95 | v1 requests | errors | p95 |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 5 % | 0.0 s | 10.1 s | 21 | 14.29 % | 95 ms | 383 | 0 % | 95 ms |',
      '| 100 % | 10.1 s | 15.1 s | 200 | 0.5 % | 95 ms | 0 | – | – |',
    ]);
  });

  it('draws neither cut lines nor a baseline that is gone', () => {
    expect(markdown).toContain('[5, 10, 15]');
    expect(markdown).toContain('line [5, 5, 100]');
    expect(markdown).toContain('line [10, 10, 0.5]\n    line [0, 0]\n');
  });

  it('says nothing where no traffic was moved', () => {
    expect(canaryMarkdown([header, line(-5, 0, 0, 0, 100)])).toBe('');
  });

  it('has one line for a log', () => {
    expect(progressLine({ ...line(0, 5, 5, 10, 190), baseline: null }, [0.1, 0.2], 'continue: x')).toBe(
      '   5.0 s    5 %  canary   10 req   1 err p95  95 ms | stable unreadable  continue: x',
    );
  });
});

describe('text from outside', () => {
  const cases: [name: string, text: string, expected: string][] = [
    ['cannot open markup', '<img src=x>', '&lt;img src=x&gt;'],
    ['cannot end a cell or a line', 'a|b\nc', 'a\\|b c'],
    ['cannot become a link or code', '[x](y) `z`', '\\[x\\](y) \\`z\\`'],
    ['cannot mention anybody', 'cc @octocat', 'cc @\u200boctocat'],
  ];
  it.each(cases)('%s', (_name, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it('stands escaped in a summary, below the verdict', () => {
    const markdown = outcomeMarkdown('rollback', 'rolled-back', '**boo**', [['version', '<b>']]);
    expect(markdown.split('\n').slice(0, 3)).toEqual(['## ↩️ rolled back · rollback', '', '\\*\\*boo\\*\\*']);
    expect(markdown).toContain('| version | &lt;b&gt; |');
  });
});
