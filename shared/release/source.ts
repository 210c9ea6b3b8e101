/** Where the counts come from: the router, the versions' own metrics, or a metrics server. The domain owns this. */
import type { Sample } from './target.ts';

/**
 * One source's samples are cumulative totals that never fall within its `epoch`. A side that it cannot read is absent,
 * and it says so by itself: trouble with metrics is a reading of nothing, never an exception.
 */
export interface MetricSource {
  /** The counts come from beside the router: with their own probes in them, and perhaps some seconds late. */
  readonly beside: boolean;
  observe(): Promise<Sample>;
  /** Samples of the past 30 minutes, one a quarter of a minute, oldest first; empty where the source keeps none. */
  history(): Promise<readonly Sample[]>;
  /** The reading right after a change of weight, to which the target answered with counters of its own. */
  afterChange(answer: Sample): Promise<Sample>;
}
