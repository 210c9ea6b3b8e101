/** The metrics of a model in the header of a recorded canary. */
import type { EvidenceHeader } from './evidence.ts';
import type { ModelMetric } from './judge/types.ts';
import type { Sample } from './target.ts';

export const metricsForm =
  'a list of {"name","worse":"higher" or "lower","bounds","alpha"}, the bounds above 0 and rising, alpha above 0 and below 1';

export function isMetrics(value: unknown): value is readonly ModelMetric[] {
  return Array.isArray(value) && value.length > 0 && value.every(isMetric);
}

function isMetric(value: unknown): value is ModelMetric {
  if (typeof value !== 'object' || value === null) return false;
  const { name, worse, bounds, alpha } = Object.fromEntries(Object.entries(value));
  return (
    typeof name === 'string' &&
    (worse === 'higher' || worse === 'lower') &&
    isRising(bounds) &&
    typeof alpha === 'number' &&
    alpha > 0 &&
    alpha < 1
  );
}

function isRising(bounds: unknown): boolean {
  if (!Array.isArray(bounds)) return false;
  return bounds.every((bound: unknown, at) => {
    return typeof bound === 'number' && Number.isFinite(bound) && bound > (at === 0 ? 0 : Number(bounds[at - 1]));
  });
}

/** What a recorded canary was counted by. */
export function countedIn({ buckets, judge = {} }: EvidenceHeader): Pick<Sample, 'bounds' | 'model'> {
  const { model } = judge;
  if (!isMetrics(model)) return { bounds: buckets };
  return { bounds: buckets, model: Object.fromEntries(model.map(({ name, bounds }) => [name, bounds])) };
}
