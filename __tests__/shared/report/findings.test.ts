import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Assembled } from '../../../shared/findings/assemble.ts';
import type { Finding } from '../../../shared/findings/model.ts';
import { findingsMarkdown, summaryLimit } from '../../../shared/report/findings.ts';
import { accepted, anyOutcome, finding, outcome, toolOutcome } from '../findings/sample.ts';

const markdown = (over: Partial<Assembled>, limit?: number) => findingsMarkdown('check-quality', outcome(over), limit);
const below = { blocking: false, reason: 'medium is below fail-on' };
const medium = { level: 'medium', original: null } as const;
const headings = (text: string) => text.split('\n').filter((line) => line.startsWith('#'));
const rowsWith = (text: string, what: string) =>
  text.split('\n').filter((line) => line.startsWith('|') && line.includes(what));

const lodash = (id: string): Partial<Finding> => ({
  tool: { name: 'npm-audit', version: null },
  witnesses: [],
  category: 'vulnerability',
  rule: { id },
  package: {
    purl: 'pkg:npm/lodash@4.17.20',
    name: 'lodash',
    installed: '4.17.20',
    fixedIn: ['4.17.21'],
    path: 'package-lock.json',
  },
});

describe('the summary of a gate', () => {
  it('begins with the verdict, then what blocks, what could not be checked, the tools, and the rest', () => {
    const tools = [
      toolOutcome(),
      toolOutcome({ tool: { name: 'semgrep', version: null }, verdict: 'not-run', reason: 'nothing was scanned' }),
    ];
    const text = markdown({ findings: [finding(), finding({ severity: medium, gate: below })], tools });
    expect(headings(text)).toEqual([
      '## ⛔ 1 finding blocks · check-quality',
      '### What blocks',
      '### What could not be checked',
      '### Tools',
    ]);
    expect(text).toContain('<details>\n<summary>1 that does not block</summary>');
    expect(text.indexOf('<details>')).toBeGreaterThan(text.indexOf('### Tools'));
  });

  const verdicts: [verdict: Assembled['verdict'], title: string][] = [
    ['error', '## ❌ error · check-quality'],
    ['not-run', '## ⚠️ not run · check-quality'],
    ['passed', '## ✅ passed · check-quality'],
  ];
  it.each(verdicts)('that is %s says so first', (verdict, title) => {
    expect(markdown({ verdict }).split('\n')[0]).toBe(title);
  });

  it('of a tool that broke says why and with which words before anything else', () => {
    const broken = toolOutcome({ verdict: 'error', reason: 'the report is empty', errors: ['no such rule'] });
    const text = markdown({
      verdict: 'error',
      reason: 'bandit: the report is empty',
      tools: [broken],
      findings: [finding()],
    });
    expect(headings(text).slice(0, 3)).toEqual([
      '## ❌ error · check-quality',
      '### What could not be checked',
      '### What blocks',
    ]);
    expect(text).toContain('**Why:** bandit: the report is empty\n');
    expect(text).toContain('- ❌ error: **bandit (bandit.json)** the report is empty\n  - no such rule\n');
  });

  it('has one row for findings of one cause, with the first places and the number of the others', () => {
    const findings = [4, 5, 6, 7, 8].map((startLine) => finding({ location: { path: 'src/a.py', startLine } }));
    const [row, ...others] = rowsWith(markdown({ findings }), 'B608');
    expect(others).toEqual([]);
    expect(row).toBe(
      '| 🟧&nbsp;**high** | **Possible SQL injection**<br>bandit · B608 · 5 times | <code>src/a.py:4</code><br><code>src/a.py:5</code><br><code>src/a.py:6</code><br>and 2 more | Change the code, or suppress it in place with a reason. |',
    );
  });

  it('has one row for a package, which is upgraded once', () => {
    const text = markdown({ findings: ['GHSA-1', 'GHSA-2'].map((id) => finding(lodash(id))) });
    expect(text).toContain('**2** blocking, 1 change to make');
    expect(rowsWith(text, 'lodash')).toEqual([
      '| 🟧&nbsp;**high** | **lodash 4.17.20**<br>npm-audit · GHSA-1, GHSA-2 | <code>src/store.py:12</code> | Upgrade lodash from 4.17.20 to 4.17.21. |',
    ]);
  });

  it('says once why findings block, or for each where the reasons differ', () => {
    const known = finding({ gate: { blocking: true, reason: 'its suppression ended' } });
    expect(markdown({ findings: [finding(), finding()] })).toContain(
      'Each blocks because high is at or above fail-on.',
    );
    const text = markdown({ findings: [finding(), known] });
    expect(text).toContain('| why it blocks |');
    expect(rowsWith(text, 'its suppression ended')).toHaveLength(1);
  });

  it('says of each tool its version, verdict, what it looked at and left out, and how long it took', () => {
    const tools = [
      toolOutcome({ scanned: 1234, skipped: ['a', 'b'] }),
      toolOutcome({ tool: { name: 'junit', version: null }, verdict: 'passed', scanned: null, seconds: null }),
    ];
    const text = markdown({ tools, findings: [finding()] });
    expect(text).toContain('| bandit<br><code>bandit.json</code> | 1.9.4 | ⛔ findings | 1 | 1,234 | 2 | 1.5 s |');
    expect(text).toContain('| junit<br><code>bandit.json</code> | – | ✅ passed | 1 | – | – | – |');
  });

  it('counts what is suppressed or known, and says why it does not block', () => {
    const suppressed = finding({ suppression: accepted, gate: { blocking: false, reason: 'suppressed' } });
    const known = finding({ baselineState: 'unchanged', gate: { blocking: false, reason: 'in the baseline' } });
    const text = markdown({ verdict: 'passed', findings: [suppressed, known] });
    expect(text).toContain('**2** findings · **1** known from the baseline · **1** suppressed\n');
    expect(text).toContain('| suppressed by .gitleaksignore:3, maya, until 2027-01-31: only in tests |');
    expect(text).toContain('| in the baseline |');
  });

  it('names what is to be taken out of baseline and suppressions', () => {
    const absent = Array.from({ length: 12 }, (_, index) => ({
      fingerprint: `${index}`,
      rule: 'B101',
      level: 'low' as const,
      tool: 'bandit',
      path: `a${index}.py`,
    }));
    const text = markdown({ absent, stale: [accepted] });
    expect(text).toContain('(12)\n\n- bandit B101 a0.py\n');
    expect(text).toContain('- and 2 more\n');
    expect(text).toContain('- .gitleaksignore:3 was to end on 2027-01-31: only in tests');
  });

  const fixes: [name: string, over: Partial<Finding>, fix: string][] = [
    ['as the tool says it', { remediation: { text: 'Use parameters.' } }, 'Use parameters.'],
    ['as the version that mends it', lodash('x'), 'Upgrade lodash from 4.17.20 to 4.17.21.'],
    ['for a secret', { category: 'secret' }, 'Revoke the secret, then take it out of the file.'],
    [
      'where no version mends it',
      { ...lodash('x'), package: { purl: 'p', name: 'p', fixedIn: [] } },
      'Replace p: no version with a fix is known.',
    ],
  ];
  it.each(fixes)('names the fix %s', (_name, over, fix) => {
    expect(markdown({ findings: [finding(over)] })).toContain(`| ${fix} |`);
  });
});

