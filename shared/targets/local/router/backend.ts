/** One running process as the router sees it: how to reach it, and what is on its way. */
import type { Dispatcher } from 'undici';

export class Backend {
  readonly version: string;
  /** Connections to the process; closed and replaced when the process is. */
  dispatcher: Dispatcher | null = null;
  inFlight = 0;
  private waiting: (() => void)[] = [];

  constructor(version: string) {
    this.version = version;
  }

  begin(): void {
    this.inFlight += 1;
  }

  end(): void {
    this.inFlight -= 1;
    if (this.inFlight > 0) return;
    for (const resolve of this.waiting) resolve();
    this.waiting = [];
  }

  /** Resolves when nothing is in flight; new requests must have been turned away before. */
  idle(): Promise<void> {
    return this.inFlight === 0 ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }
}
