/** What the benchmarks share: medians, paired runs of two commands, and a table. */
import { spawn, spawnSync } from 'node:child_process';

/** A command with exactly this environment. */
export interface Run {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** How one run ended. */
export interface Ended {
  readonly milliseconds: number;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Two commands, side by side. */
export interface Paired {
  /** Median of the second's time over the first's, pair by pair. */
  readonly ratio: number;
  readonly first: number;
  readonly second: number;
  /** The second's last run. */
  readonly last: Ended;
}

/** The middle of a list; the mean of the two middle ones when it is even. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** Runs node once and waits for its end. */
export function node({ args, env, cwd }: Run): Ended {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, cwd, encoding: 'utf8' });
  return { milliseconds: performance.now() - started, code: status, stdout, stderr };
}

/** As `node`, while this process goes on: it may be what the command asks. */
export function beside({ args, env, cwd }: Run): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ milliseconds: performance.now() - started, code, stdout, stderr }));
  });
}

/** A B A B: whatever else the machine does meets both alike. The first pair only warms the file cache. */
export function paired(first: Run, second: Run, pairs: number): Paired {
  const runs = Array.from({ length: pairs + 1 }, () => [node(first), node(second)] as const).slice(1);
  return {
    ratio: median(runs.map(([a, b]) => b.milliseconds / a.milliseconds)),
    first: median(runs.map(([a]) => a.milliseconds)),
    second: median(runs.map(([, b]) => b.milliseconds)),
    last: runs.at(-1)?.[1] ?? { milliseconds: 0, code: null, stdout: '', stderr: '' },
  };
}

/** Prints rows in columns; the first row is the head. */
export function table(rows: readonly (readonly string[])[]): void {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) => row.map((cell, at) => cell.padEnd(width(at))).join('  ');
  for (const row of rows) console.log(line(row).trimEnd());
}

/** A figure beside its target. */
export function verdict(value: number, most: number): string {
  return value <= most ? 'within' : 'OVER';
}
