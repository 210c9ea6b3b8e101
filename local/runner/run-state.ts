/** What a run is given, what all its jobs share, and what comes of it. */
import type { NewEvent } from '../events.ts';
import type { ArtifactStore } from './builtin/artifact-store.ts';
import type { Conclusion } from './graph.ts';
import type { Repository } from './repository.ts';
import type { JobResult } from './result.ts';
import type { Workflow } from './workflow.ts';

/** One line that a step printed, masked. */
export interface OutputLine {
  readonly job: string;
  readonly number: number;
  readonly text: string;
}

export interface RunRequest {
  readonly workflow: Workflow;
  /** The repository: what a checkout copies and `$/` refers to. */
  readonly root: string;
  /** What git knows about it. */
  readonly repository: Repository;
  readonly event: string;
  /** By name, as they come out of `resolveInputs`. */
  readonly inputs: Readonly<Record<string, string | number | boolean>>;
  /** The run's folder; logs and artifacts go here. */
  readonly folder: string;
  /** Workspaces, homes and temporary files of the jobs. */
  readonly work: string;
  /** Added to every job's clean environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What expressions see as `vars`. */
  readonly vars: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  /** Values to hide beside the secrets. */
  readonly masks: readonly string[];
  readonly emit: (event: NewEvent) => void;
  readonly print: (line: OutputLine) => void;
  /** Cancels the run; `hurry` shortens the ladder of signals. */
  readonly cancel: AbortSignal;
  readonly hurry: AbortSignal;
}

export interface RunResult {
  readonly conclusion: Conclusion;
  /** In workflow order. */
  readonly jobs: readonly JobResult[];
  /** Artifact names in order of upload. */
  readonly artifacts: readonly string[];
}

/** What all jobs of a run share. */
export interface Run {
  readonly request: RunRequest;
  readonly id: string;
  readonly eventFile: string;
  readonly eventPayload: Readonly<Record<string, unknown>>;
  readonly artifacts: ArtifactStore;
  readonly files: () => Promise<readonly string[]>;
}
