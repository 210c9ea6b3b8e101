/** Rows of a table as far as they fit: a summary above the runner's limit is not shown at all. */

export interface Fitted {
  readonly rows: readonly string[];
  /** Rows that had no room. */
  readonly left: number;
}

export const bytesOf = (text: string) => Buffer.byteLength(text);

/**
 * @param room in bytes, with the line feed of each row
 * @param textOf makes a row; it is not called for those behind the first that has no room
 */
export function within<T>(items: readonly T[], room: number, textOf: (item: T) => string): Fitted {
  const rows: string[] = [];
  let used = 0;
  for (const item of items) {
    const row = textOf(item);
    used += bytesOf(row) + 1;
    // Once a row had no room none has, so that what is left is the end.
    if (used > room) break;
    rows.push(row);
  }
  return { rows, left: items.length - rows.length };
}
