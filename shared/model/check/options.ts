/** Options of a model, as an input gives them. */
import { InputError } from '../../action/errors.ts';
import { nearest } from '../../plan/nearest.ts';
import { expected, kinds, type OptionValue, retired, typed } from './option-kinds.ts';

/** By name, in the order of the names. */
export type Options = Readonly<Record<string, OptionValue>>;

/**
 * Reads `name=value` or `name: value`, one a line, or one JSON object.
 * @throws InputError for an unknown name, a wrong value, one name with two values, or options that exclude each other
 */
export function readOptions(text: string): Options {
  const pairs = text.trim().startsWith('{') ? jsonPairs(text) : linePairs(text);
  const found = new Map<string, OptionValue>();
  for (const [name, given] of pairs) {
    const value = optionValue(name, given);
    const before = found.get(name);
    if (name === 'stop' && Array.isArray(before)) found.set(name, [...before, ...[value].flat().map(String)]);
    else if (before !== undefined && before !== value) {
      throw new InputError(
        `input options has ${name} twice: ${String(before)} and ${String(value)}; expected one of them`,
      );
    } else found.set(name, value);
  }
  const options = Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  refuseContradictions(options);
  return options;
}

/** The same text for the same options, however they were written. */
export function canonical(options: Options): string {
  return JSON.stringify(Object.entries(options).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function jsonPairs(text: string): readonly (readonly [string, unknown])[] {
  try {
    return Object.entries(JSON.parse(text) as Readonly<Record<string, unknown>>);
  } catch {
    throw new InputError(
      'input options is not valid JSON; expected an object such as {"num_ctx": 16384}, or a name=value a line',
    );
  }
}

function linePairs(text: string): readonly (readonly [string, unknown])[] {
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  return lines
    .filter(({ line }) => line !== '' && !line.startsWith('#'))
    .map(({ line, number }) => {
      const [, name, value] = /^([A-Za-z_]\w*)\s*[=:]\s*(\S.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) return [name, listed(name, value)] as const;
      throw new InputError(
        `input options, line ${number}: ${JSON.stringify(line)}; expected name=value, such as num_ctx=16384`,
      );
    });
}

/** Several values in one line are a JSON array. */
function listed(name: string, value: string): unknown {
  if (name !== 'stop' || !value.startsWith('[')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function optionValue(name: string, given: unknown): OptionValue {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  if (kind === undefined) throw unknownOption(name);
  const value = typed(kind, given);
  if (value !== undefined) return value;
  throw new InputError(`input options: ${name} is ${JSON.stringify(given)}; expected ${expected(kind)}`);
}

function unknownOption(name: string): InputError {
  if (retired.has(name)) {
    return new InputError(`input options has ${name}, which Ollama takes no more and silently drops; leave it out`);
  }
  const known = Object.keys(kinds);
  return new InputError(
    `input options has ${JSON.stringify(name)}, which is no option of a model; did you mean ${nearest(name, known)}? Known are ${known.join(', ')}`,
  );
}

function refuseContradictions(options: Options): void {
  const context = options['num_ctx'];
  if (typeof context !== 'number') return;
  for (const name of ['num_keep', 'num_predict']) {
    const value = options[name];
    if (typeof value !== 'number' || value <= context) continue;
    throw new InputError(
      `input options: ${name} ${value} does not fit into num_ctx ${context}; raise num_ctx or lower ${name}`,
    );
  }
}
