/** Whatever a report holds, it is read or refused; it never passes for a clean one that looked at nothing. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reading } from '../../../../shared/findings/model.ts';
import { readers } from '../../../../shared/findings/readers/all.ts';
import { type Reader, ReportError } from '../../../../shared/findings/readers/reader.ts';
import { attempt, recorded } from './read.ts';

const all: readonly Reader[] = Object.values(readers).filter(({ format }) => format === 'json');
const named = all.map((reader) => [reader.id, reader] as const);
const fixtures = readdirSync(resolve(import.meta.dirname, '../../../fixtures/reports'))
  .filter((file) => /^(bandit|semgrep|pip-audit|safety|hadolint|npm-audit|zizmor)-.*\.json$|-sarif\.json$/.test(file))
  .map((file) => file.replace(/\.json$/, ''));

const passes = ({ drafts, skipped, errors }: Reading) => drafts.length + skipped.length + errors.length === 0;

/** Plain texts in the right places, numbers that count, and nothing wrong with nothing looked at. */
function expectSound(outcome: Reading | ReportError): void {
  if (outcome instanceof ReportError) {
    expect(outcome.message).toMatch(/^(it|its|an?|the) [^\n]{1,100}$/);
    return;
  }
  if (passes(outcome)) expect(outcome.scanned).not.toBe(0);
  for (const said of [...outcome.skipped, ...outcome.errors, ...outcome.notes])
    expect(said).toEqual(expect.any(String));
  for (const draft of outcome.drafts) {
    expect([draft.rule.id, draft.title, draft.message, draft.pointer]).not.toContain(undefined);
    expect([draft.rule.id, draft.title, draft.message]).not.toContain('');
    expect(draft.location?.path).not.toBe('');
  }
}

/** A change at some place of a document: another value, one less, or one twice. */
type Change = {
  readonly kind: 'replace' | 'remove' | 'repeat';
  readonly value: unknown;
  readonly turns: readonly number[];
};

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom('replace', 'remove', 'repeat'),
  value: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom('', -1, Number.MAX_VALUE, '2.1.0', 'pass', '__proto__', '../../etc', '::error::x\n'),
  ),
  turns: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 10 }),
});

function changed(document: unknown, { kind, value, turns }: Change): unknown {
  const [turn = 0, ...rest] = turns;
  if (typeof document !== 'object' || document === null) return value;
  const keys = Object.keys(document);
  const key = keys[turn % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const inner = (document as Record<string, unknown>)[key];
  if (Array.isArray(document)) {
    const index = Number(key);
    if (rest.length > 0) return document.with(index, changed(inner, { kind, value, turns: rest }));
    if (kind === 'remove') return document.toSpliced(index, 1);
    return kind === 'repeat' ? document.toSpliced(index, 0, inner) : document.with(index, value);
  }
  if (rest.length > 0) return { ...document, [key]: changed(inner, { kind, value, turns: rest }) };
  const { [key]: _gone, ...without } = document as Record<string, unknown>;
  return kind === 'replace' ? { ...document, [key]: value } : without;
}

describe.each(named)('%s', (_id, reader) => {
  it('reads or refuses any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expectSound(attempt(reader, document));
      }),
      { numRuns: 300 },
    );
  });

  it('reads or refuses the reports of all tools with changes at any place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fixtures), fc.array(change, { minLength: 1, maxLength: 4 }), (name, changes) => {
        expectSound(attempt(reader, changes.reduce(changed, recorded(name))));
      }),
      { numRuns: 500 },
    );
  });

  it('is not misled by fields of every object', () => {
    const document = JSON.parse('{"__proto__": {"runs": [], "version": "2.1.0", "results": []}, "constructor": 1}');
    expect(attempt(reader, document)).toBeInstanceOf(ReportError);
  });
});

describe('a report with a finding loses no finding', () => {
  // A single field that is gone or turned to null leaves the finding, or the report is refused; never a pass.
  it.each([
    ['bandit', 'bandit-1.9.4'],
    ['semgrep', 'semgrep-1.182.0'],
    ['pip-audit', 'pip-audit-2.10.1'],
    ['safety', 'safety-3.8.1-scan'],
    ['safety', 'safety-3.8.1-check'],
    ['npm-audit', 'npm-audit-11.19.1'],
    ['hadolint', 'hadolint-2.15.1'],
    ['sarif', 'hadolint-2.15.1-sarif'],
    ['sarif', 'gitleaks-8.30.1-sarif'],
  ] as const)('%s: without any one field of %s', (id, name) => {
    const document = recorded(name);
    const passed = [...pathsIn(document)].filter((path) =>
      [undefined, null].some((value) => {
        const outcome = attempt(readers[id], put(document, path, value));
        return !(outcome instanceof ReportError) && passes(outcome);
      }),
    );
    expect(passed).toEqual([]);
  });
});

/** The ways to all fields of objects. */
function* pathsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [...path, key];
    yield* pathsIn(inner, [...path, key]);
  }
}

/** Undefined takes the field away. */
function put(document: unknown, [key = '', ...rest]: readonly string[], value: unknown): unknown {
  const fields = document as Record<string, unknown>;
  if (Array.isArray(document)) return document.with(Number(key), put(fields[key], rest, value));
  if (rest.length > 0) return { ...fields, [key]: put(fields[key], rest, value) };
  const { [key]: _gone, ...without } = fields;
  return value === undefined ? without : { ...fields, [key]: value };
}
