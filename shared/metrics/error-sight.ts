/** Whether a metrics server could show errors at all: a selector that never matches looks like a service without any. */
import type { Selector } from '../plan/selector.ts';
import { clip } from '../report/clip.ts';
import { blindTo } from './exposed.ts';
import { unknownLabel } from './match.ts';
import type { PrometheusApi } from './prometheus-api.ts';

/** Characters of a trouble, which repeats labels from outside. */
const shown = 300;

export class ErrorSight {
  private readonly api: PrometheusApi;
  private readonly errors: Selector;
  private readonly key: string;
  /** Errors were seen, or could have been. */
  private sighted = false;

  /** @param key the plan's, which names the selector */
  constructor(api: PrometheusApi, errors: Selector, key: string) {
    this.api = api;
    this.errors = errors;
    this.key = key;
  }

  /** Why errors could never be seen, asked until it is known that they can; `all` selects the series they are among. */
  async troubles(all: string, at: number): Promise<string[]> {
    if (this.sighted) return [];
    const labels = (await this.api.steps(all, at, at, 1)).map((series) => series.labels);
    const missing = unknownLabel(this.errors, labels);
    if (missing !== undefined) return [clip(blindTo(this.errors, missing, labels, this.key), shown)];
    this.sighted = labels.length > 0;
    return [];
  }
}
