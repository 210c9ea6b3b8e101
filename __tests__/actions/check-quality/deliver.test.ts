import { expect, it } from '@jest/globals';
import { endOf, lineOf } from '../../../actions/check-quality/deliver.ts';
import type { ToolResult } from '../../../shared/findings/tool-results.ts';

const result: ToolResult = {
  ...{ id: 'bandit', tool: { name: 'Bandit', version: '1.9.4' }, report: null, verdict: 'passed', reason: '' },
  ...{ waived: false, scanned: 3, skipped: [], errors: [], notes: [], findings: 1, blocking: 0, seconds: 1 },
};

it.each([
  ['that passed', {}, 'Bandit 1.9.4: passed (1 finding, looked at 3)'],
  ['without a version', { tool: { name: 'Bandit', version: null }, scanned: null }, 'Bandit: passed (1 finding)'],
  [
    'that was given, and is broken',
    { report: 'out/b.json', verdict: 'error', reason: 'it is empty', findings: 0, scanned: null },
    'Bandit 1.9.4 (out/b.json): error: it is empty (0 findings)',
  ],
  [
    'that left something out',
    { verdict: 'not-run', reason: 'not all was looked at: a', skipped: ['a'] },
    'Bandit 1.9.4: not-run: not all was looked at: a (1 finding, looked at 3, left out 1)',
  ],
] as const)('the line of a tool %s reads as here', (_, more, line) =>
  expect(lineOf({ ...result, ...more })).toBe(line),
);

it('the last line is one line with the beginning and the end of what a program said', () => {
  const reason = `semgrep: ended with exit code 2: Traceback\n  ${'x\n'.repeat(2000)}the cause`;
  const line = endOf({ verdict: 'error', reason });
  expect(line).toMatch(/^error: semgrep: ended with exit code 2: Traceback x x .*x the cause$/);
  expect(line.length).toBeLessThan(650);
});
