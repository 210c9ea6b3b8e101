/** What was accepted: our own file, and those that tools have for it. */
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { load, YAMLException } from 'js-yaml';
import { InputError } from '../../shared/action/errors.ts';
import type { IgnoreRule } from '../../shared/findings/suppress.ts';
import {
  readGitleaksIgnore,
  readHadolintIgnored,
  readSecretlintIgnore,
  readTrivyIgnore,
} from '../../shared/findings/suppressions/files.ts';
import { readOwnIgnore } from '../../shared/findings/suppressions/own.ts';
import type { QualityInputs } from './inputs.ts';
import type { Site } from './site.ts';

type ReadFile = (text: string, file: string) => readonly IgnoreRule[];

const files: readonly (readonly [name: string, read: ReadFile])[] = [
  ['.trivyignore', readTrivyIgnore],
  ['.gitleaksignore', readGitleaksIgnore],
  ['.secretlintignore', readSecretlintIgnore],
  ['.hadolint.yaml', (text, file) => readHadolintIgnored(yaml(text, file), file)],
  ['.hadolint.yml', (text, file) => readHadolintIgnored(yaml(text, file), file)],
];

/** @throws InputError for a file that cannot be read, which would else accept nothing, or all */
export function acceptedIn({ workspace }: Site, own: QualityInputs['suppressions']): readonly IgnoreRule[] {
  const tools = files.flatMap(([name, read]) => {
    const path = join(workspace, name);
    return existsSync(path) ? read(readFileSync(path, 'utf8'), name) : [];
  });
  return [...ownRules(workspace, own), ...tools];
}

function ownRules(workspace: string, { path: name, asked }: QualityInputs['suppressions']): readonly IgnoreRule[] {
  const path = isAbsolute(name) ? name : join(workspace, name);
  if (existsSync(path)) return readOwnIgnore(yaml(readFileSync(path, 'utf8'), name), name);
  if (!asked) return [];
  throw new InputError(`input suppressions is ${JSON.stringify(name)}: there is no such file in ${workspace}`);
}

function yaml(text: string, file: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const [line, column] = [(mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1];
    throw new InputError(`${file}: ${reason}`, [{ message: `${file}: ${reason}`, file, line, column }]);
  }
}
