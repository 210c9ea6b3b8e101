/** Starting and stopping the users in the background; the two sides meet in a folder. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TrafficOptions } from './options.ts';
import { createTally, type TrafficReport } from './tally.ts';
import { runUsers } from './users.ts';

const startLimit = 10_000;
/** A last answer may take as long as the users wait for one, and a little more. */
const stopLimit = 15_000;
const look = 100;

function paths(folder: string) {
  const at = (name: string) => join(resolve(folder), name);
  return { pid: at('traffic.pid'), stop: at('traffic.stop'), report: at('traffic.json'), log: at('traffic.log') };
}

function alive(pidFile: string): boolean {
  if (!existsSync(pidFile)) return false;
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8')), 0);
  } catch {
    return false;
  }
}

function write(file: string, text: string): void {
  // In one step, since the other side reads the file as soon as it is there.
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

type Said = { readonly answered: true } | { readonly answered: false; readonly why: string };

/** The background process itself: runs until its time is over, a stop file appears, or a signal comes. */
export async function run(folder: string, options: TrafficOptions): Promise<void> {
  const { stop, report, pid } = paths(folder);
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const say = (said: Said): void => {
    if (process.connected) process.send?.(said, () => said.answered && process.disconnect?.());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  setTimeout(end, options.seconds * 1000).unref();
  setInterval(() => existsSync(stop) && end(), look).unref();
  const tally = createTally();
  const started = performance.now();
  let first = true;
  const answered = (): void => {
    if (first) say({ answered: true });
    first = false;
  };
  const broken = (error: Error): void => say({ answered: false, why: error.message });
  await runUsers(options, { tally, answered, broken }, ended.signal);
  write(report, `${JSON.stringify(tally.report(options, (performance.now() - started) / 1000), null, 2)}\n`);
  rmSync(pid, { force: true });
  process.exit(0);
}

/** The background process, in a session of its own: the end of a step does not reach it. */
function launch(folder: string, { origin, rate, seconds }: TrafficOptions): ChildProcess {
  const words = ['run', '--folder', folder, '--url', origin, '--rate', String(rate), '--seconds', String(seconds)];
  const out = openSync(paths(folder).log, 'w');
  // The environment goes with it: by its RUNNER_TRACKING_ID the end of the job finds it.
  return spawn(process.execPath, [process.argv[1] ?? '', ...words], {
    detached: true,
    stdio: ['ignore', out, out, 'ipc'],
  });
}

/** Resolves at the first answer; fails when the process ends, or when the time is over. */
function firstAnswer(child: ChildProcess, log: string, origin: string): Promise<void> {
  let why = 'nothing answered';
  return new Promise((done, failed) => {
    const late = (): void => failed(new Error(`no answer from ${origin} within ${startLimit / 1000} s: ${why}`));
    setTimeout(late, startLimit).unref();
    child.on('message', (said: Said) => {
      if (said.answered) done();
      else why = said.why;
    });
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`it ended (${code}): ${readFileSync(log, 'utf8').trim() || why}`)));
  });
}

/** Starts the users and returns once one of them has an answer. */
export async function start(folder: string, options: TrafficOptions): Promise<void> {
  const { pid, stop, report, log } = paths(folder);
  if (alive(pid)) throw new Error(`traffic runs already (process ${readFileSync(pid, 'utf8')}): stop it first`);
  mkdirSync(resolve(folder), { recursive: true });
  for (const file of [stop, report, pid]) rmSync(file, { force: true });
  const child = launch(folder, options);
  writeFileSync(pid, String(child.pid));
  try {
    await firstAnswer(child, log, options.origin);
  } catch (error) {
    child.kill('SIGKILL');
    rmSync(pid, { force: true });
    throw error;
  }
  child.unref();
  if (child.connected) child.disconnect();
}

/** Ends the users and returns what they saw; undefined when there are none and never were. */
export async function stop(folder: string): Promise<TrafficReport | undefined> {
  const { pid, stop: sign, report } = paths(folder);
  const until = performance.now() + stopLimit;
  if (alive(pid)) writeFileSync(sign, '');
  while (alive(pid) && performance.now() < until) await sleep(look);
  if (alive(pid)) throw new Error(`the traffic did not end within ${stopLimit / 1000} s`);
  rmSync(sign, { force: true });
  if (!existsSync(report)) return undefined;
  return JSON.parse(readFileSync(report, 'utf8')) as TrafficReport;
}
