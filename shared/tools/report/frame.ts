/** The objects and arrays of a document that are open because members are wanted from below them. */
import { anywhere, type Place } from './place.ts';
import { type Position, placed } from './text.ts';

export interface Frame {
  readonly value: Record<string, unknown> | unknown[];
  readonly place: Place;
  /** JSON pointer. */
  readonly pointer: string;
  readonly keys: Set<string>;
  /** Key or index of what is read next. */
  key: string;
  index: number;
}

export function frameOf(value: Frame['value'], place: Place, parent: Frame | undefined): Frame {
  return { value, place, pointer: parent === undefined ? '' : pointerOf(parent), keys: new Set(), key: '0', index: 0 };
}

/** Of what is read next. */
export function pointerOf({ pointer, key }: Frame): string {
  return `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

export function put({ value: into, key }: Frame, value: unknown): void {
  if (Array.isArray(into)) into.push(value);
  // An assignment of this key would set the prototype.
  else if (key === '__proto__') Object.defineProperty(into, key, { value, enumerable: true, configurable: true });
  else into[key] = value;
}

/** @throws ReportError for a key that the object had: JSON.parse would drop the first of the two, with what is in it */
export function name(frame: Frame, key: string, at: Position): void {
  if (frame.place !== anywhere && frame.keys.has(key)) throw placed('the report has a key twice', at);
  frame.keys.add(key);
  frame.key = key;
}

export function advance(frame: Frame): void {
  frame.index += 1;
  frame.key = String(frame.index);
}
