/** What was seen at each weight. */
import { add, nothing, type Pooled } from '../release/counts.ts';
import type { EvidenceLine, Observation } from '../release/evidence.ts';

/** Percent and seconds. */
export interface Stage {
  readonly weight: number;
  readonly from: number;
  readonly to: number;
  readonly canary: Pooled;
  readonly baseline: Pooled;
}

export function isObservation(line: EvidenceLine): line is Observation {
  return 'from' in line;
}

/** The observations grouped by the weight in force, in order of time; history is left out. */
export function stages(lines: readonly EvidenceLine[]): Stage[] {
  const found: Stage[] = [];
  for (const line of lines.filter(isObservation)) {
    if (line.t <= 0) continue;
    const last = found.at(-1);
    const open = last?.weight === line.weight ? last : undefined;
    if (open) found.pop();
    const base = open ?? { weight: line.weight, from: line.from, canary: nothing, baseline: nothing };
    found.push({
      ...base,
      to: line.t,
      canary: add(base.canary, line.canary),
      baseline: add(base.baseline, line.baseline),
    });
  }
  return found;
}
