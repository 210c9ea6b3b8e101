/** The baseline's past from a metrics server, as samples on the source's own clock. */
import type { Sample } from '../release/target.ts';
import { Meter } from './meter.ts';
import type { InstanceReading } from './reading.ts';
import type { SourceSettings } from './settings.ts';

export interface HistoryFrame {
  readonly epoch: string;
  readonly bounds: readonly number[];
  readonly model: SourceSettings['model'];
  /** Seconds that the server's clock is ahead of the samples'. */
  readonly ahead: number;
}

/** One sample for each time at which any instance of `version` was seen; its totals begin at the first. */
export function historyOf(version: string, instances: readonly InstanceReading[], frame: HistoryFrame): Sample[] {
  const meter = new Meter({ ...frame, usualBounds: [] });
  const times = new Set(instances.flatMap(({ scrapes }) => scrapes.map(({ at }) => at)));
  return [...times]
    .toSorted((a, b) => a - b)
    .map((time) => {
      const seen = instances
        .map((each) => ({ ...each, scrapes: each.scrapes.filter(({ at }) => at === time) }))
        .filter(({ scrapes }) => scrapes.length > 0);
      const reading = { instances: seen, silent: [] };
      return meter.take({ reading, readable: [version], at: time - frame.ahead, weight: 0 }).sample;
    });
}
