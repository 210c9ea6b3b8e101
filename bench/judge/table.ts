/** Prints rows as aligned tables, a figure at a time. */
import type { Row } from './cell.ts';

const titles: Readonly<Record<number, string>> = {
  1: 'False rollbacks of identical versions (weights on a timetable, at least 360 looks)',
  2: 'Errors: requests of the canary until it is rolled back (median, misses infinite)',
  3: 'Half of the requests fail, or the canary is dead',
  4: 'Beside the peers: requests of the canary until it is rolled back (median of those found, and their share)',
  4.1: 'Beside the peers: identical versions in operation, share rolled back and median seconds to 100 %',
  4.2: 'Beside the peers: other regressions, as in 4',
  5: 'Promotion',
  6: 'Latency: requests of the canary until it is rolled back (median, misses infinite)',
  7: 'Cost of the judge',
  8: 'Held out: false rollbacks of identical versions',
  9: 'Held out: errors',
  10: 'Held out: latency',
};

/** The rows of one figure. */
export function printFigure(figure: number, rows: readonly Row[]): void {
  console.log(`\n${figure}. ${titles[figure] ?? ''}\n`);
  const columns = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const isHeld = rows.some(({ target }) => target !== '');
  printTable(
    ['', ...columns, ...(isHeld ? ['target', ''] : [])],
    rows.map(({ cell, values, target, pass }) => [
      cell,
      ...columns.map((column) => values[column] ?? ''),
      target,
      pass === undefined ? '' : pass ? 'PASS' : 'FAIL',
    ]),
  );
}

/** The last line: how many targets were reached. */
export function printTotals(rows: readonly Row[]): void {
  const held = rows.filter(({ pass }) => pass !== undefined);
  const failed = held.filter(({ pass }) => !pass);
  if (failed.length > 0) console.log('');
  for (const { figure, cell } of failed) console.log(`missed in ${figure}: ${cell}`);
  console.log(`\n${held.length - failed.length} of ${held.length} targets reached`);
}

function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((text, column) => (column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  for (const row of [head, ...rows]) console.log(line(row));
}
