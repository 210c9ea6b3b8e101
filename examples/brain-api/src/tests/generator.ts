import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { generate } from '../generator.ts';

const questions = ['', 'hello', 'hello ', 'what is a canary', '\u{1f600}', 'x'.repeat(10_000)];

describe('the built-in generator', () => {
  for (const question of questions)
    test(`answers "${question.slice(0, 20)}" in several pieces and 20 to 40 ms`, () => {
      const pieces = generate(question);
      const total = pieces.reduce((sum, { time }) => sum + time, 0);
      assert.ok(pieces.length > 1 && pieces.every(({ content }) => content.trim() !== ''));
      assert.ok(total >= 20 && total <= 40, `${total} ms`);
    });
  test('gives the same answer again', () => assert.deepEqual(generate('hello'), generate('hello')));
  test('gives another answer to another question', () => assert.notDeepEqual(generate('hello'), generate('goodbye')));
});
