/** What a world is made of. Times in seconds since the first raise; before it the baseline has its history. */
import type { Distribution } from './law.ts';

export type SideName = 'canary' | 'baseline';

export interface Scenario {
  readonly name: string;
  /** User requests a second over both versions. */
  readonly rps: number;
  /** Seconds between scrapes. */
  readonly every: number;
  /** Share of failed requests. */
  errors(side: SideName, t: number): number;
  latency(side: SideName, t: number): Distribution;
  /** Forgets what an earlier run drew. */
  begin?(): void;
  /** Factor on the load, drawn by the world's randomness where it is random. */
  load?(t: number, draw: Draw): number;
  /** Mean number of errors that come together on one instance; 1 when they are independent. */
  readonly cluster?: number;
  /** Instances of the baseline; the canary has one. */
  readonly instances?: number;
  /** Episodes of an instance in which more requests fail; the share of time in them. */
  readonly sick?: { readonly seconds: number; readonly errors: number; readonly time: number };
  /** A side whose counters are read one interval late. */
  readonly late?: SideName;
  readonly gaps?: { readonly lost: number; readonly from: number; readonly to: number };
  /** First weight and the ladder after it, percent. */
  readonly ladder?: readonly number[];
  /** Seconds of history. */
  readonly history?: number;
  /** When an instance of the baseline restarts: what was not read by then is lost. */
  readonly restarts?: readonly number[];
  /** From when on the canary cannot be read, because it no longer runs. */
  readonly dead?: number;
  /** When the fault begins; what the canary served before does not count against a judge. */
  readonly since?: number;
}

export interface Draw {
  gamma(k: number, mean: number): number;
}
