/** The built warm check beside a bare client that makes the same calls, in turns. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beside, type Ended, median, type Run } from '../measure.ts';
import { record } from './recorder.ts';

const bundle = join(import.meta.dirname, '../../dist/warm-model/index.js');
const bare = join(import.meta.dirname, 'bare.mjs');

export interface Compared {
  readonly calls: number;
  /** Milliseconds of both, from the start of the process to its end. */
  readonly hand: number;
  readonly whole: number;
  /** What the check takes over the bare client: milliseconds, and percent of the whole; pair by pair. */
  readonly added: number;
  readonly share: number;
}

/** @param folder for the files of both; as many `runs` are measured by the check */
export async function compare(folder: string, url: string, runs: number, pairs: number): Promise<Compared> {
  const file = join(folder, 'calls.json');
  const calls = await writeCalls(folder, url, runs, file);
  const [hand, action] = [{ args: [bare, url, file], env: {}, cwd: folder }, check(folder, url, runs)];
  const measured: { readonly hand: number; readonly whole: number }[] = [];
  // A B A B; the first pair only warms the file cache.
  for (let pair = 0; pair <= pairs; pair += 1) {
    const [first, second] = [await good(hand), await good(action)];
    if (pair > 0) measured.push({ hand: first.milliseconds, whole: second.milliseconds });
  }
  return {
    calls,
    hand: median(measured.map((one) => one.hand)),
    whole: median(measured.map((one) => one.whole)),
    added: median(measured.map(({ hand, whole }) => whole - hand)),
    share: 100 * median(measured.map(({ hand, whole }) => (whole - hand) / whole)),
  };
}

/** All eight steps, without anything of this process's environment. */
function check(folder: string, url: string, runs: number): Run {
  const files = { GITHUB_OUTPUT: 'output', GITHUB_STEP_SUMMARY: 'summary' };
  const commands = Object.entries(files).map(([key, file]) => [key, join(folder, file)] as const);
  for (const [, file] of commands) writeFileSync(file, '');
  const inputs = { INPUT_URL: url, INPUT_MODEL: 'tiny', INPUT_RUNS: String(runs), INPUT_OPTIONS: 'num_ctx=512' };
  return { args: [bundle], cwd: folder, env: { ...Object.fromEntries(commands), ...inputs, RUNNER_TEMP: folder } };
}

/** What a check asks once the derived model is there and in memory: how many calls, and each in order in the file. */
async function writeCalls(folder: string, url: string, runs: number, file: string): Promise<number> {
  await good(check(folder, url, runs));
  const recorder = await record(url);
  await good(check(folder, recorder.url, runs));
  recorder.close();
  writeFileSync(file, JSON.stringify(recorder.calls));
  return recorder.calls.length;
}

async function good(run: Run): Promise<Ended> {
  const ended = await beside(run);
  if (ended.code === 0) return ended;
  throw new Error(`${run.args.join(' ')} ended with ${ended.code}: ${ended.stdout}${ended.stderr}`);
}
