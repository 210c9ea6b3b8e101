/** Looks into parsed JSON of unknown shape: what is not there, or is of another type, is undefined or empty. */
import { ReportError } from './reader.ts';

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of an object; none of anything else. */
export const fields = (value: unknown): Fields => (isFields(value) ? value : {});

/** @throws ReportError where it is no object */
export function need(value: unknown): Fields {
  if (isFields(value)) return value;
  throw new ReportError('an entry of the report is not an object');
}

/** @throws ReportError where the text is missing or empty; `what` says which one, in our words. */
export function needText(value: unknown, what: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new ReportError(`an entry of the report has no ${what}`);
}

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export const list = (value: unknown): readonly unknown[] => (isList(value) ? value : []);

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Every text in a list; a text alone counts as a list of one. */
export function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return list(value).filter((item) => typeof item === 'string');
}

export const number = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** A whole number from `least` on; 1 is where lines and columns start. */
export const whole = (value: unknown, least = 1): number | undefined =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least ? value : undefined;

type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The same without the fields that are undefined. */
export function given<T extends object>(values: T): Given<T> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) if (value !== undefined) kept[key] = value;
  return kept as Given<T>;
}

/** Weakness names such as `CWE-79: Cross-site Scripting` or `external/cwe/cwe-079`, as `CWE-79`. */
export function cwes(names: readonly string[]): readonly string[] {
  const found = names.flatMap((name) => /\bcwe[-_/: ]?0*([1-9]\d{0,5})\b/i.exec(name)?.[1] ?? []);
  return [...new Set(found)].map((id) => `CWE-${id}`);
}
