/** What the local runner adds to a job, and how often a good release is not promoted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median, node, table, verdict } from './measure.ts';

const root = join(import.meta.dirname, '..');
const jobs = 10;
const rounds = 5;
const target = 150;

interface Event {
  readonly event: string;
  readonly milliseconds?: number;
  readonly conclusion?: string;
  readonly verdict?: string;
}

interface Measured {
  readonly wall: number;
  readonly steps: number;
}

/** Jobs in a chain, so that their times add up. */
function workflow(count: number): string {
  const job = (at: number): string =>
    [
      `  job-${at}:`,
      ...(at > 1 ? [`    needs: job-${at - 1}`] : []),
      '    runs-on: ubuntu-latest',
      '    steps:',
      "      - run: 'true'",
    ].join('\n');
  return [
    'name: bench',
    'on: workflow_dispatch',
    'jobs:',
    ...Array.from({ length: count }, (_, at) => job(at + 1)),
    '',
  ].join('\n');
}

function local(args: readonly string[]): { readonly wall: number; readonly events: readonly Event[] } {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' };
  const { milliseconds, stdout, stderr } = node({
    args: [join(root, 'dist/local/index.js'), ...args, '--json'],
    env,
    cwd: root,
  });
  const events = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Event);
  if (events.at(-1)?.event !== 'end') throw new Error(`the runner gave no last event: ${stderr || stdout}`);
  return { wall: milliseconds, events };
}

function chain(folder: string, count: number): Measured {
  const file = join(folder, `${count}-jobs.yml`);
  writeFileSync(file, workflow(count));
  const { wall, events } = local(['--root', folder, '--workflow', file, '--stop']);
  const steps = events.filter(({ event }) => event === 'step-end');
  const failed = steps.length !== count || events.at(-1)?.conclusion !== 'success';
  if (failed) throw new Error(`${count} jobs were asked for, ${steps.length} ran: ${JSON.stringify(events.at(-1))}`);
  return { wall, steps: steps.reduce((sum, { milliseconds = 0 }) => sum + milliseconds, 0) };
}

/** One job and many, in turns: the difference is what a job costs, the rest is the runner's own start. */
function overhead(folder: string): void {
  const runs = Array.from({ length: rounds }, () => [chain(folder, 1), chain(folder, jobs)] as const);
  const added = ({ wall, steps }: Measured): number => wall - steps;
  const more = median(runs.map(([one, many]) => (added(many) - added(one)) / (jobs - 1)));
  const whole = median(runs.map(([, many]) => added(many) / jobs));
  const start = median(runs.map(([one]) => added(one)));
  const step = median(runs.map(([, { steps }]) => steps / jobs));
  const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
  table([
    ['what', 'median', 'target', ''],
    ['added by each further job', milliseconds(more), `at most ${target} ms`, verdict(more, target)],
    [
      `added a job, with the runner's start, of ${jobs}`,
      milliseconds(whole),
      `at most ${target} ms`,
      verdict(whole, target),
    ],
    ['added to one job, with the start', milliseconds(start), '', ''],
    ['the trivial step itself', milliseconds(step), '', ''],
  ]);
}

function releases(count: number): void {
  const ends: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    const { wall, events } = local(['--scenario', 'good', '--stop']);
    ends.push(events.at(-1)?.verdict ?? 'none');
    console.log(`release ${at} of ${count}: ${ends.at(-1)} in ${(wall / 1000).toFixed(1)} s`);
  }
  const lost = ends.filter((end) => end !== 'promoted').length;
  console.log(`good releases not promoted: ${lost} of ${count}  (target: 0 of 20)  ${verdict(lost, 0)}`);
}

/** `--releases N` (default 3; 0 leaves them out). */
export async function benchRunner(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { releases: { type: 'string', default: '3' } } });
  const count = Number(values.releases);
  if (!Number.isInteger(count) || count < 0) throw new Error(`--releases ${values.releases}: expected a whole number`);
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    overhead(folder);
    if (count > 0) console.log();
    if (count > 0) releases(count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
