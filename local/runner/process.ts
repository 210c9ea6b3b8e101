/** Runs a step's process: pipes, its own process group, and the runner's ladder of signals. */
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { createInterface } from 'node:readline';

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
  /** Starts the ladder when it fires. */
  readonly stop: AbortSignal;
  /** Shortens the ladder when it fires. */
  readonly hurry: AbortSignal;
}

export interface ProcessEnd {
  readonly code: number;
  /** The ladder was used, whatever the code says. */
  readonly stopped: boolean;
}

/** Milliseconds on each rung: SIGINT, then SIGTERM, then SIGKILL. */
const ladder = { interrupt: 7500, terminate: 2500 };
/** How long an ended process may leave its output open to a child. */
const drain = 5000;
const live = new Set<ChildProcess>();

/** Ends every process group that is still alive; for the runner's own end, however it comes. */
export function killAll(): void {
  for (const { pid } of live) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // It is gone already.
    }
  }
}

/** Runs a process to its end; rejects only when it cannot be started. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  const { command, args, cwd, env } = request;
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  live.add(child);
  const climb = climbLadder(child, request);
  try {
    const lines = [readLines(child.stdout, request.onLine), readLines(child.stderr, request.onLine)];
    const code = await exitOf(child);
    await patience(Promise.all(lines), climb.killed() ? 0 : drain);
    child.stdout.destroy();
    child.stderr.destroy();
    return { code, stopped: climb.started() };
  } finally {
    climb.end();
    live.delete(child);
  }
}

function exitOf(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  child.once('error', reject);
  child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  return promise;
}

async function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): Promise<void> {
  const reader = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  const { promise, resolve } = Promise.withResolvers<void>();
  reader.on('line', onLine);
  reader.once('close', resolve);
  stream.once('error', () => reader.close());
  await promise;
}

async function patience(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([work, promise]);
  clearTimeout(timer);
}

/** Signals go to the process alone, as on GitHub: what it started is its own to end. */
function climbLadder(child: ChildProcess, { stop, hurry }: ProcessRequest) {
  let timer: NodeJS.Timeout | undefined;
  let rung: 'none' | NodeJS.Signals = 'none';
  const send = (signal: NodeJS.Signals, wait?: number, next?: () => void): void => {
    rung = signal;
    child.kill(signal);
    clearTimeout(timer);
    if (next !== undefined) timer = setTimeout(next, wait);
  };
  const kill = (): void => send('SIGKILL');
  const terminate = (): void => send('SIGTERM', ladder.terminate, kill);
  const interrupt = (): void => (hurry.aborted ? terminate() : send('SIGINT', ladder.interrupt, terminate));
  const quicken = (): void => {
    if (rung === 'SIGINT') terminate();
  };
  if (stop.aborted) interrupt();
  stop.addEventListener('abort', interrupt, { once: true });
  hurry.addEventListener('abort', quicken, { once: true });
  return {
    started: () => rung !== 'none',
    killed: () => rung === 'SIGKILL',
    end: () => {
      clearTimeout(timer);
      stop.removeEventListener('abort', interrupt);
      hurry.removeEventListener('abort', quicken);
    },
  };
}
