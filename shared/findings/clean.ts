/** Findings without secrets and without end: what leaves the domain has gone through here. */
import type { BaselineEntry } from './baseline.ts';
import type { Merged } from './merge.ts';
import type { Finding, Suppression, Tool } from './model.ts';
import type { Place, Redact } from './redact.ts';
import { scrub } from './scrub.ts';

export type Clean = (text: string, place?: Place) => string;

/** Longer texts are cut: no reader gets to their end. */
const limit = 8_192;
/** What moves a terminal's cursor, or turns the direction of text: it could hide what stands beside it. */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Rules, paths and names come again and again: so many of them, up to this length, are remembered. */
const remembered = { count: 20_000, length: 200 };

/** Known secrets first, then what looks like one. Texts that come often are looked at once. */
export function cleaner(redact: Redact): Clean {
  const known: Readonly<Record<Place, Map<string, string>>> = { prose: new Map(), secret: new Map(), name: new Map() };
  return (text, place = 'prose') => {
    if (text === '') return text;
    const memory = known[place];
    const before = text.length <= remembered.length ? memory.get(text) : undefined;
    if (before !== undefined) return before;
    const cleaned = cut(seen(scrub(redact(text, place), place)));
    if (text.length <= remembered.length && memory.size < remembered.count) memory.set(text, cleaned);
    return cleaned;
  };
}

/** Shown as one character each, so that what stood around it does not grow together. */
function seen(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .replace(unseen, (character) => (character === '\n' || character === '\t' ? character : '\ufffd'));
}

function cut(text: string): string {
  return text.length <= limit ? text : `${text.slice(0, limit)} [...]`;
}

/** The very same object where nothing in it changes, as most findings hold no secret and there may be 100,000. */
function keep<T extends object>(original: T, changes: Partial<T>): T {
  const keys = Object.keys(changes) as (keyof T)[];
  return keys.every((key) => isSame(original[key], changes[key])) ? original : { ...original, ...changes };
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

/** Texts of an object by their keys; those that are not there stay away. */
function cleanTexts<T extends object, K extends keyof T>(
  original: T,
  keys: readonly K[],
  clean: (text: string) => string,
): T {
  const changes: Partial<T> = {};
  for (const key of keys) {
    const value: unknown = original[key];
    if (typeof value === 'string') changes[key] = clean(value) as T[K];
    if (Array.isArray(value)) changes[key] = value.map((one) => (typeof one === 'string' ? clean(one) : one)) as T[K];
  }
  return keep(original, changes);
}

type Cleaned = Omit<Finding, 'fingerprints' | 'baselineState' | 'gate'>;

/** Without the secret itself and the text that was only for the hash. */
export function cleanFinding({ draft, tool, witnesses }: Merged, clean: Clean): Cleaned {
  const place: Place = draft.category === 'secret' || draft.secret !== undefined ? 'secret' : 'prose';
  const name = (text: string) => clean(text, 'name');
  const prose = (text: string) => clean(text, place);
  const { location, package: pack, remediation, suppression, confidence, verification } = draft;
  return {
    category: draft.category,
    tool: cleanTool(tool, clean),
    rule: cleanTexts(cleanTexts(draft.rule, ['id', 'name', 'cwe', 'tags'], name), ['help'], clean),
    aliases: draft.aliases.map(name),
    severity: cleanTexts(draft.severity, ['original'], name),
    title: prose(draft.title),
    message: prose(draft.message),
    ...(confidence === undefined ? {} : { confidence }),
    ...(verification === undefined ? {} : { verification }),
    ...(location === undefined ? {} : { location: cleanTexts(location, ['path', 'logical'], name) }),
    ...(pack === undefined
      ? {}
      : { package: cleanTexts(pack, ['purl', 'name', 'installed', 'fixedIn', 'path'], name) }),
    ...(remediation === undefined ? {} : { remediation: cleanTexts(remediation, ['text', 'fixVersion'], prose) }),
    ...(suppression === undefined ? {} : { suppression: cleanSuppression(suppression, clean) }),
    witnesses: witnesses.map((one) =>
      cleanTexts(keep(one, { tool: cleanTool(one.tool, clean) }), ['report', 'pointer'], name),
    ),
  };
}

export function cleanTool(tool: Tool, clean: Clean): Tool {
  return cleanTexts(tool, ['name', 'version'], (text) => clean(text, 'name'));
}

export function cleanSuppression(suppression: Suppression, clean: Clean): Suppression {
  const named = cleanTexts(suppression, ['origin', 'owner'], (text) => clean(text, 'name'));
  return cleanTexts(named, ['justification'], clean);
}

export function cleanEntry(entry: BaselineEntry, clean: Clean): BaselineEntry {
  return cleanTexts(entry, ['rule', 'path', 'tool'], (text) => clean(text, 'name'));
}
