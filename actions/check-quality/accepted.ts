/** What was accepted: our own file, and those that tools have for it. */
import { lstatSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { YAMLException } from 'js-yaml';
import { InputError } from '../../shared/action/errors.ts';
import type { IgnoreRule } from '../../shared/findings/suppress.ts';
import {
  readGitleaksIgnore,
  readHadolintIgnored,
  readSecretlintIgnore,
  readTrivyIgnore,
} from '../../shared/findings/suppressions/files.ts';
import { readOwnIgnore } from '../../shared/findings/suppressions/own.ts';
import { findPlaces, pathKey } from '../../shared/plan/positions.ts';
import { yamlOf } from '../../shared/tools/yaml.ts';
import type { QualityInputs } from './inputs.ts';

type ReadFile = (text: string, file: string) => readonly IgnoreRule[];

const files: readonly (readonly [name: string, read: ReadFile])[] = [
  ['.trivyignore', readTrivyIgnore],
  ['.gitleaksignore', readGitleaksIgnore],
  ['.secretlintignore', readSecretlintIgnore],
  ['.hadolint.yaml', (text, file) => readHadolintIgnored(yaml(text, file), file)],
  ['.hadolint.yml', (text, file) => readHadolintIgnored(yaml(text, file), file)],
];

/** Bytes; nobody accepts as much by hand. */
const largest = 1_000_000;

/** @throws InputError for a file that cannot be read, which would else accept nothing, or all */
export function acceptedIn(workspace: string, own: QualityInputs['suppressions']): readonly IgnoreRule[] {
  const tools = files.flatMap(([name, read]) => {
    const text = textOf(join(workspace, name), name);
    return text === undefined ? [] : read(text, name);
  });
  return [...ownRules(workspace, own), ...tools];
}

function ownRules(workspace: string, { path: name, asked }: QualityInputs['suppressions']): readonly IgnoreRule[] {
  const text = textOf(isAbsolute(name) ? name : join(workspace, name), name);
  if (text === undefined && !asked) return [];
  if (text !== undefined) {
    const parsed = yaml(text, name);
    const places = findPlaces(text).value;
    return readOwnIgnore(parsed, name, (at) => places.get(pathKey(at)));
  }
  throw new InputError(`input suppressions is ${JSON.stringify(name)}: there is no such file in ${workspace}`);
}

/** Undefined where nothing is there. A link may lead to any file of the machine, of which a fault would be quoted. */
function textOf(path: string, name: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile())
    throw new InputError(`${name} is ${stats.isDirectory() ? 'a folder' : 'a link'}; expected a file`);
  if (stats.size > largest) throw new InputError(`${name} has ${stats.size} bytes; expected at most ${largest}`);
  return readFileSync(path, 'utf8');
}

function yaml(text: string, file: string): unknown {
  try {
    return yamlOf(text);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const [line, column] = [(mark?.line ?? 0) + 1, (mark?.column ?? 0) + 1];
    throw new InputError(`${file}: ${reason}`, [{ message: `${file}: ${reason}`, file, line, column }]);
  }
}
