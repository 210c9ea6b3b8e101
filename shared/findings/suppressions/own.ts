/**
 * Our own file, `.jarvis-ignore.yml`, which holds for every tool:
 *
 *     ignore:
 *       - rule: CVE-2024-0001          # or fingerprint:
 *         paths: [services/a/**]
 *         reason: not reachable, see the threat model
 *         owner: team-a
 *         expires: 2027-01-31
 */
import { InputError, type Problem } from '../../action/errors.ts';
import type { IgnoreRule } from '../suppress.ts';
import { isDay } from './dates.ts';
import { globMatcher, isCostly } from './globs.ts';

const keys = ['rule', 'fingerprint', 'paths', 'reason', 'owner', 'expires'];

/** Where an entry, or a key of it, stands in the text; both from 1. */
export type PlaceOf = (
  path: readonly (string | number)[],
) => { readonly line: number; readonly column: number } | undefined;

const nowhere: PlaceOf = () => undefined;

/** @throws InputError with one problem an entry and key, each with its place, and the entry's number from 1 */
export function readOwnIgnore(parsed: unknown, file: string, placeOf = nowhere): IgnoreRule[] {
  if (parsed === undefined || parsed === null) return [];
  const entries = isRecord(parsed) ? parsed['ignore'] : parsed;
  if (isRecord(parsed)) {
    const stranger = Object.keys(parsed).find((key) => key !== 'ignore');
    if (stranger !== undefined)
      throw new InputError(`${file}: ${stranger} is not known here; entries stand under ignore`);
  }
  if (entries === undefined || entries === null) return [];
  if (!Array.isArray(entries)) throw new InputError(`${file}: ignore must be a list of entries`);
  const problems: Problem[] = [];
  const rules = entries.map((entry: unknown, index) => {
    const path = isRecord(parsed) ? ['ignore', index] : [index];
    const say: Say = (message, key) => {
      const place = (key === undefined ? undefined : placeOf([...path, key])) ?? placeOf(path);
      problems.push({ message: `entry ${index + 1}: ${message}`, file, ...place });
    };
    const line = placeOf(path)?.line;
    const origin = line === undefined ? `${file} (entry ${index + 1})` : `${file}:${line}`;
    return readEntry(isRecord(entry) ? entry : {}, origin, say);
  });
  if (problems.length === 0) return rules;
  throw new InputError(`${file}: ${problems.map(({ message }) => message).join('; ')}`, problems);
}

type Say = (message: string, key?: string) => void;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readEntry(entry: Readonly<Record<string, unknown>>, origin: string, say: Say): IgnoreRule {
  for (const key of Object.keys(entry)) {
    if (!keys.includes(key)) say(`${key} is not known; there are ${keys.join(', ')}`, key);
  }
  const text = (key: string) => textOf(entry[key], key, say);
  const [rule, fingerprint, owner, reason] = [text('rule'), text('fingerprint'), text('owner'), text('reason')];
  if (rule === undefined && fingerprint === undefined) say('rule or fingerprint is missing');
  if (reason === undefined) say('reason is missing: say why this may stay');
  const expires = dayOf(entry['expires'], say);
  const matchers = pathsOf(entry['paths'], say)?.map(globMatcher);
  return {
    ...(rule === undefined ? {} : { names: [rule] }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(matchers === undefined ? {} : { path: (path: string) => matchers.some((matches) => matches(path)) }),
    suppression: {
      kind: 'external',
      status: 'accepted',
      origin,
      justification: reason ?? '',
      ...(owner === undefined ? {} : { owner }),
      ...(expires === undefined ? {} : { expires }),
    },
  };
}

/** Undefined where it is left out or wrong; blank counts as left out. */
function textOf(value: unknown, key: string, say: Say): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  say(`${key} must be text`, key);
  return undefined;
}

/** YAML may read a day as a date. */
function dayOf(value: unknown, say: Say): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text =
    isRecord(value) && typeof value['toISOString'] === 'function' ? JSON.stringify(value).slice(1, 11) : value;
  if (typeof text === 'string' && isDay(text.trim())) return text.trim();
  say('expires must be a day, such as 2027-01-31', 'expires');
  return undefined;
}

function pathsOf(value: unknown, say: Say): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  const paths: unknown[] = Array.isArray(value) ? value : [value];
  const texts = paths
    .filter((path) => typeof path === 'string')
    .filter((path) => path.trim() !== '' && path.length <= 500);
  if (texts.length < paths.length || texts.length === 0)
    say('paths must be a list of patterns, such as src/**', 'paths');
  if (texts.some(isCostly)) say('paths has a pattern with more than three stars in a name, or four ** in all', 'paths');
  return texts;
}
