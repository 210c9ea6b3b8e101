import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../../../shared/action/errors.ts';
import type { Finding } from '../../../../shared/findings/model.ts';
import { isSuppressed } from '../../../../shared/findings/rank.ts';
import { baselineFold, each, readBaseline } from '../../../../shared/findings/sarif/read-baseline.ts';
import { writeBaseline } from '../../../../shared/findings/sarif/write-baseline.ts';
import { writeSarif } from '../../../../shared/findings/sarif/write-sarif.ts';
import { cutMembers } from '../../../../shared/tools/report/members.ts';
import { accepted, anyFinding, finding, outcome } from '../sample.ts';
import { faults } from './schema.ts';

const text = (findings: readonly Finding[]) => [...writeBaseline(findings)].join('');
const read = (written: string) => readBaseline(JSON.parse(written));

describe('a baseline', () => {
  it('has of each finding what tells it again and what a reviewer wants to see', () => {
    const one = finding({ location: { path: 'src/a.py', startLine: 3, startColumn: 1 } });
    const written = text([one]);
    expect(JSON.parse(written).runs).toEqual([
      {
        tool: { driver: { name: 'bandit' } },
        results: [
          {
            ruleId: 'B608',
            level: 'error',
            message: { text: 'Possible SQL injection' },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'src/a.py', uriBaseId: '%SRCROOT%' } } }],
            partialFingerprints: one.fingerprints,
            properties: { severity: 'high', path: 'src/a.py' },
          },
        ],
      },
    ]);
    const fingerprint = one.fingerprints['jarvis/v1'];
    expect(read(written)).toEqual([{ fingerprint, rule: 'B608', level: 'high', tool: 'bandit', path: 'src/a.py' }]);
  });

  it('stays as it is, byte for byte, when lines, versions and the order change', () => {
    const [one, other] = [finding(), finding({ location: { path: 'src/z.py', startLine: 1 } })];
    const moved = {
      ...one,
      location: { path: 'src/store.py', startLine: 99 },
      tool: { name: 'bandit', version: '2.0.0' },
    };
    expect(text([other, moved])).toBe(text([one, other]));
  });

  it('has no line that holds two things to review', () => {
    const lines = text([finding(), finding()]).split('\n');
    expect(lines.filter((line) => line.includes('"ruleId"'))).toHaveLength(2);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(200);
  });

  it('leaves out what is suppressed and what is gone', () => {
    const suppressed = finding({ suppression: accepted, gate: { blocking: false, reason: '' } });
    expect(read(text([suppressed, finding({ baselineState: 'absent' })]))).toEqual([]);
  });

  it('comes back as it was, is valid SARIF, and has each fingerprint of a tool once', () => {
    fc.assert(
      fc.property(fc.array(anyFinding, { maxLength: 20 }), (findings) => {
        const written = text(findings);
        expect(faults(JSON.parse(written))).toEqual([]);
        const known = findings.filter((one) => one.baselineState !== 'absent' && !isSuppressed(one));
        const keys = (all: readonly (readonly [string, string])[]) =>
          [...new Set(all.map(([tool, print]) => `${tool} ${print}`))].toSorted();
        const entries = read(written);
        const back = entries.map(({ tool, fingerprint }) => [tool, fingerprint] as const);
        expect(keys(back)).toEqual(
          keys(known.map(({ tool, fingerprints }) => [tool.name, fingerprints['jarvis/v1']] as const)),
        );
        expect(keys(back)).toHaveLength(entries.length);
      }),
      { numRuns: 100 },
    );
  });

  it('can be the SARIF file of a whole run, and can be read result by result', () => {
    const written = [...writeSarif(outcome({ findings: [finding(), finding()] })).text].join('');
    const fold = baselineFold();
    const cutting = cutMembers(each, fold.item);
    cutting.write(Buffer.from(written));
    expect(fold.end(cutting.end())).toEqual(read(written));
    expect(read(written)).toHaveLength(2);
  });
});

describe('a file that is no baseline', () => {
  const ours = () =>
    JSON.parse(text([finding()])) as { runs: { results: Record<string, unknown>[] }[]; properties: object };
  const changed = (over: Record<string, unknown>) => {
    const document = ours();
    Object.assign(document.runs[0]?.results[0] ?? {}, over);
    return document;
  };
  const stranger = /^the baseline is no SARIF 2.1.0 file of this project's/;
  const cases: [name: string, document: unknown, message: RegExp][] = [
    ['null', null, stranger],
    ['an array', [], stranger],
    ['SARIF of another tool', { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [] }] }, stranger],
    [
      'SARIF of another tool with results',
      { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{}] }] },
      stranger,
    ],
    ['another version of SARIF', { ...ours(), version: '2.0.0' }, stranger],
    ['without runs', { ...ours(), runs: undefined }, stranger],
    [
      'cut for an upload',
      { ...ours(), properties: { ...ours().properties, complete: false } },
      /results were left out/,
    ],
    [
      'with a result without a rule',
      changed({ ruleId: 7 }),
      /^the baseline has no valid ruleId at \/runs\/0\/results\/0$/,
    ],
    ['with an empty fingerprint', changed({ partialFingerprints: { 'jarvis/v1': '' } }), /partialFingerprints/],
    ['with a severity that is none', changed({ properties: { severity: 'bad' } }), /no valid properties.severity at/],
  ];
  it.each(cases)('is refused: %s', (_name, document, message) => {
    expect(() => readBaseline(document)).toThrow(message);
    expect(() => readBaseline(document)).toThrow(InputError);
  });

  it('is read or refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (result, document) => {
        for (const any of [
          document,
          { ...ours(), runs: [document] },
          changed({ properties: result }),
          changed({ partialFingerprints: result }),
        ]) {
          try {
            expect(Array.isArray(readBaseline(any))).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(InputError);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
