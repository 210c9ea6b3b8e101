/**
 * pipe-cd/pipecd 7e228592: the analysis stage (pkg/app/pipedv1/plugin/analysis/executestage/metrics_analyzer.go,
 * analysisprovider/metrics/prometheus/prometheus.go), a look every 5 minutes for 30, failureLimit 0, at 5 % of the
 * traffic. A look takes the points of its own 5 minutes, one a minute and both ends included; the stage succeeds when its
 * time is over, so that no look falls on its end.
 *
 * THRESHOLD is pipe-cd/examples' kubernetes/analysis-by-metrics: error ratio over 5 minutes at most 1 %, at every point.
 * CANARY_BASELINE compares error ratio and p95, each over 1 minute so that points do not overlap, deviation HIGH.
 */
import { pGreater } from './mann-whitney.ts';
import type { Answer, Peer, Window } from './peer.ts';
import { errorRatio, joined, quantile } from './query.ts';

const interval = 60;
const every = 300;
const duration = 1800;
const alpha = 0.05;

/** What a query gives: points, or no data when one of them is NaN, which counts as a failure. */
export type Points = readonly number[] | 'no data';

export function points(series: readonly number[]): Points {
  return series.some((value) => Number.isNaN(value)) ? 'no data' : series;
}

/** Whether every point is in the range; an empty list of series is. */
export function threshold(canary: Points, max: number): boolean {
  return canary !== 'no data' && canary.every((value) => value <= max);
}

/** Whether the canary is not significantly higher; nothing on both sides is fine, nothing on one is not. */
export function compare(canary: Points, baseline: Points): boolean {
  if (canary === 'no data' || baseline === 'no data') return false;
  if (canary.length === 0 || baseline.length === 0) return canary.length === baseline.length;
  const p = pGreater(canary, baseline);
  return p === undefined || p > alpha;
}

type Look = (canary: readonly Window[], baseline: readonly Window[]) => boolean;

class Stage {
  private readonly passes: Look;
  private canary: readonly Window[] = [];
  private baseline: readonly Window[] = [];

  constructor(passes: Look) {
    this.passes = passes;
  }

  ask(canary: Window, baseline: Window, t: number): Answer {
    this.canary = [...this.canary, canary];
    this.baseline = [...this.baseline, baseline];
    if (t >= duration) return { kind: 'promoted' };
    return t % every === 0 && !this.passes(this.canary, this.baseline) ? { kind: 'rollback' } : { kind: 'wait' };
  }
}

function pipecd(name: string, passes: Look): Peer {
  return { name, interval, first: 5, horizon: duration, start: () => new Stage(passes) };
}

/** The points of a look over the last so many seconds each; before the stage began there is no series. */
function look(windows: readonly Window[], range: number, query: (window: Window) => number): Points {
  const ends = windows.map((_, index) => index + 1).slice(-(every / interval + 1));
  return points(ends.map((end) => query(joined(windows.slice(Math.max(0, end - range / interval), end)))));
}

const p95 = ({ buckets }: Window) => quantile(0.95, buckets);

export const pipecdThreshold = pipecd('PipeCD (THRESHOLD)', (canary) => threshold(look(canary, 300, errorRatio), 0.01));

export const pipecdMannWhitney = pipecd('PipeCD (CANARY_BASELINE)', (canary, baseline) =>
  [errorRatio, p95].every((query) => compare(look(canary, 60, query), look(baseline, 60, query))),
);
