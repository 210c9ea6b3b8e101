/** Starts an action: signals, one place that reports a failure, and a `verdict` on every exit. */
import type { Verdict } from '../release/verdict.ts';
import { clip } from '../report/clip.ts';
import { Cancelled, InputError, type Problem, TargetError } from './errors.ts';
import { type Host, runnerHost } from './host.ts';

export interface Context {
  readonly host: Host;
  /** Aborted once, on the runner's SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
}

/** How an action ended: `passed` decides the exit code, a reason for a failure becomes the one annotation. */
export interface Ending {
  readonly passed: boolean;
  readonly reason: string;
}

/** The runner cuts a message at 4,096 characters and a step at 10 annotations a level. */
const messageLimit = 4000;
const annotationLimit = 10;

/** Runs an action's story once and sets the exit code; nothing it throws gets past here. `failure` gives the verdict then. */
export async function start(
  action: string,
  run: (context: Context) => Promise<Ending>,
  failure: (thrown: unknown) => Verdict = verdictOf,
): Promise<void> {
  const stop = new AbortController();
  // Nobody may read any more what we print; the release goes on and ends in order all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort(name));
  try {
    const { passed, reason } = await run({ host: runnerHost, signal: stop.signal });
    if (!passed) {
      report(runnerHost, [{ message: reason }]);
      process.exitCode = 1;
    }
  } catch (thrown) {
    process.exitCode = 1;
    const [verdict, problems] = [failure(thrown), problemsOf(action, thrown)];
    runnerHost.output('verdict', verdict);
    report(runnerHost, problems);
    const { outcomeMarkdown } = await import('../report/outcome.ts');
    await runnerHost.summarise(outcomeMarkdown(action, verdict, problems.map(({ message }) => message).join('; '), []));
  }
  // What the target still works on would keep a cancelled process waiting until the runner kills it.
  if (stop.signal.aborted) process.exit();
}

/** Bad input and a target's refusal touched nothing; whatever else was thrown is an error. */
export function verdictOf(thrown: unknown): Verdict {
  if (thrown instanceof InputError || thrown instanceof Cancelled) return 'refused';
  return thrown instanceof TargetError && thrown.refusal !== undefined ? 'refused' : 'error';
}

/** What a failure says: its problems, or one line with its causes; a bug of ours keeps its stack. */
export function problemsOf(action: string, thrown: unknown): readonly Problem[] {
  if (thrown instanceof InputError && thrown.problems.length > 0) return thrown.problems;
  if (thrown instanceof InputError || thrown instanceof TargetError || thrown instanceof Cancelled) {
    return [{ message: withCauses(thrown) }];
  }
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return [{ message: `${action} failed in a way that is a bug of ours; please report it. ${stack}` }];
}

function withCauses(error: Error): string {
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}

function report(host: Host, problems: readonly Problem[]): void {
  const shown = problems.length > annotationLimit ? problems.slice(0, annotationLimit - 1) : problems;
  for (const problem of shown) host.error({ ...problem, message: clip(problem.message, messageLimit) });
  const rest = problems.slice(shown.length);
  if (rest.length === 0) return;
  host.error({ message: `and ${rest.length} more problems, which the log lists` });
  for (const { file, line, column, message } of rest) host.info(`${file}:${line}:${column} ${message}`);
}
