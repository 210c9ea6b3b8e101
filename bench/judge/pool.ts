/** Runs cells on worker threads, in batches, so that no thread waits for one long cell. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Cell } from './cell.ts';
import type { Outcome } from './outcome.ts';

export interface Job {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
}

/** Which list of cells a worker builds for itself: functions do not cross threads. */
export interface Book {
  readonly holdout: boolean;
  /** Other seeds give other runs of the same scenarios. */
  readonly seed: number;
}

const batch = 100;

/** The outcomes of every cell in order of runs; `told` hears of each finished cell. */
export async function runAll(
  cells: readonly Cell[],
  chosen: readonly number[],
  runs: number,
  {
    book,
    jobs = availableParallelism(),
    told,
  }: { book: Book; jobs?: number; told(cell: number, all: readonly Outcome[]): void },
): Promise<void> {
  const results = new Map(chosen.map((cell) => [cell, [] as Outcome[]]));
  const queue = chosen.flatMap((cell) => batches(cell, Math.max(20, Math.ceil(runs * (cells[cell]?.part ?? 1)))));
  const left = new Map(chosen.map((cell) => [cell, queue.filter((job) => job.cell === cell).length]));
  const done = (job: Job, outcomes: readonly Outcome[]) => {
    const all = results.get(job.cell) ?? [];
    for (const [index, outcome] of outcomes.entries()) all[job.from + index] = outcome;
    left.set(job.cell, (left.get(job.cell) ?? 0) - 1);
    if (left.get(job.cell) === 0) told(job.cell, all);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, queue.length) }, () => work(queue, book, done)));
}

function batches(cell: number, runs: number): Job[] {
  return Array.from({ length: Math.ceil(runs / batch) }, (_, index) => ({
    cell,
    from: index * batch,
    to: Math.min(runs, (index + 1) * batch),
  }));
}

function work(queue: Job[], book: Book, done: (job: Job, outcomes: readonly Outcome[]) => void): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: book });
  return new Promise((resolve, reject) => {
    let job: Job | undefined;
    const next = () => {
      job = queue.shift();
      if (job === undefined) void worker.terminate().then(() => resolve());
      else worker.postMessage(job);
    };
    worker.on('message', (outcomes: readonly Outcome[]) => {
      if (job) done(job, outcomes);
      next();
    });
    worker.on('error', reject);
    next();
  });
}
