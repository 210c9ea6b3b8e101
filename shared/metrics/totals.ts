/**
 * Raw readings to totals that never fall, each version and instance: what a `Sample` carries. A pure fold; resets, new
 * and vanished series, and histograms of other bounds end here.
 */
import type { Counters } from '../release/target.ts';
import { clip } from '../report/clip.ts';
import { enough, shared, spread } from './buckets.ts';
import { between, type Delta, latest, nothingHappened, unborn } from './counting.ts';
import type { InstanceReading, Reading, Scrape } from './reading.ts';

interface Instance {
  readonly last: Scrape;
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
  readonly restarts: number;
}

export interface Totals {
  /** The bounds that counts are told apart by; fixed, as the judge's are. */
  readonly bounds: readonly number[];
  /** Those of them that every histogram had until now. */
  readonly common: readonly number[];
  /** Whether a first reading has set the reference: what appears later began in between. */
  readonly opened: boolean;
  /** Instances known of, by version and name. */
  readonly versions: Readonly<Record<string, ReadonlyMap<string, Instance>>>;
  /** Instances that were asked for and never read: when they answer at last, they have a past that is not ours. */
  readonly awaited: ReadonlySet<string>;
}

export interface Folded {
  readonly totals: Totals;
  /** Why a version's numbers were not taken, and what was dropped: for the log. */
  readonly troubles: readonly string[];
  /** Versions whose numbers were refused in this reading. */
  readonly refused: readonly string[];
}

export function noTotals(bounds: readonly number[]): Totals {
  return { bounds, common: bounds, opened: false, versions: {}, awaited: new Set() };
}

const nameOf = ({ version, instance }: { readonly version: string; readonly instance: string }) =>
  JSON.stringify([version, instance]);

interface Step {
  readonly reading: InstanceReading;
  readonly known: Instance | undefined;
  readonly last: Scrape;
  readonly delta: Delta;
}

function plus(sum: Delta, more: Delta): Delta {
  return {
    requests: sum.requests + more.requests,
    errors: sum.errors + more.errors,
    buckets: sum.buckets.map((count, index) => count + (more.buckets[index] ?? 0)),
    restarted: sum.restarted || more.restarted,
    torn: sum.torn || more.torn,
  };
}

/** Walks the scrapes of one instance since the last reading; the first one of an instance with a past only refers. */
function walk(totals: Totals, common: readonly number[], reading: InstanceReading): Step {
  const known = totals.versions[reading.version]?.get(reading.instance);
  const past = !totals.opened || totals.awaited.has(nameOf(reading));
  let last = known?.last;
  let delta = nothingHappened(common.length);
  for (const scrape of reading.scrapes) {
    if (last !== undefined && scrape.at <= last.at) continue;
    if (last === undefined && past) {
      last = scrape;
      continue;
    }
    const more = between(last ?? unborn, scrape, common);
    delta = plus(delta, more);
    last = latest(last ?? unborn, scrape, more.restarted);
  }
  return { reading, known, last: last ?? unborn, delta };
}

type Versions = Totals['versions'];

/** With `counts` false the step only moves the reference on. */
function keep(versions: Versions, step: Step, buckets: readonly number[], counts: boolean): Versions {
  const { version, instance } = step.reading;
  const base = step.known ?? { requests: 0, errors: 0, buckets: buckets.map(() => 0), restarts: 0 };
  const { requests, errors, restarted } = step.delta;
  const next: Instance = {
    last: step.last,
    requests: base.requests + (counts ? requests : 0),
    errors: base.errors + (counts ? errors : 0),
    buckets: base.buckets.map((count, index) => count + (counts ? (buckets[index] ?? 0) : 0)),
    restarts: base.restarts + (restarted ? 1 : 0),
  };
  return { ...versions, [version]: new Map(versions[version]).set(instance, next) };
}

