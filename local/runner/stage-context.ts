/** One stage of a step: what is run when, and with what. */
import type { Scope } from './expression.ts';
import type { JobState } from './job-state.ts';
import type { StepLog } from './step-log.ts';
import type { Step } from './workflow.ts';

export interface Stage {
  readonly stage: 'pre' | 'main' | 'post';
  readonly step: Step;
  readonly name: () => string;
  readonly condition: string;
  readonly body: (context: StageContext) => Promise<StageEnd>;
}

/** What the body of a stage works with. */
export interface StageContext {
  readonly job: JobState;
  readonly step: Step;
  readonly scope: Scope;
  /** Workflow, job and step variables. */
  readonly env: Readonly<Record<string, string>>;
  readonly log: StepLog;
  readonly stop: AbortSignal;
}

export interface StageEnd {
  readonly ok: boolean;
  /** The ladder of signals ended it. */
  readonly stopped: boolean;
  readonly outputs: Readonly<Record<string, string>>;
}
