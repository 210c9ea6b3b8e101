/** A source that reads `/metrics` of each version by itself: no metrics server is needed. */

import type { MetricSource } from '../release/source.ts';
import type { Sample } from '../release/target.ts';
import { clip } from '../report/clip.ts';
import { scrapeOf } from './exposed.ts';
import { FetchError, fetchText } from './http.ts';
import { Meter } from './meter.ts';
import { ExpositionError, parseExposition } from './prometheus-text.ts';
import { type InstanceReading, type Scrape, UncountableError } from './reading.ts';
import { fingerprint, type Place, type SourceSettings, Troubles } from './settings.ts';

/** Bytes that one instance may show. */
const most = 16 * 1024 * 1024;
const accept = 'text/plain;version=0.0.4,*/*;q=0.1';
const shown = 300;

type Answer = InstanceReading | { readonly version: string; readonly instance: string; readonly trouble: string };

export class ScrapeSource implements MetricSource {
  readonly beside = true;
  private readonly settings: SourceSettings;
  private readonly meter: Meter;
  private readonly troubles: Troubles;
  private places: readonly Place[] = [];

  constructor(settings: SourceSettings) {
    this.settings = settings;
    this.meter = new Meter({ ...settings, epoch: fingerprint('scrape', settings.metrics) });
    this.troubles = new Troubles(settings.say);
  }

  async observe(): Promise<Sample> {
    this.places = await this.settings.places().catch(() => this.places);
    const answers = await Promise.all(this.places.map((place) => this.ask(place)));
    const instances = answers.filter((answer): answer is InstanceReading => 'scrapes' in answer);
    const failed = answers.filter((answer) => 'trouble' in answer);
    const measured = this.meter.take({
      reading: { instances, silent: failed },
      readable: instances.map(({ version }) => version),
      at: performance.now() / 1000,
      weight: this.places.find(({ canary }) => canary)?.weight ?? 0,
    });
    this.troubles.note([...failed.map(({ trouble }) => trouble), ...measured.troubles]);
    return measured.sample;
  }

  /** A version shows what it counted, never when. */
  history(): Promise<readonly Sample[]> {
    return Promise.resolve([]);
  }

  afterChange(): Promise<Sample> {
    return this.observe();
  }

  private async ask({ version, url }: Place): Promise<Answer> {
    const { limit, metrics } = this.settings;
    if (url === null) return { version, instance: '', trouble: `${version} has no address of its own to scrape` };
    const address = new URL(metrics.path, url);
    try {
      const text = await fetchText({ url: address, limit, most, headers: { accept } });
      return { version, instance: address.host, scrapes: [this.read(text)] };
    } catch (error) {
      const why = clip(explain(error), shown);
      return { version, instance: address.host, trouble: `${version} at ${address.href}: ${why}` };
    }
  }

  private read(text: string): Scrape {
    return scrapeOf(parseExposition(text), this.settings.metrics, performance.now() / 1000);
  }
}

/** The message of a failure that was to be expected; anything else is a fault of ours and goes up. */
function explain(error: unknown): string {
  if (error instanceof FetchError || error instanceof ExpositionError || error instanceof UncountableError)
    return error.message;
  throw error;
}
