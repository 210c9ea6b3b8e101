/** From a plan to what judge and controller run with. */
import type { Plan } from '../plan/plan.ts';
import type { ControllerSettings } from './control.ts';
import type { JudgeSettings, ModelMetric } from './judge/types.ts';
import type { Sample } from './target.ts';

/** Seconds; close enough that a quantile read between two of them is off by a third at most. */
const usualBounds = [
  0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 7.5, 10, 15, 30,
  60,
];

/** The latency bounds to count by: the usual ones and the objective, so that it can be judged exactly. */
export function boundsFor(objective: number): number[] {
  return [...new Set([...usualBounds, objective])].toSorted((a, b) => a - b);
}

/** Bound on the probability that a release ever rolls a version back that is no worse. */
const alpha = 0.01;

/** Part of alpha that the requests keep where the model is judged too; its metrics share the rest evenly (Bonferroni). */
const requestsPart = 0.5;

/** @param counted the bounds of what is counted: a metric of the model that is not, or has none to compare, is not judged */
export function judgeSettings({ canary, objectives }: Plan, counted: Pick<Sample, 'bounds' | 'model'>): JudgeSettings {
  const { deadline, warmUp, noData, harmBudget } = canary.analysis;
  const { bounds, model = {} } = counted;
  const asked = canary.metrics.model.filter((metric) => {
    const known = model[metric.name];
    return known !== undefined && ('errors' in metric || known.length > 0);
  });
  const metrics = asked.map(({ name, worse }): ModelMetric => {
    return { name, worse, bounds: model[name] ?? [], alpha: (alpha * (1 - requestsPart)) / asked.length };
  });
  return {
    version: 'e-process/1',
    bounds,
    steps: canary.steps.map(({ weight, hold }) => ({ weight, dwell: hold })),
    deadline,
    warmUp,
    noData,
    errorRate: objectives.errorRate,
    latencyP95: objectives.latencyP95,
    harmBudget,
    ...(metrics.length === 0 ? { alpha } : { alpha: alpha * requestsPart, model: metrics }),
  };
}

/** `until` is the weight of a step in percent. */
export function controllerSettings({ canary }: Plan, until: number): ControllerSettings {
  return {
    rungs: canary.steps.map(({ weight, approve }) => ({ weight, approve })),
    until,
    onCancel: canary.onCancel,
    onDeadline: canary.onDeadline,
    gateFor: canary.heldFor,
  };
}
