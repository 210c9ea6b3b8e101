/** Where each key and value of a YAML text stands, so that an error can point at it. */
import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';

/** Line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Places {
  readonly key: ReadonlyMap<string, Place>;
  readonly value: ReadonlyMap<string, Place>;
}

type Path = readonly (string | number)[];
interface Level {
  readonly path: Path;
  readonly mapping: boolean;
  /** Of a mapping: the key whose value comes next; of a sequence: how many items came. */
  pending: string | undefined;
  count: number;
}

/** One text a path, as zod reports them. */
export function pathKey(path: readonly PropertyKey[]): string {
  return JSON.stringify(path.map(String));
}

function placeAt(lineStarts: readonly number[], offset: number): Place {
  let line = lineStarts.length;
  while (line > 1 && (lineStarts[line - 1] ?? 0) > offset) line -= 1;
  return { line, column: offset - (lineStarts[line - 1] ?? 0) + 1 };
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE ? event.start : 0;
}

/** Reads the places of all keys and values; the text has been parsed before, so it is well-formed. */
export function findPlaces(text: string): Places {
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const key = new Map<string, Place>();
  const value = new Map<string, Place>();
  const levels: Level[] = [];
  for (const event of parseEvents(text, {})) {
    if (event.type === EVENT_ID.POP) levels.pop();
    if (event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      if (event.type === EVENT_ID.DOCUMENT) levels.push({ path: [], mapping: false, pending: undefined, count: -1 });
      continue;
    }
    const level = levels.at(-1);
    const place = placeAt(lineStarts, startOf(event));
    if (level?.mapping && level.pending === undefined) {
      level.pending = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
      key.set(pathKey([...level.path, level.pending]), place);
      if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) continue;
    }
    const path = nextPath(level);
    // A value of nothing has no place of its own; its key's serves.
    if (startOf(event) >= 0) value.set(pathKey(path), place);
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      levels.push({ path, mapping: event.type === EVENT_ID.MAPPING, pending: undefined, count: 0 });
    }
  }
  return { key, value };
}

/** The path of the value that comes now; the document's own root has none. */
function nextPath(level: Level | undefined): Path {
  if (level === undefined || level.count === -1) return [];
  if (!level.mapping) return [...level.path, level.count++];
  const path = [...level.path, level.pending ?? ''];
  level.pending = undefined;
  return path;
}
