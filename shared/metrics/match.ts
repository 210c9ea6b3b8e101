/** Selectors at work: on scraped series, and as text for a Prometheus server. */
import type { Matcher, Selector } from '../plan/selector.ts';

export type Labels = Readonly<Record<string, string>>;

/** The value of a label; a label that is missing is empty, as in Prometheus. */
export function labelOf(labels: Labels, label: string): string {
  return Object.hasOwn(labels, label) ? (labels[label] ?? '') : '';
}

/** Regular expressions are anchored, as in Prometheus. */
function test({ label, op, value }: Matcher): (labels: Labels) => boolean {
  if (op === '=') return (labels) => labelOf(labels, label) === value;
  if (op === '!=') return (labels) => labelOf(labels, label) !== value;
  const pattern = new RegExp(`^(?:${value})$`, 's');
  return (labels) => pattern.test(labelOf(labels, label)) === (op === '=~');
}

/** A test for the labels of series that have the selector's name. */
export function matching({ matchers }: Selector): (labels: Labels) => boolean {
  const tests = matchers.map(test);
  return (labels) => tests.every((holds) => holds(labels));
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n')}"`;
}

/** The selector in PromQL. */
export function printed({ name, matchers }: Selector): string {
  return `${name}{${matchers.map(({ label, op, value }) => `${label}${op}${quoted(value)}`).join(',')}}`;
}

/** The matcher of exactly these values. */
export function oneOf(label: string, values: readonly string[]): Matcher {
  return { label, op: '=~', value: values.map((value) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|') };
}

/** The same labels in any order are the same series. */
export function seriesKey(labels: Labels, without = ''): string {
  const entries = Object.entries(labels).filter(([name]) => name !== without);
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The label that a selector asks a value of, and that no series of its name has: with such a selector the errors of a
 * service would never be seen. Undefined when all is well, or when there is no series yet to tell by.
 */
export function unknownLabel({ matchers }: Selector, series: readonly Labels[]): string | undefined {
  if (series.length === 0) return undefined;
  const asked = matchers.filter((matcher) => !test(matcher)({})).map(({ label }) => label);
  return asked.find((label) => series.every((labels) => labelOf(labels, label) === ''));
}
