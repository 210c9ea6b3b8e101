/** The inputs that the built-in actions know; any other stops the run before it starts. */
import type { Problem } from '../../../shared/action/errors.ts';
import { entries, literal, type Place, place, type Token } from '../token.ts';
import type { BuiltinName } from '../workflow.ts';

interface BuiltinInput {
  readonly fallback: string;
  /** The only values that mean the same here; any when absent. */
  readonly only?: readonly string[];
}

const booleans = ['true', 'false'];

/** By action and input: its default, and the values that have a meaning here. */
export const builtinInputs: Readonly<Record<BuiltinName, Readonly<Record<string, BuiltinInput>>>> = {
  checkout: {
    'persist-credentials': { fallback: 'false', only: booleans },
    'show-progress': { fallback: 'false', only: booleans },
    'fetch-depth': { fallback: '1', only: ['1'] },
  },
  'setup-node': {
    'node-version': { fallback: '' },
    'package-manager-cache': { fallback: 'false', only: ['false'] },
  },
  'upload-artifact': {
    name: { fallback: 'artifact' },
    path: { fallback: '' },
    'if-no-files-found': { fallback: 'warn' },
    'retention-days': { fallback: '' },
    'compression-level': { fallback: '' },
    overwrite: { fallback: 'false' },
    'include-hidden-files': { fallback: 'false' },
  },
  'download-artifact': {
    name: { fallback: '' },
    path: { fallback: '' },
    pattern: { fallback: '' },
    'merge-multiple': { fallback: 'false' },
  },
};

/** Checks the `with:` of a built-in action; expressions are checked when they have a value. */
export function readBuiltinInputs(name: BuiltinName, given: Token | undefined, at: Place): { problems: Problem[] } {
  const known = builtinInputs[name];
  const problems = entries(given).flatMap(({ key, keyToken, value }): Problem[] => {
    const message = builtinProblem(name, key, literal(value));
    return message === undefined ? [] : [{ message, ...place(at.file, keyToken) }];
  });
  const needsPath = name === 'upload-artifact' && !entries(given).some(({ key }) => key.toLowerCase() === 'path');
  const missing =
    needsPath && 'path' in known ? [{ message: 'actions/upload-artifact needs the input path', ...at }] : [];
  return { problems: [...problems, ...missing] };
}

/** Why an input of a built-in action cannot be used here; undefined when it can. */
export function builtinProblem(name: BuiltinName, key: string, value: string | undefined): string | undefined {
  const input = builtinInputs[name][key.toLowerCase()];
  if (input === undefined) return `input ${key} of actions/${name} works on GitHub, not here`;
  if (value === undefined || input.only === undefined || input.only.includes(value)) return undefined;
  return `${key}: ${value} of actions/${name} works on GitHub, not here (only ${input.only.join(' or ')})`;
}
