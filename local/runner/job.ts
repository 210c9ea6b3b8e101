/** Runs one job: folders, pre, main and post of its steps, outputs, and what it must leave behind clean. */
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerContext } from './environment.ts';
import { text, texts } from './expression.ts';
import type { JobRequest, JobState } from './job-state.ts';
import { createMasker } from './mask.ts';
import { killOrphans } from './orphan.ts';
import { collectOutputs } from './output.ts';
import type { JobResult } from './result.ts';
import { runStage } from './stage.ts';
import { mainStage, postStages, preStages } from './stages.ts';

/** What runs after a cancel has five minutes, as on GitHub. */
const afterCancel = 5 * 60_000;
const defaultTimeout = 360;

/** Executes the job to its end. */
export async function runJob(request: JobRequest): Promise<JobResult> {
  const { run, job, name } = request;
  const started = performance.now();
  run.request.emit({ event: 'job-start', job: job.id, name });
  const state = await prepare(request);
  const unwatch = watch(state);
  try {
    await runSteps(state);
  } finally {
    unwatch();
  }
  const outputs = collectOutputs(state);
  const orphans = await killOrphans(state.trackingId);
  if (orphans.length > 0) note(state, 'notice', `Orphan processes ended with the job: ${orphans.join(', ')}`);
  if (Object.keys(outputs).length > 0) run.request.emit({ event: 'outputs', job: job.id, outputs });
  const milliseconds = Math.round(performance.now() - started);
  const conclusion = state.status;
  const result = conclusion === 'failure' && state.continues ? 'success' : conclusion;
  run.request.emit({ event: 'job-end', job: job.id, name, conclusion, milliseconds });
  const { steps, summaries } = state;
  return { id: job.id, name, conclusion, result, outputs, steps, summaries, endedAt: Date.now() };
}

async function prepare(request: JobRequest): Promise<JobState> {
  const { run, job } = request;
  const base = join(run.request.work, job.id);
  const folders = { base, workspace: join(base, 'repo'), home: join(base, 'home'), temp: join(base, 'temp') };
  const all = [
    folders.workspace,
    folders.home,
    folders.temp,
    join(base, 'commands'),
    join(run.request.folder, 'logs', job.id),
  ];
  await Promise.all(all.map((folder) => mkdir(folder, { recursive: true, mode: 0o700 })));
  const github = { ...(request.contexts['github'] as object), job: job.id, workspace: folders.workspace };
  const contexts = { ...request.contexts, github, runner: runnerContext(process, folders) };
  const state: JobState = {
    request,
    folders,
    masker: createMasker([...Object.values(run.request.secrets), ...run.request.masks]),
    trackingId: `github_${randomUUID()}`,
    contexts,
    registered: [],
    summaries: [],
    stop: new AbortController(),
    expired: new AbortController(),
    env: {},
    paths: [],
    steps: {},
    status: 'success',
    count: 0,
    minutes: defaultTimeout,
    continues: false,
  };
  readSettings(state);
  return state;
}

function readSettings(state: JobState): void {
  const { run, job } = state.request;
  try {
    const workflow = texts(run.request.workflow.env, { contexts: state.contexts });
    const ofJob = texts(job.env, { contexts: { ...state.contexts, env: workflow } });
    state.env = { ...workflow, ...ofJob };
    state.minutes = Number(text(job.timeout, { contexts: state.contexts })) || defaultTimeout;
    state.continues = text(job.continueOnError, { contexts: state.contexts }) === 'true';
  } catch (error) {
    state.status = 'failure';
    note(state, 'error', `The settings of job ${job.id} cannot be evaluated: ${(error as Error).message}`);
  }
}

async function runSteps(state: JobState): Promise<void> {
  for (const stage of preStages(state)) await runStage(state, stage);
  for (const step of state.request.job.steps) await runStage(state, mainStage(state, step));
  for (const stage of postStages(state)) await runStage(state, stage);
}

/** Listens for the run's cancel and the job's timeout; answers with how to stop listening. */
function watch(state: JobState): () => void {
  const { run, job, wanted } = state.request;
  let grace: NodeJS.Timeout | undefined;
  const cancel = (): void => {
    if (state.stop.signal.aborted) return;
    state.status = 'cancelled';
    state.stop.abort();
    grace = setTimeout(() => state.expired.abort(), afterCancel);
  };
  const onCancel = (): void => {
    if (!wanted()) cancel();
  };
  const { minutes } = state;
  const timer = setTimeout(() => {
    note(state, 'error', `The job ${job.id} has exceeded the maximum execution time of ${minutes} minutes.`);
    cancel();
  }, minutes * 60_000);
  run.request.cancel.addEventListener('abort', onCancel);
  if (run.request.cancel.aborted) onCancel();
  return () => {
    clearTimeout(timer);
    clearTimeout(grace);
    run.request.cancel.removeEventListener('abort', onCancel);
  };
}

/** Says something about the job itself. */
function note(state: JobState, level: 'notice' | 'error', message: string): void {
  const { run, job } = state.request;
  run.request.emit({
    event: 'annotation',
    job: job.id,
    number: 0,
    step: '',
    level,
    message: state.masker.hide(message),
  });
}
