/** Raw readings in a few words, for tests of what is counted from them. */
import type { Histogram, InstanceReading, Reading, Scrape } from '../../../shared/metrics/reading.ts';

export interface Shown {
  readonly requests?: Readonly<Record<string, number>> | number;
  readonly errors?: Readonly<Record<string, number>> | number;
  readonly latency?: Readonly<Record<string, Histogram>>;
  readonly started?: number;
}

const series = (of: Readonly<Record<string, number>> | number = {}) =>
  new Map(Object.entries(typeof of === 'number' ? { '': of } : of));

export function scrape(at: number, { requests, errors, latency = {}, started }: Shown): Scrape {
  return {
    at,
    started,
    requests: series(requests),
    errors: series(errors),
    latency: new Map(Object.entries(latency)),
  };
}

/** A histogram from pairs of bound and cumulative count; the last count is of all. */
export function histogram(pairs: readonly (readonly [bound: number, count: number])[], all: number): Histogram {
  return { bounds: pairs.map(([bound]) => bound), counts: [...pairs.map(([, count]) => count), all] };
}

/** What each instance showed at one instant; `v1/a` is instance a of version v1, null did not answer. */
export function reading(at: number, shown: Readonly<Record<string, Shown | readonly Shown[] | null>>): Reading {
  const named = Object.entries(shown).map(([name, each]) => {
    const [version = '', instance = ''] = name.split('/');
    return { version, instance, each };
  });
  const instances = named.flatMap(({ version, instance, each }): InstanceReading[] => {
    if (each === null) return [];
    const list: readonly Shown[] = Array.isArray(each) ? each : [each as Shown];
    const step = 0.9 / list.length;
    return [{ version, instance, scrapes: list.map((one, index) => scrape(at + index * step, one)) }];
  });
  return { instances, silent: named.filter(({ each }) => each === null).map(({ each: _, ...name }) => name) };
}
