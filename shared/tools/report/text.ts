/** Bytes of a report as text, and what may be said of a report that cannot be read: a place, never its content. */
import { ReportError } from '../../findings/readers/reader.ts';

/** Where a byte stands; lines and columns start at 1, columns count bytes. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const start: Position = { line: 1, column: 1 };

/** Follows the bytes that were read. */
export interface Cursor {
  /** How many bytes there were before this chunk. */
  before: number;
  line: number;
  /** The byte, from the beginning, with which the line begins. */
  lineStart: number;
}

export function cursorAt({ line, column }: Position): Cursor {
  return { before: 0, line, lineStart: 1 - column };
}

/** Of a byte of the chunk. */
export function positionOf(cursor: Cursor, index: number): Position {
  return { line: cursor.line, column: cursor.before + index - cursor.lineStart + 1 };
}

/** To be called for a line feed of the chunk. */
export function nextLine(cursor: Cursor, index: number): void {
  cursor.line += 1;
  cursor.lineStart = cursor.before + index + 1;
}

export function placed(what: string, { line, column }: Position): ReportError {
  return new ReportError(`${what} at line ${line}, column ${column}`);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws ReportError for what is not UTF-8 */
export function textOf(bytes: Uint8Array, at: Position): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw placed('the report is not valid UTF-8 in what begins', at);
  }
}

/** @throws ReportError above the limit */
export function withinLimit(what: string, bytes: number, limit: number): void {
  if (bytes > limit) throw new ReportError(`${what} more than ${limit / 1024 / 1024} MiB, which is the limit`);
}
