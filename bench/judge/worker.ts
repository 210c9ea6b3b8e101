/** One thread of the benchmark: takes batches of runs and answers with their outcomes. */
import { parentPort, workerData } from 'node:worker_threads';
import { cellsOf } from './cells.ts';
import type { Book, Job } from './pool.ts';

const book = workerData as Book;
const cells = cellsOf(book);

parentPort?.on('message', ({ cell, from, to }: Job) => {
  const outcomes = Array.from({ length: to - from }, (_, index) =>
    cells[cell]?.run(book.seed * 1_000_000 + from + index),
  );
  parentPort?.postMessage(outcomes);
});
