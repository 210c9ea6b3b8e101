/** How many findings there are of what kind. */
import { hasExpired } from './gate.ts';
import { type Finding, type Severity, severities } from './model.ts';
import { counts as isInForce } from './suppress.ts';

export interface Tally {
  readonly total: number;
  /** Not in the baseline, and not suppressed. */
  readonly new: number;
  readonly blocking: number;
  /** By a suppression that counts. */
  readonly suppressed: number;
  /** Whose suppression has ended. */
  readonly expired: number;
  /** In the baseline, with the same severity or another one. */
  readonly known: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
}

/** @param today YYYY-MM-DD */
export function tallyOf(findings: readonly Finding[], today: string): Tally {
  const number = (test: (finding: Finding) => boolean) => findings.reduce((sum, one) => sum + Number(test(one)), 0);
  const isSuppressed = ({ suppression }: Finding) => suppression !== undefined && isInForce(suppression, today);
  const bySeverity = { critical: 0, high: 0, medium: 0, low: 0, info: 0, unknown: 0 };
  for (const level of severities) bySeverity[level] = number(({ severity }) => severity.level === level);
  return {
    total: findings.length,
    new: number((one) => one.baselineState === 'new' && !isSuppressed(one)),
    blocking: number(({ gate }) => gate.blocking),
    suppressed: number(isSuppressed),
    expired: number(({ suppression }) => suppression !== undefined && hasExpired(suppression, today)),
    known: number(({ baselineState }) => baselineState === 'unchanged' || baselineState === 'updated'),
    bySeverity,
  };
}
