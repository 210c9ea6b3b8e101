/** GitHub's own parser of workflows and actions, made to load in plain Node. */
import { registerHooks } from 'node:module';
import type { TraceWriter } from '@actions/workflow-parser';

const trace: TraceWriter = { error: () => undefined, info: () => undefined, verbose: () => undefined };

/** What GitHub would refuse in a file, with line and column. */
export async function syntaxErrors(kind: 'workflow' | 'action', name: string, content: string): Promise<string[]> {
  const { parseWorkflow, parseAction, convertWorkflowTemplate } = await parser();
  const file = { name, content };
  const { context, value } = kind === 'workflow' ? parseWorkflow(file, trace) : parseAction(file, trace);
  if (kind === 'workflow' && value !== undefined) await convertWorkflowTemplate(context, value);
  return [...new Set(context.errors.getErrors().map(({ message }) => message))];
}

let hooked = false;

async function parser() {
  if (!hooked) allowJsonImports();
  hooked = true;
  const [workflow, action] = await Promise.all([
    import('@actions/workflow-parser'),
    import('@actions/workflow-parser/actions/index'),
  ]);
  return { ...workflow, parseAction: action.parseAction };
}

/** Its JSON imports carry no attribute, which Node demands. */
function allowJsonImports(): void {
  registerHooks({
    load: (url, context, next) => {
      if (!/@actions\/workflow-parser\/.*\.json$/.test(url)) return next(url, context);
      return next(url, { ...context, importAttributes: { ...context.importAttributes, type: 'json' } });
    },
  });
}
