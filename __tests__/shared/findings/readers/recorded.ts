/** Recorded reports with planted secrets in place of those that they were recorded with, fed as the action feeds them. */
import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import type { Reading } from '../../../../shared/findings/model.ts';
import type { Reader } from '../../../../shared/findings/readers/reader.ts';

export const workspace = '/workspace';

/** Characters that no secret scanner of the repository's host takes for a key. */
const filler = (length: number) => 'x7Kq2Rw9'.repeat(Math.ceil(length / 8)).slice(0, length);

const body = Array.from({ length: 25 }, () => filler(64)).join('\n');
const pem = ['-----BEGIN', 'PRIVATE KEY-----']
  .join(' ')
  .concat(`\n${body}\n${filler(24)}\n`, '-----END', ' PRIVATE KEY-----\n');

/** Of the lengths that they had when the reports were recorded. */
export const planted = {
  SECRET: ['ghp', filler(36)].join('_'),
  HALF: ['ghp', filler(16)].join('_'),
  PEM: pem,
  PEM_HEAD: pem.slice(0, 64),
  AWS_ID: ['AK', 'IA', filler(16).toUpperCase()].join(''),
  AWS_KEY: filler(40),
  SLACK: ['xo', 'xb-1-', filler(40)].join(''),
};

/** JSON comes without layout. */
export function fixture(name: string): string {
  const text = readFileSync(new URL(`../../../fixtures/reports/${name}`, import.meta.url), 'utf8');
  const bare = name.endsWith('.json') ? JSON.stringify(JSON.parse(text)) : text;
  return Object.entries(planted).reduce(
    (filled, [kind, secret]) => filled.replaceAll(`@@${kind}@@`, JSON.stringify(secret).slice(1, -1)),
    bare,
  );
}

const xml = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: true });

/** The parsed report: a document, or a list of lines. */
export function parse(reader: Reader, text: string): unknown {
  if (reader.format === 'xml') return xml.parse(text);
  if (reader.format === 'json') return JSON.parse(text);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}

export type Beside = Readonly<Record<string, string>>;

export const read = (reader: Reader, text: string, beside: Beside = {}): Reading =>
  readParsed(reader, parse(reader, text), beside);

export function readParsed(reader: Reader, parsed: unknown, beside: Beside = {}): Reading {
  const fold = reader.begin({ workspace, beside: (name) => beside[name] });
  if (reader.format === 'json-lines') {
    for (const [index, line] of (parsed as unknown[]).entries()) fold.item(line, String(index + 1));
    return fold.end(undefined);
  }
  const document = structuredClone(parsed);
  return fold.end(
    reader.each.reduce((rest, path) => takeOut(rest, path.split('.').slice(1, -1), fold.item, ''), document),
  );
}

/** Gives the members of the list at the path, and leaves an empty list there. */
function takeOut(
  document: unknown,
  [key, ...rest]: readonly string[],
  item: (value: unknown, pointer: string) => void,
  pointer: string,
): unknown {
  if (key === undefined) {
    const members = typeof document === 'object' && document !== null ? Object.entries(document) : [];
    for (const [name, value] of members) item(value, `${pointer}/${name}`);
    return Array.isArray(document) ? [] : document;
  }
  if (typeof document !== 'object' || document === null || !Object.hasOwn(document, key)) return document;
  const inner = takeOut((document as Record<string, unknown>)[key], rest, item, `${pointer}/${key}`);
  return { ...document, [key]: inner };
}

/** Everything of a reading that may be printed. */
export function printable(reading: Reading): string {
  const drafts = reading.drafts.map(({ secret: _, text: __, ...draft }) => draft);
  return JSON.stringify({ ...reading, secrets: [], drafts });
}
