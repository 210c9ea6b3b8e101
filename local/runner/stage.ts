/** Runs one stage of a step under its condition, its timeout and the job's cancel, and records how it ended. */
import { holds, type Scope, text, texts } from './expression.ts';
import { type Conclusion, stepStatus } from './graph.ts';
import type { JobState } from './job-state.ts';
import type { Stage, StageContext } from './stage-context.ts';
import { openLog } from './step-log.ts';
import type { Step } from './workflow.ts';

/** Runs the stage and changes the job's state accordingly. */
export async function runStage(job: JobState, stage: Stage): Promise<void> {
  const { step } = stage;
  job.count += 1;
  const number = job.count;
  const name = job.masker.hide(stage.name());
  const log = openLog(job, { number, name, step: step.id, stage: stage.stage });
  const started = performance.now();
  let end: Ended = { outcome: 'skipped', outputs: {} };
  try {
    const { env, scope } = scopeOf(job, step);
    const due = (): boolean => holds(stage.condition, { ...scope, status: stepStatus(job.status) });
    if (!job.expired.signal.aborted && due()) {
      log.start();
      end = await execute(job, stage, { job, step, scope, env, log }, due);
    }
  } catch (error) {
    log.start();
    log.annotate('error', (error as Error).message);
    end = { outcome: 'failure', outputs: {} };
  }
  log.close();
  const conclusion = settle(job, stage, end);
  const milliseconds = Math.round(performance.now() - started);
  const { emit } = job.request.run.request;
  const at = { job: job.request.job.id, number, step: step.id, stage: stage.stage, name: job.masker.hide(name) };
  if (Object.keys(end.outputs).length > 0)
    emit({ event: 'outputs', job: at.job, step: step.id, outputs: masked(job, end.outputs) });
  emit({ event: 'step-end', ...at, outcome: end.outcome, conclusion, milliseconds });
}

interface Ended {
  readonly outcome: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

function scopeOf(job: JobState, step: Step): { env: Record<string, string>; scope: Scope } {
  const github = {
    ...(job.contexts['github'] as object),
    action: step.id || (step.kind === 'run' ? '__run' : '__action'),
  };
  const contexts = { ...job.contexts, github, steps: job.steps, job: { status: job.status }, env: job.env };
  const env = { ...job.env, ...texts(step.env, { contexts }) };
  return { env, scope: { contexts: { ...contexts, env } } };
}

async function execute(
  job: JobState,
  stage: Stage,
  context: Omit<StageContext, 'stop'>,
  due: () => boolean,
): Promise<Ended> {
  const stop = new AbortController();
  const minutes = stage.stage === 'main' ? Number(text(stage.step.timeout, context.scope) || 0) : 0;
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    stop.abort();
  }, minutes * 60_000);
  if (!(minutes > 0)) clearTimeout(timer);
  const onCancel = (): void => {
    if (!due()) stop.abort();
  };
  const onExpired = (): void => stop.abort();
  job.stop.signal.addEventListener('abort', onCancel);
  job.expired.signal.addEventListener('abort', onExpired);
  try {
    const end = await stage.body({ ...context, stop: stop.signal });
    if (timedOut) context.log.annotate('error', `The action '${stage.name()}' has timed out after ${minutes} minutes.`);
    else if (end.stopped) context.log.annotate('error', 'The operation was canceled.');
    const outcome = timedOut ? 'failure' : end.stopped ? 'cancelled' : end.ok ? 'success' : 'failure';
    return { outcome, outputs: end.outputs };
  } finally {
    clearTimeout(timer);
    job.stop.signal.removeEventListener('abort', onCancel);
    job.expired.signal.removeEventListener('abort', onExpired);
  }
}

/** Writes the result where later steps see it; a failure that may continue does not fail the job. */
function settle(job: JobState, { stage, step }: Stage, { outcome, outputs }: Ended): Conclusion {
  const conclusion = outcome === 'failure' && stage === 'main' && mayContinue(job, step) ? 'success' : outcome;
  if (step.id !== '') {
    const before = job.steps[step.id];
    const merged = { ...before?.outputs, ...outputs };
    if (stage === 'main') job.steps = { ...job.steps, [step.id]: { outcome, conclusion, outputs: merged } };
    else if (before !== undefined) job.steps = { ...job.steps, [step.id]: { ...before, outputs: merged } };
  }
  if (conclusion === 'failure' && job.status === 'success') job.status = 'failure';
  return conclusion;
}

function mayContinue(job: JobState, step: Step): boolean {
  try {
    return text(step.continueOnError, scopeOf(job, step).scope) === 'true';
  } catch {
    return false;
  }
}

function masked(job: JobState, outputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, job.masker.hide(value)]));
}
