/** The queries of one reading, and which versions their answers are current for. */
import type { MetricsPlan } from '../plan/metrics.ts';
import type { Matcher, Selector } from '../plan/selector.ts';
import { clip } from '../report/clip.ts';
import { ErrorSight } from './error-sight.ts';
import { type Answers, grouped } from './grouped.ts';
import { labelOf, oneOf, printed } from './match.ts';
import { answersTo, pick } from './prometheus-answers.ts';
import type { PrometheusApi, Series } from './prometheus-api.ts';
import { type InstanceReading, UncountableError } from './reading.ts';

export interface Answered {
  readonly instances: readonly InstanceReading[];
  /** Versions whose newest sample is recent. */
  readonly readable: readonly string[];
  /** The server's time up to which both sides are counted; undefined when nothing was read. */
  readonly cut: number | undefined;
  readonly troubles: readonly string[];
}

export interface Span {
  readonly at: number;
  /** Seconds back from `at`. */
  readonly since: number;
  readonly staleAfter: number;
  /** The cut of the reading before, the server's seconds. */
  readonly cut: number | undefined;
}

/** What a Prometheus server writes about a target by itself, even when the target is dead. */
const ownSeries: Matcher = { label: '__name__', op: '!~', value: 'up|scrape_.+|ALERTS.*' };
/** Characters of a trouble, which may repeat labels from outside. */
const shown = 300;

export class Queries {
  private readonly api: PrometheusApi;
  private readonly metrics: MetricsPlan;
  /** Newest sample of each version, the server's seconds. */
  private readonly newest = new Map<string, number>();
  private readonly sights: readonly (readonly [Selector, ErrorSight])[];
  private last: Answered | undefined;

  constructor(api: PrometheusApi, metrics: MetricsPlan) {
    this.api = api;
    this.metrics = metrics;
    const failed = metrics.model.flatMap((metric) =>
      'errors' in metric ? [[`metrics.model.${metric.name}`, metric.errors] as const] : [],
    );
    const asked = [['metrics.errors', metrics.errors] as const, ...failed];
    this.sights = asked.map(([key, selector]) => [selector, new ErrorSight(api, selector, key)]);
  }

  /**
   * Requests first: what the later answers have beyond them is cut off, so that all are of one instant. Until every
   * version has been scraped once more nothing is new: a window with one side in it would tell nothing.
   */
  async since(versions: readonly string[], span: Span): Promise<Answered> {
    const { at, since, staleAfter, cut: before } = span;
    const requests = await this.api.samples(this.text(this.metrics.requests, versions), since, at);
    this.noteNewest(requests);
    const fresh = versions.filter((version) => (this.newest.get(version) ?? 0) >= at - staleAfter);
    const cut = Math.min(at, ...fresh.map((version) => this.newest.get(version) ?? at));
    const moved = fresh.every((version) => this.of(version, requests).some((each) => isWithin(each, before, cut)));
    if (!moved && this.last !== undefined) return { ...this.last, instances: [], cut: before };
    this.last = await this.whole(versions, fresh, requests, { ...span, cut });
    return this.last;
  }

  private async whole(
    versions: readonly string[],
    fresh: readonly string[],
    requests: readonly Series[],
    { at, since, cut = at }: Span,
  ): Promise<Answered> {
    const ask = (selector: Selector) => this.api.samples(this.text(selector, versions), since, at);
    const [answers, idle, blind] = await Promise.all([
      answersTo(ask, this.metrics, requests),
      this.idle(versions, at),
      this.blind(versions, at),
    ]);
    const sides = fresh.map((version) => ({ version, ...this.sideOf(version, answers, cut) }));
    const good = blind.length === 0 ? sides.filter(({ trouble }) => trouble === undefined) : [];
    const stale = versions.filter((version) => !fresh.includes(version) && !idle.includes(version));
    const silences = stale.map((version) => this.silence(version, at));
    return {
      instances: good.flatMap(({ instances }) => instances),
      readable: [...good.map(({ version }) => version), ...(blind.length === 0 ? idle : [])],
      cut,
      troubles: [...sides.flatMap(({ trouble }) => trouble ?? []), ...blind, ...silences],
    };
  }

  private async blind(versions: readonly string[], at: number): Promise<string[]> {
    const all = this.sights.map(([{ name }, sight]) => sight.troubles(this.text({ name, matchers: [] }, versions), at));
    return (await Promise.all(all)).flat();
  }

  /** What the instances of a version showed every `step` seconds. */
  async history(version: string, from: number, to: number, step: number): Promise<readonly InstanceReading[]> {
    const ask = (selector: Selector) => this.api.steps(this.text(selector, [version]), from, to, step);
    return this.sideOf(version, await answersTo(ask, this.metrics), to).instances;
  }

  private text({ name, matchers }: Selector, versions: readonly string[]): string {
    return printed({ name, matchers: [...matchers, oneOf(this.metrics.versionLabel, versions)] });
  }

  private of(version: string, series: readonly Series[]): Series[] {
    return series.filter(({ labels }) => labelOf(labels, this.metrics.versionLabel) === version);
  }

  private noteNewest(series: readonly Series[]): void {
    for (const { labels, points } of series) {
      const version = labelOf(labels, this.metrics.versionLabel);
      const [last = 0] = points.at(-1) ?? [];
      this.newest.set(version, Math.max(last, this.newest.get(version) ?? 0));
    }
  }

  private sideOf(
    version: string,
    answers: Answers,
    cut: number,
  ): { readonly instances: readonly InstanceReading[]; readonly trouble?: string } {
    const { versionLabel, instanceLabel } = this.metrics;
    const own = pick(answers, ({ labels }) => labelOf(labels, versionLabel) === version);
    try {
      return { instances: grouped(own, { version: versionLabel, instance: instanceLabel }, cut) };
    } catch (error) {
      if (!(error instanceof UncountableError)) throw error;
      return { instances: [], trouble: `${version}: ${clip(error.message, shown)}` };
    }
  }

  /** Versions that are scraped, and have not had a request yet: many exporters show no series until then. */
  private async idle(versions: readonly string[], at: number): Promise<string[]> {
    const unseen = versions.filter((version) => !this.newest.has(version));
    const counts = await Promise.all(
      unseen.map((version) => {
        const matchers = [oneOf(this.metrics.versionLabel, [version]), ownSeries];
        return this.api.count(printed({ name: '', matchers }), at);
      }),
    );
    return unseen.filter((_, index) => (counts[index] ?? 0) > 0);
  }

  private silence(version: string, at: number): string {
    const last = this.newest.get(version);
    if (last !== undefined) return `no sample of ${version} for ${Math.round(at - last)} s`;
    return `no series has ${this.metrics.versionLabel}="${version}"`;
  }
}

function isWithin({ points }: Series, after: number | undefined, until: number): boolean {
  return points.some(([at]) => at > (after ?? Number.NEGATIVE_INFINITY) && at <= until);
}
