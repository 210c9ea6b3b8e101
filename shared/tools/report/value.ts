/** Finds the end of one JSON value, byte by byte over as many chunks as it has; whether it is valid is for JSON.parse. */
import { type Cursor, nextLine, placed, positionOf } from './text.ts';

/** Where a search stands between two chunks. */
export interface Search {
  readonly kind: 'string' | 'container' | 'scalar';
  depth: number;
  inString: boolean;
  /** The next byte is escaped. */
  escaped: boolean;
}

/** No report nests as deep, and no reader has to be prepared for it. */
export const deepest = 512;

const [quote, backslash, lineFeed] = [0x22, 0x5c, 0x0a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** For the value that begins with this byte. */
export function searchFrom(first: number): Search {
  const kind = first === quote ? 'string' : first === openBrace || first === openBracket ? 'container' : 'scalar';
  return { kind, depth: 0, inString: false, escaped: false };
}

/** The index behind the value's last byte; -1 where the value goes on in the next chunk. @throws ReportError */
export function valueEnd(search: Search, chunk: Uint8Array, from: number, cursor: Cursor): number {
  return search.kind === 'scalar' ? scalarEnd(chunk, from) : closedEnd(search, chunk, from, cursor);
}

function scalarEnd(chunk: Uint8Array, from: number): number {
  for (let index = from; index < chunk.length; index += 1) {
    switch (chunk[index]) {
      case 0x20:
      case 0x09:
      case lineFeed:
      case 0x0d:
      case 0x2c:
      case 0x3a:
      case quote:
      case openBrace:
      case openBracket:
      case closeBrace:
      case closeBracket:
        return index;
    }
  }
  return -1;
}

/** Of a string, an object or an array. */
function closedEnd(search: Search, chunk: Uint8Array, from: number, cursor: Cursor): number {
  let index = from;
  while (index < chunk.length) {
    if (search.inString) {
      index = stringEnd(search, chunk, index);
      if (search.inString) return -1;
    } else {
      index = structureEnd(search, chunk, index, cursor);
    }
    if (search.depth === 0 && !search.inString) return index;
  }
  return -1;
}

/** Behind the quote that closes the string, or the chunk's end. */
function stringEnd(search: Search, chunk: Uint8Array, from: number): number {
  let index = search.escaped ? from + 1 : from;
  search.escaped = false;
  while (index < chunk.length) {
    const byte = chunk[index];
    index += 1;
    if (byte === quote) {
      search.inString = false;
      return index;
    }
    if (byte === backslash) index += 1;
  }
  search.escaped = index > chunk.length;
  return chunk.length;
}

/** Behind the quote that opens a string, or the bracket that closes the last level, or the chunk's end. */
function structureEnd(search: Search, chunk: Uint8Array, from: number, cursor: Cursor): number {
  let depth = search.depth;
  let index = from;
  while (index < chunk.length) {
    const byte = chunk[index];
    index += 1;
    if (byte === quote) {
      search.inString = true;
      break;
    }
    if (byte === lineFeed) nextLine(cursor, index - 1);
    else if (byte === openBrace || byte === openBracket) {
      depth += 1;
      if (depth > deepest)
        throw placed(`the report nests deeper than ${deepest} levels`, positionOf(cursor, index - 1));
    } else if (byte === closeBrace || byte === closeBracket) {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  search.depth = depth;
  return index;
}
