/** Time as the shell of a release sees it. The domain owns it, so that a whole release can run on a clock of its own. */
export interface Clock {
  /** Seconds on a clock that no change of the wall clock moves. */
  now(): number;
  /** Resolves after that many seconds, or as soon as the signal is aborted. */
  sleep(seconds: number, signal?: AbortSignal): Promise<void>;
  /** Runs it after that many seconds, unless what is returned is called before. */
  after(seconds: number, run: () => void): () => void;
}
