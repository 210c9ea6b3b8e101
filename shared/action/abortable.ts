/** Waits for a promise, but no longer than the runner or the target lets us. */
import type { Clock } from '../release/clock.ts';
import { Cancelled, TargetError } from './errors.ts';

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Cancelled(signal));
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
export function within<T>({ seconds, clock, signal, grace }: Limit, work: Promise<T>): Promise<T> {
  const began = clock.now();
  return new Promise<T>((resolve, reject) => {
    const giveUp = () => {
      end();
      const waited = Number((clock.now() - began).toFixed(1));
      reject(new TargetError(`the target did not answer within ${waited} s`));
    };
    const hurry = () => {
      cancel();
      cancel = clock.after(Math.min(grace, seconds), giveUp);
    };
    const end = () => {
      cancel();
      signal.removeEventListener('abort', hurry);
    };
    let cancel = clock.after(signal.aborted ? Math.min(grace, seconds) : seconds, giveUp);
    signal.addEventListener('abort', hurry, { once: true });
    work.then(resolve, reject).finally(end);
  });
}
