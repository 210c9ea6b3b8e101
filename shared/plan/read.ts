/** Text of a plan to a plan, or one error with every problem at once. */
import { load, YAMLException } from 'js-yaml';
import { safeParse } from 'valibot';
import { InputError } from '../action/errors.ts';
import { type Plan, resolvePlan } from './plan.ts';
import { findPlaces } from './positions.ts';
import { problemAt, problemsOf } from './problems.ts';
import { breaches } from './rules.ts';
import { planSchema } from './schema.ts';

/**
 * Reads a plan. `file` names it in errors.
 * @throws InputError with the file, line and column of each problem.
 */
export function readPlan(text: string, file: string): Plan {
  const root = parse(text, file);
  const result = safeParse(planSchema, root);
  const places = findPlaces(text);
  const problems = [
    ...problemsOf(result.issues ?? [], root, places, file),
    ...breaches(root).map(({ path, message }) => problemAt(places, file, path, message)),
  ].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  if (result.success && problems.length === 0) return resolvePlan(result.output);
  throw new InputError(`${file} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}`, problems);
}

function parse(text: string, file: string): unknown {
  try {
    if (text.trim() !== '') return load(text, { filename: file });
  } catch (error) {
    const mark = error instanceof YAMLException ? error.mark : undefined;
    const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : {};
    // The parser's own limits throw other errors too, and each is about what was written.
    const reason =
      error instanceof YAMLException ? error.reason : error instanceof Error ? error.message : String(error);
    throw new InputError(`${file} is not valid YAML`, [{ message: `not valid YAML: ${reason}`, file, ...place }]);
  }
  throw new InputError(`${file} is empty`, [
    { message: 'the plan is empty; expected at least service and target', file, line: 1, column: 1 },
  ]);
}
