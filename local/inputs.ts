/** Matches what is given with the inputs that a workflow declares. Pure. */
import { InputError } from '../shared/action/errors.ts';
import { nearest } from '../shared/plan/nearest.ts';
import type { InputDeclaration } from './runner/workflow.ts';

type Value = string | number | boolean;

/** The `inputs` context; an InputError names every input that is unknown, missing or of the wrong kind. */
export function resolveInputs(
  declared: readonly InputDeclaration[],
  given: Readonly<Record<string, string>>,
): Record<string, Value> {
  const names = declared.map(({ name }) => name);
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  const problems = unknown.map((name) => {
    const near = nearest(name, names);
    return `the workflow has no input ${name}${near === undefined ? '' : ` (did you mean ${near}?)`}`;
  });
  const values = declared.flatMap((input): [string, Value][] => {
    const text = given[input.name] ?? input.fallback;
    if (text === undefined && input.required) problems.push(`the input ${input.name} is required`);
    const value = readValue(input, text);
    if (typeof value === 'object') problems.push(value.problem);
    return typeof value === 'object' ? [] : [[input.name, value]];
  });
  if (problems.length > 0) throw new InputError(problems.join('\n'));
  return Object.fromEntries(values);
}

function readValue({ name, type, options }: InputDeclaration, text: string | undefined): Value | { problem: string } {
  if (type === 'boolean') {
    const known = ['true', 'false', undefined];
    return known.includes(text) ? text === 'true' : { problem: `the input ${name} must be true or false, not ${text}` };
  }
  if (type === 'number') {
    const number = Number(text ?? '0');
    return Number.isNaN(number) ? { problem: `the input ${name} must be a number, not ${text}` } : number;
  }
  if (type === 'choice' && text !== undefined && !options.includes(text)) {
    return { problem: `the input ${name} must be one of ${options.join(', ')}, not ${text}` };
  }
  return text ?? (type === 'choice' ? (options[0] ?? '') : '');
}
