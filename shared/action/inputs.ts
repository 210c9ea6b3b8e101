/** Inputs read once, each with its default from `action.yml` and one clear error. */

import { labelPattern } from '../plan/label.ts';
import { duration, durationPattern } from '../plan/units.ts';
import { InputError } from './errors.ts';
import type { Host } from './host.ts';

/** Reads the inputs of one action; names and defaults come from its generated contract. */
export class Inputs<Name extends string> {
  private readonly host: Host;
  private readonly defaults: Readonly<Record<Name, string>>;

  constructor(host: Host, defaults: Readonly<Record<Name, string>>) {
    this.host = host;
    this.defaults = defaults;
  }

  /** The text, or the default where it is absent or empty. */
  text(name: Name): string {
    return this.host.input(name) || this.defaults[name];
  }

  /** As `text`; absent stays undefined where there is no default. */
  optional(name: Name): string | undefined {
    return this.text(name) || undefined;
  }

  /** @throws InputError when neither given nor defaulted. */
  required(name: Name, expected: string): string {
    return this.optional(name) ?? fail(name, '', expected);
  }

  /** `true` or `false`, in the spellings of YAML's core schema. */
  flag(name: Name): boolean {
    const text = this.text(name);
    if (/^(true|True|TRUE)$/.test(text)) return true;
    return /^(false|False|FALSE)$/.test(text) ? false : fail(name, text, 'true or false');
  }

  oneOf<const T extends string>(name: Name, known: readonly T[]): T {
    const text = this.text(name);
    return known.find((value) => value === text) ?? fail(name, text, known.join(' or '));
  }

  /** A version's label; undefined when neither given nor defaulted. */
  label(name: Name): string | undefined {
    return this.matching(name, labelPattern, 'the label of a version, such as v2');
  }

  /** Seconds of a duration such as 10m. */
  duration(name: Name): number {
    const text = this.text(name);
    return durationPattern.test(text) ? duration(text) : fail(name, text, 'a duration such as 0s, 30s or 10m');
  }

  matching(name: Name, pattern: RegExp, expected: string): string | undefined {
    const text = this.optional(name);
    return text === undefined || pattern.test(text) ? text : fail(name, text, expected);
  }
}

function fail(name: string, value: string, expected: string): never {
  const given = value === '' ? 'is missing' : `is ${JSON.stringify(value)}`;
  throw new InputError(`input ${name} ${given}; expected ${expected}`);
}
