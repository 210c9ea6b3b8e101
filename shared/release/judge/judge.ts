/**
 * The judge: `step(state, observation) -> (state, decision)`. It sees counts and nothing else, so a recorded canary can
 * be judged again. What the service counts of its model is judged beside its requests: harm in any of them takes the
 * release back, and a weight is left upward only where all of them allow it.
 */
import type { Observation } from '../evidence.ts';
import { detailsOf, lineFor, settingsFor, together } from './model.ts';
import { beginOne, stepOne } from './one.ts';
import type { Judged, JudgeSettings, JudgeState, ModelMetric } from './types.ts';

export type { Judged, JudgeSettings, JudgeState } from './types.ts';

/** Before the first observation. */
export function beginJudging(settings: JudgeSettings): JudgeState {
  const { model } = settings;
  if (model === undefined) return beginOne(settings);
  const states = model.map((metric) => [metric.name, beginOne(settingsFor(settings, metric))] as const);
  return { ...beginOne(settings), model: Object.fromEntries(states) };
}

/** Takes one line of evidence. History (t <= 0) teaches what the baseline does, and decides nothing. */
export function step(state: JudgeState, line: Observation): Judged {
  const own = stepOne(state, line);
  const { model } = state.settings;
  if (model === undefined || state.model === undefined) return own;
  const judged = model.map((metric) => ({ metric, ...stepOne(stateFor(state, metric), lineFor(line, metric)) }));
  const states = Object.fromEntries(judged.map(({ metric, state: next }) => [metric.name, next]));
  const said = judged.map(({ metric, decision }) => ({ name: metric.name, decision }));
  const decision = together(own.decision, said);
  const detail = { ...decision.detail, ...detailsOf(judged) };
  return { state: { ...own.state, model: states }, decision: { ...decision, detail } };
}

/** Whether another look soon is worth more than waiting: something grew suspicious at once. */
export function hurried({ hurried: soon, model = {} }: JudgeState): boolean {
  return soon || Object.values(model).some((each) => each.hurried);
}

/** The same judge without what is counted of a model. */
export function withoutModel({ model: _, ...settings }: JudgeSettings): JudgeSettings {
  return settings;
}

function stateFor({ settings, model = {} }: JudgeState, metric: ModelMetric): JudgeState {
  return model[metric.name] ?? beginOne(settingsFor(settings, metric));
}
