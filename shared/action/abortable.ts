/** Waits for a promise, but no longer than the runner lets us. */

/** Seconds that work under way may still take after a cancel; the runner kills after 7.5. */
const grace = 3;

/**
 * Waits for work that the target finishes by itself, such as draining: as long as it takes, but after a cancel no longer
 * than a few seconds, so that there is time left to say what happened.
 */
export async function patiently(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const heard = new AbortController();
  const cut = (async () => {
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    const { setTimeout } = await import('node:timers/promises');
    await setTimeout(grace * 1000, undefined, { signal: heard.signal }).catch(() => undefined);
  })();
  await Promise.race([work, cut]).finally(() => heard.abort());
}

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error(`cancelled by ${String(signal.reason)}`));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
