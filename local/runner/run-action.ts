/** A stage of a JavaScript action: its inputs and its saved state as variables, run by this very Node. */
import { join } from 'node:path';
import type { ActionInput } from './action.ts';
import { inputVariables } from './environment.ts';
import { type Scope, text, texts } from './expression.ts';
import type { Registered } from './job-state.ts';
import { runStepProcess } from './run-process.ts';
import type { StageContext, StageEnd } from './stage-context.ts';

/** Runs one script of the action. */
export async function runAction(context: StageContext, script: string, registered: Registered): Promise<StageEnd> {
  const { job, scope, log } = context;
  const { step, action, state } = registered;
  const given = lowerKeys(texts(step.with, scope));
  const isMain = script === action.main;
  if (isMain) warn(context, action.inputs, given);
  const inputs = { ...fallbacks(action.inputs, scope), ...given };
  for (const [name, value] of Object.entries(inputs)) log.detail(`  ${name}: ${value}`);
  const saved = Object.entries(state).map(([name, value]) => [`STATE_${name}`, value] as const);
  return runStepProcess(context, {
    command: process.execPath,
    args: [join(action.folder, script)],
    cwd: job.folders.workspace,
    env: { ...inputVariables(inputs), ...Object.fromEntries(saved) },
    state,
  });
}

function lowerKeys(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
}

function fallbacks(inputs: readonly ActionInput[], scope: Scope): Record<string, string> {
  return Object.fromEntries(inputs.map(({ name, fallback }) => [name.toLowerCase(), text(fallback, scope)]));
}

function warn({ log }: StageContext, inputs: readonly ActionInput[], given: Readonly<Record<string, string>>): void {
  const known = inputs.map(({ name }) => name.toLowerCase());
  const unknown = Object.keys(given).filter((name) => !known.includes(name));
  const quote = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
  if (unknown.length > 0) {
    log.annotate('warning', `Unexpected input(s) ${quote(unknown)}, valid inputs are [${quote(known)}]`);
  }
  for (const { name, deprecation } of inputs) {
    if (deprecation !== undefined && name.toLowerCase() in given) {
      log.annotate('warning', `Input '${name}' has been deprecated with message: ${deprecation}`);
    }
  }
}
