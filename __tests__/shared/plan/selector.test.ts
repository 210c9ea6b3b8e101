import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printed } from '../../../shared/metrics/match.ts';
import { type Matcher, parseSelector } from '../../../shared/plan/selector.ts';

describe('a selector', () => {
  const cases: [text: string, name: string, matchers: Matcher[]][] = [
    ['http_requests_total', 'http_requests_total', []],
    ['job:errors:sum{}', 'job:errors:sum', []],
    [' a { b = "c" , } ', 'a', [{ label: 'b', op: '=', value: 'c' }]],
    [
      'a{code=~"5..",path!~"/(health|metrics)",b!=""}',
      'a',
      [
        { label: 'code', op: '=~', value: '5..' },
        { label: 'path', op: '!~', value: '/(health|metrics)' },
        { label: 'b', op: '!=', value: '' },
      ],
    ],
    ['a{b="\\"\\\\\\n}"}', 'a', [{ label: 'b', op: '=', value: '"\\\n}' }]],
  ];
  it.each(cases)('%s', (text, name, matchers) => {
    expect(parseSelector(text)).toEqual({ name, matchers });
  });

  const wrong: [text: string, message: string][] = [
    ['', 'at column 1 expected the name of a metric, found its end'],
    ['{a="b"}', 'at column 1 expected the name of a metric, found "{a=\\"b\\"}"'],
    ['rate(a[5m])', 'at column 5 expected { or the end, found "(a[5m])"'],
    ['a{b}', 'at column 4 expected one of =, !=, =~, !~, found "}"'],
    ['a{b=5}', 'at column 5 expected a value in double quotes, with \\\\ for a backslash, found "5}"'],
    ["a{b='5'}", 'at column 5 expected a value in double quotes, with \\\\ for a backslash, found "\'5\'}"'],
    ['a{b="5"', 'at column 8 expected , or }, found its end'],
    ['a{b="5"}[5m]', 'at column 9 expected the end, found "[5m]"'],
    ['a{b=~"("}', 'at column 6 expected a regular expression, found "\\"(\\"}"'],
    ['a{,}', 'at column 3 expected the name of a label, found ",}"'],
  ];
  it.each(wrong)('%s is none', (text, message) => {
    expect(() => parseSelector(text)).toThrow(message);
  });

  it('is read as it was printed, whatever its values hold', () => {
    const matcher = fc.record({
      label: fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/),
      op: fc.constantFrom('=' as const, '!=' as const),
      value: fc.string({ unit: fc.constantFrom('a', '"', '\\', '\n', '}', ',', ' ', 'é') }),
    });
    fc.assert(
      fc.property(fc.array(matcher, { maxLength: 3 }), (matchers) => {
        expect(parseSelector(printed({ name: 'a', matchers }))).toEqual({ name: 'a', matchers });
      }),
    );
  });
});
