/** How many findings there are of each kind. */
import type { Finding } from './model.ts';
import { isSuppressed } from './rank.ts';

export interface Counts {
  readonly total: number;
  readonly blocking: number;
  /** Not in the baseline, and not suppressed. */
  readonly new: number;
  /** Known from the baseline, and not suppressed. */
  readonly known: number;
  readonly suppressed: number;
}

/** Without those that are only in the baseline. */
export function countsOf(findings: readonly Finding[]): Counts {
  let [total, blocking, fresh, suppressed] = [0, 0, 0, 0];
  for (const finding of findings) {
    if (finding.baselineState === 'absent') continue;
    total += 1;
    if (finding.gate.blocking) blocking += 1;
    if (isSuppressed(finding)) suppressed += 1;
    else if (finding.baselineState === 'new') fresh += 1;
  }
  return { total, blocking, new: fresh, known: total - fresh - suppressed, suppressed };
}
