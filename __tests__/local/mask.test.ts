/** Every form in which a secret leaks through a text is hidden. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createMasker } from '../../local/runner/mask.ts';

const secret = `p&ss"w0rd <with> 'quotes' / and spaces`;

test.each<[string, string]>([
  ['itself', secret],
  ['JSON', JSON.stringify({ secret })],
  ['a URI component', encodeURIComponent(secret)],
  ['a URI', encodeURI(secret)],
  ['XML', secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')],
  ['base64', Buffer.from(secret).toString('base64')],
])('as %s', (_, text) => {
  const hidden = createMasker([secret]).hide(`before ${text} after`);
  expect(hidden).toMatch(/^before .*\*\*\*.* after$/);
  expect(hidden).not.toContain(text.slice(6, 20));
});

test('in base64 at any offset', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, after) => {
      const encoded = Buffer.from(`${before}super-secret-value-1234${after}`).toString('base64');
      const kept = Buffer.from(
        createMasker(['super-secret-value-1234'])
          .hide(encoded)
          .replace(/\*\*\*.*/, ''),
        'base64',
      );
      expect(kept.toString()).not.toContain('secret-value');
    }),
  );
});

test.each<[string, string[], string, string]>([
  ['each line', ['first-line\nsecond-line'], 'a second-line', 'a ***'],
  ['the longest first', ['abc', 'abcdef'], 'abcdef abc', '*** ***'],
  ['pattern characters', ['a.b*c('], 'a.b*c( axbxc(', '*** axbxc('],
  ['no blank values', ['', ' ', '\n'], 'a b\nc', 'a b\nc'],
  ['nothing unknown', [], 'text', 'text'],
])('hides %s', (_, secrets, text, expected) => expect(createMasker(secrets).hide(text)).toBe(expected));

test('tells whether a text reveals one', () => {
  const masker = createMasker([]);
  expect(masker.reveals('token')).toBe(false);
  masker.add('token');
  expect(masker.reveals(Buffer.from('a token').toString('base64'))).toBe(false);
  expect(masker.reveals('the token')).toBe(true);
});
