/** Severities in SARIF's words, and in the numbers that GitHub makes its own severities of. */
import type { ReportingConfiguration } from 'sarif';
import type { Category, Finding, Severity } from '../model.ts';

export type Level = ReportingConfiguration.level;

const levels: Readonly<Record<Severity, Level>> = {
  critical: 'error',
  high: 'error',
  // It blocks as high does.
  unknown: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};

export function levelOf(severity: Severity): Level {
  return levels[severity];
}

/** In the middle of GitHub's bands: over 9 critical, from 7 high, from 4 medium, below low. */
const scores: Readonly<Partial<Record<Severity, number>>> = { critical: 9.5, high: 8, medium: 5.5, low: 2, info: 0.1 };

const security: readonly Category[] = ['vulnerability', 'misconfiguration', 'secret', 'sast', 'policy', 'eol'];

export function isSecurity({ category }: Finding): boolean {
  return security.includes(category);
}

/** 0 to 10; undefined where nobody knows, or where it is not about security. */
export function scoreOf(finding: Finding): number | undefined {
  if (!isSecurity(finding)) return undefined;
  const { score, level } = finding.severity;
  return score !== undefined && score >= 0 && score <= 10 ? score : scores[level];
}
