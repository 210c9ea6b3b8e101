import { describe, expect, it } from '@jest/globals';
import { canaryMarkdown } from '../../../shared/report/canary.ts';
import { judgedTable } from '../../../shared/report/judged.ts';
import { told } from '../../../shared/report/told.ts';
import { asking, modelSettings, released, side, type World } from './evidence.ts';

const stable = () => side(950, 10, 9);
const quiet = { canary: () => side(50), baseline: stable };

const worlds: Record<string, World> = {
  errors: { canary: () => side(50, 10), baseline: stable },
  latency: { canary: () => side(50, 0, 8), baseline: stable },
  safe: { canary: (t) => side(t < 60 ? 50 : 500), baseline: (t) => side(t < 60 ? 950 : 500, 5) },
  dead: { canary: (t) => (t < 20 ? side(50) : null), baseline: stable },
  outright: { canary: () => side(400, 160), baseline: () => side(0) },
  'no counts': { canary: () => null, baseline: () => null },
  'no counts, and the plan does not wait': {
    canary: () => null,
    baseline: () => null,
    settings: { noData: 'rollback' },
  },
  'too few': { canary: () => side(0), baseline: () => side(3) },
  undecided: { canary: () => side(2), baseline: () => side(38) },
  shared: { canary: () => side(50, 10), baseline: () => side(950, 190) },
  suspicious: { canary: (t) => side(4, t === 100 || t === 110 ? 1 : 0), baseline: () => side(76) },
  'a late model': {
    canary: () => asking(side(60), 20),
    baseline: () => asking(side(1140, 10, 9), 6),
    past: asking(side(600, 6), 3),
    settings: modelSettings,
  },
  'a broken model': {
    canary: () => asking(side(60), 0, 9),
    baseline: () => asking(side(1140, 10, 9), 6, 1),
    past: asking(side(600, 6), 3),
    settings: modelSettings,
  },
  cancelled: { ...quiet, cancel: 20 },
  'cancelled at once': { ...quiet, cancel: 5 },
  'cancelled in an incident': { canary: () => side(50, 10), baseline: () => side(950, 190), cancel: 40 },
};

describe('what is told of a release', () => {
  const cases: [world: string, verdict: string, ...sentences: (string | RegExp)[]][] = [
    [
      'errors',
      'rolled-back',
      /^Rolled back at 5 % after 100 canary requests: .+ : 1 against "no worse than v1". Errors carried it: 20 of 100 failed \(20 %\), v1 20 of 1,900 \(1.1 %\)\.$/,
    ],
    ['latency', 'rolled-back', /Latency carried it: 16 % took over 100 ms, v1 0.95 %; p95 v2 \d[^,]+, v1 \d+ ms\.$/],
    [
      'a late model',
      'rolled-back',
      /^Rolled back at 5 % after \d+ canary requests: .+ : 1 against "no worse than v1"\. (first-token|tokens-per-second) of the model carried it: v2 [^,]+, v1 .+ \(95 % of the answers are at (most|least) that; the whole histogram is judged\)\.$/,
    ],
    [
      'a broken model',
      'rolled-back',
      /error-lines of the model carried it: v2 \d+ of \d+, v1 \d+ of [\d,]+ \(answers that broke off, of all that the model gave\)\.$/,
    ],
    [
      'safe',
      'held',
      /^Passed at 50 %: no worse than v1 over [\d,]+ canary requests. At this weight 0 of [\d,]+ failed \(0 %\), v1 .+ that 100 % stays within the harm budget\.$/,
    ],
    ['dead', 'rolled-back', /the canary could not be read for 15 s/, /^Dead processes report no errors/],
    ['no counts', 'inconclusive', /no counts at all/, /^Neither version could be counted/],
    ['no counts, and the plan does not wait', 'rolled-back', /no counts at all/, /^The plan asks for that/],
    ['too few', 'inconclusive', /0 requests of the canary/, /^Too few requests reached v2/],
    ['undecided', 'inconclusive', /the deadline of 120 s came first/, /^v2 is neither clearly worse than v1/],
    ['shared', 'inconclusive', /the baseline misses an objective too/, /^v1 misses an objective too/],
    ['suspicious', 'inconclusive', /suspected/, /^v2 looks worse than v1, but not by enough/],
    ['cancelled', 'rolled-back', 'cancelled at 5 %', /^The judge did not decide this; at 20.0 s it said: continue/],
    ['cancelled at once', 'rolled-back', 'cancelled at 5 %', /it said: insufficient-data/],
    ['cancelled in an incident', 'rolled-back', 'cancelled at 5 %', /it said: shared-incident/, /^v1 misses/],
  ];
  it.each(cases)('%s: %s', (world, verdict, ...expected) => {
    const report = released(worlds[world] as World);
    const sentences = told(report);
    expect(report.verdict).toBe(verdict);
    expect(sentences).toHaveLength(expected.length);
    for (const [index, sentence] of expected.entries()) expect(sentences[index]).toMatch(sentence);
  });

  it('does not put down to the judge what only sounds like it', () => {
    const report = released(worlds['errors'] as World);
    expect(told({ ...report, verdict: 'error' })[1]).toMatch(/^The judge did not decide this/);
    expect(told({ ...report, reason: 'the canary is gone' })[0]).toBe('the canary is gone');
    expect(told({ ...report, lines: [], reason: 'nobody is home' })).toEqual(['nobody is home']);
  });
});

