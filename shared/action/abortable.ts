/** Waits for a promise, but no longer than the runner or the target lets us. */
import type { Clock } from '../release/clock.ts';
import { TargetError } from './errors.ts';

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error(`cancelled by ${String(signal.reason)}`));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** What is waited for at most: seconds, and after a cancel only as many as leave time to say what happened. */
export interface Limit {
  readonly seconds: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly grace: number;
}

/**
 * Settles as `work` does, which otherwise goes on unheard.
 * @throws TargetError without a refusal when the limit is over
 */
export async function within<T>(limit: Limit, work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = timeUp(limit, settled.signal).then((seconds) => {
    throw new TargetError(`the target did not answer within ${Number(seconds.toFixed(1))} s`);
  });
  return await Promise.race([work, late]).finally(() => settled.abort());
}

/** Resolves with the seconds that were waited; early when nobody waits any more. */
async function timeUp({ seconds, clock, signal, grace }: Limit, settled: AbortSignal): Promise<number> {
  const began = clock.now();
  if (!signal.aborted) {
    const ended = new AbortController();
    const end = () => ended.abort();
    for (const one of [signal, settled]) one.addEventListener('abort', end, { once: true });
    await clock.sleep(seconds, ended.signal);
    signal.removeEventListener('abort', end);
  }
  const left = Math.min(seconds - (clock.now() - began), grace);
  if (signal.aborted && left > 0) await clock.sleep(left, settled);
  return clock.now() - began;
}
