/** The source that a plan names. What only one of them needs is loaded when it is opened. */
import { InputError } from '../action/errors.ts';
import type { Host } from '../action/host.ts';
import type { ModelMetricPlan } from '../plan/model-metrics.ts';
import type { Plan } from '../plan/plan.ts';
import { boundsFor } from '../release/settings.ts';
import type { MetricSource } from '../release/source.ts';
import type { Target } from '../release/target.ts';
import { RouterSource } from './router.ts';
import { type CountedBy, fingerprint, type Place, type SourceSettings } from './settings.ts';

/** Prometheus' own default bounds (seconds), which most exporters keep. */
const exporterBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What an earlier run of the release counted by; bounds in seconds. */
export interface Earlier {
  readonly epoch: string;
  readonly bounds: readonly number[];
  /** Of each metric of the model, in its own unit. */
  readonly model?: Readonly<Record<string, readonly number[]>>;
}

/**
 * Opens the plan's source, to go on as an earlier run counted where that was the same.
 * @throws InputError when the token that the plan asks for is not there
 */
export async function openSource(
  host: Host,
  plan: Plan,
  target: Target,
  earlier: Earlier | undefined,
): Promise<MetricSource> {
  const { metrics } = plan.canary;
  if (metrics.from === 'router') return new RouterSource(target);
  const same = earlier?.epoch === fingerprint(metrics.from, metrics);
  const settings = settingsOf(host, plan, target, same ? earlier : undefined);
  if (metrics.from === 'scrape') {
    const { ScrapeSource } = await import('./scrape.ts');
    return new ScrapeSource(settings);
  }
  const token = tokenOf(host, metrics.tokenEnv);
  const [{ PrometheusSource }, { PrometheusApi }] = await Promise.all([
    import('./prometheus.ts'),
    import('./prometheus-api.ts'),
  ]);
  return new PrometheusSource(settings, new PrometheusApi({ url: metrics.url ?? '', token, limit: settings.limit }));
}

function tokenOf(host: Host, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const token = host.env(name);
  if (token !== undefined && /^[\x21-\x7e]+$/.test(token)) return token;
  const found =
    token === undefined ? 'is not set' : 'holds characters that no token has, such as a space or a line end';
  throw new InputError(
    `canary.analysis.metrics.token-env: the environment variable ${name} ${found}; expected the server's bearer token, from a secret of the job`,
  );
}

/** A reading takes at most three requests one after another, and the lease has to be renewed long before it ends. */
function limitFor(lease: number): number {
  return Math.min(5, Math.max(0.2, lease / 8));
}

function settingsOf(
  host: Host,
  { canary, objectives }: Plan,
  target: Target,
  earlier: Earlier | undefined,
): SourceSettings {
  const usual = rising([...boundsFor(objectives.latencyP95), ...exporterBounds]);
  return {
    metrics: canary.metrics,
    places: () => placesOf(target),
    limit: limitFor(canary.lease),
    bounds: earlier?.bounds,
    usualBounds: usual,
    model: Object.fromEntries(
      canary.metrics.model.map((metric) => [metric.name, countedBy(metric, usual, earlier?.model?.[metric.name])]),
    ),
    say: (text) => host.info(text),
  };
}

const rising = (bounds: readonly number[]) => [...new Set(bounds)].toSorted((a, b) => a - b);

/** Tokens a second, from a large model on a processor to a small one on a GPU. */
const rateBounds = [1, 2, 5, 10, 15, 20, 30, 40, 50, 75, 100, 150, 200, 300, 500];

/** @param seconds usual bounds; @param bounds what an earlier run has fixed */
export function countedBy(metric: ModelMetricPlan, seconds: readonly number[], bounds?: readonly number[]): CountedBy {
  const usualBounds = 'errors' in metric ? [] : metric.name === 'first-token' ? seconds : rateBounds;
  return { bounds, usualBounds, keys: [`metrics.model.${metric.name}`, 'metrics.model.answers'] };
}

async function placesOf(target: Target): Promise<readonly Place[]> {
  const { versions } = await target.inspect();
  return versions
    .filter(({ role }) => role !== 'retired')
    .map(({ version, url, weight, role }) => ({ version, url, weight, canary: role === 'canary' }));
}
