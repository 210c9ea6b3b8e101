/** Reads an action's `action.yml` through GitHub's parser and schema. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NoOperationTraceWriter } from '@actions/workflow-parser';
import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import { InputError } from '../../shared/action/errors.ts';
import { placed, type Token } from './token.ts';

/** A JavaScript action, ready to run. */
export interface Action {
  readonly folder: string;
  readonly main: string;
  readonly pre: string | undefined;
  readonly preCondition: string;
  readonly post: string | undefined;
  readonly postCondition: string;
  readonly inputs: readonly ActionInput[];
}

export interface ActionInput {
  readonly name: string;
  readonly fallback: Token | undefined;
  readonly deprecation: string | undefined;
}

/** Loads the action at `path` of a folder; an InputError says why it cannot run here. */
export function loadAction(root: string, path: string): Action {
  const folder = join(root, path);
  const file = ['action.yml', 'action.yaml'].map((name) => join(folder, name)).find((name) => existsSync(name));
  if (file === undefined) throw new InputError(`there is no action.yml in ${path}`);
  const label = join(path, file.slice(folder.length + 1));
  const { context, value } = parseAction(
    { name: label, content: readFileSync(file, 'utf8') },
    new NoOperationTraceWriter(),
  );
  const template = value === undefined ? undefined : convertActionTemplate(context, value);
  const problems = context.errors.getErrors().map(({ rawMessage, range }) => ({
    message: rawMessage,
    file: label,
    line: range?.start.line ?? 1,
    column: range?.start.column ?? 1,
  }));
  if (problems.length > 0 || template === undefined) throw new InputError(problems.map(placed).join('\n'), problems);
  const { runs, inputs } = template;
  if (runs.using !== 'node24')
    throw new InputError(`${label} uses ${runs.using}: works on GitHub, not here (only node24 does)`);
  const written = [runs.preIf, runs.postIf, ...(inputs ?? []).map((input) => input.default?.toString())];
  if (written.some((text) => /\bhashFiles\s*\(/i.test(text ?? ''))) {
    throw new InputError(`${label} calls hashFiles: works on GitHub, not here`);
  }
  return {
    folder,
    main: runs.main,
    pre: runs.pre,
    preCondition: runs.preIf ?? 'always()',
    post: runs.post,
    postCondition: runs.postIf ?? 'always()',
    inputs: (inputs ?? []).map((input) => ({
      name: input.id,
      fallback: input.default,
      deprecation: input.deprecationMessage,
    })),
  };
}
