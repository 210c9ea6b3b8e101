/** Seeds on worker threads, in batches. */
import { Worker } from 'node:worker_threads';
import type { Options } from './options.ts';
import type { Result } from './simulate.ts';

const batch = 200;

/** `told` hears of each batch, and says whether that is enough. */
export async function runAll(
  { from, seeds, jobs, ledger }: Options,
  told: (results: readonly Result[]) => boolean,
): Promise<void> {
  let next = from;
  const end = from + seeds;
  const take = () => {
    const first = next;
    next = Math.min(end, next + batch);
    return { first, count: next - first };
  };
  const tell = (results: readonly Result[]) => {
    if (told(results)) next = end;
  };
  await Promise.all(Array.from({ length: jobs }, () => work(take, tell, ledger)));
}

function work(
  take: () => { readonly first: number; readonly count: number },
  told: (results: readonly Result[]) => void,
  ledger: boolean,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { ledger } });
  return new Promise((resolve, reject) => {
    const go = () => {
      const job = take();
      if (job.count > 0) worker.postMessage(job);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (results: readonly Result[]) => {
      told(results);
      go();
    });
    worker.on('error', reject);
    go();
  });
}
