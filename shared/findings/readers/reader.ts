/** How the report of one tool is read: pure, and item by item, so that a large one needs little memory. */
import type { Reading } from '../model.ts';

export const readerIds = [
  'bandit',
  'semgrep',
  'pip-audit',
  'safety',
  'trufflehog',
  'gitleaks',
  'hadolint',
  'npm-audit',
  'secretlint',
  'sarif',
  'junit',
  'hyperfine',
  'k6',
  'autocannon',
  'pytest-benchmark',
] as const;
export type ReaderId = (typeof readerIds)[number];

export interface ReadContext {
  /** The absolute path that findings' paths are made relative to. */
  readonly workspace: string;
  /** The text of a file that belongs to the report, such as `trufflehog-log`. */
  readonly beside: (name: string) => string | undefined;
}

/** The report cannot be read as this tool's; the message names neither tool nor file, and quotes nothing of it. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/** Gathers one report. */
export interface Fold {
  /** One member of `each`, or one line; the pointer is that of the member. @throws ReportError */
  item(value: unknown, pointer: string): void;
  /** The document without the members that were given one by one; undefined for lines. @throws ReportError */
  end(document: unknown): Reading;
}

export interface Reader {
  readonly id: ReaderId;
  readonly format: 'json' | 'json-lines' | 'xml';
  /**
   * Where the members stand that come one by one, such as `$.results.*` or `$.runs.*.results.*`; for `json` only. The
   * document that `end` gets has empty arrays there.
   */
  readonly each: readonly string[];
  begin(context: ReadContext): Fold;
}
