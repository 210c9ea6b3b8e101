/** What a canary saw over time, as plots that GitHub draws by itself. */
import { errorRate, type Pooled, quantile } from '../release/counts.ts';
import type { EvidenceLine, Observation } from '../release/evidence.ts';
import { lineFor, settingsFor } from '../release/judge/model.ts';
import type { JudgeSettings, ModelMetric } from '../release/judge/types.ts';
import { relativeOdds, rollbackOdds } from './judged.ts';
import { isDecision } from './last-word.ts';
import { odds } from './markdown.ts';
import { type Point, pointsOf, smooth, trailing } from './points.ts';

interface Plot {
  readonly title: string;
  readonly axis: string;
  /** What the axis shows at least. */
  readonly span: readonly [bottom: number, top: number];
  /** One may end before the others. */
  readonly series: readonly (readonly number[])[];
}

/** Low, so that all of them fit on a screen; the canary's colour stands first. */
const looks = JSON.stringify({
  xyChart: { width: 800, height: 320 },
  themeVariables: { xyChart: { plotColorPalette: '#d4700a, #0969da' } },
});
const names = 'canary orange, stable blue';

/** Plots of all lines with t > 0, what decides first; `observed` has at least one. */
export function plots(
  lines: readonly EvidenceLine[],
  observed: readonly Observation[],
  settings: JudgeSettings,
): string {
  const points = pointsOf(observed);
  const p95 = (pooled: Pooled) => 1000 * (quantile(pooled, settings.bounds, 0.95) ?? 0);
  const failed = (pooled: Pooled) => 100 * errorRate(pooled);
  const latency = { title: `p95 latency: ${names}`, axis: 'ms', span: [0, 1], series: both(points, p95) } as const;
  const weights = points.map(({ weight }) => weight);
  const ladder = { title: 'Weight of the canary', axis: 'percent', span: [0, 100], series: [weights] } as const;
  const all: readonly Plot[] = [
    oddsPlot(lines, points, settings),
    { title: `Failed requests: ${names}`, axis: 'percent', span: [0, 1], series: both(points, failed) },
    ...(settings.bounds.length === 0 ? [] : [latency]),
    ...(settings.model ?? []).map((metric) => modelPlot(observed, metric, settings)),
    ...(new Set(weights).size === 1 ? [] : [ladder]),
  ];
  const times = points.map(({ t }) => t);
  const note = `Rates and latencies are those of the canary's last ${smooth} requests or more, and of the stable version over the same time.`;
  // GitHub draws no plot without a line: it shows an error in its place.
  const drawn = all.filter(({ series }) => series.some((values) => values.length > 0));
  return [...drawn.map((plot) => draw(plot, times)), note, ''].join('\n');
}

/** Of a histogram what 95 % are better than, of failures their share; at the same times as the other plots. */
function modelPlot(observed: readonly Observation[], metric: ModelMetric, settings: JudgeSettings): Plot {
  const { name, worse, bounds } = metric;
  const points = pointsOf(observed.map((line) => lineFor(line, metric)));
  if (bounds.length === 0) {
    const failed = (pooled: Pooled) => 100 * errorRate(pooled);
    return { title: `Model ${name}: ${names}`, axis: 'percent', span: [0, 1], series: both(points, failed) };
  }
  const own = settingsFor(settings, metric).bounds;
  const tail = (pooled: Pooled) => quantile(pooled, own, 0.95) ?? 0;
  const turned = (pooled: Pooled) => (tail(pooled) > 0 ? 1 / tail(pooled) : 0);
  const [axis, value] =
    worse === 'higher' ? (['ms', (pooled: Pooled) => 1000 * tail(pooled)] as const) : (['a second', turned] as const);
  const limit = worse === 'higher' ? 'at most' : 'at least';
  return { title: `Model ${name}, 95 % ${limit}: ${names}`, axis, span: [0, 1], series: both(points, value) };
}

/** A side ends with the last point at which it answered anybody. */
function both(points: readonly Point[], value: (pooled: Pooled) => number): number[][] {
  const wide = trailing(points);
  return (['canary', 'baseline'] as const).map((side) => {
    const end = points.findLastIndex((point) => point[side].requests > 0);
    return wide.slice(0, end + 1).map((point) => value(point[side]));
  });
}

/** Powers of ten that are drawn; beyond them nothing is decided. */
const powers = { least: -2, most: 6 };

/** The axis is linear in the logarithm, as these plots know no other. */
function oddsPlot(lines: readonly EvidenceLine[], points: readonly Point[], settings: JudgeSettings): Plot {
  const needed = rollbackOdds(settings);
  const known = new Map(lines.filter(isDecision).map((each) => [each.t, relativeOdds(each, settings)]));
  const drawn = (value: number) => Math.min(powers.most, Math.max(powers.least, Math.log10(Math.max(value, 1e-9))));
  let before = 1;
  const found = points.map(({ t }) => {
    before = known.get(t) ?? before;
    return drawn(before);
  });
  return {
    title: `Odds against no worse: found orange, rolls back at ${odds(needed)} blue`,
    axis: 'log10 of the odds (2 is 100 : 1)',
    span: [-1, 2.5],
    series: [found, points.map(() => drawn(needed))],
  };
}

function draw({ title, axis, span, series }: Plot, times: readonly number[]): string {
  const [bottom, top] = [Math.min(...series.flat(), span[0]), Math.max(...series.flat(), span[1])];
  const edge = (value: number) => Number((value * 1.1).toPrecision(2));
  const upper = axis === 'percent' ? Math.min(100, edge(top)) : edge(top);
  return [
    '```mermaid',
    `%%{init: ${looks}}%%`,
    'xychart-beta',
    `    title "${title}"`,
    `    x-axis "seconds since the first raise" [${times.map((t) => Math.round(t)).join(', ')}]`,
    `    y-axis "${axis}" ${edge(bottom)} --> ${upper}`,
    ...series
      .filter((values) => values.length > 0)
      .map((values) => `    line [${values.map((value) => Number(value.toPrecision(4))).join(', ')}]`),
    '```',
    '',
  ].join('\n');
}
