/** What a job executes one after the other: pre of its actions, its steps, and posts in reverse. */
import { type Action, loadAction } from './action.ts';
import { text } from './expression.ts';
import type { JobState, Registered } from './job-state.ts';
import { runAction } from './run-action.ts';
import { runBuiltinStep } from './run-builtin.ts';
import { runScript } from './run-script.ts';
import type { Stage } from './stage-context.ts';
import type { ActionStep, Step } from './workflow.ts';

/** Actions of the repository run their pre before the first step; those of the workspace are not there yet. */
export function preStages(state: JobState): Stage[] {
  return state.request.job.steps.flatMap((step): Stage[] => {
    if (step.kind !== 'action' || step.uses.kind !== 'repository') return [];
    const action = loadAction(state.request.run.request.root, step.uses.path);
    const { pre } = action;
    if (pre === undefined) return [];
    const body: Stage['body'] = (context) => runAction(context, pre, register(state, step, action));
    return [{ stage: 'pre', step, name: () => `Pre ${nameOf(state, step)}`, condition: action.preCondition, body }];
  });
}

/** A step itself. */
export function mainStage(state: JobState, step: Step): Stage {
  const base = { stage: 'main', step, name: () => nameOf(state, step), condition: step.condition } as const;
  if (step.kind === 'run') return { ...base, body: (context) => runScript(context, step) };
  const { uses } = step;
  if (uses.kind === 'builtin') return { ...base, body: (context) => runBuiltinStep(context, step, uses.name) };
  return {
    ...base,
    body: (context) => {
      const action = findAction(state, step);
      return runAction(context, action.main, register(state, step, action));
    },
  };
}

/** Posts of all actions that started, the last one first. */
export function postStages(state: JobState): Stage[] {
  return state.registered.toReversed().flatMap((registered): Stage[] => {
    const { step, action } = registered;
    const { post } = action;
    if (post === undefined) return [];
    const body: Stage['body'] = (context) => runAction(context, post, registered);
    return [{ stage: 'post', step, name: () => `Post ${nameOf(state, step)}`, condition: action.postCondition, body }];
  });
}

function findAction(state: JobState, step: ActionStep): Action {
  const { uses } = step;
  if (uses.kind === 'builtin') throw new Error(`${uses.text} is built in`);
  if (uses.kind === 'repository') return loadAction(state.request.run.request.root, uses.path);
  try {
    return loadAction(state.folders.workspace, uses.path);
  } catch (error) {
    throw new Error(
      `${(error as Error).message}. Did you forget to run actions/checkout before running your local action?`,
    );
  }
}

function register(state: JobState, step: ActionStep, action: Action): Registered {
  const known = state.registered.find((item) => item.step === step);
  if (known !== undefined) return known;
  const registered = { step, action, state: {} };
  state.registered.push(registered);
  return registered;
}

/** The name as written, or what GitHub makes of the step. */
function nameOf(state: JobState, step: Step): string {
  const contexts = { ...state.contexts, env: state.env, steps: state.steps };
  try {
    const written = text(step.name, { contexts });
    if (written !== '') return written;
    if (step.kind === 'action') return `Run ${step.uses.text}`;
    const first = text(step.run, { contexts }).trim().split('\n')[0] ?? '';
    return `Run ${first}`;
  } catch {
    return step.id || 'step';
  }
}
