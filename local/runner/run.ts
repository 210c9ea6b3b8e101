/** Runs a loaded workflow: jobs start when their needs are done, in parallel, and one result comes back. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createArtifactStore } from './builtin/artifact-store.ts';
import { listFiles } from './builtin/checkout.ts';
import { conclude } from './graph.ts';
import type { JobResult } from './result.ts';
import type { Run, RunRequest, RunResult } from './run-state.ts';
import { scheduleJob } from './schedule.ts';

/** Executes the workflow; rejects only for a fault of the runner itself. */
export async function runWorkflow(request: RunRequest): Promise<RunResult> {
  const run = await prepare(request);
  const results = new Map<string, Promise<JobResult>>();
  for (const job of request.workflow.jobs) {
    const needs = job.needs.map((id) => results.get(id)).filter((result) => result !== undefined);
    results.set(
      job.id,
      Promise.all(needs).then(() => scheduleJob(run, job, results)),
    );
  }
  const jobs = await Promise.all(results.values());
  return {
    conclusion: conclude(
      jobs.map(({ result }) => result),
      request.cancel.aborted,
    ),
    jobs,
    artifacts: run.artifacts.names(),
  };
}

async function prepare(request: RunRequest): Promise<Run> {
  const { repository } = request;
  await mkdir(request.work, { recursive: true });
  const inputs = Object.fromEntries(Object.entries(request.inputs).map(([name, value]) => [name, String(value)]));
  const eventPayload = {
    inputs,
    ref: repository.ref,
    repository: { full_name: repository.name },
    workflow: request.workflow.file,
  };
  const eventFile = join(request.work, 'event.json');
  await writeFile(eventFile, JSON.stringify(eventPayload, null, 2));
  let files: Promise<readonly string[]> | undefined;
  return {
    request,
    id: String(Date.now()),
    eventFile,
    eventPayload,
    artifacts: createArtifactStore(join(request.folder, 'artifacts')),
    files: () => {
      files ??= listFiles(request.root);
      return files;
    },
  };
}
