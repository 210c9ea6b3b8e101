/**
 * A plan as evidence carries it: without its target, perhaps shortened, perhaps by another version of this project. What
 * judges a canary is taken from it key by key; the rest of a plan says nothing about counts.
 */
import * as v from 'valibot';
import { type Plan, resolvePlan } from './plan.ts';
import { problemsOf, valueAt } from './problems.ts';
import { recordedBreaches } from './rules.ts';
import { planSchema } from './schema.ts';

type Path = readonly string[];

const judging: readonly Path[] = [
  ['canary', 'steps'],
  ['canary', 'analysis', 'dwell'],
  ['canary', 'analysis', 'warm-up'],
  ['canary', 'analysis', 'deadline'],
  ['canary', 'analysis', 'no-data'],
  ['canary', 'analysis', 'harm-budget'],
  ['objectives', 'error-rate'],
  ['objectives', 'latency-p95'],
];
const mappings: readonly Path[] = [['canary'], ['canary', 'analysis'], ['objectives']];
const stepKeys = ['weight', 'hold', 'approve'];
const nowhere = { value: new Map(), key: new Map() };

/** The plan, defaults where a key is missing or unusable, and a sentence for each key that is unusable. */
export interface RecordedPlan {
  readonly plan: Plan;
  readonly problems: readonly string[];
}

export function recordedPlan(document: unknown): RecordedPlan {
  const problems = mappings.flatMap((path) => {
    const value = valueAt(document, path);
    return value === undefined || isMapping(value) ? [] : [`${path.join('.')} is no mapping of keys to values`];
  });
  let whole: Mapping = {};
  for (const path of judging) {
    const value = known(path, valueAt(document, path));
    if (value === undefined) continue;
    const wrong = problemsAt(path, value);
    if (wrong.length === 0) whole = withValue(whole, path, value);
    problems.push(...wrong);
  }
  return { plan: resolvePlan(v.parse(planSchema, complete(whole))), problems };
}

type Mapping = Readonly<Record<string, unknown>>;
const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a plan needs beside it, and what no judge looks at. */
const complete = (part: Mapping): Mapping => ({
  service: 'recorded',
  target: { kind: 'local', command: ['none'] },
  ...part,
});

function withValue(to: Mapping, [key = '', ...rest]: Path, value: unknown): Mapping {
  const inner = to[key];
  return { ...to, [key]: rest.length === 0 ? value : withValue(isMapping(inner) ? inner : {}, rest, value) };
}

/** A step may hold keys that this version does not know. */
function known(path: Path, value: unknown): unknown {
  if (path.at(-1) !== 'steps' || !Array.isArray(value)) return value;
  const entries = (step: Mapping) => Object.entries(step).filter(([key]) => stepKeys.includes(key));
  return value.map((step: unknown) => (isMapping(step) ? Object.fromEntries(entries(step)) : step));
}

/** How long a deadline must be is a rule for what is to come, not for what was. */
function problemsAt(path: Path, value: unknown): string[] {
  const root = complete(withValue({}, path, value));
  const issues = v.safeParse(planSchema, root).issues ?? [];
  const rules = recordedBreaches(root).filter((breach) => path.every((part, index) => breach.path[index] === part));
  const ruled = path.at(-1) === 'deadline' ? [] : rules;
  return [...problemsOf(issues, root, nowhere, ''), ...ruled].map(({ message }) => message);
}
