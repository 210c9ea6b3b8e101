/** The state of a JSON document that is being cut into its members, and how one byte or value moves it on. */
import { advance, type Frame, frameOf, name, pointerOf, put } from './frame.ts';
import type { Place } from './place.ts';
import { type Cursor, cursorAt, type Position, placed, positionOf, withinLimit } from './text.ts';
import { deepest, type Search, searchFrom, valueEnd } from './value.ts';

/** Of a single member, and of all that is no member, in bytes. */
export const limits = { member: 16 * 1024 * 1024, rest: 32 * 1024 * 1024 };

export type Item = (value: unknown, pointer: string) => void;
/** @throws ReportError */
export type Parse = (bytes: Uint8Array, at: Position) => unknown;

/** A value of which only the end is looked for. */
interface Open {
  readonly use: 'key' | 'member' | 'rest';
  readonly search: Search;
  readonly at: Position;
  readonly parts: Uint8Array[];
  size: number;
}

export interface Cut {
  readonly root: Place;
  readonly item: Item;
  readonly parse: Parse;
  readonly cursor: Cursor;
  readonly frames: Frame[];
  document: unknown;
  open: Open | undefined;
  next: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';
  /** Bytes of what is no member. */
  rest: number;
}

export function cutFrom(root: Place, item: Item, parse: Parse, at: Position): Cut {
  const cursor = cursorAt(at);
  return { root, item, parse, cursor, frames: [], document: undefined, open: undefined, next: 'value', rest: 0 };
}

const [quote, comma, colon] = [0x22, 0x2c, 0x3a];
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Takes the token or value that begins with this byte; the index behind what the chunk has of it. */
export function take(cut: Cut, byte: number, chunk: Uint8Array, index: number): number {
  const frame = cut.frames.at(-1);
  const inArray = frame !== undefined && Array.isArray(frame.value);
  const { next } = cut;
  if (next.endsWith('or end') && frame && byte === (inArray ? closeBracket : closeBrace)) leave(cut);
  else if (next.startsWith('value') && !isPunctuation(byte)) return beginValue(cut, byte, chunk, index);
  else if (next.startsWith('key') && byte === quote) return begin(cut, 'key', byte, chunk, index);
  else if (next === 'colon' && byte === colon) cut.next = 'value';
  else if (next === 'comma or end' && frame && byte === comma) {
    if (inArray) advance(frame);
    cut.next = inArray ? 'value' : 'key';
  } else {
    const what = next === 'nothing' ? 'the report goes on after its end' : 'the report is not valid JSON';
    throw placed(what, positionOf(cut.cursor, index));
  }
  return index + 1;
}

function isPunctuation(byte: number): boolean {
  return byte === comma || byte === colon || byte === closeBrace || byte === closeBracket;
}

function beginValue(cut: Cut, byte: number, chunk: Uint8Array, index: number): number {
  const frame = cut.frames.at(-1);
  const place = frame === undefined ? cut.root : frame.place.below(frame.key);
  const nests = byte === openBrace || byte === openBracket;
  if (!nests || place === undefined || place.wanted) {
    return begin(cut, place?.wanted ? 'member' : 'rest', byte, chunk, index);
  }
  const at = positionOf(cut.cursor, index);
  if (cut.frames.length === deepest) throw placed(`the report nests deeper than ${deepest} levels`, at);
  const value = byte === openBrace ? {} : [];
  keep(cut, value);
  cut.frames.push(frameOf(value, place, frame));
  cut.next = byte === openBrace ? 'key or end' : 'value or end';
  return index + 1;
}

function begin(cut: Cut, use: Open['use'], byte: number, chunk: Uint8Array, index: number): number {
  cut.open = { use, search: searchFrom(byte), at: positionOf(cut.cursor, index), parts: [], size: 0 };
  return goOn(cut, cut.open, chunk, index);
}

/** Goes on with a value; the index behind what the chunk has of it. */
export function goOn(cut: Cut, open: Open, chunk: Uint8Array, index: number): number {
  const end = valueEnd(open.search, chunk, index, cut.cursor);
  const part = chunk.subarray(index, end < 0 ? chunk.length : end);
  open.size += part.length;
  withinLimit('one entry of the report has', open.size, limits.member);
  if (end >= 0) {
    finish(cut, open, open.parts.length === 0 ? part : Buffer.concat([...open.parts, part]));
    return end;
  }
  // A Buffer's own slice() would share the memory that the next chunk overwrites.
  open.parts.push(new Uint8Array(part));
  return chunk.length;
}

/** Its bytes are there. */
export function finish(cut: Cut, { use, at }: Open, bytes: Uint8Array): void {
  cut.open = undefined;
  const frame = cut.frames.at(-1);
  const value = cut.parse(bytes, at);
  if (use === 'key' && frame) {
    name(frame, String(value), at);
    cut.next = 'colon';
    return;
  }
  if (use === 'member' && frame) cut.item(value, pointerOf(frame));
  else {
    cut.rest += bytes.length;
    withinLimit('the report has, beside its findings,', cut.rest, limits.rest);
    keep(cut, value);
  }
  settle(cut);
}

function keep(cut: Cut, value: unknown): void {
  const frame = cut.frames.at(-1);
  if (frame === undefined) cut.document = value;
  else put(frame, value);
}

function leave(cut: Cut): void {
  cut.frames.pop();
  settle(cut);
}

function settle(cut: Cut): void {
  cut.next = cut.frames.length === 0 ? 'nothing' : 'comma or end';
}
