/** What no report may do to a reader, whatever it holds. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { autocannon } from '../../../../shared/findings/readers/autocannon.ts';
import { gitleaks } from '../../../../shared/findings/readers/gitleaks.ts';
import { hyperfine } from '../../../../shared/findings/readers/hyperfine.ts';
import { junit } from '../../../../shared/findings/readers/junit.ts';
import { k6 } from '../../../../shared/findings/readers/k6.ts';
import { pytestBenchmark } from '../../../../shared/findings/readers/pytest-benchmark.ts';
import { type Reader, ReportError } from '../../../../shared/findings/readers/reader.ts';
import { secretlint } from '../../../../shared/findings/readers/secretlint.ts';
import { trufflehog } from '../../../../shared/findings/readers/trufflehog.ts';
import { fixture, parse, planted, printable, readParsed } from './recorded.ts';

const reports: readonly (readonly [Reader, string])[] = [
  [trufflehog, 'trufflehog-3.97.0.jsonl'],
  [trufflehog, 'trufflehog-3.97.0-git.jsonl'],
  [trufflehog, 'trufflehog-3.97.0-verify-offline.jsonl'],
  [gitleaks, 'gitleaks-8.30.1.json'],
  [gitleaks, 'gitleaks-8.30.1-git.json'],
  [secretlint, 'secretlint-13.0.6.json'],
  [secretlint, 'secretlint-13.0.6-unmasked.json'],
  [junit, 'junit-pytest-9.2.0-xunit1.xml'],
  [junit, 'junit-node-24.21.0.xml'],
  [junit, 'junit-jest-17.0.0-suite-errors.xml'],
  [hyperfine, 'hyperfine-1.20.0.json'],
  [k6, 'k6-1.8.1-export.json'],
  [k6, 'k6-1.8.1-handle-summary.json'],
  [k6, 'k6-1.8.1-machine-readable.json'],
  [autocannon, 'autocannon-9.0.0.json'],
  [pytestBenchmark, 'pytest-benchmark-5.3.1.json'],
];
const named = reports.map(([reader, file]) => ({ reader, file }));
const logs = { 'trufflehog-log': '{"level":"error","msg":"x","errors":3}\nnull\n[]', 'gitleaks-log': '1 ERR' };

type Path = readonly (string | number)[];

/** Paths of all values within it, but of what stands under one of `except`. */
function pathsOf(value: unknown, wanted: (leaf: unknown) => boolean, except: RegExp, path: Path = []): readonly Path[] {
  if (except.test(String(path.at(-1)))) return [];
  const own = wanted(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return own;
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...own, ...inner.flatMap(([key, member]) => pathsOf(member, wanted, except, [...path, key]))];
}

function withValue(value: unknown, [key, ...rest]: Path, change: unknown): unknown {
  if (key === undefined) return change;
  if (Array.isArray(value))
    return value.map((member, index) => (index === key ? withValue(member, rest, change) : member));
  const members = value as Record<string, unknown>;
  return { ...members, [key]: withValue(members[key], rest, change) };
}

/** A reading, or undefined where it was refused. */
function attempt(reader: Reader, parsed: unknown) {
  try {
    return readParsed(reader, parsed, logs);
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    return error;
  }
}

describe.each(named)('$reader.id with $file', ({ reader, file }) => {
  const parsed = parse(reader, fixture(file));
  /** Lines come one by one: there is no document around them. */
  const least = reader.format === 'json-lines' ? 1 : 0;
  const everywhere = pathsOf(parsed, () => true, /^$/).filter((path) => path.length >= least);

  it('with any value anywhere gives a reading or one clear refusal', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('', '\u001b[31m::error::\n', '\ud800', '__proto__', 1e308, -1, []),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...everywhere),
        fc.constantFrom(...everywhere),
        value,
        value,
        (first, second, a, b) => {
          const once = withValue(parsed, first, a);
          const inside = pathsOf(once, () => true, /^$/).some((path) => path.join('/') === second.join('/'));
          attempt(reader, inside ? withValue(once, second, b) : once);
        },
      ),
      { numRuns: 300 },
    );
  });
});

it.each([...new Set(reports.map(([reader]) => reader))].map((reader) => ({ reader })))(
  '$reader.id gives a reading or one clear refusal for any document',
  ({ reader }) => {
    const document = reader.format === 'json-lines' ? fc.array(fc.jsonValue()) : fc.jsonValue();
    fc.assert(
      fc.property(document, (value) => void attempt(reader, value)),
      { numRuns: 500 },
    );
  },
);

describe('a planted secret', () => {
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  const forms = {
    plain: `found ${planted.SECRET} here`,
    PEM: planted.PEM,
    base64: base64(planted.SECRET),
    'URL-encoded': encodeURIComponent(`${planted.SECRET}/+${planted.AWS_KEY}==`),
    'in an assignment': `password = "${planted.SLACK}"`,
    'in an address': `https://user:${planted.AWS_KEY}@host.test/`,
  };
  const pieces = [
    planted.SECRET,
    planted.SLACK,
    planted.AWS_KEY,
    planted.PEM.slice(30, 60),
    base64(planted.SECRET).slice(0, 30),
  ];

  /** Paths of files must be told as they are; what they hold is taken out by the redactor, which knows all secrets. */
  const isFile = /^(file|File|SymlinkFile|filePath|@file)$/;

  it.each(named.flatMap((given) => Object.keys(forms).map((form) => ({ ...given, form: form as keyof typeof forms }))))(
    '$form in any text of $file is in nothing that is printed',
    ({ reader, file, form }) => {
      const parsed = parse(reader, fixture(file));
      for (const path of pathsOf(parsed, (leaf) => typeof leaf === 'string', isFile)) {
        const outcome = attempt(reader, withValue(parsed, path, forms[form]));
        const shown = outcome instanceof ReportError ? outcome.message : printable(outcome);
        const leaked = pieces.filter((piece) => shown.includes(piece));
        expect({ path, leaked }).toEqual({ path, leaked: [] });
      }
    },
  );

  it.each([
    [
      'a metric of k6',
      k6,
      { root_group: {}, metrics: { [`m{url:${forms.plain}}`]: { med: 1, thresholds: { 'p(95)<1': true } } } },
    ],
    ['a threshold of k6', k6, { root_group: {}, metrics: { m: { med: 1, thresholds: { [forms.plain]: true } } } }],
    [
      'a kind of source of TruffleHog',
      trufflehog,
      [{ DetectorName: 'A', SourceMetadata: { Data: { [forms.base64]: { file: 'a' } } } }],
    ],
  ])('as the name of %s is in nothing that is printed', (_, reader, parsed) => {
    const shown = printable(readParsed(reader, parsed));
    expect(pieces.filter((piece) => shown.includes(piece))).toEqual([]);
  });
});
