/** What is read by hand is what the published schema describes, and more is refused. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { evidenceLineSchema } from '../../../shared/release/evidence-schema.ts';
import { readEntry, readHeader } from '../../../shared/release/read-evidence.ts';
import { bounds, observations, record } from '../../local/recordings.ts';

function reads(value: unknown): boolean {
  try {
    if (typeof value === 'object' && value !== null && 'schema' in value) readHeader(value);
    else readEntry(value, bounds);
    return true;
  } catch (error) {
    expect((error as Error).name).toBe('InputError');
    return false;
  }
}

const counted = {
  requests: 3,
  errors: 1,
  buckets: [1, 2],
  instances: { a: { requests: 1, errors: 0, buckets: [1, 0] } },
};

const lines = record(observations(8, 1)).lines.map((each) => {
  const named =
    'from' in each && each.baseline
      ? { ...each.baseline, instances: { a: { requests: 1, errors: 0 } }, model: { 'first-token': counted } }
      : null;
  return named === null ? each : { ...each, baseline: named };
});

test('a live run is read', () => {
  for (const each of lines) expect([reads(each), evidenceLineSchema.safeParse(each).success]).toEqual([true, true]);
});

type Path = readonly string[];
function paths(value: unknown, above: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [above];
  return [above, ...Object.entries(value).flatMap(([key, inner]) => paths(inner, [...above, key]))];
}
function put(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[key] = put(copy[key], rest, other);
  return copy;
}

/** Left alone, as a replay does not need them: names, and which instances began again. */
const unread = (each: object, path: Path) =>
  path[0] === 'resets' || ('schema' in each && ['service', 'canary', 'baseline'].includes(path[0] ?? ''));

test('what the schema refuses is not read', () => {
  const values = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.double(), fc.integer(), fc.constant(undefined));
  const mutants = fc
    .constantFrom(...lines)
    .chain((each) => fc.record({ each: fc.constant(each), path: fc.constantFrom(...paths(each)), other: values }));
  fc.assert(
    fc.property(mutants, ({ each, path, other }) => {
      // What others write for "nothing".
      const nothing = JSON.stringify(other) === 'null' && ['plan', 'judge', 'resumed'].includes(path.join('.'));
      if (nothing || unread(each, path)) return;
      const mutant: unknown = JSON.parse(JSON.stringify(put(each, path, other)) ?? 'null');
      if (reads(mutant))
        expect({ mutant, ok: evidenceLineSchema.safeParse(mutant).success }).toMatchObject({ ok: true });
    }),
    { numRuns: 3000 },
  );
});
