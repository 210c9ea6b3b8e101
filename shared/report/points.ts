/** What is drawn of a canary: its lines added up to no more points than can be told apart. */
import { add, nothing, type Pooled } from '../release/counts.ts';
import type { Observation } from '../release/evidence.ts';

export interface Point {
  /** Its end, and how long it is; seconds. */
  readonly t: number;
  readonly seconds: number;
  /** Percent. */
  readonly weight: number;
  readonly canary: Pooled;
  readonly baseline: Pooled;
}

/** About as many points as are drawn at most, since each is labelled with its time. */
const most = 20;

/**
 * Points of about equal length, at one weight each. Looks that suspicion hurried are added up to the usual length, and
 * what a change of weight cut off belongs to the point before it.
 */
export function pointsOf(observed: readonly Observation[]): readonly Point[] {
  const lengths = observed.map(({ from, t }) => t - from);
  const span = lengths.reduce((sum, length) => sum + length, 0);
  const width = Math.max(span / most, Math.max(...lengths) / 2);
  const filled = merged(observed.map(pointOf), (open) => open.seconds < width);
  return merged(filled, (_, next) => next.seconds < width / 2);
}

/** Requests of the canary that a plotted rate rests on: of fewer, each single one would jump. */
export const smooth = 30;

/** Every point with those before it, until the canary has `smooth` requests in them; both sides over the same time. */
export function trailing(points: readonly Point[]): readonly Point[] {
  return points.map((point, index) => {
    let wide = point;
    for (let at = index - 1; at >= 0 && wide.canary.requests < smooth; at -= 1) {
      const before = points[at];
      if (before) wide = { ...sum(before, wide), weight: point.weight };
    }
    return wide;
  });
}

function pointOf({ from, t, weight, canary, baseline }: Observation): Point {
  return { t, seconds: t - from, weight, canary: add(nothing, canary), baseline: add(nothing, baseline) };
}

function merged(points: readonly Point[], together: (open: Point, next: Point) => boolean): readonly Point[] {
  const found: Point[] = [];
  for (const next of points) {
    const open = found.at(-1);
    if (open?.weight !== next.weight || !together(open, next)) found.push(next);
    else found[found.length - 1] = sum(open, next);
  }
  return found;
}

function sum(open: Point, next: Point): Point {
  return {
    ...next,
    seconds: open.seconds + next.seconds,
    canary: add(open.canary, next.canary),
    baseline: add(open.baseline, next.baseline),
  };
}
