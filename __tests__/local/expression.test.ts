/** Expressions as GitHub evaluates them. */
import { expect, test } from '@jest/globals';
import { evaluate, functionsOf, holds } from '../../local/runner/expression.ts';
import { jobStatus } from '../../local/runner/graph.ts';

const contexts = {
  needs: { a: { result: 'failure', outputs: { 'some-key': 'v' } }, b: { result: 'success', outputs: {} } },
  inputs: { flag: false, count: 3, word: 'X' },
};

test.each<[string, unknown]>([
  ['needs.a.outputs.some-key', 'v'],
  ["needs['a'].result", 'failure'],
  ['needs.*.result', ['failure', 'success']],
  ["contains(needs.*.result, 'failure')", true],
  ["inputs.word == 'x'", true],
  ['inputs.count > 2', true],
  ['inputs.flag', false],
  ['inputs.missing', null],
  ['steps.nothing.outputs.at.all', null],
  ["'it''s a ''quote'''", "it's a 'quote'"],
  ["format('{0} ''{1}'' {{}}', 'a', 'b')", "a 'b' {}"],
  ['fromJSON(\'{"a": [1, 2]}\').a[1]', 2],
  ["inputs.flag && 'yes' || 'no'", 'no'],
  ['vars.ANY || secrets.ANY', null],
])('%s', (expression, expected) => expect(evaluate(expression, { contexts })).toEqual(expected));

test.each<[string, boolean]>([
  ['success()', false],
  ['failure()', true],
  ["failure('b')", false],
  ['always()', true],
  ['cancelled()', false],
  ['!cancelled() && failure()', true],
])('condition %s after a failed job', (expression, expected) => {
  const status = jobStatus({ a: 'failure', b: 'success' }, false);
  expect(holds(expression, { contexts, status })).toBe(expected);
});

test('an unknown name is an error', () => {
  expect(() => evaluate('nothing.here', { contexts })).toThrow(/Unrecognized named-value/);
  expect(() => evaluate('nothing()', { contexts })).toThrow(/Unrecognized function/);
});

test('called functions are found, texts are not', () => {
  expect(functionsOf("hashFiles('a') == format('success()', 1) && inputs.always")).toEqual(['hashfiles', 'format']);
});
