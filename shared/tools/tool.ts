/** A program that looks at the workspace, as `check-quality` runs it. */

import type { Exec } from '../action/exec.ts';
import type { ReaderId } from '../findings/readers/reader.ts';
import type { Env } from './environment.ts';

/** `path`: as the machine has it; `lock`: only what the lock pins; `any`: the machine's, else the lock's. */
export const toolSources = ['path', 'lock', 'any'] as const;
export type ToolSource = (typeof toolSources)[number];

export interface ToolMeans {
  readonly exec: Exec;
  /** Of our own process; a tool gets of it only what it needs. */
  readonly env: Env;
  /** Absolute. */
  readonly workspace: string;
  /** A folder of this run's own, 0700, for reports; removed by whoever made it. */
  readonly folder: string;
  /** Files of the workspace, relative, with `/`; without those that git ignores. */
  readonly files: readonly string[];
  /** Seconds. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** Path of the program from the tool lock; undefined: as PATH has it. */
  readonly program?: string;
  /** Of that program, where it is known; else the program is asked. */
  readonly version?: string;
}

/** What came of it; findings are for the reader of the report. */
export interface Ran {
  readonly id: ReaderId;
  /** What it was run on, such as a lock file; undefined: the workspace. */
  readonly target?: string;
  readonly version: string | null;
  readonly seconds: number;
  /** Absolute; null where there is none. */
  readonly report: string | null;
  /** Files that belong to it, by the reader's name for them. */
  readonly beside: Readonly<Record<string, string>>;
  /** What was left out although it was asked for, beside what the report says itself. */
  readonly skipped?: readonly string[];
  /** Worth showing, without weight, such as files that were left out because they are binary. */
  readonly notes?: readonly string[];
  /** Undefined where it ran to its end, whatever it found. */
  readonly failure?: {
    readonly kind: 'absent' | 'denied' | 'timed-out' | 'cancelled' | 'failed';
    readonly message: string;
  };
}

export interface Tool {
  readonly id: ReaderId;
  /** Whether there is something in the workspace for it. */
  fits(files: readonly string[]): boolean;
  run(means: ToolMeans): Promise<Ran>;
}
