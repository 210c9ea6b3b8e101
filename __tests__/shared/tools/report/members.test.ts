import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutMembers } from '../../../../shared/tools/report/members.ts';
import { complaint, inPieces } from './pieces.ts';

interface Got {
  readonly members: readonly (readonly [pointer: string, value: unknown])[];
  readonly document: unknown;
}

function cut(text: string | Uint8Array, each: readonly string[], size = 65_536): Got {
  const members: [string, unknown][] = [];
  const cutting = cutMembers(each, (value, pointer) => members.push([pointer, value]));
  inPieces(Buffer.from(text), size, (chunk) => cutting.write(chunk));
  return { document: cutting.end(), members };
}

const wrong = (text: string | Uint8Array, each: readonly string[] = ['$.results.*'], size?: number) =>
  complaint(() => cut(text, each, size));

describe('the members of a document', () => {
  const cases: [name: string, each: string[], text: string, members: [string, unknown][], document: unknown][] = [
    [
      'of a named array',
      ['$.a.*'],
      '{"v":1,"a":[1,{"x":[]}],"w":[2]}',
      [
        ['/a/0', 1],
        ['/a/1', { x: [] }],
      ],
      { v: 1, a: [], w: [2] },
    ],
    [
      'of the document itself',
      ['$.*'],
      ' [ {"a":1} , "]" ] ',
      [
        ['/0', { a: 1 }],
        ['/1', ']'],
      ],
      [],
    ],
    ['of a named object', ['$.deps.*'], '{"deps":{"a/b":{"~":1}}}', [['/deps/a~1b', { '~': 1 }]], { deps: {} }],
    [
      'of arrays in an array',
      ['$.runs.*.results.*'],
      '{"runs":[{"results":[1]},{"t":2,"results":[3]}]}',
      [
        ['/runs/0/results/0', 1],
        ['/runs/1/results/0', 3],
      ],
      { runs: [{ results: [] }, { t: 2, results: [] }] },
    ],
    [
      'of two places',
      ['$.a.*', '$.b.c.*'],
      '{"a":[1],"b":{"c":[2],"d":3}}',
      [
        ['/a/0', 1],
        ['/b/c/0', 2],
      ],
      { a: [], b: { c: [], d: 3 } },
    ],
    ['of an empty array', ['$.a.*'], '{"a":[]}', [], { a: [] }],
    ['that is not there', ['$.a.*'], '{"b":[1]}', [], { b: [1] }],
    ['that has no members', ['$.a.*'], '{"a":null}', [], { a: null }],
    ['of a document that is no container', ['$.a.*'], ' -1.5e3\n', [], -1500],
    ['under an escaped key', ['$.results.*'], '{"r\\u0065sults":[1]}', [['/results/0', 1]], { results: [] }],
  ];
  it.each(cases)('%s come one by one', (_name, each, text, members, document) => {
    expect(cut(text, each)).toEqual({ members, document });
    expect(cut(text, each, 1)).toEqual({ members, document });
  });

  it('keep a key named __proto__ as a key', () => {
    const { members, document } = cut('{"results":[{"__proto__":{"x":1}}],"__proto__":{"y":2}}', ['$.results.*']);
    expect(JSON.stringify([members, document])).toBe(
      '[[["/results/0",{"__proto__":{"x":1}}]],{"results":[],"__proto__":{"y":2}}]',
    );
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
  });

  const values = fc.json({ maxDepth: 5 });
  it('are those of JSON.parse, whatever they are and wherever the pieces end', () => {
    const property = fc.property(fc.array(values), values, fc.integer({ min: 1, max: 40 }), (results, other, size) => {
      const text = `{"before":${other}, "results": [${results.join(' , ')}\n], "after":[${other}]}`;
      const { members, document } = cut(text, ['$.results.*'], size);
      expect(members).toEqual(results.map((value, index) => [`/results/${index}`, JSON.parse(value)]));
      expect(document).toEqual({ ...JSON.parse(text), results: [] });
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('are one document where none are wanted', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (text, size) => {
        expect(cut(text, [], size).document).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('a document that is broken', () => {
  const cases: [name: string, text: string, message: string][] = [
    ['empty', '', 'the report is empty'],
    ['only space', ' \n\t', 'the report is empty'],
    ['cut in a member', '{"results":[{"a":1},\n{"a":', 'the report ends in the middle at line 2, column 6'],
    ['cut behind a member', '{"results":[1]', 'the report ends in the middle at line 1, column 15'],
    ['followed by another', '{"results":[]}\n{}', 'the report goes on after its end at line 2, column 1'],
    ['with NaN', '{"results":[{"a":1,\n "b":NaN}]}', 'the report is not valid JSON at line 2, column 6'],
    ['with a comma at the end', '{"results":[1,]}', 'the report is not valid JSON at line 1, column 15'],
    [
      'with a comma too much in a member',
      '{"results":[{"a":1,}]}',
      'the report is not valid JSON at line 1, column 20',
    ],
    ['with the wrong bracket', '{"results":[{"a":[1}]}]}', 'the report is not valid JSON at line 1, column 20'],
    ['with the wrong bracket around members', '{"results":[1}', 'the report is not valid JSON at line 1, column 14'],
    ['with a raw line feed in a text', '{"results":["a\nb"]}', 'the report is not valid JSON at line 1, column 13'],
    ['with an unknown escape', '{"x":"\\q"}', 'the report is not valid JSON at line 1, column 6'],
    ['without a colon', '{"results" [1]}', 'the report is not valid JSON at line 1, column 12'],
    ['without quotes', '{results:[1]}', 'the report is not valid JSON at line 1, column 2'],
    ['with its members twice', '{"results":[1],\n"results":[]}', 'the report has a key twice at line 2, column 1'],
    [
      'nested too deep',
      `{"results":[${'['.repeat(600)}]}`,
      'the report nests deeper than 512 levels at line 1, column 525',
    ],
  ];
  it.each(cases)('%s is an error that says where', (_name, text, message) => {
    expect(wrong(text)).toBe(message);
    expect(wrong(text, ['$.results.*'], 1)).toBe(message);
  });

  it('is an error where it is not UTF-8', () => {
    const text = Buffer.concat([Buffer.from('{"results":["'), Buffer.from([0xe9]), Buffer.from('"]}')]);
    expect(wrong(text)).toBe('the report is not valid UTF-8 in what begins at line 1, column 13');
  });

  it('is never quoted', () => {
    const secret = ['gh', 'p_', 'x'.repeat(36)].join('');
    const faults = fc.constantFrom(
      `{"a":"${secret}`,
      `{"a":"${secret}"`,
      `"${secret}" x`,
      `${secret}`,
      `{"a":${secret}}`,
      `"\\x${secret}"`,
    );
    fc.assert(
      fc.property(faults, fc.constantFrom('', ']}'), (fault, tail) => {
        const message = wrong(`{"results":[${fault}${tail}`);
        expect(message).toMatch(/line 1, column \d+$/);
        expect(message).not.toContain(secret.slice(0, 8));
      }),
    );
  });

  it('is an error wherever it is cut', () => {
    const documents = fc.oneof(fc.array(fc.json()), fc.dictionary(fc.string(), fc.jsonValue()));
    const property = fc.property(documents, fc.nat(), (value, at) => {
      const text = Buffer.from(JSON.stringify({ results: value }));
      expect(wrong(text.subarray(0, at % text.length))).not.toBe('');
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('is either read as JSON.parse reads it or an error, whatever one byte of it became', () => {
    const property = fc.property(
      fc.array(fc.json()),
      fc.nat(),
      fc.integer({ min: 0, max: 127 }),
      (results, at, byte) => {
        const bytes = Buffer.from(`{"results":[${results.join(',')}],"x":{"y":0}}`);
        bytes[at % bytes.length] = byte;
        const parsed = complaintOf(() => JSON.parse(bytes.toString()));
        const message = wrong(bytes);
        if (parsed !== '') expect(message).not.toBe('');
        else if (message !== '') expect(message).toContain('twice');
      },
    );
    fc.assert(property, { numRuns: 1000 });
  });
});

describe('a member of 10 MB', () => {
  const long = (size: number) => Buffer.from(`{"results":[{"code":"${'x'.repeat(size)}"}]}`);

  it('is read', () => {
    expect(cut(long(10_000_000), ['$.results.*']).members).toEqual([['/results/0', { code: expect.any(String) }]]);
  });
  it('is an error above the limit', () => {
    expect(wrong(long(17_000_000))).toBe('one entry of the report has more than 16 MiB, which is the limit');
  });
  it('is an error where it never ends, before all of it is held', () => {
    const endless = cutMembers(['$.*'], () => undefined);
    const chunk = Buffer.alloc(1_000_000, 'x');
    endless.write(Buffer.from('["'));
    const message = complaint(() => {
      for (let written = 0; written < 100; written += 1) endless.write(chunk);
    });
    expect(message).toBe('one entry of the report has more than 16 MiB, which is the limit');
  });
});

it('much beside the members is an error', () => {
  const other = `"${'x'.repeat(12_000_000)}"`;
  const message = 'the report has, beside its findings, more than 32 MiB, which is the limit';
  expect(wrong(`{"a":${other},"b":${other},"c":${other},"results":[]}`)).toBe(message);
});

function complaintOf(call: () => unknown): string {
  try {
    call();
    return '';
  } catch (error) {
    return String(error);
  }
}
