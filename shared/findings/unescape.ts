/** Reads the escapes of URLs, JSON, C, Python and HTML, and remembers where everything stood. */
import type { Span } from './needles.ts';

export interface Unescaped {
  readonly text: string;
  /** Where a part of `text` stood in what was unescaped. */
  origin(span: Span): Span;
}

/** A stretch that was taken as it is, or one escape. */
interface Piece {
  /** Where it begins in the unescaped text. */
  readonly after: number;
  readonly before: Span;
  readonly isEscape: boolean;
}

const escapes =
  /(?:%[0-9A-Fa-f]{2})+|\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\x[0-9A-Fa-f]{2}|\\[0-7]{1,3}|\\[^uUx0-7]|&(?:#[xX][0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[A-Za-z]{2,5});/g;

const letters: ReadonlyMap<string, string> = new Map(Object.entries({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }));
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }),
);

/** Undefined where the text has no escape. */
export function unescaped(text: string): Unescaped | undefined {
  if (!/[%\\&]/.test(text)) return undefined;
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let after = 0;
  let read = 0;
  const add = (part: string, length: number, isEscape: boolean) => {
    if (length === 0) return;
    pieces.push({ after, before: { start: read, end: read + length }, isEscape });
    parts.push(part);
    after += part.length;
    read += length;
  };
  for (const { 0: found, index } of text.matchAll(escapes)) {
    add(text.slice(read, index), index - read, false);
    for (const one of found.startsWith('%') ? characters(found) : [found]) add(said(one), one.length, true);
  }
  if (read === 0) return undefined;
  add(text.slice(read), text.length - read, false);
  return { text: parts.join(''), origin: (span) => origin(pieces, span) };
}

function origin(pieces: readonly Piece[], { start, end }: Span): Span {
  const [first, last] = [pieceAt(pieces, start), pieceAt(pieces, end - 1)];
  return {
    start: first.isEscape ? first.before.start : first.before.start + start - first.after,
    end: last.isEscape ? last.before.end : last.before.start + end - last.after,
  };
}

/** The piece that gave the character at `place`. */
function pieceAt(pieces: readonly Piece[], place: number): Piece {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.after ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return pieces[low] ?? { after: 0, before: { start: 0, end: 0 }, isEscape: false };
}

/** Splits `%C3%A9%20` by its characters in UTF-8. */
function characters(run: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < run.length; ) {
    const lead = Number.parseInt(run.slice(at + 1, at + 3), 16);
    const bytes = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const whole = run.slice(at, at + 3 * bytes);
    const one = decoded(whole) === undefined ? run.slice(at, at + 3) : whole;
    found.push(one);
    at += one.length;
  }
  return found;
}

function decoded(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

/** What one escape says. */
function said(escaped: string): string {
  if (escaped.startsWith('%')) return decoded(escaped) ?? point(escaped.slice(1, 3), 16);
  const number = /^(?:&#|\\u\{?|\\U|\\)(x?)([0-9A-Fa-f]+)/i.exec(escaped);
  if (escaped.startsWith('&')) {
    const [, hex, digits] = number ?? [];
    if (digits === undefined) return names.get(escaped.slice(1, -1).toLowerCase()) ?? escaped;
    return point(digits, hex ? 16 : 10);
  }
  if (/^\\[uUx]/.test(escaped)) return point(number?.[2] ?? '', 16);
  if (/^\\[0-7]/.test(escaped)) return point(escaped.slice(1), 8);
  return letters.get(escaped.charAt(1)) ?? escaped.slice(1);
}

function point(digits: string, base: number): string {
  const code = Number.parseInt(digits, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
