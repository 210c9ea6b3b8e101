import { describe, expect, it } from '@jest/globals';
import { allowByComment } from '../../../../shared/findings/suppressions/comments.ts';
import { draft, said } from '../drafts.ts';

/** Origin of what a comment of line 1 or 2 does to a finding in line 2. */
function origin(tool: string, first: string, second: string): string | undefined {
  const source = [first, second];
  const lines = (_path: string, start: number, end: number) => source.slice(start - 1, end).join('\n');
  const rule = { id: 'rules.python.no-eval' };
  const [one] = allowByComment([said(tool, draft({ rule, location: { path: 'a.py', startLine: 2 } }))], lines);
  return one?.draft.suppression?.origin;
}

describe('a comment', () => {
  const nosem = 'a nosemgrep comment';
  it.each<[string, string, string, string, string | undefined]>([
    ['of gitleaks, on the line', 'gitleaks', '', 'K=x # gitleaks:allow', 'a gitleaks:allow comment'],
    ['of gitleaks, on the line above', 'gitleaks', '# gitleaks:allow', 'K=x', undefined],
    ['of semgrep, on the line', 'semgrep', '', 'eval(x)  # nosemgrep', nosem],
    ['of semgrep, in short', 'Semgrep', '', 'eval(x)  # nosem', nosem],
    ['of semgrep, alone on the line above', 'semgrep', '  # nosemgrep', 'eval(x)', nosem],
    ['of semgrep, behind other code above', 'semgrep', 'eval(y)  # nosemgrep', 'eval(x)', undefined],
    ['of semgrep, for this rule', 'semgrep', '', 'eval(x)  # nosemgrep: no-exec, no-eval', nosem],
    ['of semgrep, for this rule in full', 'semgrep', '// nosemgrep: rules.python.no-eval', 'eval(x)', nosem],
    ['of semgrep, for another rule', 'semgrep', '', 'eval(x)  # nosemgrep: no-exec', undefined],
    ['of semgrep, within a word', 'semgrep', '', 'eval(nosemgrepping)', undefined],
    ['of another tool', 'bandit', '', 'eval(x)  # nosemgrep', undefined],
  ])('%s', (_name, tool, first, second, expected) => {
    expect(origin(tool, first, second)).toBe(expected);
  });
});
