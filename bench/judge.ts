/** `npm run bench -- judge`: the judge in a simulated service, beside its peers and the limit that no rule can beat. */
import { parseArgs } from 'node:util';
import type { Cell, Row } from './judge/cell.ts';
import { cellsOf } from './judge/cells.ts';
import { costRows } from './judge/cost.ts';
import { runAll } from './judge/pool.ts';
import { printFigure, printTotals } from './judge/table.ts';
import { versusRow } from './judge/versus.ts';

const options = {
  runs: { type: 'string' },
  only: { type: 'string', default: '' },
  figure: { type: 'string' },
  jobs: { type: 'string' },
  seed: { type: 'string', default: '0' },
  short: { type: 'boolean', default: false },
  holdout: { type: 'boolean', default: false },
  peers: { type: 'boolean' },
} as const;

type Wanted = ReturnType<typeof parsed>;

function parsed(args: readonly string[]) {
  const { values } = parseArgs({ args: [...args], options, allowNegative: true });
  for (const name of ['runs', 'jobs', 'seed', 'figure'] as const) {
    if (Number.isNaN(Number(values[name] ?? 0))) throw new Error(`--${name} ${values[name]}: expected a number`);
  }
  return { ...values, only: new RegExp(values.only) };
}

/** One line for wrong options, as everywhere else. */
function wantedOf(args: readonly string[]): Wanted | undefined {
  try {
    return parsed(args);
  } catch (error) {
    console.error(`bench judge: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    process.exitCode = 2;
    return undefined;
  }
}

/** CI has a minute: the middle rate for what is rare, and verdicts that leave this much to chance. */
const short = { runs: 160, skipped: /\b(1000|10|1) rps/, rare: [1, 5], doubt: 3 };

export async function benchJudge(args: readonly string[]): Promise<void> {
  const wanted = wantedOf(args);
  if (wanted === undefined) return;
  const book = { holdout: wanted.holdout, seed: Number(wanted.seed) };
  const cells = cellsOf(book);
  const chosen = cells.flatMap((cell, index) => (isWanted(cell, wanted) ? [index] : []));
  if (chosen.length === 0 && !isCostWanted(wanted)) {
    console.error('bench judge: no cell has that figure and name');
    process.exitCode = 2;
    return;
  }
  const runs = Number(wanted.runs ?? (wanted.short ? short.runs : 4000));
  const doubt = wanted.short ? short.doubt : 0;
  const tables = new Tables(cells, chosen, doubt);
  const jobs = wanted.jobs === undefined ? {} : { jobs: Number(wanted.jobs) };
  await runAll(cells, chosen, runs, { book, ...jobs, told: (index, all) => tables.take(index, all) });
  if (isCostWanted(wanted)) tables.print(7, costRows());
  printTotals(tables.rows);
  if (wanted.short && tables.rows.some(({ pass }) => pass === false)) process.exitCode = 1;
}

function isWanted({ figure, name }: Cell, wanted: Wanted): boolean {
  if (wanted.figure !== undefined && ![figure, Math.floor(figure)].includes(Number(wanted.figure))) return false;
  if (Math.floor(figure) === 4 && wanted.peers === false) return false;
  // The wide tables have no target of ours.
  if (figure > 4 && figure < 5 && !(wanted.peers ?? !wanted.short)) return false;
  if (wanted.short && short.rare.includes(figure) && short.skipped.test(name)) return false;
  return wanted.only.test(name);
}

const isCostWanted = ({ figure, only, holdout }: Wanted) =>
  figure === '7' || (figure === undefined && only.source === '(?:)' && !holdout);

/** Prints a figure as soon as its last cell is known. */
class Tables {
  readonly rows: Row[] = [];
  private readonly known = new Map<number, Row>();
  private readonly cells: readonly Cell[];
  private readonly chosen: readonly number[];
  private readonly doubt: number;

  constructor(cells: readonly Cell[], chosen: readonly number[], doubt: number) {
    this.cells = cells;
    this.chosen = chosen;
    this.doubt = doubt;
  }

  take(index: number, outcomes: Parameters<Cell['conclude']>[0]): void {
    const cell = this.cells[index];
    if (cell === undefined) return;
    this.known.set(index, cell.conclude(outcomes, this.doubt));
    if (process.stderr.isTTY) process.stderr.write(`\r${this.known.size} of ${this.chosen.length} cells\r`);
    const peers = this.chosen.filter((one) => this.cells[one]?.figure === cell.figure);
    const found = peers.flatMap((one) => this.known.get(one) ?? []);
    if (found.length === peers.length) this.print(cell.figure, found);
  }

  print(figure: number, found: readonly Row[]): void {
    const contests = [...Map.groupBy(found, ({ cell }) => cell).values()];
    const rows = Math.floor(figure) === 4 ? contests.map(versusRow) : found;
    this.rows.push(...rows);
    printFigure(figure, rows);
  }
}
