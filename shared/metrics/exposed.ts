/** What one instance shows at `/metrics`, chosen by the plan's selectors. */
import type { Selector } from '../plan/selector.ts';
import { histogramOf } from './buckets.ts';
import { type Labels, labelOf, matching, printed, seriesKey, unknownLabel } from './match.ts';
import { histogramSet } from './model-series.ts';
import type { ScrapedSample } from './prometheus-text.ts';
import { type Histogram, type Scrape, type SeriesSet, UncountableError, wholeCount } from './reading.ts';
import type { Selectors } from './settings.ts';

/** @throws UncountableError when a series is no counter of requests, or the errors could not be told from the rest */
export function scrapeOf(samples: readonly ScrapedSample[], selectors: Selectors, at: number): Scrape {
  const named = Map.groupBy(samples, ({ name }) => name);
  return {
    at,
    started: named.get('process_start_time_seconds')?.[0]?.value,
    requests: counters(named, selectors.requests),
    errors: errors(named, selectors.errors, 'metrics.errors'),
    latency: selectors.latency === null ? new Map() : histograms(named, selectors.latency),
    ...(selectors.model.length === 0 ? {} : { model: modelOf(named, selectors.model) }),
  };
}

type Named = ReadonlyMap<string, readonly ScrapedSample[]>;

function chosenBy(named: Named, selector: Selector): readonly ScrapedSample[] {
  const matches = matching(selector);
  return (named.get(selector.name) ?? []).filter(({ labels }) => matches(labels));
}

function counters(named: Named, selector: Selector): ReadonlyMap<string, number> {
  const chosen = chosenBy(named, selector);
  return new Map(chosen.map(({ labels, value }) => [seriesKey(labels), wholeCount(value, printed(selector))] as const));
}

function errors(named: Named, selector: Selector, key: string): ReadonlyMap<string, number> {
  const series = (named.get(selector.name) ?? []).map(({ labels }) => labels);
  const missing = unknownLabel(selector, series);
  if (missing !== undefined) throw new UncountableError(blindTo(selector, missing, series, key));
  return counters(named, selector);
}

function modelOf(named: Named, metrics: Selectors['model']): Readonly<Record<string, SeriesSet>> {
  const sets = metrics.map((metric) => {
    if ('histogram' in metric) return [metric.name, histogramSet(histograms(named, metric.histogram))] as const;
    const failed = errors(named, metric.errors, `metrics.model.${metric.name}`);
    return [metric.name, { requests: counters(named, metric.answers), errors: failed, latency: new Map() }] as const;
  });
  return Object.fromEntries(sets);
}

/** Of errors that nobody would ever see, with the labels there are. */
export function blindTo(selector: Selector, label: string, series: readonly Labels[], key: string): string {
  const known = [...new Set(series.flatMap((labels) => Object.keys(labels)))].join(', ') || 'none';
  return `no series of ${selector.name} has the label ${label} that ${key} asks for (its labels: ${known}), so errors could not be seen`;
}

function histograms(named: Named, selector: Selector): ReadonlyMap<string, Histogram> {
  const chosen = chosenBy(named, selector);
  return histogramsOf(chosen, printed(selector));
}

/** Groups `..._bucket` series into histograms by their labels without `le`. */
export function histogramsOf(
  series: readonly { readonly labels: Labels; readonly value: number }[],
  what: string,
): ReadonlyMap<string, Histogram> {
  const grouped = Map.groupBy(series, ({ labels }) => seriesKey(labels, 'le'));
  return new Map(
    [...grouped].map(([key, members]) => {
      const buckets = new Map(members.map(({ labels, value }) => [labelOf(labels, 'le'), value]));
      return [key, histogramOf(buckets, what)];
    }),
  );
}