describe('the numbers behind it', () => {
  const rows = (world: string, more = {}) => judgedTable({ ...released(worlds[world] as World), ...more }).split('\n');

  it('stand in a table, what decided in bold', () => {
    const table = rows('errors');
    expect(table[2]).toMatch(/^\| odds against "no worse than v1" \| \*\*.+ : 1\*\* \| rolls back at 118 : 1 \|$/);
    expect(table[3]).toMatch(/^\| … by errors \| .+ \| counts 65 % \|$/);
    expect(table[5]).toMatch(/^\| odds that 50 % keeps within the harm budget \| .+ \| goes on at 20 : 1 \|$/);
    expect(table[6]).toMatch(
      /^\| error rate of v2 over that of v1 \| x[\d.]+ to x[\d.]+ \| at 95 %, however often one looks \|$/,
    );
    expect(table[7]).toMatch(/^\| p95 at this weight \| v2 95 ms, v1 96 ms \|/);
    expect(table).toHaveLength(8);
  });

  it('name the absolute bet where that one decided', () => {
    const table = rows('outright');
    expect(table.join('\n')).toMatch(
      /odds against "at most 25 % of the requests fail" \| \*\*.+\*\* \| rolls back at 2,670/,
    );
    expect(table[2]).toMatch(/no worse than v1" \| 1 : 1 /);
  });

  it('say why evidence counts less', () => {
    const { lines, ...report } = released(worlds['undecided'] as World);
    const dispersed = lines.map((line) =>
      'decision' in line ? { ...line, detail: { ...line.detail, dispersion: 2.5, dispersionKnown: true } } : line,
    );
    expect(judgedTable({ ...report, lines: dispersed })).toMatch(/\| 2.5 \| instances of v1 differ .+ count 1\/2.5 \|/);
  });

  it('escape the names', () => {
    const report = released(worlds['undecided'] as World);
    const lines = report.lines.map((line) => ('schema' in line ? { ...line, canary: '<b>|', baseline: '*' } : line));
    const table = judgedTable({ ...report, lines });
    expect(table).toContain('error rate of &lt;b&gt;\\| over that of \\*');
    expect(table).not.toContain('<b>');
  });
});

describe('the table and the plots of a model', () => {
  it('have each metric with its odds, what both sides did, and a plot', () => {
    const report = released(worlds['a late model'] as World);
    const text = canaryMarkdown(report);
    for (const name of ['first-token', 'tokens-per-second', 'error-lines']) {
      expect(text).toContain(`| ${name}: odds against "no worse than v1" |`);
      expect(text).toMatch(new RegExp(`title "Model ${name}(, 95 % at (most|least))?: canary orange, stable blue"`));
    }
    expect(text).toMatch(/\| … at this weight \| v2 \d\S* s, v1 \d+ ms \| 95 % of the answers are at most that/);
    expect(text).toMatch(
      /\| … at this weight \| v2 \S+ a second, v1 \d+ a second \| 95 % of the answers are at least that/,
    );
    expect(text).toMatch(/\| … at this weight \| v2 0 of \d+, v1 0 of [\d,]+ \| answers that broke off/);
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  it('are not there where nothing of a model is judged', () => {
    expect(canaryMarkdown(released(worlds['errors'] as World))).not.toMatch(/Model|first-token/);
  });
});
