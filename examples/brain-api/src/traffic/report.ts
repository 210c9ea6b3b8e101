/** The report as text and as a table of a step summary. Pure. */
import type { Latency, TrafficReport } from './tally.ts';

const milliseconds = (value: number | null): string => (value === null ? '-' : `${value.toFixed(1)} ms`);

function latencies({ p50, p95, p99 }: Latency): string {
  return `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? '0' : `${part} (${((100 * part) / whole).toFixed(2)} %)`;
}

/** Lines for a terminal. */
export function asText({ requests, failed, errors, timeouts, seconds, versions, latency }: TrafficReport): string {
  const rate = seconds > 0 ? ` (${Math.round(requests / seconds)} a second)` : '';
  const lines = [
    `traffic: ${requests} requests in ${seconds.toFixed(1)} s${rate}`,
    `  failed   ${share(failed, requests)}`,
    `  errors   ${share(errors, requests)}, ${timeouts} of them timeouts`,
    `  latency  ${latencies(latency)}`,
    ...Object.entries(versions).map(
      ([version, count]) => `  ${version}: ${count.requests} answered, ${share(count.failed, count.requests)} failed`,
    ),
  ];
  return lines.join('\n');
}

/** A small table in Markdown. */
export function asMarkdown({ requests, failed, errors, timeouts, versions, latency }: TrafficReport): string {
  const escaped = (text: string) => text.replace(/[|<\\`]/g, (character) => `\\${character}`);
  const rows = Object.entries(versions).map(
    ([version, count]) => `| ${escaped(version)} | ${count.requests} | ${share(count.failed, count.requests)} |`,
  );
  const lines = [
    '### Traffic',
    '',
    `${requests} requests, ${failed} failed, ${errors} without an answer (${timeouts} timeouts); ${latencies(latency)}.`,
    '',
    '| answered by | requests | failed |',
    '|---|---:|---:|',
    ...rows,
  ];
  return `${lines.join('\n')}\n\n`;
}
