/** k6's summary: its thresholds are objectives, and those that were crossed are findings; no single measurement. */
import type { Benchmark, Draft } from '../model.ts';
import { foreign } from './guess.ts';
import { type Metric, metricsOf } from './k6-metrics.ts';
import { type Reader, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { figures } from './samples.ts';
import { fields, text } from './shape.ts';

export const k6: Reader = {
  id: 'k6',
  format: 'json',
  each: [],
  begin() {
    return {
      item() {
        throw new ReportError('a summary of k6 comes whole');
      },
      end(document) {
        const summary = metricsOf(document);
        if (summary === undefined) throw foreign(document);
        const version = text(fields(fields(document)['metadata'])['k6_version']);
        const tool = { name: 'k6', version: version ? line(version, 40) : null };
        const { metrics, thresholds } = summary;
        return figures(tool, metrics.flatMap(benchmarkOf), {
          drafts: metrics.flatMap(crossed),
          skipped: unanswered(metrics),
          notes: [...checks(metrics), ...(thresholds ? [] : ['this form of the summary does not tell of thresholds'])],
        });
      },
    };
  },
};

/** Parts of a request; the whole is enough. */
const parts = /^http_req_(blocked|connecting|tls_handshaking|sending|waiting|receiving)$|^group_duration$|\{/;

function benchmarkOf({ name, values, unit }: Metric): readonly Benchmark[] {
  const shown = line(name);
  const { med, rate } = values;
  if (med !== undefined && !parts.test(name)) {
    return [{ name: `${shown}: median`, unit, higherIsBetter: false, samples: [], value: med }];
  }
  if (rate !== undefined && (name === 'http_reqs' || name === 'iterations')) {
    return [{ name: `${shown}: rate`, unit: `${shown}/s`, higherIsBetter: true, samples: [], value: rate }];
  }
  return [];
}

function crossed({ name, crossed, pointer }: Metric): readonly Draft[] {
  return crossed.map((threshold) => ({
    category: 'slo',
    rule: { id: line(`${name}: ${threshold}`) },
    aliases: [],
    severity: { level: 'high', original: null },
    title: line(`${name} crossed its threshold ${threshold}`),
    message: 'The load test measured it outside of the objective that its own script sets.',
    pointer,
  }));
}

/** A script that did nothing, and a target that answered nothing, have a summary too. */
function unanswered(metrics: readonly Metric[]): readonly string[] {
  const named = (name: string) => metrics.find((metric) => metric.name === name)?.values;
  if (!((named('iterations')?.count ?? 0) > 0)) return ['k6 ran no iteration to its end'];
  return (named('http_req_failed')?.rate ?? 0) >= 1 ? ['every request of k6 failed'] : [];
}

function checks(metrics: readonly Metric[]): readonly string[] {
  const failed = metrics.find(({ name }) => name === 'checks')?.values.failed ?? 0;
  return failed > 0 ? [`${failed} checks of k6 were not met`] : [];
}
