/**
 * Cuts a JSON document into its members while it comes in. In what is wanted as a whole it only looks for the end and
 * leaves the rest to JSON.parse, which is several times as fast as a parser that makes tokens.
 */
import { ReportError } from '../../findings/readers/reader.ts';
import { type Cut, cutFrom, finish, goOn, type Item, type Parse, take } from './cut.ts';
import { anywhere, placesOf } from './place.ts';
import { nextLine, type Position, placed, positionOf, start, textOf } from './text.ts';

export interface Members {
  /** The next bytes, without a byte order mark; they may be reused afterwards. @throws ReportError */
  write(chunk: Uint8Array): void;
  /** The document without the members that were given one by one. @throws ReportError */
  end(): unknown;
}

/** @param each paths of members, such as `$.results.*` */
export function cutMembers(each: readonly string[], item: Item): Members {
  const cut = cutFrom(placesOf(each), item, parseJson, start);
  return { write: (chunk) => write(cut, chunk), end: () => end(cut) };
}

/** A whole JSON text; the position is that of its beginning. @throws ReportError with the place of the fault */
export function parseJson(bytes: Uint8Array, at: Position): unknown {
  const text = textOf(bytes, at);
  try {
    return JSON.parse(text);
  } catch {
    // What JSON.parse says quotes the text, which may be a secret.
    throw fault(bytes, at);
  }
}

/** Looks at every single value, to find the one that JSON.parse did not like. */
function fault(bytes: Uint8Array, from: Position): unknown {
  const scalar: Parse = (part, at) => {
    try {
      return JSON.parse(textOf(part, at));
    } catch {
      throw placed('the report is not valid JSON', at);
    }
  };
  const cut = cutFrom(anywhere, () => undefined, scalar, from);
  try {
    write(cut, bytes);
    end(cut);
    return placed('the report is not valid JSON in what begins', from);
  } catch (error) {
    return error;
  }
}

function write(cut: Cut, chunk: Uint8Array): void {
  let index = cut.open === undefined ? 0 : goOn(cut, cut.open, chunk, 0);
  while (index < chunk.length) {
    const byte = chunk[index] ?? 0;
    if (byte === 0x0a) nextLine(cut.cursor, index);
    index = isSpace(byte) ? index + 1 : take(cut, byte, chunk, index);
  }
  cut.cursor.before += chunk.length;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function end(cut: Cut): unknown {
  if (cut.open?.search.kind === 'scalar') finish(cut, cut.open, Buffer.concat(cut.open.parts));
  if (cut.next === 'nothing') return cut.document;
  if (cut.next === 'value' && cut.frames.length === 0 && !cut.open) throw new ReportError('the report is empty');
  throw placed('the report ends in the middle', positionOf(cut.cursor, 0));
}
