/** Turns what the schema found into one line a problem, at its place in the file. */
import type * as z from 'zod/mini';
import type { Problem } from '../action/errors.ts';
import { nearest } from './nearest.ts';
import { type Places, pathKey } from './positions.ts';
import { knownKeys } from './schema.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `canary.steps[1].weight` */
export function dotted(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${String(part)}`),
    '',
  );
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    root,
  );
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A problem at `path`; a key's own place where `at` says so, and the nearest parent's where the value is missing. */
export function problemAt(
  places: Places,
  file: string,
  path: Path,
  message: string,
  at: 'key' | 'value' = 'value',
): Problem {
  for (let length = path.length; length >= 0; length--) {
    const id = pathKey(path.slice(0, length));
    const place =
      length === path.length && at === 'key' ? places.key.get(id) : (places.value.get(id) ?? places.key.get(id));
    if (place) return { message, file, ...place };
  }
  return { message, file };
}

/** A union reports every branch; the one meant is the mapping's when a mapping was written, else the text's. */
function meant(issue: Issue, root: unknown): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const value = valueAt(root, issue.path);
  const branch = (typeof value === 'object' && value !== null ? issue.errors.at(-1) : issue.errors[0]) ?? [];
  return branch.flatMap((inner) => meant({ ...inner, path: [...issue.path, ...inner.path] }, root));
}

function toProblems(issue: Issue, root: unknown, places: Places, file: string): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      const path = [...issue.path, key];
      const hint = nearest(key, known);
      const help = hint === undefined ? '' : `; did you mean ${hint}? Known here: ${known.join(', ')}`;
      return problemAt(places, file, path, `${dotted(path)}: unknown key${help}`, 'key');
    });
  }
  const value = valueAt(root, issue.path);
  const name = issue.path.length === 0 ? 'the plan' : dotted(issue.path);
  const inner = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const expected = inner.startsWith('Invalid input') ? 'expected a mapping of keys to values' : inner;
  const message =
    value === undefined ? `${name}: is missing; ${expected}` : `${name}: ${shown(value)} is not valid; ${expected}`;
  return [problemAt(places, file, issue.path, message)];
}

/** Every issue as a problem, branch by branch. */
export function problemsOf(issues: readonly Issue[], root: unknown, places: Places, file: string): Problem[] {
  return issues.flatMap((issue) => meant(issue, root)).flatMap((issue) => toProblems(issue, root, places, file));
}
