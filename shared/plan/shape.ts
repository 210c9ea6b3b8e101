/** Walks the plan's schema: what may stand at a path, and which keys of a plan stand nowhere. */
import * as v from 'valibot';
import { planSchema } from './schema.ts';

type Schema = v.GenericSchema;
type Path = readonly (string | number)[];

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without its default; of a choice, the mapping, since only a mapping has something below it. */
function bare(schema: Schema): Schema {
  if ('wrapped' in schema) return bare(schema.wrapped as Schema);
  return 'options' in schema && schema.type === 'union' ? bare((schema.options as Schema[]).at(-1) ?? schema) : schema;
}

function entriesOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  return 'entries' in schema ? (schema.entries as Record<string, Schema>) : undefined;
}

function child(schema: Schema | undefined, key: string | number): Schema | undefined {
  if (schema === undefined) return undefined;
  const here = bare(schema);
  if ('item' in here) return here.item as Schema;
  if ('value' in here) return here.value as Schema;
  const entries = entriesOf(here);
  return entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
}

/** What was expected at a path where nothing stands. */
export function expectedAt(path: Path): string {
  const schema = path.reduce<Schema | undefined>(child, planSchema);
  return schema === undefined ? 'expected a value' : (v.safeParse(schema, undefined).issues?.[0].message ?? '');
}

/** A key that the schema does not know, with the ones known beside it; or a list where a mapping belongs. */
export interface Stranger {
  readonly path: Path;
  readonly known: readonly string[] | 'mapping';
}

/** What a plan has that its schema does not: the parser passes over both kinds. */
export function strangers(value: unknown, schema: Schema = planSchema, path: Path = []): Stranger[] {
  const here = bare(schema);
  if (Array.isArray(value)) {
    const item = 'item' in here ? child(here, 0) : undefined;
    if (item === undefined) return 'entries' in here || 'value' in here ? [{ path, known: 'mapping' }] : [];
    return value.flatMap((each, index) => strangers(each, item, [...path, index]));
  }
  const entries = entriesOf(here);
  if (!isMapping(value) || (entries === undefined && !('value' in here))) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = child(here, key);
    if (below === undefined) return [{ path: [...path, key], known: Object.keys(entries ?? {}) }];
    return strangers(inner, below, [...path, key]);
  });
}
