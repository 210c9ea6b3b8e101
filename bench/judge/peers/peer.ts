/** What the simulation asks of a peer: a controller of its own traffic, that sees what both versions did and nothing else. */

/** Counts of one version in one minute (or other window); latency counts a bucket, not cumulative. */
export interface Window {
  readonly seconds: number;
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
}

export type Answer =
  | { readonly kind: 'wait' }
  | { readonly kind: 'weight'; readonly weight: number }
  | { readonly kind: 'rollback' }
  | { readonly kind: 'promoted' };

/** Asked after every `interval` seconds with what both sides did in them, at the weight in force. */
export interface Peer {
  readonly name: string;
  readonly interval: number;
  /** First weight, percent. */
  readonly first: number;
  /** Seconds it may need at most. */
  readonly horizon: number;
  start(): { ask(canary: Window, baseline: Window, t: number): Answer };
}
