/** An action's contract as `action.yml` states it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/** One input or output. */
export interface Field {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** `''` where there is none: the runner passes the same for both. */
  readonly fallback: string;
}

/** What users and the code may rely on. */
export interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly Field[];
  readonly outputs: readonly Field[];
}

/** Every action of the tree at `root`, by name. */
export function readActions(root: string): Action[] {
  const folders = readdirSync(join(root, 'actions'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map(({ name }) => name)
    .sort()
    .map((name) => parseAction(name, readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8')));
}

/** Reads an `action.yml`; scalars keep their spelling, because the runner hands every default over as text. */
export function parseAction(name: string, yaml: string): Action {
  const root = mapping(load(yaml, { schema: FAILSAFE_SCHEMA }));
  return {
    name,
    description: text(root['description']),
    inputs: fields(root['inputs']),
    outputs: fields(root['outputs']),
  };
}

/** What a reader would miss: descriptions that are not there, a name that is not the folder's. */
export function gaps(action: Action): string[] {
  const file = `actions/${action.name}/action.yml`;
  const blank = (kind: string, list: readonly Field[]) =>
    list
      .filter(({ description }) => description === '')
      .map((field) => `${file}: ${kind} ${field.name} has no description`);
  return [
    ...(action.description === '' ? [`${file}: the action has no description`] : []),
    ...blank('input', action.inputs),
    ...blank('output', action.outputs),
  ];
}

function fields(value: unknown): Field[] {
  return Object.entries(mapping(value)).map(([name, given]) => {
    const { description, required, default: fallback } = mapping(given);
    return { name, description: text(description), required: /^true$/i.test(text(required)), fallback: text(fallback) };
  });
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
