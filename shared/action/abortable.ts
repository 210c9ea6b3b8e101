/** Waits for a promise, but no longer than the runner lets us. */

/** Settles as `work` does, or rejects at once when the signal is aborted; the work itself goes on unheard. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error(`cancelled by ${String(signal.reason)}`));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
