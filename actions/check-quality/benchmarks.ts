/** Benchmarks of this run against those of the base; a regression is a finding of the report that shows it. */

import { type Comparison, compareBenchmarks, regressionsOf } from '../../shared/findings/bench/compare.ts';
import type { Benchmark } from '../../shared/findings/model.ts';
import type { ReaderId } from '../../shared/findings/readers/reader.ts';
import type { Report } from '../../shared/findings/tool-results.ts';
import { givenReports } from './given.ts';
import type { QualityInputs } from './inputs.ts';
import { readAll, sourceOfGiven } from './read.ts';

/** Reports with what the comparison says of them; a base that cannot be read is a report with its error. */
export async function withRegressions(
  reports: readonly Report[],
  { benchBase, maxRatio }: QualityInputs,
  workspace: string,
): Promise<readonly Report[]> {
  if (benchBase.length === 0) return reports;
  const base = await readAll(givenReports(benchBase, workspace).map(sourceOfGiven), workspace);
  const broken = base.filter(({ outcome }) => outcome.kind !== 'read');
  const tools = new Set(reports.filter(({ outcome }) => benchmarksOf(outcome) !== undefined).map(({ id }) => id));
  const compared = [...tools].flatMap((id) => compareTool(id, reports, base, maxRatio));
  const others = reports.filter(({ id }) => !tools.has(id));
  return [...others, ...compared, ...broken];
}

/** Benchmarks of a tool may be spread over files, and differently on the base: they are compared all together. */
function compareTool(id: ReaderId, reports: readonly Report[], base: readonly Report[], maxRatio: number): Report[] {
  const own = reports.filter((report) => report.id === id);
  const before = base.filter((report) => report.id === id).flatMap(({ outcome }) => benchmarksOf(outcome) ?? []);
  const comparisons = compareBenchmarks(
    own.flatMap(({ outcome }) => benchmarksOf(outcome) ?? []),
    before,
    maxRatio,
  );
  const [first, ...rest] = own;
  if (first?.outcome.kind !== 'read') return own;
  const { reading } = first.outcome;
  const drafts = [...reading.drafts, ...regressionsOf(comparisons)];
  const notes = [...reading.notes, ...comparisons.map(noteOf)];
  return [{ ...first, outcome: { kind: 'read', reading: { ...reading, drafts, notes } } }, ...rest];
}

function benchmarksOf(outcome: Report['outcome']): readonly Benchmark[] | undefined {
  return outcome.kind === 'read' ? outcome.reading.benchmarks : undefined;
}

function noteOf({ name, answer, reason }: Comparison): string {
  return `${name}: ${answer}: ${reason}`;
}
