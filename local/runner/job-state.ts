/** A job while it runs. */
import type { Action } from './action.ts';
import type { JobFolders } from './environment.ts';
import type { Conclusion } from './graph.ts';
import type { Masker } from './mask.ts';
import type { StepResult } from './result.ts';
import type { Run } from './run-state.ts';
import type { ActionStep, Job } from './workflow.ts';

export interface JobRequest {
  readonly run: Run;
  readonly job: Job;
  readonly name: string;
  readonly contexts: Readonly<Record<string, unknown>>;
  /** Whether the job's own condition holds at this moment. */
  readonly wanted: () => boolean;
}

/** A step whose pre or main has started, so that its post is due. */
export interface Registered {
  readonly step: ActionStep;
  readonly action: Action;
  readonly state: Record<string, string>;
}

/** A job while it runs; what steps change is here. */
export interface JobState {
  readonly request: JobRequest;
  readonly folders: JobFolders;
  readonly masker: Masker;
  readonly trackingId: string;
  readonly contexts: Record<string, unknown>;
  readonly registered: Registered[];
  readonly summaries: string[];
  readonly stop: AbortController;
  /** Fires when what still runs after a cancel has had its time. */
  readonly expired: AbortController;
  env: Record<string, string>;
  paths: string[];
  steps: Record<string, StepResult>;
  status: Conclusion;
  count: number;
  minutes: number;
  continues: boolean;
}
