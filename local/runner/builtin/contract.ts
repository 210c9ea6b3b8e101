/** What a built-in action is given and answers. */
import type { Level } from '../command.ts';
import type { ArtifactStore } from './artifact-store.ts';

export interface BuiltinContext {
  /** Inputs by lower-case name, defaults filled in. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly workspace: string;
  readonly artifacts: ArtifactStore;
  /** Files of the repository, relative to `root`. */
  readonly files: () => Promise<readonly string[]>;
  readonly root: string;
  readonly print: (line: string) => void;
  readonly annotate: (level: Level, message: string) => void;
}

/** Answers with the action's outputs; an error it throws fails the step with its message. */
export type Builtin = (context: BuiltinContext) => Promise<Record<string, string>>;
