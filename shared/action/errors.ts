/** The failures a user sees; everything else is a bug of ours and keeps its stack. */
import type { Refusal } from '../release/target.ts';

/** Yours to fix: names the input, the value and what was expected. May carry one place in a file, or many problems. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];
  constructor(message: string, problems: readonly Problem[] = []) {
    super(message);
    this.problems = problems;
  }
}

/** One thing wrong at one place of a file; line and column start at 1. */
export interface Problem {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Of whatever was thrown. */
export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The system's code of whatever was thrown, such as `ENOENT`. */
export const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** The run was cancelled before this was done. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
  constructor(signal: AbortSignal) {
    super(`cancelled by ${String(signal.reason)}`);
  }
}

/** @throws Cancelled */
export function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new Cancelled(signal);
}

/** The target refused, or did not answer (`refusal` undefined: it may be worth another try). */
export class TargetError extends Error {
  override readonly name = 'TargetError';
  readonly refusal: Refusal | undefined;
  constructor(message: string, refusal?: Refusal, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

/** Why a program gave no answer: it is not there, may not be run, or ended badly. */
export type ToolFailure = 'absent' | 'denied' | 'failed';

/**
 * Another program could not do its work. The message names the program, its exit code and the end of its standard error,
 * never its arguments or environment, which may hold secrets.
 */
export class ToolError extends Error {
  override readonly name = 'ToolError';
  readonly kind: ToolFailure;
  constructor(message: string, kind: ToolFailure, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}
