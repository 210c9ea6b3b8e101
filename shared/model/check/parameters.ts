/** The parameters of a model as `/api/show` lists them: a name, spaces and a value a line; several lines where there are several values. */
import type { OptionValue } from './option-kinds.ts';
import type { Options } from './options.ts';

/** Names of the options that the model does not have, or has otherwise. */
export function differing(parameters: string, options: Options): readonly string[] {
  const found = new Map<string, string[]>();
  for (const line of parameters.split('\n')) {
    const [, name, value] = /^(\S+)\s+(.*?)\s*$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) found.set(name, [...(found.get(name) ?? []), value]);
  }
  return Object.entries(options).flatMap(([name, value]) => (isSame(found.get(name) ?? [], value) ? [] : [name]));
}

function isSame(found: readonly string[], value: OptionValue): boolean {
  if (typeof value === 'number') return found.length === 1 && Number(found[0]) === value;
  if (typeof value === 'boolean') return found.length === 1 && found[0] === String(value);
  return found.length === value.length && value.every((text, index) => unquoted(found[index] ?? '') === text);
}

function unquoted(text: string): string {
  if (!/^".*"$/.test(text)) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}

/** The file of a model's weights, which its modelfile names; undefined where it does not. */
export function weightsOf(modelfile: string): string | undefined {
  return /^FROM .*\b(sha256-[0-9a-f]{64})\s*$/m.exec(modelfile)?.[1];
}
