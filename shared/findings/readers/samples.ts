/** What the readers of benchmarks share. */
import type { Benchmark, Reading } from '../model.ts';
import { ReportError } from './reader.ts';
import { isList, number } from './shape.ts';

/** A time or a rate. @throws ReportError for what is none; `what` says which one, in our words */
export function needMeasure(value: unknown, what: string): number {
  const measure = number(value);
  if (measure === undefined || measure < 0)
    throw new ReportError(`a benchmark has no ${what} that is a number from 0 on`);
  return measure;
}

/** Empty where there is no list of them. @throws ReportError where one of them is no measure */
export function samplesOf(value: unknown, what: string): readonly number[] {
  return isList(value) ? value.map((sample) => needMeasure(sample, what)) : [];
}

/** Of a report that has figures; without one nothing was measured, which is no pass. */
export function figures(
  tool: Reading['tool'],
  benchmarks: readonly Benchmark[],
  found: Partial<Pick<Reading, 'drafts' | 'skipped' | 'notes'>> = {},
): Reading {
  const nothing = benchmarks.length === 0 && !found.skipped?.length ? ['the report has no benchmark'] : [];
  return {
    tool,
    drafts: found.drafts ?? [],
    scanned: benchmarks.length,
    skipped: [...(found.skipped ?? []), ...nothing],
    errors: [],
    notes: found.notes ?? [],
    secrets: [],
    benchmarks,
  };
}
