/** A step whose action is built in: no process, the same conditions and outputs. */
import { runBuiltin } from './builtin/builtin.ts';
import { texts } from './expression.ts';
import type { StageContext, StageEnd } from './stage-context.ts';
import type { ActionStep, BuiltinName } from './workflow.ts';

/** Runs the built-in action; what it throws is the step's failure. */
export async function runBuiltinStep(context: StageContext, step: ActionStep, name: BuiltinName): Promise<StageEnd> {
  const { job, scope, log } = context;
  const { run } = job.request;
  const outputs = await runBuiltin(name, texts(step.with, scope), {
    workspace: job.folders.workspace,
    artifacts: run.artifacts,
    files: run.files,
    root: run.request.root,
    print: log.line,
    annotate: log.annotate,
  });
  return { ok: true, stopped: false, outputs };
}
