/** Takes known secrets out of texts, whatever form they have there. */
import { type Find, finder, type Needle, type Span, shortest, stands, union } from './needles.ts';
import { formsOf, linesOf } from './secret-forms.ts';
import { unescaped } from './unescape.ts';

export const mask = '***';

/**
 * - `prose`: messages. Secrets of 4 to 7 characters go where they are words of their own, longer ones wherever they are.
 * - `secret`: messages about a secret; even one of 1 to 3 characters goes where it is a word of its own.
 * - `name`: paths, rules and packages, that must still be found: secrets of 8 characters or more that are not simply a
 *   word, as `password` may be.
 */
export type Place = 'prose' | 'secret' | 'name';

export type Redact = (text: string, place?: Place) => string;

/** Escapes within escapes are read so many times. */
const layers = 3;

/** One index for all secrets: its cost is theirs once, then that of the texts. */
export function redactor(secrets: readonly string[]): Redact {
  const lines = [...new Set(secrets.flatMap((secret) => linesOf(secret)))];
  const needles = lines.filter((line) => line.length >= shortest).map((line) => ({ line, forms: formsOf(line) }));
  const prose = finder(needles.flatMap(({ forms }) => forms));
  const name = finder(needles.flatMap(({ line, forms }) => (isWord(line) ? [] : forms.filter(isFree))));
  const short = shortFinder(lines.filter((line) => line.length < shortest));
  const finds: Readonly<Record<Place, Find>> = {
    prose,
    name,
    secret: (text) => [...prose(text), ...short(text)],
  };
  return (text, place = 'prose') => without(text, finds[place]);
}

const isFree = ({ text, whole }: Needle) => !whole && text.length >= shortest;

/** A word in one case, or one too short to tell it from a part of a name. */
const isWord = (line: string) => line.length < 8 || (line.length < 16 && /^(?:\p{Ll}+|\p{Lu}+)$/u.test(line));

function shortFinder(lines: readonly string[]): Find {
  if (lines.length === 0) return () => [];
  const quoted = lines.map((line) => line.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const pattern = new RegExp(quoted.sort((a, b) => b.length - a.length).join('|'), 'gu');
  return (text) =>
    [...text.matchAll(pattern)]
      .map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
      .filter(({ start, end }) => stands(text, start, end));
}

/** Masking may put two halves of another secret together, so it goes on until nothing is found; each round leaves less that is no mask. */
function without(text: string, find: Find): string {
  let rest = text;
  for (;;) {
    const spans = union(everywhere(rest, find));
    if (spans.length === 0) return rest;
    rest = masking(rest, spans);
  }
}

/** Places in the text itself and in what its escapes say. */
function everywhere(text: string, find: Find): Span[] {
  const spans = find(text);
  let origin = (span: Span) => span;
  let read = unescaped(text);
  for (let layer = 0; read !== undefined && layer < layers; layer += 1) {
    const [outer, inner] = [origin, read.origin];
    origin = (span) => outer(inner(span));
    spans.push(...find(read.text).map(origin));
    read = unescaped(read.text);
  }
  return spans;
}

function masking(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), mask);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
