/** Severities of every tool in our words. */
import { type Severity, severities } from './model.ts';

const words: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ['critical', 'critical'],
  ['high', 'high'],
  ['error', 'high'],
  ['medium', 'medium'],
  ['moderate', 'medium'],
  ['warning', 'medium'],
  ['low', 'low'],
  ['note', 'low'],
  ['info', 'low'],
  ['style', 'info'],
  ['none', 'info'],
]);

/** The tool's word in any case; `unknown` for a word that is not known, or none at all. */
export function severityOf(word: string | null | undefined): Severity {
  return words.get(word?.trim().toLowerCase() ?? '') ?? 'unknown';
}

/** CVSS or SARIF's security-severity, in GitHub's ranges; `unknown` for what is no score from 0 to 10. */
export function severityOfScore(score: number): Severity {
  if (!(score >= 0 && score <= 10)) return 'unknown';
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

/** Negative where `a` is the worse; `unknown` comes last, so whoever knows is heard before it. */
export function compareSeverity(a: Severity, b: Severity): number {
  return severities.indexOf(a) - severities.indexOf(b);
}
