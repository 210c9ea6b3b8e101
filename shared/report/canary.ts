/** What a canary saw, as Markdown: a table of its steps and plots over time. A reader of evidence, nothing more. */
import { add, errorRate, nothing, type Pooled, quantile } from '../release/counts.ts';
import type { EvidenceHeader, EvidenceLine, Observation } from '../release/evidence.ts';
import { latency, percent, plain, table } from './markdown.ts';

interface Stage {
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

function cells(pooled: Pooled, bounds: readonly number[]): string[] {
  const p95 = latency(quantile(pooled, bounds, 0.95));
  return pooled.requests === 0 ? ['0', '–', '–'] : [String(pooled.requests), percent(errorRate(pooled)), p95];
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

/** At most this many points: beyond it a plot only becomes slower to draw. */
const points = 60;

/** A line chart that GitHub draws by itself. */
function plot(
  title: string,
  axis: string,
  observed: readonly Observation[],
  series: readonly (readonly number[])[],
): string {
  const times = observed.map(({ t }) => Math.round(t));
  const top = Math.max(...series.flat(), 0.001);
  return [
    '```mermaid',
    'xychart-beta',
    `    title "${title}"`,
    `    x-axis "seconds since the first raise" [${times.join(', ')}]`,
    `    y-axis "${axis}" 0 --> ${Number((top * 1.1).toPrecision(2))}`,
    ...series.map((values) => `    line [${values.map((value) => Number(value.toPrecision(4))).join(', ')}]`),
    '```',
    '',
  ].join('\n');
}

function plots({ buckets }: EvidenceHeader, observed: readonly Observation[]): string {
  const every = Math.ceil(observed.length / points);
  const kept = observed.filter((_, index) => index % every === 0 || index === observed.length - 1);
  const rate = (side: Observation['canary']) => 100 * errorRate(add(nothing, side));
  const p95 = (side: Observation['canary']) => 1000 * (quantile(add(nothing, side), buckets, 0.95) ?? 0);
  return [
    plot('Weight of the canary', 'percent', kept, [kept.map(({ weight }) => weight)]),
    plot('Failed requests: canary, then baseline', 'percent', kept, [
      kept.map(({ canary }) => rate(canary)),
      kept.map(({ baseline }) => rate(baseline)),
    ]),
    plot('p95 latency: canary, then baseline', 'ms', kept, [
      kept.map(({ canary }) => p95(canary)),
      kept.map(({ baseline }) => p95(baseline)),
    ]),
  ].join('\n');
}

/** The part of a summary below the verdict; empty when no traffic was ever moved. */
export function canaryMarkdown(lines: readonly EvidenceLine[]): string {
  const header = lines.find((line) => 'schema' in line);
  const observed = lines.filter(isObservation).filter(({ t }) => t > 0);
  if (header === undefined || observed.length === 0) return '';
  const details = ['<details><summary>Plots</summary>', '', plots(header, observed), '</details>', ''];
  return ['', stageTable(header, lines), '', ...details].join('\n');
}

/** One line of a log for a look at the canary. */
export function progressLine(
  { t, weight, canary, baseline }: Observation,
  bounds: readonly number[],
  said: string,
): string {
  const side = (pooled: Pooled) => {
    const p95 = latency(quantile(pooled, bounds, 0.95));
    return `${String(pooled.requests).padStart(4)} req ${String(pooled.errors).padStart(3)} err p95 ${p95.padStart(6)}`;
  };
  const shown = (counts: Observation['canary']) => (counts === null ? 'unreadable' : side(add(nothing, counts)));
  return `${t.toFixed(1).padStart(6)} s  ${String(weight).padStart(3)} %  canary ${shown(canary)} | stable ${shown(baseline)}  ${said}`;
}
