/** The numbers behind what the metrics of a model came to, for the evidence and the report. */
import { quantile } from '../counts.ts';
import type { Decision } from '../evidence.ts';
import type { JudgeState, ModelMetric } from './types.ts';

interface OfMetric {
  readonly metric: ModelMetric;
  readonly state: JudgeState;
  readonly decision: Decision;
}

/** The numbers of every metric, each under its name: `first-token.odds`. */
export function detailsOf(judged: readonly OfMetric[]): Decision['detail'] {
  const entries = judged.flatMap((one) =>
    Object.entries(numbersOf(one)).map(([key, value]) => [`${one.metric.name}.${key}`, value] as const),
  );
  return Object.fromEntries(entries);
}

/** Odds (1 is even), the bet that they are of, and counts at this weight; a tail is what 95 % are better than, in the metric's own unit. */
function numbersOf({ metric, state, decision }: OfMetric): Decision['detail'] {
  const { stage, settings } = state;
  const { canary, baseline } = stage;
  const number = (name: string) => Number(decision.detail[name]);
  const common = {
    odds: number('odds'),
    metric: decision.detail['metric'] ?? null,
    safe: number('safe'),
    canaryRequests: canary.requests,
    baselineRequests: baseline.requests,
  };
  if (metric.bounds.length === 0) return { ...common, canaryErrors: canary.errors, baselineErrors: baseline.errors };
  const tail = (pooled: typeof canary) => {
    const value = quantile(pooled, settings.bounds, 0.95);
    if (value === undefined) return null;
    return Number((metric.worse === 'higher' ? value : 1 / value).toPrecision(6));
  };
  return { ...common, canaryTail: tail(canary), baselineTail: tail(baseline) };
}