describe('a summary of very many findings', () => {
  const findings = Array.from({ length: 30_000 }, (_, index) =>
    finding({ title: `finding ${index} `, ...(index % 3 === 0 ? {} : { severity: medium, gate: below }) }),
  );
  const text = markdown({ findings });

  it('keeps to the limit and uses it', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(summaryLimit);
    expect(Buffer.byteLength(text)).toBeGreaterThan(0.9 * summaryLimit);
  });

  it('shows or counts each of them', () => {
    const shown = rowsWith(text, 'finding ').length;
    const left = [...text.matchAll(/^and ([\d,]+) more: /gm)].map(([, number = '']) =>
      Number(number.replaceAll(',', '')),
    );
    expect(shown + left.reduce((sum, number) => sum + number, 0)).toBe(30_000);
    expect(text.trimEnd().endsWith('</details>')).toBe(true);
  });
});

describe('any summary', () => {
  const limits = fc.constantFrom(65_536, 100_000, summaryLimit);

  it('is within its limit, has whole rows, and closes what it opens', () => {
    fc.assert(
      fc.property(anyOutcome, fc.integer({ min: 1, max: 40 }), limits, (any, times, limit) => {
        const text = findingsMarkdown(
          'check-quality',
          { ...any, findings: Array(times).fill(any.findings).flat() },
          limit,
        );
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit);
        for (const line of text.split('\n').filter((each) => each.startsWith('|'))) expect(line).toMatch(/^\|.* \|$/);
        expect(text.split('<details>').length).toBe(text.split('</details>').length);
      }),
      { numRuns: 100 },
    );
  });

  it('has no line that begins with a workflow command, and no markup of a report', () => {
    fc.assert(
      fc.property(anyOutcome, (any) => {
        const text = findingsMarkdown('check-quality', any);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what must not be there
        expect(text).not.toMatch(/^\s*::|##\[|[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]/m);
        const tags = [...text.matchAll(/<[^>\s]*/g)].map(([tag]) => tag);
        expect(tags.filter((tag) => !/^<\/?(?:br|code|details|summary)$/.test(tag))).toEqual([]);
        for (const [cells] of text.matchAll(/^\|.*$/gm))
          expect([4, 5, 6, 7, 8]).toContain(cells.replace(/\\./g, '').split('|').length - 2);
      }),
      { numRuns: 200 },
    );
  });
});