/** Versions whose numbers contradict themselves, and why. */
function contradictions(steps: readonly Step[], [part, all]: Keys): ReadonlyMap<string, string> {
  const sums = new Map<string, { requests: number; errors: number }>();
  for (const { reading, delta } of steps) {
    const sum = sums.get(reading.version) ?? { requests: 0, errors: 0 };
    sums.set(reading.version, { requests: sum.requests + delta.requests, errors: sum.errors + delta.errors });
  }
  const wrong = [...sums].filter(([, { requests, errors }]) => errors > requests);
  return new Map(
    wrong.map(([version, { requests, errors }]) => [
      version,
      `${version} counted ${errors} errors in ${requests} requests; expected ${part} to select a part of ${all}`,
    ]),
  );
}

function narrowed({ common }: Totals, { instances }: Reading): readonly number[] {
  const histograms = instances.flatMap(({ scrapes }) => scrapes.flatMap(({ latency }) => [...latency.values()]));
  return histograms.reduce((left, { bounds }) => shared(left, bounds), common);
}

function stillAwaited({ awaited }: Totals, { instances, silent }: Reading): ReadonlySet<string> {
  const read = new Set(instances.filter(({ scrapes }) => scrapes.length > 0).map(nameOf));
  return new Set([...awaited, ...silent.map(nameOf)].filter((name) => !read.has(name)));
}

/** The plan's keys of failures, and of what they are a part of. */
export type Keys = readonly [errors: string, requests: string];

/** The totals after one reading. A window with a torn histogram is dropped on both sides, so that they stay comparable. */
export function fold(totals: Totals, reading: Reading, keys: Keys = ['metrics.errors', 'metrics.requests']): Folded {
  const common = narrowed(totals, reading);
  const used = enough(common) ? common : [];
  const seen = reading.instances.filter(({ scrapes }) => scrapes.length > 0);
  const all = seen.map((each) => walk(totals, used, each));
  const wrong = contradictions(all, keys);
  const steps = all.filter(({ reading: { version } }) => !wrong.has(version));
  const torn = steps.filter(({ delta }) => delta.torn).map(({ reading: { instance } }) => instance);
  const versions = steps.reduce<Versions>((known, step) => {
    const latency = used.length > 0 ? step.delta.buckets : [];
    return keep(known, step, spread(latency, used, totals.bounds), torn.length === 0);
  }, totals.versions);
  const dropped = `dropped a reading: the histogram of ${JSON.stringify(clip(torn[0] ?? '', 80))} holds fewer requests below a higher bound`;
  return {
    totals: { bounds: totals.bounds, common, opened: true, versions, awaited: stillAwaited(totals, reading) },
    troubles: [...wrong.values(), ...(torn.length > 0 ? [dropped] : []), ...strange(totals.bounds, common)],
    refused: [...wrong.keys()],
  };
}

/** Of histograms that came after the bounds were fixed, or changed theirs. */
function strange(bounds: readonly number[], common: readonly number[]): readonly string[] {
  if (enough(common) || !enough(bounds)) return [];
  const both = common.length === 0 ? 'none' : common.join(', ');
  return [
    `the bounds of a histogram are others than those that are judged by (in both: ${both}), so that its values are not compared`,
  ];
}

const noBuckets = ({ bounds }: Totals) => Array.from({ length: bounds.length === 0 ? 0 : bounds.length + 1 }, () => 0);

/** What a version counted since the first reading; without bounds there is no latency. */
export function countersOf(totals: Totals, version: string): Counters {
  const instances = [...(totals.versions[version] ?? [])];
  const none = noBuckets(totals);
  const tallies = instances.map(([name, { requests, errors, buckets, restarts }]) => {
    return [name, { requests, errors, buckets: none.map((_, index) => buckets[index] ?? 0), restarts }] as const;
  });
  const sum = (of: (instance: Instance) => number) => instances.reduce((all, [, instance]) => all + of(instance), 0);
  return {
    requests: sum(({ requests }) => requests),
    errors: sum(({ errors }) => errors),
    buckets: none.map((_, index) => sum(({ buckets }) => buckets[index] ?? 0)),
    firstByte: none,
    ...(tallies.length === 0 ? {} : { instances: Object.fromEntries(tallies) }),
  };
}
