/** What a report of 200 MB with 100,000 findings takes: memory at most, and time for each finding as reports grow. */
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { node, table, verdict } from '../measure.ts';
import { gateRun } from './gate.ts';
import { type Form, writeLarge } from './large-reports.ts';

const counts = [25_000, 50_000, 100_000] as const;
/** Megabytes of memory at most, and how much longer a finding of the largest report may take than one of the smallest. */
const targets = { memory: 600, growth: 1.3 };

/** Whether all targets were met. */
export function largeReports(folder: string): boolean {
  console.log(
    `\na large report, read, gated and written: under ${targets.memory} MB; a finding takes at most ${targets.growth}x as long`,
  );
  const rows = (['bandit', 'sarif'] as const).flatMap((form) => rowsOf(form, folder));
  table([
    ['report', 'size', 'memory', '', 'wall', 'computing', 'a finding', 'growth', '', 'exit'],
    ...rows.map(({ cells }) => cells),
  ]);
  return rows.every(({ met }) => met);
}

function rowsOf(form: Form, folder: string) {
  let first: number | undefined;
  return counts.map((count) => {
    const { size, memory, wall, seconds, code } = measure(form, count, folder);
    // Of computing: what else the machine does would count as growth.
    const each = (seconds / count) * 1e6;
    first ??= each;
    const growth = each / first;
    const cells = [
      `${form} ${count.toLocaleString('en-US')}`,
      `${(size / 1e6).toFixed(0)} MB`,
      `${memory.toFixed(0)} MB`,
      verdict(memory, targets.memory),
      `${wall.toFixed(1)} s`,
      `${seconds.toFixed(1)} s`,
      `${each.toFixed(0)} us`,
      `${growth.toFixed(2)}x`,
      verdict(growth, targets.growth),
      `${code}`,
    ];
    // A third of the findings is high, so the gate has to end with 1.
    return { cells, met: memory <= targets.memory && growth <= targets.growth && code === 1 };
  });
}

function measure(form: Form, count: number, folder: string) {
  const [report, peak, workspace] = [join(folder, 'report.json'), join(folder, 'peak'), join(folder, 'empty')];
  mkdirSync(workspace, { recursive: true });
  writeLarge(report, form, count);
  const size = statSync(report).size;
  const inputs = { tools: 'none', reports: `${form}=${report}` };
  const run = gateRun(inputs, workspace, join(folder, 'run'), { BENCH_PEAK: peak });
  const hook = pathToFileURL(join(import.meta.dirname, 'peak.ts')).href;
  const { milliseconds, code } = node({ ...run, args: ['--import', hook, ...run.args] });
  rmSync(report);
  const taken = JSON.parse(readFileSync(peak, 'utf8')) as { readonly kilobytes: number; readonly seconds: number };
  return { size, memory: taken.kilobytes / 1024, wall: milliseconds / 1000, seconds: taken.seconds, code };
}
