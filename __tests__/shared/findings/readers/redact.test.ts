import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { line, redact } from '../../../../shared/findings/readers/redact.ts';
import { growth } from '../growth.ts';
import { planted } from './planted.ts';

describe('a message keeps its words', () => {
  it.each([
    'Use of assert detected. The enclosed code will be removed when compiling to optimised byte code.',
    'Use of weak MD5 hash for security. Consider usedforsecurity=False',
    'dangerouslySetInnerHTML is used; see https://semgrep.dev/r/python.lang.security.audit.dangerous-subprocess-use-audit',
    'CVE-2099-12345 and GHSA-p6mc-m468-83gw are fixed in 4.17.21-beta.3',
    'Pin versions in apt get install. Instead of `apt-get install <package>` use `apt-get install <package>=<version>`',
    'This password: use a vault for it. The token is checked by the server.',
    'SC2086: Double quote to prevent globbing and word splitting.',
    'jobs.build.steps[12].uses is not pinned to a hash',
    '1234567890123456 bytes',
  ])('%s', (message) => {
    expect(redact(message)).toBe(message);
  });
});

describe('a message loses what may be a secret', () => {
  it.each(Object.entries(planted))('%s', (_kind, secret) => {
    expect(redact(`found ${secret} here`)).toMatch(/^found (\[\.\.\.\] here|\[\.\.\.\])/);
    expect(redact(`found ${secret} here`)).not.toContain(secret.slice(8, 24));
  });

  it.each([
    ["Possible hardcoded password: 'hunter2'", 'Possible hardcoded password: [...]'],
    ['api_key=hunter2 is weak', 'api_key=[...] is weak'],
    ['token = "two words"', 'token = [...]'],
    ['{"secret": "hunter2"}', '{"secret": [...]}'],
    ['clone https://ada:hunter2@example.com/x', 'clone https://[...]@example.com/x'],
  ])('%s', (message, expected) => {
    expect(redact(message)).toBe(expected);
  });

  it.each([
    ['Password hunter2 is in the code', 'password = "hunter2"'],
    ['Password hunter2 is in the code', 'password: hunter2'],
    ['Password hunter2 is in the code', "connect('hunter2"],
  ])('%s, where the code is %s', (message, code) => {
    expect(redact(message, code)).toBe('Password [...] is in the code');
  });
});

it('a secret across the end of what is shown is not left in half', () => {
  const secret = planted.token;
  for (let before = 3950; before < 4010; before++) {
    expect(redact(`${' '.repeat(before)} ${secret}`)).not.toContain(secret.slice(0, 12));
  }
});

it('a line is one line of bounded length, however long the message', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), fc.integer({ min: 1, max: 200 }), (message, limit) => {
      const shown = line(message, limit);
      expect(shown).not.toMatch(/[\r\n]/);
      expect(shown.length).toBeLessThanOrEqual(limit + 4);
    }),
  );
});

it.each([
  ['one word', 'a1'],
  ['quotes', '"\\'],
  ['beginnings of keys', '---BEGIN '],
  ['assignments', 'token='],
  ['addresses', 'a://'],
])('millions of characters of %s take as long as there are', (_name, part) => {
  const read = (size: number) => redact(part.repeat(size / part.length), part.repeat(size / part.length));
  expect(growth(read, 1_000_000)).toBeLessThan(1);
});
