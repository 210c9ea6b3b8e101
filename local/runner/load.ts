/** Reads a workflow file through GitHub's parser; everything wrong or unsupported is one error, before anything runs. */
import { readFileSync } from 'node:fs';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { ensureStatusFunction } from '@actions/workflow-parser/model/converter/if-condition';
import { InputError, type Problem } from '../../shared/action/errors.ts';
import { loadAction } from './action.ts';
import { readBuiltinInputs } from './builtin/inputs.ts';
import { order } from './graph.ts';
import { readNotes } from './notes.ts';
import { findUnsupported } from './support.ts';
import { entries, field, items, literal, place, placed, type Token } from './token.ts';
import { type Defaults, type InputDeclaration, type Job, readUses, type Step, type Workflow } from './workflow.ts';

export interface LoadRequest {
  /** Path to read. */
  readonly file: string;
  /** How messages call it; the path unless given. */
  readonly label?: string;
  /** The repository that `$/` and the pre-flight check of `./` look into. */
  readonly root: string;
}

/** The workflow, ready to run; throws an InputError with every problem and its place. */
export async function loadWorkflow(request: LoadRequest): Promise<Workflow> {
  const label = request.label ?? request.file;
  const content = read(request.file, label);
  const root = await parse(content, label);
  const problems = [...findUnsupported(root, label), ...checkActions(root, label, request.root)];
  if (problems.length > 0) refuse(problems);
  return build(root, label);
}

function read(file: string, label: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`workflow file ${label} cannot be read: ${(error as Error).message}`);
  }
}

function refuse(problems: readonly Problem[]): never {
  throw new InputError(problems.map(placed).join('\n'), problems);
}

async function parse(content: string, label: string): Promise<Token> {
  const { context, value } = parseWorkflow({ name: label, content }, new NoOperationTraceWriter());
  if (value !== undefined && context.errors.count === 0) await convertWorkflowTemplate(context, value);
  const problems = context.errors.getErrors().map(({ rawMessage, range }) => ({
    message: rawMessage,
    file: label,
    line: range?.start.line ?? 1,
    column: range?.start.column ?? 1,
  }));
  if (problems.length > 0 || value === undefined) refuse(problems);
  return value;
}

/** Actions of this repository must exist and be executable here, and built-in ones must know their inputs. */
function checkActions(root: Token, label: string, folder: string): Problem[] {
  return stepsOf(root).flatMap((step) => {
    const token = field(step, 'uses');
    const uses = readUses(literal(token) ?? '');
    if (token === undefined || uses === undefined) return [];
    if (uses.kind === 'builtin') return readBuiltinInputs(uses.name, field(step, 'with'), place(label, token)).problems;
    try {
      loadAction(folder, uses.path);
      return [];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return [{ message: `${uses.text}: ${error.message}`, ...place(label, token) }];
    }
  });
}

function stepsOf(root: Token): Token[] {
  return entries(field(root, 'jobs')).flatMap(({ value }) => items(field(value, 'steps')));
}

function build(root: Token, file: string): Workflow {
  const dispatch = field(field(root, 'on'), 'workflow_dispatch');
  const jobs = entries(field(root, 'jobs')).map(({ key, value }) => buildJob(key, value, file));
  return {
    name: literal(field(root, 'name')) ?? file,
    file,
    events: eventsOf(field(root, 'on')),
    inputs: entries(field(dispatch, 'inputs')).map(({ key, value }) => buildInput(key, value)),
    env: field(root, 'env'),
    defaults: buildDefaults(root),
    jobs: order(jobs),
    notes: readNotes(root, file),
  };
}

function eventsOf(on: Token | undefined): string[] {
  const keys = entries(on).map(({ key }) => key);
  return keys.length > 0 ? keys : items(on).flatMap((item) => literal(item) ?? []);
}

function buildInput(name: string, token: Token): InputDeclaration {
  return {
    name,
    type: literal(field(token, 'type')) ?? 'string',
    required: literal(field(token, 'required')) === 'true',
    fallback: literal(field(token, 'default')),
    options: items(field(token, 'options')).flatMap((item) => literal(item) ?? []),
  };
}

function buildDefaults(token: Token): Defaults {
  const run = field(field(token, 'defaults'), 'run');
  return { shell: literal(field(run, 'shell')), workingDirectory: field(run, 'working-directory') };
}

function buildJob(id: string, token: Token, file: string): Job {
  return {
    id,
    name: field(token, 'name'),
    needs: items(field(token, 'needs')).flatMap((item) => literal(item) ?? []),
    condition: conditionOf(field(token, 'if')),
    env: field(token, 'env'),
    outputs: field(token, 'outputs'),
    defaults: buildDefaults(token),
    timeout: field(token, 'timeout-minutes'),
    continueOnError: field(token, 'continue-on-error'),
    steps: items(field(token, 'steps')).map((step) => buildStep(step, file)),
  };
}

function buildStep(token: Token, file: string): Step {
  const base = {
    id: literal(field(token, 'id')) ?? '',
    name: field(token, 'name'),
    condition: conditionOf(field(token, 'if')),
    env: field(token, 'env'),
    timeout: field(token, 'timeout-minutes'),
    continueOnError: field(token, 'continue-on-error'),
    place: place(file, token),
  };
  const run = field(token, 'run');
  if (run !== undefined) {
    const workingDirectory = field(token, 'working-directory');
    return { ...base, kind: 'run', run, shell: literal(field(token, 'shell')), workingDirectory };
  }
  const uses = readUses(literal(field(token, 'uses')) ?? '');
  if (uses === undefined) throw new Error(`step at line ${base.place.line} passed the checks but has nothing to run`);
  return { ...base, kind: 'action', uses, with: field(token, 'with') };
}

/** GitHub wraps every condition that asks for no status itself in `success()`. */
function conditionOf(token: Token | undefined): string {
  if (token === undefined) return 'success()';
  const written = 'expression' in token ? String(token.expression) : (literal(token) ?? '');
  return written.trim() === '' ? 'success()' : ensureStatusFunction(written.trim(), token.definitionInfo);
}
