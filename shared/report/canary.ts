/** What a canary saw, as Markdown: what the judge weighed, its steps, plots. A reader of evidence, nothing more. */
import { errorRate, type Pooled, quantile } from '../release/counts.ts';
import type { EvidenceHeader, EvidenceLine } from '../release/evidence.ts';
import { judgedTable } from './judged.ts';
import type { Reported } from './last-word.ts';
import { count, latency, percent, plain, table } from './markdown.ts';
import { plots } from './plots.ts';
import { isObservation, stages } from './stages.ts';

function cells(pooled: Pooled, bounds: readonly number[]): string[] {
  const p95 = latency(quantile(pooled, bounds, 0.95));
  return pooled.requests === 0 ? ['0', '–', '–'] : [count(pooled.requests), percent(errorRate(pooled)), p95];
}

function stageTable(header: EvidenceHeader, lines: readonly EvidenceLine[]): string {
  const { canary, baseline, buckets } = header;
  const names = [plain(canary), plain(baseline)];
  const head = ['weight', 'from', 'to', ...names.flatMap((name) => [`${name} requests`, 'errors', 'p95'])];
  const rows = stages(lines).map((stage) => [
    `${stage.weight} %`,
    `${stage.from.toFixed(1)} s`,
    `${stage.to.toFixed(1)} s`,
    ...cells(stage.canary, buckets),
    ...cells(stage.baseline, buckets),
  ]);
  return table(head, rows);
}

/** The part of a summary below the facts; empty when no traffic was ever moved. */
export function canaryMarkdown(report: Reported): string {
  const { lines, settings } = report;
  const header = lines.find((line) => 'schema' in line);
  const observed = lines.filter(isObservation).filter(({ t }) => t > 0);
  if (header === undefined || observed.length === 0) return '';
  const judged = judgedTable(report);
  const earlier =
    header.resumed === undefined ? [] : ['Odds include what an earlier run of this release saw; counts do not.', ''];
  return [
    ...(judged === '' ? [] : ['', '### What the judge weighed', '', judged]),
    '',
    '### Steps',
    '',
    stageTable(header, lines),
    '',
    ...earlier,
    '<details><summary>Plots</summary>',
    '',
    plots(lines, observed, settings),
    '</details>',
    '',
  ].join('\n');
}
