/** The list of cells, the same in every thread. */
import type { Cell } from './cell.ts';
import { figures } from './figures.ts';
import { holdouts } from './holdout.ts';
import type { Book } from './pool.ts';
import { versusCells } from './versus.ts';

export function cellsOf({ holdout }: Book): readonly Cell[] {
  return holdout ? holdouts() : [...figures(), ...versusCells()].toSorted((a, b) => a.figure - b.figure);
}
