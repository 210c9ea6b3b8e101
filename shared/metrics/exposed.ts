/** What one instance shows at `/metrics`, chosen by the plan's selectors. */
import type { Selector } from '../plan/selector.ts';
import { histogramOf } from './buckets.ts';
import { type Labels, labelOf, matching, printed, seriesKey, unknownLabel } from './match.ts';
import type { ScrapedSample } from './prometheus-text.ts';
import { type Histogram, type Scrape, UncountableError, wholeCount } from './reading.ts';
import type { Selectors } from './settings.ts';

/** @throws UncountableError when a series is no counter of requests, or the errors could not be told from the rest */
export function scrapeOf(samples: readonly ScrapedSample[], selectors: Selectors, at: number): Scrape {
  const named = Map.groupBy(samples, ({ name }) => name);
  const counters = (selector: Selector) => {
    const matches = matching(selector);
    const chosen = (named.get(selector.name) ?? []).filter(({ labels }) => matches(labels));
    return new Map(
      chosen.map(({ labels, value }) => [seriesKey(labels), wholeCount(value, printed(selector))] as const),
    );
  };
  const errorSeries = (named.get(selectors.errors.name) ?? []).map(({ labels }) => labels);
  const missing = unknownLabel(selectors.errors, errorSeries);
  if (missing !== undefined) throw new UncountableError(blindTo(selectors.errors, missing, errorSeries));
  return {
    at,
    started: named.get('process_start_time_seconds')?.[0]?.value,
    requests: counters(selectors.requests),
    errors: counters(selectors.errors),
    latency: selectors.latency === null ? new Map() : histograms(named, selectors.latency),
  };
}

/** Of errors that nobody would ever see, with the labels there are. */
export function blindTo(selector: Selector, label: string, series: readonly Labels[]): string {
  const known = [...new Set(series.flatMap((labels) => Object.keys(labels)))].join(', ') || 'none';
  return `no series of ${selector.name} has the label ${label} that metrics.errors asks for (its labels: ${known}), so errors could not be seen`;
}

function histograms(
  named: ReadonlyMap<string, readonly ScrapedSample[]>,
  selector: Selector,
): ReadonlyMap<string, Histogram> {
  const matches = matching(selector);
  const chosen = (named.get(selector.name) ?? []).filter(({ labels }) => matches(labels));
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
