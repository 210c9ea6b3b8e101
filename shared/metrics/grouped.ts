/** Series of a metrics server, regrouped into what each instance showed at each scrape: all series of one share its time. */
import { histogramsOf } from './exposed.ts';
import { type Labels, labelOf, seriesKey } from './match.ts';
import type { Series } from './prometheus-api.ts';
import { type InstanceReading, type Scrape, wholeCount } from './reading.ts';

/** The answers to one reading's queries. */
export interface Answers {
  readonly requests: readonly Series[];
  readonly errors: readonly Series[];
  readonly latency: readonly Series[];
  readonly started: readonly Series[];
}

export interface GroupLabels {
  readonly version: string;
  readonly instance: string;
}

interface Point {
  readonly labels: Labels;
  readonly value: number;
}

type Kind = keyof Answers;
type Moment = Record<Kind, Point[]>;
interface Group {
  readonly version: string;
  readonly instance: string;
  readonly moments: Map<number, Moment>;
}

/** Two jobs that scrape one address are two: each has its own times. */
function groupOf(groups: Map<string, Group>, labels: Labels, names: GroupLabels): Group {
  const [version, instance, job] = [names.version, names.instance, 'job'].map((name) => labelOf(labels, name));
  const key = JSON.stringify([version, instance, job]);
  const known = groups.get(key);
  if (known) return known;
  const name = [job, instance].filter((part) => part !== '').join('/');
  const group = { version: version ?? '', instance: name, moments: new Map() };
  groups.set(key, group);
  return group;
}

/** @throws UncountableError when a value is no count of requests */
function scrapeOf(at: number, { requests, errors, latency, started }: Moment): Scrape {
  const counters = (points: readonly Point[]) =>
    new Map(
      points.map(({ labels, value }) => {
        const key = seriesKey(labels);
        return [key, wholeCount(value, key)] as const;
      }),
    );
  return {
    at,
    started: started[0]?.value,
    requests: counters(requests),
    errors: counters(errors),
    latency: histogramsOf(latency, 'a histogram'),
  };
}

/** One reading an instance, its scrapes up to `cut` in the order of time. */
export function grouped(answers: Answers, names: GroupLabels, cut: number): InstanceReading[] {
  const groups = new Map<string, Group>();
  for (const kind of ['requests', 'errors', 'latency', 'started'] as const) {
    for (const { labels, points } of answers[kind]) {
      const { moments } = groupOf(groups, labels, names);
      for (const [at, value] of points) {
        if (at > cut) continue;
        const moment = moments.get(at) ?? { requests: [], errors: [], latency: [], started: [] };
        moment[kind].push({ labels, value });
        moments.set(at, moment);
      }
    }
  }
  return [...groups.values()].map(({ version, instance, moments }) => ({
    version,
    instance,
    scrapes: [...moments].toSorted(([a], [b]) => a - b).map(([at, moment]) => scrapeOf(at, moment)),
  }));
}
