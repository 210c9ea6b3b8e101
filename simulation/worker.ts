/** One thread: takes seeds and answers with what became of them. */
import { parentPort, workerData } from 'node:worker_threads';
import { scenarioOf } from './scenario.ts';
import { type Result, simulate } from './simulate.ts';

// Errors are read by their messages here, and there are many.
Error.stackTraceLimit = 0;

const { ledger } = workerData as { readonly ledger: boolean };
/** Worlds that live side by side, so that they share the turns of the event loop. */
const together = 40;

async function run(first: number, count: number): Promise<Result[]> {
  const results: Result[] = [];
  for (let done = 0; done < count; done += together) {
    const seeds = Array.from({ length: Math.min(together, count - done) }, (_, index) => first + done + index);
    results.push(...(await Promise.all(seeds.map((seed) => simulate(scenarioOf(seed, ledger))))));
  }
  return results;
}

parentPort?.on('message', async ({ first, count }: { readonly first: number; readonly count: number }) => {
  parentPort?.postMessage(await run(first, count));
});
