/** Turns what the schema found into one line a problem, at its place in the file. */
import type { BaseIssue } from 'valibot';
import type { Problem } from '../action/errors.ts';
import { nearest } from './nearest.ts';
import { type Places, pathKey } from './positions.ts';
import { expectedAt, type Stranger, strangers } from './shape.ts';

type Issue = BaseIssue<unknown>;
type Path = readonly (string | number)[];

/** `canary.steps[1].weight` */
function nameOf(path: Path): string {
  if (path.length === 0) return 'the plan';
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}${text === '' ? '' : '.'}${part}`),
    '',
  );
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    root,
  );
}

/** Values below these may be secrets, and a plan's problems are printed. */
const discreet = new Set(['env', 'headers']);

function shown(value: unknown, path: Path): string {
  if (path.some((part) => discreet.has(String(part)))) return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  const text = (JSON.stringify(value) ?? 'nothing').replace(/\/\/[^/@\s]*@/, '//***@');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A problem at `path`; at the key itself where `at` says so, and at the nearest parent where the value is missing. */
export function problemAt(
  places: Places,
  file: string,
  path: Path,
  message: string,
  at: 'key' | 'value' = 'value',
): Problem {
  for (let length = path.length; length >= 0; length--) {
    const id = pathKey(path.slice(0, length));
    const key = length === path.length && at === 'key';
    const place = key ? places.key.get(id) : (places.value.get(id) ?? places.key.get(id));
    if (place) return { message, file, ...place };
  }
  return { message, file };
}

function pathOf(issue: Issue): Path {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** A choice reports every branch: a mapping was meant to be one, so what is wrong inside of it counts. Unknown keys (`never`) are `strangers`. */
function meant(issue: Issue, root: unknown, above: Path): { readonly path: Path; readonly message: string }[] {
  if (issue.expected === 'never') return [];
  const path = [...above, ...pathOf(issue)];
  const inner = issue.type === 'union' ? (issue.issues ?? []) : [];
  const value = valueAt(root, path);
  const mapping = typeof value === 'object' && value !== null;
  const inside = inner.filter((each) => (each.path !== undefined) === mapping).slice(0, mapping ? undefined : 1);
  return inside.length > 0
    ? inside.flatMap((each) => meant(each, root, path))
    : [{ path, message: value === undefined ? expectedAt(path) : issue.message }];
}

function strangerProblem(places: Places, file: string, root: unknown, { path, known }: Stranger): Problem {
  if (known === 'mapping') {
    const message = `${nameOf(path)}: ${shown(valueAt(root, path), path)} is not valid; expected a mapping of keys to values`;
    return problemAt(places, file, path, message);
  }
  const hint = nearest(String(path.at(-1)), known);
  const help = hint === undefined ? '' : `; did you mean ${hint}? Known here: ${known.join(', ')}`;
  return problemAt(places, file, path, `${nameOf(path)}: unknown key${help}`, 'key');
}

/** Every issue of the schema, and everything that it passed over; what a misplaced list lacks is not told apart. */
export function problemsOf(issues: readonly Issue[], root: unknown, places: Places, file: string): Problem[] {
  const strange = strangers(root);
  const lists = strange.filter(({ known }) => known === 'mapping').map(({ path }) => pathKey(path).slice(0, -1));
  const wrong = issues
    .flatMap((issue) => meant(issue, root, []))
    .filter(({ path }) => !lists.some((list) => pathKey(path).startsWith(list)))
    .map(({ path, message }) => {
      const value = valueAt(root, path);
      const what = value === undefined ? 'is missing' : `${shown(value, path)} is not valid`;
      return problemAt(places, file, path, `${nameOf(path)}: ${what}; ${message}`);
    });
  return [...wrong, ...strange.map((stranger) => strangerProblem(places, file, root, stranger))];
}
