/** Where a plan's counts come from, as the code uses it. */
import { type ModelMetricPlan, resolveModelMetrics } from './model-metrics.ts';
import { type PlanDocument, usualMetrics } from './schema.ts';
import { parseSelector, type Selector } from './selector.ts';
import { duration } from './units.ts';

/** Where the counts come from, and how a source beside the router finds them. */
export interface MetricsPlan {
  readonly from: 'router' | 'scrape' | 'prometheus';
  /** Of the metrics server; the rules see to it that there is one where it is needed. */
  readonly url: string | undefined;
  /** The environment variable with the server's bearer token. */
  readonly tokenEnv: string | undefined;
  readonly versionLabel: string;
  readonly instanceLabel: string;
  /** Seconds after which a version without a new sample counts as unreadable. */
  readonly staleAfter: number;
  /** Where a version shows its metrics. */
  readonly path: string;
  readonly requests: Selector;
  readonly errors: Selector;
  /** The buckets of a classic histogram; null where latency is not judged. */
  readonly latency: Selector | null;
  /** Empty where nothing of the model is judged. */
  readonly model: readonly ModelMetricPlan[];
}

/** Numbers and parsed selectors; total, since the rules have passed. */
export function resolveMetrics({ from, metrics }: PlanDocument['canary']['analysis']): MetricsPlan {
  const known = { ...usualMetrics, ...metrics };
  const requests = parseSelector(known.requests);
  const failed = { label: 'code', op: '=~', value: '5..' } as const;
  const histogram = known.latency === 'none' ? null : parseSelector(known.latency);
  return {
    from,
    url: known.url,
    tokenEnv: known['token-env'],
    versionLabel: known['version-label'],
    instanceLabel: known['instance-label'],
    staleAfter: duration(known['stale-after']),
    path: known.path,
    requests,
    errors:
      known.errors === undefined
        ? { ...requests, matchers: [...requests.matchers, failed] }
        : parseSelector(known.errors),
    latency: histogram && { ...histogram, name: `${histogram.name}_bucket` },
    model: resolveModelMetrics(known.model, requests),
  };
}
