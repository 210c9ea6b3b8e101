/** Decides whether a job runs once its needs are done, and what it sees of them. */

import { baseContexts } from './context.ts';
import { holds, type Scope, text } from './expression.ts';
import { ancestors, type Conclusion, jobStatus } from './graph.ts';
import { runJob } from './job.ts';
import type { JobResult } from './result.ts';
import type { Run } from './run-state.ts';
import type { Job } from './workflow.ts';

/** Runs the job, or says that it was skipped. */
export async function scheduleJob(
  run: Run,
  job: Job,
  results: ReadonlyMap<string, Promise<JobResult>>,
): Promise<JobResult> {
  const before = await finished(run, job, results);
  const needs = Object.fromEntries(
    job.needs.map((id) => [id, { result: before[id]?.result ?? 'skipped', outputs: before[id]?.outputs ?? {} }]),
  );
  const contexts = { ...baseContexts(run), needs };
  const states: Record<string, Conclusion> = Object.fromEntries(
    Object.entries(before).map(([id, { result }]) => [id, result]),
  );
  /** Asked again when the run is cancelled: a job whose condition still holds then is left alone. */
  const wanted = (): boolean =>
    holds(job.condition, { contexts, status: jobStatus(states, run.request.cancel.aborted) });
  const name = displayName(job, { contexts });
  try {
    if (!wanted()) return end(run, job, name, 'skipped');
  } catch (error) {
    const message = `The condition of job ${job.id} cannot be evaluated: ${(error as Error).message}`;
    run.request.emit({ event: 'annotation', job: job.id, number: 0, step: '', level: 'error', message });
    return end(run, job, name, 'failure');
  }
  return runJob({ run, job, name, contexts, wanted });
}

async function finished(
  run: Run,
  job: Job,
  results: ReadonlyMap<string, Promise<JobResult>>,
): Promise<Record<string, JobResult>> {
  const ids = [...ancestors(run.request.workflow.jobs, job.id)];
  const found = await Promise.all(ids.map((id) => results.get(id)));
  return Object.fromEntries(found.flatMap((result) => (result === undefined ? [] : [[result.id, result]])));
}

function displayName(job: Job, scope: Scope): string {
  try {
    return text(job.name, scope) || job.id;
  } catch {
    return job.id;
  }
}

function end(run: Run, job: Job, name: string, conclusion: Conclusion): JobResult {
  run.request.emit({ event: 'job-end', job: job.id, name, conclusion, milliseconds: 0 });
  return { id: job.id, name, conclusion, result: conclusion, outputs: {}, steps: {}, summaries: [], endedAt: 0 };
}
