/** Starts the supervisor of a target and leaves it running after the caller's end. */
import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { TargetError } from '../../action/errors.ts';
import { ownFolder } from './folder.ts';
import { portTaken, type SupervisorConfig } from './spec.ts';
import { callSupervisor } from './wire.ts';

export interface StartOptions {
  /** The supervisor's file. */
  readonly entry: string;
  readonly node: string;
  readonly config: SupervisorConfig;
  /** Seconds until it must answer. */
  readonly startTimeout: number;
}

export interface Started {
  readonly pid: number;
  /** False when one was running already, also when another starter was faster. */
  readonly started: boolean;
}

/** Seconds that a supervisor which lost the port gives the other one to answer. */
const rivalPatience = 2;
const logLimit = 1_000_000;

/** @throws TargetError with the end of the supervisor's log when none answers in time, or another program has the port */
export async function startSupervisor(options: StartOptions): Promise<Started> {
  const { folder } = options.config;
  ownFolder(folder);
  const running = await identify(folder);
  if (running !== null) return { pid: running, started: false };
  const { child, exited, said } = await launch(options);
  const limit = performance.now() + options.startTimeout * 1000;
  while (performance.now() < limit) {
    const pid = await identify(folder);
    if (pid !== null && pid !== child.pid) child.kill('SIGTERM');
    if (pid !== null) return { pid, started: pid === child.pid };
    const code = exited();
    if (code === portTaken) return await rival(options);
    if (code !== null) throw new TargetError(`the target did not start: ${said()}`);
    await sleep(0.02);
  }
  throw new TargetError(`the target did not start within ${options.startTimeout} s: ${said()}`);
}

/** Only its own environment: no secret of a job outlives the job in it, and the runner does not find it as an orphan. */
async function launch({ entry, node, config }: StartOptions) {
  const { spawn } = await import('node:child_process');
  const file = logFile(config.folder);
  const large = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > logLimit;
  const log = openSync(file, large ? 'w' : 'a', 0o600);
  // What earlier supervisors said would only mislead whoever reads why this one ended.
  const from = fstatSync(log).size;
  const environment = ['PATH', 'HOME', 'LANG', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const child = spawn(node, [entry], {
    cwd: config.folder,
    detached: true,
    env: Object.fromEntries(environment),
    stdio: ['pipe', log, log],
  });
  closeSync(log);
  let code: number | null = null;
  let ending = 'it has said nothing';
  child.once('exit', (exit, signal) => {
    code = exit ?? -1;
    ending = signal === null ? `it exited with code ${exit}` : `it was ended by ${signal}`;
  });
  child.once('error', () => (code = -1));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(config));
  child.unref();
  return { child, exited: (): number | null => code, said: () => endOfLog(file, from) || ending };
}

/** The port is taken: by another starter's supervisor, which then answers soon, or by something else. */
async function rival({ config, startTimeout }: StartOptions): Promise<Started> {
  const limit = performance.now() + Math.min(rivalPatience, startTimeout) * 1000;
  while (performance.now() < limit) {
    const pid = await identify(config.folder);
    if (pid !== null) return { pid, started: false };
    await sleep(0.05);
  }
  const { host, port } = config.listen;
  throw new TargetError(
    `${host}:${port} is taken by another program: stop it, or let the plan listen elsewhere`,
    'invalid',
  );
}

async function identify(folder: string): Promise<number | null> {
  try {
    const answer = await callSupervisor(folder, { path: '/identify', body: {}, limit: 2, patient: false });
    return (answer as { readonly pid: number }).pid;
  } catch {
    return null;
  }
}

function logFile(folder: string): string {
  return join(folder, 'supervisor.log');
}

function endOfLog(file: string, from: number): string {
  const text = readFileSync(file).subarray(from).toString();
  return text.trimEnd().split('\n').slice(-10).join('\n').slice(-2000);
}

function sleep(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
