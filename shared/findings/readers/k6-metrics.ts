/** Metrics out of the three forms of k6's summary: `--summary-export`, `handleSummary` and the machine-readable one. */
import { line } from './redact.ts';
import { type Fields, fields, given, isList, number, text } from './shape.ts';

export interface Metric {
  readonly name: string;
  /** Of a trend; empty where it is no time. */
  readonly unit: string;
  readonly values: {
    readonly med?: number;
    readonly count?: number;
    /** Of a counter: a second. Of a rate: from 0 to 1. */
    readonly rate?: number;
    /** Checks that were not met. */
    readonly failed?: number;
  };
  /** Thresholds that were not kept. */
  readonly crossed: readonly string[];
  readonly pointer: string;
}

/** `thresholds`: whether this form tells of them. Undefined for another document. */
export function metricsOf(
  document: unknown,
): { readonly metrics: readonly Metric[]; readonly thresholds: boolean } | undefined {
  const { metrics, results, root_group: group } = fields(document);
  if (typeof metrics === 'object' && metrics !== null && !isList(metrics) && group !== undefined) {
    const named = Object.entries(metrics).map(([name, value]) => metricOf(name, fields(value)));
    return { metrics: named, thresholds: true };
  }
  const listed = fields(results)['metrics'];
  if (!isList(listed)) return undefined;
  const checks = fields(fields(results)['checks'])['metrics'];
  const all = [...listed.map(machineMetric('/results/metrics')), ...listedChecks(checks)];
  return { metrics: all, thresholds: false };
}

/** Of `handleSummary` the figures are in `values`, of an export in the metric itself. */
function metricOf(name: string, metric: Fields): Metric {
  const values = fields(metric['values'] ?? metric);
  const crossed = Object.entries(fields(metric['thresholds'])).filter(([, kept]) => isCrossed(kept));
  return {
    name,
    unit: unitOf(name, metric),
    values: given({
      med: number(values['med']),
      count: number(values['count']),
      rate: number(values['rate'] ?? values['value']),
      failed: name === 'checks' ? number(values['fails']) : undefined,
    }),
    crossed: crossed.map(([threshold]) => threshold),
    pointer: line(`/metrics/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  };
}

/** An export says `true` for one that was crossed, `handleSummary` says `{"ok": false}`; what is neither is no pass. */
const isCrossed = (kept: unknown) => !(kept === false || fields(kept)['ok'] === true);

const machineMetric =
  (pointer: string) =>
  (metric: unknown, index: number): Metric => {
    const name = text(fields(metric)['name']) ?? '';
    const { med, count, rate } = fields(fields(metric)['values']);
    const values = given({ med: number(med), count: number(count), rate: number(rate) });
    return { name, unit: unitOf(name, fields(metric)), values, crossed: [], pointer: `${pointer}/${index}` };
  };

/** An export has no word on the kind of a metric. */
const unitOf = (name: string, { contains }: Fields) => (contains === 'time' || name.endsWith('_duration') ? 'ms' : '');

function listedChecks(checks: unknown): readonly Metric[] {
  if (!isList(checks)) return [];
  return checks.flatMap((metric, index) => {
    const { name, values } = fields(metric);
    if (name !== 'checks_failed') return [];
    const failed = number(fields(values)['matches']);
    return [
      { name: 'checks', unit: '', values: given({ failed }), crossed: [], pointer: `/results/checks/metrics/${index}` },
    ];
  });
}
