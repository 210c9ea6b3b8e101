/** Series of a metrics server, regrouped into what each instance showed at each scrape: all series of one share its time. */
import { histogramsOf } from './exposed.ts';
import { type Labels, labelOf, seriesKey } from './match.ts';
import { histogramSet } from './model-series.ts';
import type { Series } from './prometheus-api.ts';
import { type InstanceReading, type Scrape, type SeriesSet, wholeCount } from './reading.ts';

/** Series of one kind of event. */
export interface SetAnswers {
  readonly requests: readonly Series[];
  readonly errors: readonly Series[];
  readonly latency: readonly Series[];
}

/** The answers to one reading's queries. */
export interface Answers extends SetAnswers {
  readonly started: readonly Series[];
  /** Of each metric of the model. */
  readonly model: Readonly<Record<string, SetAnswers>>;
}

export interface GroupLabels {
  readonly version: string;
  readonly instance: string;
}

interface Point {
  readonly labels: Labels;
  readonly value: number;
}

/** Points of one kind of event; all series of a scrape share its time. */
type SetPoints = Record<keyof SetAnswers, Point[]>;
interface Moment {
  readonly started: Point[];
  readonly own: SetPoints;
  readonly model: Map<string, SetPoints>;
}
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

const noPoints = (): SetPoints => ({ requests: [], errors: [], latency: [] });

/** @throws UncountableError when a value is no count of requests */
function setOf({ requests, errors, latency }: SetPoints): SeriesSet {
  const counters = (points: readonly Point[]) =>
    new Map(
      points.map(({ labels, value }) => {
        const key = seriesKey(labels);
        return [key, wholeCount(value, key)] as const;
      }),
    );
  const histograms = histogramsOf(latency, 'a histogram');
  return { requests: counters(requests), errors: counters(errors), latency: histograms };
}

function scrapeOf(at: number, { started, own, model }: Moment): Scrape {
  const scrape = { at, started: started[0]?.value, ...setOf(own) };
  if (model.size === 0) return scrape;
  const sets = [...model].map(([name, points]) => {
    const set = setOf(points);
    return [name, set.latency.size > 0 ? histogramSet(set.latency) : set] as const;
  });
  return { ...scrape, model: Object.fromEntries(sets) };
}

/** One reading an instance, its scrapes up to `cut` in the order of time. */
export function grouped(answers: Answers, names: GroupLabels, cut: number): InstanceReading[] {
  const groups = new Map<string, Group>();
  const put = (series: readonly Series[], slot: (moment: Moment) => Point[]) => {
    for (const { labels, points } of series) {
      const { moments } = groupOf(groups, labels, names);
      for (const [at, value] of points) {
        if (at > cut) continue;
        const moment = moments.get(at) ?? { started: [], own: noPoints(), model: new Map() };
        slot(moment).push({ labels, value });
        moments.set(at, moment);
      }
    }
  };
  const putSet = (set: SetAnswers, points: (moment: Moment) => SetPoints) => {
    for (const kind of ['requests', 'errors', 'latency'] as const) put(set[kind], (moment) => points(moment)[kind]);
  };
  put(answers.started, ({ started }) => started);
  putSet(answers, ({ own }) => own);
  for (const [name, set] of Object.entries(answers.model)) putSet(set, ({ model }) => pointsOf(model, name));
  return [...groups.values()].map(({ version, instance, moments }) => ({
    version,
    instance,
    scrapes: [...moments].toSorted(([a], [b]) => a - b).map(([at, moment]) => scrapeOf(at, moment)),
  }));
}

function pointsOf(model: Map<string, SetPoints>, name: string): SetPoints {
  const known = model.get(name) ?? noPoints();
  model.set(name, known);
  return known;
}
