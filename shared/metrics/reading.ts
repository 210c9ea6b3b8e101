/** What a source read, before anything is counted: raw cumulative series of each instance, one set a scrape. */

/** A classic histogram: `counts[i]` requests took at most `bounds[i]` seconds; the last, above all bounds, is all of them. */
export interface Histogram {
  /** Finite, rising. */
  readonly bounds: readonly number[];
  /** One more than bounds; cumulative. */
  readonly counts: readonly number[];
}

/** Series of one kind of event; keys tell them apart. */
export interface SeriesSet {
  readonly requests: ReadonlyMap<string, number>;
  readonly errors: ReadonlyMap<string, number>;
  readonly latency: ReadonlyMap<string, Histogram>;
}

/** Everything that one instance showed at one instant. */
export interface Scrape extends SeriesSet {
  /** Seconds; rises from scrape to scrape of an instance. */
  readonly at: number;
  /** When the process began, where it says so: another one means that every counter began again. */
  readonly started?: number | undefined;
  /** What it showed of its model, by metric. */
  readonly model?: Readonly<Record<string, SeriesSet>>;
}

export interface InstanceReading {
  readonly version: string;
  readonly instance: string;
  /** Oldest first; a direct scrape has one, a metrics server those since the last reading. */
  readonly scrapes: readonly Scrape[];
}

export interface Reading {
  readonly instances: readonly InstanceReading[];
  /** Instances that were asked and did not answer. */
  readonly silent: readonly { readonly version: string; readonly instance: string }[];
}

/** A side's numbers cannot be counts of requests: it is as good as unread, and the message says why. */
export class UncountableError extends Error {
  override readonly name = 'UncountableError';
}

/** How far a counter may be from a whole number, relative to it: what adding floats leaves. */
const noise = 1e-6;

/** @throws UncountableError for what is no count: negative, broken, infinite or NaN */
export function wholeCount(value: number, what: string): number {
  const whole = Math.round(value);
  if (value >= -noise && Number.isSafeInteger(whole) && Math.abs(value - whole) <= noise * Math.max(1, whole))
    return Math.abs(whole);
  throw new UncountableError(`${what} is ${value}; expected a whole number of requests`);
}
