/**
 * The judge: `step(state, observation) -> (state, decision)`. It sees counts and nothing else, so a recorded canary can
 * be judged again. What the service counts of its model is judged beside its requests: harm in any of them takes the
 * release back, and a weight is left upward only where all of them allow it.
 */
import type { Observation } from '../evidence.ts';
import { lineFor, settingsFor, together } from './model.ts';
import { detailsOf } from './model-detail.ts';
import { beginOne, stepOne } from './one.ts';
import { isLate, unfit } from './rule.ts';
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
  const said = judged.map(({ metric, decision }) => ({ name: metric.name, decision }));
  const late = isLate(waiting(own.state, line.t), line.t) ? state.settings.deadline : undefined;
  const decision = together(own.decision, said, late);
  const detail = { ...decision.detail, ...detailsOf(judged) };
  // The deadline's clock stands still once all of them allow the next weight, and not for one of them alone.
  const after = (next: JudgeState) => (decision.decision === 'promote-step' ? next : waiting(next, line.t));
  const states = Object.fromEntries(judged.map(({ metric, state: next }) => [metric.name, after(next)]));
  return { state: { ...after(own.state), model: states }, decision: { ...decision, detail } };
}

/** The state as if nothing had passed at `t`; what was shown to be safe stays so. */
function waiting(state: JudgeState, t: number): JudgeState {
  return state.stage.passedAt === t ? { ...state, stage: { ...state.stage, passedAt: null } } : state;
}

/** What forbids any promotion at the moment, of all that is judged. */
export function obstacleOf(state: JudgeState): ReturnType<typeof unfit> {
  return [state, ...Object.values(state.model ?? {})].map(unfit).find((found) => found !== undefined);
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
