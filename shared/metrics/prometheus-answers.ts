/** One reading's queries: what is asked of a metrics server, and whose series the answers are. */
import type { MetricsPlan } from '../plan/metrics.ts';
import type { Selector } from '../plan/selector.ts';
import type { Answers, SetAnswers } from './grouped.ts';
import type { Series } from './prometheus-api.ts';

type Ask = (selector: Selector) => Promise<readonly Series[]>;

const started = { name: 'process_start_time_seconds', matchers: [] };

/** @param requests where they were asked before */
export async function answersTo(ask: Ask, metrics: MetricsPlan, requests?: readonly Series[]): Promise<Answers> {
  const { latency } = metrics;
  const [counts, errors, buckets, starts, model] = await Promise.all([
    requests ?? ask(metrics.requests),
    ask(metrics.errors),
    latency === null ? [] : ask(latency),
    ask(started),
    modelAnswers(ask, metrics.model),
  ]);
  return { requests: counts, errors, latency: buckets, started: starts, model };
}

async function modelAnswers(ask: Ask, metrics: MetricsPlan['model']): Promise<Answers['model']> {
  const sets = metrics.map(async (metric): Promise<readonly [string, SetAnswers]> => {
    if ('histogram' in metric) return [metric.name, { requests: [], errors: [], latency: await ask(metric.histogram) }];
    const [requests, errors] = await Promise.all([ask(metric.answers), ask(metric.errors)]);
    return [metric.name, { requests, errors, latency: [] }];
  });
  return Object.fromEntries(await Promise.all(sets));
}

/** Those of the answers that are about some series. */
export function pick(answers: Answers, mine: (series: Series) => boolean): Answers {
  const of = ({ requests, errors, latency }: SetAnswers) => ({
    requests: requests.filter(mine),
    errors: errors.filter(mine),
    latency: latency.filter(mine),
  });
  const model = Object.entries(answers.model).map(([name, set]) => [name, of(set)] as const);
  return { ...of(answers), started: answers.started.filter(mine), model: Object.fromEntries(model) };
}
