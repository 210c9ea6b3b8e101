/**
 * How much more the baseline's own halves differ than chance lets them: errors that come in clusters, or one sick
 * instance, would otherwise look like a bad canary. Comparing halves of the same time cancels what both share.
 */
import type { Side } from '../evidence.ts';
import { tailOf } from './latency.ts';

/** Counts of both halves, flat: requests, errors, slow of the first, then of the second. */
type Halves = readonly number[];

export interface Placebo {
  /** Instances by order of first appearance; they alternate between the halves. */
  readonly instances: readonly string[];
  /** Finished blocks of 15 s. */
  readonly rows: readonly Halves[];
  readonly open: Halves;
  /** Seconds in the open block. */
  readonly seconds: number;
}

export interface Dispersion {
  /** Log e-values are divided by these; at least 1. */
  readonly errors: number;
  readonly latency: number;
  /** Seconds that strata share one growth cap. */
  readonly block: number;
  /** Seconds over which events of one half come together; 0 when they do not. */
  readonly lasting: number;
  readonly known: boolean;
}

/** Before anything was measured. */
export const byChance = { errors: 1, latency: 1, block: 0, lasting: 0, known: false, minute: -1 };

const none: Halves = [0, 0, 0, 0, 0, 0];
const rowSeconds = 15;
const rowsKept = 240;
export const emptyPlacebo: Placebo = { instances: [], rows: [], open: none, seconds: 0 };

/** Takes the baseline's counts of one line; what lies above the bucket `slowest` is slow. */
export function note(placebo: Placebo, side: Side, seconds: number, slowest: number): Placebo {
  const tallies = Object.entries(side.instances ?? {});
  const instances = known(
    placebo.instances,
    tallies.map(([name]) => name),
  );
  const open: number[] = [...placebo.open];
  for (const [name, tally] of tallies) {
    const order = instances.indexOf(name);
    if (order === -1) continue;
    const at = (order % 2) * 3;
    const counts = [tally.requests, tally.errors, tailOf(tally.buckets ?? [], slowest)];
    for (const [index, count] of counts.entries()) open[at + index] = (open[at + index] ?? 0) + count;
  }
  const next = { instances, rows: placebo.rows, open, seconds: placebo.seconds + seconds };
  if (next.seconds < rowSeconds - 0.5) return next;
  return { ...next, rows: [...next.rows, next.open].slice(-rowsKept), open: none, seconds: 0 };
}

/** A service of more instances than this is told apart by its first ones. */
const instancesKept = 150;

function known(instances: readonly string[], names: readonly string[]): readonly string[] {
  if (instances.length >= instancesKept) return instances;
  const fresh = names.filter((name) => !instances.includes(name));
  return fresh.length === 0 ? instances : [...instances, ...fresh].slice(0, instancesKept);
}

const minEvents = 8;
const minRows = 6;
/** Rows (10 min) before which no dispersion is trusted. */
const warmRows = 40;
const blockSeconds = [15, 30, 60, 120] as const;
const significance = 3.5;
const growing = 1.2;

interface Estimate {
  readonly factor: number;
  readonly lasting: number;
}

/** The dispersion of errors and of slow requests; `patience` bounds the blocks that mere ignorance asks for (seconds). */
export function dispersionOf({ rows }: Placebo, patience: number): Dispersion {
  const [errors, latency] = [estimate(rows, 1), estimate(rows, 2)];
  const cold = rows.length < warmRows;
  const unknown = errors === undefined || cold ? Math.min(30, patience) : 0;
  return {
    errors: Math.max(errors?.factor ?? 1.5, cold ? 2 : 1),
    latency: Math.max(latency?.factor ?? 1, cold ? 1.5 : 1),
    block: Math.max(errors?.lasting ?? 0, unknown),
    lasting: errors?.lasting ?? 0,
    known: errors !== undefined && !cold,
  };
}

function estimate(all: readonly Halves[], which: 1 | 2): Estimate | undefined {
  let found: Estimate | undefined;
  let [rows, before] = [all, Number.POSITIVE_INFINITY];
  for (const seconds of blockSeconds) {
    const measured = overChance(rows, which);
    if (measured === undefined) break;
    const { ratio, centred, deviation } = measured;
    const least = 1 + significance * deviation;
    const factor = Math.max(found?.factor ?? 1, ratio > least ? ratio * (1 + deviation) : 1);
    const longer = centred > least && centred > growing * before ? 2 * seconds : 0;
    found = { factor, lasting: Math.max(found?.lasting ?? 0, longer) };
    [rows, before] = [paired(rows), centred > least ? centred : Number.POSITIVE_INFINITY];
  }
  return found;
}

/** Each two rows as one. */
function paired(rows: readonly Halves[]): readonly Halves[] {
  const seconds = rows.filter((_, index) => index % 2 === 1);
  return seconds.map((row, pair) => row.map((count, at) => count + (rows[2 * pair]?.[at] ?? 0)));
}

interface Measured {
  readonly ratio: number;
  readonly centred: number;
  readonly deviation: number;
}

/**
 * The mean squared difference of the halves' rates over what independent events give, and its standard deviation; and
 * the same around their mean difference, since a half that is always a little worse has no events that last.
 */
function overChance(rows: readonly Halves[], which: 1 | 2): Measured | undefined {
  const both = rows.filter(([first = 0, , , second = 0]) => first > 0 && second > 0);
  const total = (at: number) => both.reduce((sum, row) => sum + (row[at] ?? 0), 0);
  const [first, second, bad, otherBad] = [total(0), total(3), total(which), total(which + 3)];
  const [events, requests] = [bad + otherBad, first + second];
  if (both.length < minRows || events < minEvents || events >= requests) return undefined;
  const variance = (events / requests) * (1 - events / requests);
  const squares = (mean: number) =>
    both.reduce((sum, row) => {
      const [mine, theirs] = [row[0] ?? 1, row[3] ?? 1];
      const difference = (row[which] ?? 0) / mine - (row[which + 3] ?? 0) / theirs - mean;
      return sum + difference ** 2 / (variance * (1 / mine + 1 / theirs));
    }, 0) / both.length;
  const deviation = Math.sqrt((2 + both.length / events) / both.length);
  return { ratio: squares(0), centred: squares(bad / first - otherBad / second), deviation };
}
