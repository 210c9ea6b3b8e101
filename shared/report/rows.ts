/** Rows of a table as far as they fit: a summary above the runner's limit is not shown at all. */

export interface Fitted {
  readonly rows: readonly string[];
  /** Rows that had no room. */
  readonly left: number;
}

export const bytesOf = (text: string) => Buffer.byteLength(text);

/** @param room in bytes, with the line feed of each row */
export function within(rows: Iterable<string>, room: number): Fitted {
  const fitting: string[] = [];
  let [used, left] = [0, 0];
  for (const row of rows) {
    used += bytesOf(row) + 1;
    // Once a row had no room none has, so that what is left is the end.
    if (used > room) left += 1;
    else fitting.push(row);
  }
  return { rows: fitting, left };
}
