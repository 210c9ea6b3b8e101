/** autocannon's `--json`: averages and percentiles of one run, no single measurement. */
import type { Benchmark } from '../model.ts';
import { foreign } from './guess.ts';
import { type Reader, ReportError } from './reader.ts';
import { line } from './redact.ts';
import { figures, needMeasure } from './samples.ts';
import { type Fields, fields, number, text } from './shape.ts';

export const autocannon: Reader = {
  id: 'autocannon',
  format: 'json',
  each: [],
  begin() {
    return {
      item() {
        throw new ReportError('a report of autocannon comes whole');
      },
      end(document) {
        const result = fields(document);
        const [requests, latency] = [fields(result['requests']), fields(result['latency'])];
        if (!Object.hasOwn(requests, 'average') || !Object.hasOwn(latency, 'average')) throw foreign(document);
        const { skipped, notes } = answers(result);
        const measured = skipped.length > 0 ? [] : benchmarksOf(nameOf(result), requests, latency);
        return figures({ name: 'autocannon', version: null }, measured, { skipped, notes });
      },
    };
  },
};

function benchmarksOf(name: string, requests: Fields, latency: Fields): readonly Benchmark[] {
  const rate = needMeasure(requests['average'], 'rate of requests');
  const p99 = needMeasure(latency['p99'], '99th percentile of the latency');
  return [
    { name: `${name}: requests`, unit: 'requests/s', higherIsBetter: true, samples: [], value: rate },
    { name: `${name}: latency p99`, unit: 'ms', higherIsBetter: false, samples: [], value: p99 },
  ];
}

/** The title, else the path, as host, port, credentials and query are not what is measured. */
function nameOf(result: Fields): string {
  const title = text(result['title']);
  if (title) return line(title);
  const path = /^https?:\/\/[^/?#]*(\/[^?#]*)?/i.exec(text(result['url']) ?? '')?.[1];
  return line(path ?? '/');
}

/** It ends well whatever comes back: refused connections and error pages are figures to it. */
function answers(result: Fields): { readonly skipped: readonly string[]; readonly notes: readonly string[] } {
  const of = (name: string) => number(result[name]) ?? 0;
  const total = number(fields(result['requests'])['total']) ?? 0;
  const [bad, lost] = [of('non2xx') + of('mismatches'), of('errors') + of('timeouts')];
  if (total === 0) return { skipped: [`no request was answered (${lost} errors)`], notes: [] };
  if (bad >= total) return { skipped: [`all ${total} answers were failures`], notes: [] };
  const notes = bad + lost > 0 ? [`${bad} of ${total} answers were failures, ${lost} requests had no answer`] : [];
  return { skipped: [], notes };
}
