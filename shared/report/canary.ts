/** What a canary saw, as Markdown: a table of its steps and plots over time. A reader of evidence, nothing more. */
import { add, errorRate, nothing, type Pooled, quantile } from '../release/counts.ts';
import type { EvidenceHeader, EvidenceLine, Observation, Side } from '../release/evidence.ts';
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
const colours = { canary: 'orange', baseline: 'blue' };
const palette = '#d4700a, #0969da';

/** A line chart that GitHub draws by itself; a series may end before the others. */
function plot(
  title: string,
  axis: string,
  least: number,
  times: readonly number[],
  series: readonly (readonly number[])[],
): string {
  const top = Math.max(...series.flat(), least);
  return [
    '```mermaid',
    `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${palette}"}}}}%%`,
    'xychart-beta',
    `    title "${title}"`,
    `    x-axis "seconds since the first raise" [${times.map((t) => Math.round(t)).join(', ')}]`,
    `    y-axis "${axis}" 0 --> ${Number((top * 1.1).toPrecision(2))}`,
    ...series
      .filter((values) => values.length > 0)
      .map((values) => `    line [${values.map((value) => Number(value.toPrecision(4))).join(', ')}]`),
    '```',
    '',
  ].join('\n');
}

/** What is drawn: neither the rests of lines that a change of weight cut off, nor more points than can be told apart. */
function drawn(observed: readonly Observation[]): readonly Observation[] {
  const longest = Math.max(...observed.map(({ from, t }) => t - from));
  const whole = observed.filter(({ from, t, canary }) => t - from > longest / 2 && canary !== null);
  const every = Math.ceil(whole.length / points);
  return whole.filter((_, index) => index % every === 0 || index === whole.length - 1);
}

/** A side's values up to the last line in which it answered anybody; a gap repeats the value before. */
function valuesOf(sides: readonly (Side | null)[], value: (pooled: Pooled) => number): number[] {
  const end = sides.findLastIndex((side) => (side?.requests ?? 0) > 0);
  let before = 0;
  return sides.slice(0, end + 1).map((side) => {
    if (side !== null && side.requests > 0) before = value(add(nothing, side));
    return before;
  });
}

function plots({ buckets }: EvidenceHeader, observed: readonly Observation[]): string {
  const kept = drawn(observed);
  const times = kept.map(({ t }) => t);
  const both = (value: (pooled: Pooled) => number) => [
    valuesOf(
      kept.map(({ canary }) => canary),
      value,
    ),
    valuesOf(
      kept.map(({ baseline }) => baseline),
      value,
    ),
  ];
  const names = `canary ${colours.canary}, stable ${colours.baseline}`;
  const p95 = (pooled: Pooled) => 1000 * (quantile(pooled, buckets, 0.95) ?? 0);
  return [
    plot('Weight of the canary', 'percent', 1, times, [kept.map(({ weight }) => weight)]),
    plot(
      `Failed requests: ${names}`,
      'percent',
      1,
      times,
      both((pooled) => 100 * errorRate(pooled)),
    ),
    plot(`p95 latency: ${names}`, 'ms', 1, times, both(p95)),
  ].join('\n');
}

/** The part of a summary below the verdict; empty when no traffic was ever moved. */
export function canaryMarkdown(lines: readonly EvidenceLine[]): string {
  const header = lines.find((line) => 'schema' in line);
  const observed = lines.filter(isObservation).filter(({ t }) => t > 0);
  if (header === undefined || observed.length === 0) return '';
  const details = ['<details><summary>Plots</summary>', '', plots(header, observed), '</details>', ''];
  return ['', '### Steps', '', stageTable(header, lines), '', ...details].join('\n');
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
