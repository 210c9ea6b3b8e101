/** The outputs of a job, without those that would carry a secret out of it. */
import { text } from './expression.ts';
import { stepStatus } from './graph.ts';
import type { JobState } from './job-state.ts';
import { entries } from './token.ts';

/** Evaluates the job's `outputs`; a value that holds a mask is dropped, as on GitHub. */
export function collectOutputs(state: JobState): Record<string, string> {
  const { job, run } = state.request;
  const contexts = { ...state.contexts, env: state.env, steps: state.steps, job: { status: state.status } };
  const warn = (level: 'warning' | 'error', message: string): void =>
    run.request.emit({ event: 'annotation', job: job.id, number: 0, step: '', level, message });
  const found = entries(job.outputs).flatMap(({ key, value }): [string, string][] => {
    try {
      const output = text(value, { contexts, status: stepStatus(state.status) });
      if (output === '') return [];
      if (!state.masker.reveals(output)) return [[key, output]];
      warn('warning', `Skip output '${key}' since it may contain secret.`);
    } catch (error) {
      warn('error', `Output '${key}' of job ${job.id} cannot be evaluated: ${(error as Error).message}`);
      state.status = state.status === 'success' ? 'failure' : state.status;
    }
    return [];
  });
  return Object.fromEntries(found);
}
