/** Scenarios: what a run is given and what must come of it, as data in `local/scenarios/`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { InputError } from '../shared/action/errors.ts';
import { nearest } from '../shared/plan/nearest.ts';

const seconds = z
  .string()
  .regex(/^\d+(\.\d+)?s$/, 'expected seconds such as 8s')
  .transform((text) => Number.parseFloat(text));

/** The shape of a scenario file. */
export const scenarioSchema = z.strictObject({
  description: z.string().min(1),
  inputs: z.record(z.string(), z.string()).default({}),
  expect: z.strictObject({
    conclusion: z.enum(['success', 'failure', 'cancelled']),
    verdict: z.enum(['promoted', 'held', 'rolled-back', 'refused', 'inconclusive', 'error']),
    weight: z.number().min(0).max(100),
  }),
  cancel: z
    .strictObject({ job: z.string(), step: z.string(), after: seconds })
    .describe('The runner cancels itself so long after this step started')
    .optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;

/** Names of all scenarios in a folder. */
export function listScenarios(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'));
  return files.map((name) => basename(name, '.yml')).sort();
}

/** Reads a scenario by name; an InputError lists what there is, or what is wrong in the file. */
export function loadScenario(folder: string, name: string): Scenario {
  const known = listScenarios(folder);
  if (!known.includes(name)) {
    const near = nearest(name, known);
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    throw new InputError(`there is no scenario ${name}${hint}; there are: ${known.join(', ') || 'none'}`);
  }
  const file = join(folder, `${name}.yml`);
  return parseScenario(readFileSync(file, 'utf8'), file);
}

/** Reads the text of a scenario file. */
export function parseScenario(text: string, file: string): Scenario {
  const result = scenarioSchema.safeParse(parseYaml(text, file));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    ({ path, message }) => `${file}: ${path.join('.') || 'scenario'}: ${message}`,
  );
  throw new InputError(problems.join('\n'));
}

function parseYaml(text: string, file: string): unknown {
  try {
    return load(text, { filename: file });
  } catch (error) {
    throw new InputError(`${file}: ${(error as Error).message}`);
  }
}
