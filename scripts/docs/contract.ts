/** The typed names and defaults of an action, for its own code. */
import { spawnSync } from 'node:child_process';
import type { Action, Field } from './action.ts';

const header =
  '/** Generated from action.yml by `npm run docs` (scripts/docs.ts): change action.yml, never this file. */';

/** The content of `actions/<name>/contract.ts`, before it is formatted. */
export function contractSource({ name, inputs, outputs }: Action): string {
  const defaults = inputs.map((input) => `${quote(input.name)}: ${quote(input.fallback)},`);
  return `${header}

/** The action's name, as its folder and its users spell it. */
export const action = ${quote(name)};

/** The inputs that action.yml declares. */
export type Input = ${union(inputs)};

/** The outputs that action.yml declares. */
export type Output = ${union(outputs)};

/** What an absent or empty input means; \`''\` where action.yml gives no default. */
export const defaults: Readonly<Record<Input, string>> = {
${defaults.join('\n')}
};
`;
}

/** `source` as Biome would write it at `path`, so that the linter has nothing to say about generated code. */
export function formatted(root: string, path: string, source: string): string {
  const biome = `${root}/node_modules/@biomejs/biome/bin/biome`;
  const options = { cwd: root, input: source, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, 'format', `--stdin-file-path=${path}`],
    options,
  );
  if (status !== 0) throw new Error(`biome could not format ${path}: ${stderr}`);
  return stdout;
}

function union(fields: readonly Field[]): string {
  return fields.map(({ name }) => quote(name)).join(' | ') || 'never';
}

function quote(value: string): string {
  return `'${value.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;
}
