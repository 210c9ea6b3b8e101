/** A metric of the model as series of its own: its readings are counted as those of the requests are. */
import type { Counted, Sample } from '../release/target.ts';
import type { Histogram, Reading, Scrape, SeriesSet } from './reading.ts';

/** Every value of a histogram as a request of its own, of which none fails. */
export function histogramSet(latency: ReadonlyMap<string, Histogram>): SeriesSet {
  const requests = new Map([...latency].map(([key, { counts }]) => [key, counts.at(-1) ?? 0] as const));
  return { requests, errors: new Map(), latency };
}

const none: SeriesSet = { requests: new Map(), errors: new Map(), latency: new Map() };

/** The reading of one metric, at the same times and of the same instances. */
export function readingOf(reading: Reading, name: string): Reading {
  const only = ({ at, started, model }: Scrape): Scrape => ({ at, started, ...(model?.[name] ?? none) });
  const instances = reading.instances.map((each) => ({ ...each, scrapes: each.scrapes.map(only) }));
  return { instances, silent: reading.silent };
}

/** Whether any instance showed anything of it: a misspelt name looks like a model that nobody asks. */
export function hasSeries({ instances }: Reading): boolean {
  return instances.some(({ scrapes }) => scrapes.some(({ requests, latency }) => requests.size + latency.size > 0));
}

/** A sample with what each metric's own one says of the same versions. */
export function withModel(sample: Sample, parts: ReadonlyMap<string, Sample>): Sample {
  const countedBy = (version: string) => {
    const known = [...parts].flatMap(([name, { versions }]): [string, Counted][] => {
      const counters = Object.hasOwn(versions, version) ? versions[version] : undefined;
      if (counters === undefined) return [];
      const { firstByte: _, model: __, ...counted } = counters;
      return [[name, counted]];
    });
    return Object.fromEntries(known);
  };
  const versions = Object.entries(sample.versions).map(([version, counters]) => {
    return [version, { ...counters, model: countedBy(version) }] as const;
  });
  const model = [...parts].map(([name, { bounds }]) => [name, bounds] as const);
  return { ...sample, model: Object.fromEntries(model), versions: Object.fromEntries(versions) };
}
