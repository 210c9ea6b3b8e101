/** A source that asks a Prometheus server: raw samples of both versions, cut at the newest instant that both have. */
import type { MetricSource } from '../release/source.ts';
import type { Sample } from '../release/target.ts';
import { Meter } from './meter.ts';
import { BackendError, type PrometheusApi } from './prometheus-api.ts';
import { type HistoryFrame, historyOf } from './prometheus-history.ts';
import { type Answered, Queries } from './prometheus-queries.ts';
import { fingerprint, type Place, type SourceSettings, Troubles } from './settings.ts';

/** Seconds of history, and between two samples of it. */
const past = { seconds: 30 * 60, step: 15 };
/** Seconds asked for again, as a slow scrape is stored some time after its own timestamp. */
const overlap = 15;
const longest = 3600;
/** The process's clock, which never jumps, in Unix seconds. */
const now = () => (performance.timeOrigin + performance.now()) / 1000;

export class PrometheusSource implements MetricSource {
  readonly beside = true;
  private readonly settings: SourceSettings;
  private readonly api: PrometheusApi;
  private readonly queries: Queries;
  private readonly meter: Meter;
  private readonly troubles: Troubles;
  private places: readonly Place[] = [];
  /** Seconds that the server's clock is ahead. */
  private ahead: number | undefined;
  private cut: number | undefined;
  /** Weights as they were seen, oldest first: the counts are some seconds old. */
  private weights: readonly { readonly at: number; readonly weight: number }[] = [];
  /** As the first sample was counted. */
  private counted: Pick<HistoryFrame, 'bounds' | 'model'> = { bounds: [], model: {} };

  constructor(settings: SourceSettings, api: PrometheusApi) {
    this.settings = settings;
    this.api = api;
    this.queries = new Queries(api, settings.metrics);
    this.meter = new Meter({ ...settings, epoch: this.epoch });
    this.troubles = new Troubles((text) => settings.say(`prometheus at ${settings.metrics.url}: ${text}`));
  }

  async observe(): Promise<Sample> {
    this.places = await this.settings.places().catch(() => this.places);
    const asked = now();
    this.weights = [...this.weights, { at: asked, weight: this.places.find(({ canary }) => canary)?.weight ?? 0 }];
    const first = this.cut === undefined;
    const found = await this.read(asked).catch((error: unknown) => nothingFor(error));
    // What was first scraped after the first cut has a past, unlike what appears later.
    const silent = first ? found.instances.filter(({ scrapes }) => scrapes.length === 0) : [];
    const { sample, troubles } = this.meter.take({
      reading: { instances: found.instances, silent },
      readable: found.readable,
      at: asked,
      weight: this.weightAt(found.cut),
    });
    this.counted = { bounds: sample.bounds, model: fixedTo(sample, this.settings.model) };
    this.troubles.note([...found.troubles, ...troubles]);
    return sample;
  }

  async history(): Promise<readonly Sample[]> {
    const stable = this.places.filter(({ canary }) => !canary).map(({ version }) => version);
    const [version] = stable;
    if (version === undefined || this.ahead === undefined) return [];
    const to = now() + this.ahead;
    try {
      const instances = await this.queries.history(version, to - past.seconds, to, past.step);
      return historyOf(version, instances, { epoch: this.epoch, ...this.counted, ahead: this.ahead });
    } catch (error) {
      this.troubles.note(nothingFor(error).troubles.map((trouble) => `no history: ${trouble}`));
      return [];
    }
  }

  afterChange(): Promise<Sample> {
    return this.observe();
  }

  private get epoch(): string {
    return fingerprint('prometheus', this.settings.metrics);
  }

  private async read(asked: number): Promise<Answered> {
    this.ahead ??= (await this.api.time()) - asked;
    const { staleAfter } = this.settings.metrics;
    const at = asked + this.ahead;
    const since = this.cut === undefined ? staleAfter : Math.min(longest, at - this.cut + overlap);
    const versions = this.places.map(({ version }) => version);
    const answered = await this.queries.since(versions, { at, since, staleAfter, cut: this.cut });
    this.cut = answered.cut ?? this.cut;
    return answered;
  }

  /** The last weight that was seen by then: where the change lies between two looks, the one before it. */
  private weightAt(cut: number | undefined): number {
    const at = (cut ?? Number.POSITIVE_INFINITY) - (this.ahead ?? 0);
    const index = this.weights.findLastIndex((seen) => seen.at <= at);
    if (index > 0) this.weights = this.weights.slice(index);
    return this.weights[0]?.weight ?? 0;
  }
}

/** Counted from now on as a sample was. */
function fixedTo({ model = {} }: Sample, known: SourceSettings['model']): SourceSettings['model'] {
  return Object.fromEntries(Object.entries(known).map(([name, by]) => [name, { ...by, bounds: model[name] }]));
}

function nothingFor(error: unknown): Answered {
  if (!(error instanceof BackendError)) throw error;
  return { instances: [], readable: [], cut: undefined, troubles: [error.message] };
}
