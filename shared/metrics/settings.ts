/** What a source beside the router needs to know, from the plan and from who opens it. */
import type { MetricsPlan } from '../plan/metrics.ts';
import type { Selector } from '../plan/selector.ts';
import type { Keys } from './totals.ts';

/** A version to read, where it alone answers (null: unknown), and its weight in percent. */
export interface Place {
  readonly version: string;
  readonly url: string | null;
  readonly weight: number;
  readonly canary: boolean;
}

/** What a histogram is counted by. */
export interface CountedBy {
  /** Where an earlier run has fixed them. */
  readonly bounds: readonly number[] | undefined;
  /** While no histogram is there to take them from. */
  readonly usualBounds: readonly number[];
  /** The plan's keys of the counter of failures and of what it is a part of. */
  readonly keys: Keys;
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
  /** The same of each metric of the model. */
  readonly model: Readonly<Record<string, CountedBy>>;
  /** For the log. */
  readonly say: (text: string) => void;
}

export interface Selectors {
  readonly requests: Selector;
  readonly errors: Selector;
  /** The buckets of a classic histogram; null where latency is not judged. */
  readonly latency: Selector | null;
  readonly model: MetricsPlan['model'];
}

/** Another fingerprint means other counts, with which judging cannot go on. */
export function fingerprint(from: string, { url, path, requests, errors, latency, model }: MetricsPlan): string {
  const print = (selector: Selector | null) => (selector === null ? 'none' : JSON.stringify(selector));
  const asked = model.length === 0 ? [] : [JSON.stringify(model)];
  return [from, url ?? path, ...[requests, errors, latency].map(print), ...asked].join(' ');
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
