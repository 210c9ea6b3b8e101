/** What a source beside the router needs to know, from the plan and from who opens it. */
import type { MetricsPlan } from '../plan/metrics.ts';
import type { Selector } from '../plan/selector.ts';

/** A version to read, where it alone answers (null: unknown), and its weight in percent. */
export interface Place {
  readonly version: string;
  readonly url: string | null;
  readonly weight: number;
  readonly canary: boolean;
}

export interface SourceSettings {
  readonly metrics: MetricsPlan;
  /** Where the versions stand now; may fail, and then what was known last is used. */
  readonly places: () => Promise<readonly Place[]>;
  /** Seconds that one request may take. */
  readonly limit: number;
  /** Bounds (seconds) to count by, where an earlier run has fixed them. */
  readonly bounds: readonly number[] | undefined;
  /** Bounds to count by while no histogram is there to take them from. */
  readonly usualBounds: readonly number[];
  /** For the log. */
  readonly say: (text: string) => void;
}

export interface Selectors {
  readonly requests: Selector;
  readonly errors: Selector;
  /** The buckets of a classic histogram; null where latency is not judged. */
  readonly latency: Selector | null;
}

/** Another fingerprint means other counts, with which judging cannot go on. */
export function fingerprint(from: string, { url, path, requests, errors, latency }: MetricsPlan): string {
  const print = (selector: Selector | null) => (selector === null ? 'none' : JSON.stringify(selector));
  return [from, url ?? path, ...[requests, errors, latency].map(print)].join(' ');
}

/** Says each trouble once, until it changes or is over. */
export class Troubles {
  private readonly say: (text: string) => void;
  private last = '';

  constructor(say: (text: string) => void) {
    this.say = say;
  }

  note(troubles: readonly string[]): void {
    const text = troubles.join('; ');
    if (text !== this.last) this.say(text === '' ? 'the metrics can be read again' : `metrics: ${text}`);
    this.last = text;
  }
}
