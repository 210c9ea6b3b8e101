/** Lines, JSON and text of a replay, each by itself. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { parseJson } from '../../local/replay/json.ts';
import { linesOf, type Source } from '../../local/replay/lines.ts';
import { printable } from '../../local/replay/printable.ts';
import { jsonLine } from '../../local/replay/text.ts';

/** Gives the bytes in pieces of these sizes, again and again. */
function source(bytes: Buffer, sizes: readonly number[]): Source {
  let [at, turn] = [0, 0];
  return (buffer, from) => {
    const size = Math.min(sizes[turn++ % sizes.length] ?? 1, buffer.length - from);
    const got = bytes.copy(buffer, from, at, at + size);
    at += got;
    return got;
  };
}

describe('lines', () => {
  const text = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => each.replaceAll('\n', ' ')));
  const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 });

  test('are the same in whatever pieces they come', () => {
    fc.assert(
      fc.property(text, sizes, fc.boolean(), (lines, pieces, ended) => {
        const bytes = Buffer.from(lines.join('\n') + (ended && lines.length > 0 ? '\n' : ''));
        const expected = bytes.toString().split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect([...linesOf(source(bytes, pieces), 1000)]).toEqual(expected);
      }),
    );
  });

  test.each([
    [10, true],
    [11, false],
  ])('of %d bytes pass a limit of 10: %s', (length, passes) => {
    const read = () => [
      ...linesOf(source(Buffer.from(`a\n${'é'.repeat(length / 2)}${'b'.repeat(length % 2)}\nc`), [7]), 10),
    ];
    if (passes) expect(read()).toHaveLength(3);
    else expect(read).toThrow('the line is longer than 10 bytes');
  });
});

describe('what is no JSON', () => {
  test.each<[string, number]>([
    ['', 1],
    ['{', 2],
    ['{"a":1', 7],
    ['{"a":"x', 8],
    ['nope', 2],
    ['{"a":NaN}', 6],
    ['{"N":NaN}', 6],
    ['{"a":"NaN","long enough to be quoted":NaN,"and":"more after it"}', 39],
    ["{'a':1}", 2],
    ['{"a":1,}', 8],
    ['{"a":01}', 7],
    ['{"a":1} {', 9],
    ['{"a":-Infinity}', 7],
    ['{"a":"\u0001"}', 7],
  ])('%j has a column', (text, column) => {
    expect(() => parseJson(text)).toThrow(expect.objectContaining({ name: 'JsonError', column }));
  });
});

describe('text from outside', () => {
  test.each([
    ['plain, Grüße 10 %', 'plain, Grüße 10 %'],
    ['a\nb\r\tc', 'a\\u000ab\\u000d\\u0009c'],
    ['\u001b[2J\u009b31m', '\\u001b[2J\\u009b31m'],
    ['\u202egnp.exe\u2028', '\\u202egnp.exe\\u2028'],
    ['::error::x', '\u200b::error::x'],
    ['  ::error::x', '  \u200b::error::x'],
    ['a::b', 'a::b'],
    ['x ##[error]y', 'x #\u200b#[error]y'],
    ['\ud800', '\\ud800'],
  ])('%j is printed as %j', (text, expected) => expect(printable(text)).toBe(expected));

  test('is no command in JSON either', () => {
    const line = jsonLine('##[error]x', {
      verdict: 'promote',
      t: 1,
      reason: '',
      odds: 1,
      canaryRequests: 1,
      compared: 0,
      different: 0,
    });
    expect(line).not.toContain('##[');
    expect(JSON.parse(line)).toMatchObject({ file: '##[error]x' });
  });
});
