import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutLines } from '../../../../shared/tools/report/lines.ts';
import { complaint, inPieces } from './pieces.ts';

function cut(text: string, size = 65_536): [string, unknown][] {
  const lines: [string, unknown][] = [];
  const cutting = cutLines((value, pointer) => lines.push([pointer, value]));
  inPieces(Buffer.from(text), size, (chunk) => cutting.write(chunk));
  cutting.end();
  return lines;
}

describe('JSON lines', () => {
  const cases: [name: string, text: string, lines: [string, unknown][]][] = [
    [
      'come one by one',
      '{"a":1}\n[2]\n',
      [
        ['1', { a: 1 }],
        ['2', [2]],
      ],
    ],
    [
      'need no last line feed',
      '1\n2',
      [
        ['1', 1],
        ['2', 2],
      ],
    ],
    [
      'may end as on Windows',
      '1\r\n2\r\n',
      [
        ['1', 1],
        ['2', 2],
      ],
    ],
    ['may be empty, and count', '\n \n3\n\n', [['3', 3]]],
    ['may be none', '', []],
  ];
  it.each(cases)('%s', (_name, text, lines) => {
    expect(cut(text)).toEqual(lines);
    expect(cut(text, 1)).toEqual(lines);
  });

  it('are those of JSON.parse, wherever the pieces end', () => {
    const lines = fc.array(fc.jsonValue().map((value) => JSON.stringify(value)));
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 30 }), (texts, size) => {
        expect(cut(texts.join('\n'), size).map(([, value]) => value)).toEqual(texts.map((text) => JSON.parse(text)));
      }),
    );
  });

  const broken: [name: string, text: string, message: string][] = [
    ['cut', '{"a":1}\n{"a":', 'the report ends in the middle at line 2, column 6'],
    ['that is a log line', '{}\n{}\nlevel=info', 'the report is not valid JSON at line 3, column 1'],
    ['with two values', '{} {}', 'the report goes on after its end at line 1, column 4'],
    ['of 17 MB', `{"a":"${'x'.repeat(17_000_000)}"}`, 'a line of the report has more than 16 MiB, which is the limit'],
  ];
  it.each(broken)('with a line %s are an error', (_name, text, message) => {
    expect(complaint(() => cut(text))).toBe(message);
  });

  it('with a line of 10 MB are read', () => {
    expect(cut(`{"a":"${'x'.repeat(10_000_000)}"}\n2`)).toHaveLength(2);
  });
});
