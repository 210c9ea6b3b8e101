/**
 * From lines of evidence to strata: counts of both sides over the same time, with enough traffic that the canary has a
 * share of it. Nothing that one unreadable scrape held back is lost, and nothing is judged against another time.
 */
import { add, nothing, type Pooled } from '../counts.ts';
import type { Observation, Side } from '../evidence.ts';

/** Both sides over one span of time at one weight, seconds. */
export interface Stratum {
  readonly from: number;
  readonly t: number;
  readonly canary: Pooled;
  readonly baseline: Pooled;
}

export interface Window {
  /** When the first reading in it began, seconds. */
  readonly from: number;
  /** Counts of the side that could be read, waiting for the other. */
  readonly waiting: { readonly canary: Pooled; readonly baseline: Pooled };
  /** Counts of both, until they make a stratum. */
  readonly joined: { readonly canary: Pooled; readonly baseline: Pooled };
}

const none = { canary: nothing, baseline: nothing };
export const emptyWindow: Window = { from: 0, waiting: none, joined: none };

/** Whether no request of an unfinished stratum was read yet. */
export function isEmpty({ waiting, joined }: Window): boolean {
  return [waiting, joined].every(({ canary, baseline }) => canary.requests === 0 && baseline.requests === 0);
}

/** Requests of the canary that a stratum is expected to hold at least: in finer ones its share tells nothing. */
const expected = 2;

/** The window after one line, and the stratum that it completed. Totals alone decide when, never outcomes. */
export function join(window: Window, line: Observation): { readonly window: Window; readonly stratum?: Stratum } {
  if (line.transition) return { window: { ...window, waiting: none } };
  const from = isEmpty(window) ? line.from : window.from;
  const waiting = sum(window.waiting, line);
  if (line.canary === null || line.baseline === null) return { window: { ...window, from, waiting } };
  const joined = sum(window.joined, waiting);
  const requests = joined.canary.requests + joined.baseline.requests;
  if ((requests * line.weight) / 100 < expected) return { window: { from, waiting: none, joined } };
  return { window: emptyWindow, stratum: { from, t: line.t, ...joined } };
}

/** What is left when the weight changes: strata never span two, and a side still unread belongs to neither. */
export function rest({ from, joined }: Window, t: number): Stratum | undefined {
  return joined.canary.requests + joined.baseline.requests === 0 ? undefined : { from, t, ...joined };
}

function sum(
  to: Window['waiting'],
  more: { readonly canary: Pooled | Side | null; readonly baseline: Pooled | Side | null },
) {
  return { canary: add(to.canary, more.canary), baseline: add(to.baseline, more.baseline) };
}

/** Counters that fell without a reset were misread: the whole window is dropped on both sides. */
export function misread({ canary, baseline }: Observation): boolean {
  return falls(canary) || falls(baseline);
}

function falls(side: Side | null): boolean {
  return side !== null && (side.requests < 0 || side.errors < 0 || side.buckets.some((count) => count < 0));
}
