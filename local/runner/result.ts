/** What is left of a step and a job when they have ended. */
import type { Conclusion } from './graph.ts';

export interface StepResult {
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
}

export interface JobResult {
  readonly id: string;
  readonly name: string;
  /** How the job itself ended. */
  readonly conclusion: Conclusion;
  /** How it counts for the run and for jobs that need it: `continue-on-error` makes a success of a failure. */
  readonly result: Conclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** By step id. */
  readonly steps: Readonly<Record<string, StepResult>>;
  /** Step summaries in step order, masked. */
  readonly summaries: readonly string[];
  /** Milliseconds since the epoch; 0 for a job that never started. */
  readonly endedAt: number;
}
