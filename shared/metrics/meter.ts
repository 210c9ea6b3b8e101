/** Turns raw readings into samples: fixes the bounds at the first one, and keeps totals and weights from then on. */
import type { Sample } from '../release/target.ts';
import { commonBounds, enough } from './buckets.ts';
import { hasSeries, readingOf, withModel } from './model-series.ts';
import type { Reading } from './reading.ts';
import type { CountedBy } from './settings.ts';
import { countersOf, fold, type Keys, noTotals, type Totals } from './totals.ts';

export interface MeterSettings {
  /** Of the samples; two sources of one epoch count the same things. */
  readonly epoch: string;
  readonly bounds: readonly number[] | undefined;
  readonly usualBounds: readonly number[];
  readonly keys?: Keys;
  /** Each metric of the model is counted by a meter of its own. */
  readonly model?: Readonly<Record<string, CountedBy>>;
}

/** One reading, and what is known around it. */
export interface Measured {
  readonly reading: Reading;
  /** Versions whose numbers are current. */
  readonly readable: readonly string[];
  /** Seconds on the source's clock. */
  readonly at: number;
  /** Percent, in force when the counts were. */
  readonly weight: number;
}

export interface Metered {
  readonly sample: Sample;
  readonly troubles: readonly string[];
}

export class Meter {
  private readonly settings: MeterSettings;
  private totals: Totals | undefined;
  /** As the first sample said them: the judge goes by these. */
  private bounds: readonly number[] | undefined;
  private readonly model: ReadonlyMap<string, Meter>;
  /** Metrics of the model that no version has shown yet. */
  private readonly unseen: Set<string>;

  constructor(settings: MeterSettings) {
    this.settings = settings;
    const meters = Object.entries(settings.model ?? {}).map(([name, counted]) => {
      return [name, new Meter({ epoch: settings.epoch, ...counted })] as const;
    });
    this.model = new Map(meters);
    this.unseen = new Set(this.model.keys());
  }

  take(measured: Measured): Metered {
    const own = this.requests(measured);
    if (this.model.size === 0) return own;
    const parts = [...this.model].map(([name, meter]) => {
      const reading = readingOf(measured.reading, name);
      if (hasSeries(reading)) this.unseen.delete(name);
      return [name, meter.take({ ...measured, reading })] as const;
    });
    const missing = [...this.unseen].map((name) => `no version shows any series of metrics.model.${name} yet`);
    return {
      sample: withModel(own.sample, new Map(parts.map(([name, { sample }]) => [name, sample]))),
      troubles: [
        ...own.troubles,
        ...missing,
        ...parts.flatMap(([name, { troubles }]) => troubles.map((text) => `${name}: ${text}`)),
      ],
    };
  }

  private requests({ reading, readable, at, weight }: Measured): Metered {
    this.bounds ??= this.boundsFor(reading);
    const { totals, troubles, refused } = fold(this.totals ?? noTotals(this.bounds), reading, this.settings.keys);
    // Where nothing at all could be read there is no reference yet.
    if (this.totals !== undefined || reading.instances.length > 0) this.totals = totals;
    const versions = readable
      .filter((version) => !refused.includes(version))
      .map((version) => [version, countersOf(totals, version)] as const);
    const { epoch } = this.settings;
    return { sample: { at, epoch, bounds: this.bounds, weight, versions: Object.fromEntries(versions) }, troubles };
  }

  private boundsFor(reading: Reading): readonly number[] {
    const { bounds, usualBounds } = this.settings;
    if (bounds !== undefined) return bounds;
    const common = commonBounds(reading);
    const counted = reading.instances.some(({ scrapes }) =>
      scrapes.some(({ requests }) => [...requests.values()].some((count) => count > 0)),
    );
    if (common === undefined) return counted ? [] : usualBounds;
    return enough(common) ? common : [];
  }
}
