/** Counts of one version: what its users saw, as raw numbers that others may add and subtract. */
import type { Counters } from '../../../release/target.ts';

export type Outcome = 'answered' | 'failed' | 'aborted';

export class Counts {
  requests = 0;
  errors = 0;
  /** Requests that the client gave up; they say nothing about the version and are in none of the other counts. */
  aborted = 0;
  private readonly bounds: readonly number[];
  private readonly buckets: number[];
  private readonly firstByte: number[];

  /** @param bounds upper bounds of the latency buckets in seconds, rising */
  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.buckets = Array.from({ length: bounds.length + 1 }, () => 0);
    this.firstByte = [...this.buckets];
  }

  /** Latencies in seconds. Every counted request is in one bucket of each histogram, errors too. */
  add(outcome: Outcome, latency: number, firstByte: number): void {
    if (outcome === 'aborted') {
      this.aborted += 1;
      return;
    }
    this.requests += 1;
    if (outcome === 'failed') this.errors += 1;
    raise(this.buckets, bucketOf(this.bounds, latency));
    raise(this.firstByte, bucketOf(this.bounds, firstByte));
  }

  read(): Counters {
    const { requests, errors } = this;
    return { requests, errors, buckets: [...this.buckets], firstByte: [...this.firstByte] };
  }
}

function raise(buckets: number[], index: number): void {
  buckets[index] = (buckets[index] ?? 0) + 1;
}

/** Index of the first bound that is not below `value`; one past the last when all are. */
export function bucketOf(bounds: readonly number[], value: number): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
