/** Prometheus' text exposition format (0.0.4), and what OpenMetrics exporters add to it, to samples. */
import { clip } from '../report/clip.ts';
import type { Labels } from './match.ts';

export interface ScrapedSample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Names the line, counted from 1; what stood there is shortened. */
export class ExpositionError extends Error {
  override readonly name = 'ExpositionError';
  constructor(line: number, text: string, expected: string) {
    super(`line ${line}: expected ${expected}, found ${JSON.stringify(clip(text, 80))}`);
  }
}

const namePattern = /^[A-Za-z_:][A-Za-z0-9_:]*/;
const labelPattern = /\s*([A-Za-z_][A-Za-z0-9_]*)\s*=\s*"((?:[^"\\]|\\.)*)"\s*(,|(?=\}))/y;
const numberPattern = /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|inf(?:inity)?|nan)$/i;
const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/** A number as exporters write it: `1e-3`, `+Inf`, `NaN`; undefined for anything else. */
export function numberOf(text: string): number | undefined {
  if (!numberPattern.test(text)) return undefined;
  const lower = text.toLowerCase();
  if (lower.endsWith('nan')) return Number.NaN;
  if (lower.includes('inf')) return lower.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(text);
}

/** The labels from the brace at `start` on, and where their closing brace ends; undefined when they are malformed. */
function readLabels(line: string, start: number): { readonly labels: Labels; readonly end: number } | undefined {
  const found: [string, string][] = [];
  let at = start + 1;
  for (;;) {
    const rest = /^\s*\}/.exec(line.slice(at));
    if (rest) return { labels: Object.fromEntries(found), end: at + rest[0].length };
    labelPattern.lastIndex = at;
    const [whole, name, value] = labelPattern.exec(line) ?? [];
    if (whole === undefined || name === undefined || value === undefined) return undefined;
    found.push([name, value.replace(/\\(.)/g, (both, letter: string) => escapes[letter] ?? both)]);
    at += whole.length;
  }
}

function readSample(line: string, number: number): ScrapedSample {
  const [name] = namePattern.exec(line) ?? [];
  if (name === undefined) throw new ExpositionError(number, line, 'the name of a metric');
  const open = line.slice(name.length).search(/\S/) + name.length;
  const read = line[open] === '{' ? readLabels(line, open) : { labels: {}, end: name.length };
  if (read === undefined) throw new ExpositionError(number, line, 'labels such as {code="200"}');
  // An exemplar of OpenMetrics follows after " # ".
  const rest = line.slice(read.end).replace(/ # \{.*$/, '');
  const [text = '', timestamp, ...more] = rest.trim().split(/\s+/);
  const value = numberOf(text);
  if (value === undefined || (line[open] !== '{' && !/^\s/.test(rest)))
    throw new ExpositionError(number, line, `a value after ${name}`);
  if (more.length > 0 || (timestamp !== undefined && numberOf(timestamp) === undefined))
    throw new ExpositionError(number, line, 'nothing but a timestamp after the value');
  return { name, labels: read.labels, value };
}

/** @throws ExpositionError at the first line that is none */
export function parseExposition(text: string): ScrapedSample[] {
  const samples: ScrapedSample[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '# EOF') break;
    if (line !== '' && !line.startsWith('#')) samples.push(readSample(line, index + 1));
  }
  return samples;
}
