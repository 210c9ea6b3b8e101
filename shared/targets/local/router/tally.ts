/** All counters of the target: one epoch at a time, and their history. */
import { randomUUID } from 'node:crypto';
import type { Counters, Sample } from '../../../release/target.ts';
import { Counts } from './counters.ts';

/** Samples of 30 minutes, one each 15 seconds, and the one at the start. */
const kept = 121;
/** Labels whose counts are kept; the one that has not served for the longest time goes first. */
const labels = 24;

export class Tally {
  bounds: readonly number[];
  private epoch = randomUUID();
  private counts = new Map<string, Counts>();
  private past: Sample[] = [];

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
  }

  /** The counts of a version in this epoch; it keeps them when it is stopped and started again. */
  of(version: string): Counts {
    const known = this.counts.get(version);
    if (known) return known;
    const oldest = this.counts.keys().next().value;
    if (this.counts.size >= labels && oldest !== undefined) this.counts.delete(oldest);
    const counts = new Counts(this.bounds);
    this.counts.set(version, counts);
    return counts;
  }

  /** The labels that may serve from now on: their counts are the last ones to be given up. */
  serving(versions: readonly string[]): void {
    for (const version of versions) {
      const counts = this.of(version);
      this.counts.delete(version);
      this.counts.set(version, counts);
    }
  }

  /** Starts a new epoch when the bounds are others, because counts of different buckets cannot be compared. */
  recount(bounds: readonly number[]): void {
    if (JSON.stringify(bounds) === JSON.stringify(this.bounds)) return;
    this.bounds = bounds;
    this.epoch = randomUUID();
    this.past = [];
    const names = [...this.counts.keys()];
    this.counts = new Map(names.map((name) => [name, new Counts(bounds)]));
  }

  /** @param at seconds on the monotonic clock; @param weight the canary's share in percent as it is served */
  read(at: number, weight: number): Sample {
    const versions: Record<string, Counters> = {};
    for (const [name, counts] of this.counts) versions[name] = counts.read();
    return { at, epoch: this.epoch, bounds: this.bounds, weight, versions };
  }

  remember(sample: Sample): void {
    this.past = [...this.past, sample].slice(-kept);
  }

  history(): readonly Sample[] {
    return this.past;
  }
}
