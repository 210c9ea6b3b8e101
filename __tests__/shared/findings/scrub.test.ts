import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mask } from '../../../shared/findings/redact.ts';
import { scrub } from '../../../shared/findings/scrub.ts';
import { growth } from './growth.ts';

const sha = (kind: string, text: string) => createHash(kind).update(text);
/** Letters, capitals and digits, the same in every run. */
const made = (length: number) =>
  sha('sha512', 'made')
    .digest('base64')
    .replace(/[^A-Za-z0-9]/g, '')
    .repeat(9)
    .slice(0, length);
const capitals = (length: number) => made(200).toUpperCase().slice(0, length);
const pem = (label: string) => [`-----BEGIN ${label}`, `-----\n${made(64)}\nAb3=\n-----END ${label}`, '-----'].join('');

describe('what looks like a credential is masked', () => {
  const head = (...parts: string[]) => parts.join('');
  it.each([
    ['a GitHub token', head('gh', 'p_', made(36))],
    ['a token of a GitHub action', head('gh', 's_', made(36))],
    ['a GitHub fine-grained token', head('github', '_pat_', made(60))],
    ['a GitLab token', head('gl', 'pat-', made(20))],
    ['an AWS key', head('AK', 'IA', capitals(16))],
    ['a Slack token', head('xo', 'xb-', '1234567890-', made(24))],
    ['a Google key', head('AI', 'za', made(35))],
    ['a Stripe key', head('sk', '_live_', made(24))],
    ['an npm token', head('np', 'm_', made(36))],
    ['a JWT', head('ey', 'J', made(20), '.ey', 'J', made(30), '.', made(43))],
    ['an AI service key', head('sk-', 'ant-', made(40))],
    ['32 random bytes in Base64', sha('sha256', 'x').digest('base64')],
    ['32 random bytes in hex, without a label', sha('sha256', 'x').digest('hex')],
    ['a PEM block', pem('RSA PRIVATE KEY')],
    ['an OpenSSH key', pem('OPENSSH PRIVATE KEY')],
  ])('%s', (_, secret) => {
    expect(scrub(`before ${secret} after`)).toBe(`before ${mask} after`);
  });

  it.each([
    ['db postgres://app:s3cret@db:5432/x', `db postgres://app:${mask}@db:5432/x`],
    ['redis://:s3cret@cache', `redis://:${mask}@cache`],
    ['https://u:p@ss:w@host/path', `https://u:${mask}@host/path`],
    [`https://${'x'.repeat(20)}@host/a.git`, `https://${mask}@host/a.git`],
    ["Possible hardcoded password: 'hunter2'", `Possible hardcoded password: '${mask}'`],
    ['password=hunter2&user=me', `password=${mask}&user=me`],
    ['DB_PASSWORD := hunter2', `DB_PASSWORD := ${mask}`],
    ['secret: "a \\"quoted\\" one", user: me', `secret: "${mask}", user: me`],
    ["{'api_key': 'abc', 'n': 1}", `{'api_key': '${mask}', 'n': 1}`],
    ['{\\"clientSecret\\": \\"abc\\", \\"n\\": 1}', `{\\"clientSecret\\": \\"${mask}\\", \\"n\\": 1}`],
    ['config["token"] = "abc"', `config["token"] = "${mask}"`],
    ['token: swordfish', `token: ${mask}`],
    ['Authorization: Bearer abcdef', `Authorization: Bearer ${mask}`],
    ['-H "Authorization: Basic dXNlcjpwYXNz"', `-H "Authorization: Basic ${mask}"`],
    ['uses Bearer abc123def', `uses Bearer ${mask}`],
    [`cut ${pem('RSA PRIVATE KEY').slice(0, 60)}`, `cut ${mask}`],
    [`tail ${pem('EC PRIVATE KEY').slice(-33)}`, `tail ${mask}`],
  ])('%p', (text, expected) => {
    expect(scrub(text)).toBe(expected);
  });
});

describe('what only looks a little like one is kept', () => {
  it.each([
    [`commit ${sha('sha1', 'x').digest('hex')}`],
    [`image@sha256:${sha('sha256', 'x').digest('hex')}`],
    [`sha256=${sha('sha256', 'x').digest('hex')}`],
    [`"integrity": "sha512-${sha('sha512', 'x').digest('base64')}"`],
    ['9f1b2c3d-0a1b-4c2d-8e3f-4a5b6c7d8e9f'],
    ['node_modules/@typescript-eslint/eslint-plugin/dist/rules/no-unsafe-return'],
    ['src/components/UserProfile2/indexPageOfManyThings.tsx'],
    ['python.lang.security.audit.dangerous-subprocess-use-tainted-env-args'],
    ['https://registry.npmjs.org:443/@scope/pkg'],
    ['ssh://git@github.com/a/b'],
    ['src/password.py:12:3: B105'],
    ['Token: expected a name'],
    ['tokens: 300'],
    ['password=None'],
    ['the api-key, secret and token of a user'],
    ['basic authentication is needed'],
    ['CVE-2024-12345, GHSA-35jh-r3h4-6jhm, pkg:npm/lodash@4.17.20'],
    ['AVeryLongCamelCaseNameOfAnAbstractFactoryBean'],
  ])('%s', (text) => {
    expect(scrub(text)).toBe(text);
  });
});

describe('a name', () => {
  it('keeps what only looks random, and loses tokens', () => {
    const file = `assets/index-${sha('md5', 'x').digest('hex')}.js`;
    expect(scrub(file, 'name')).toBe(file);
    expect(scrub(`out/${['gh', 'p_', made(36)].join('')}.txt`, 'name')).toBe(`out/${mask}.txt`);
  });
});

describe('any text', () => {
  it('is scrubbed once and for all', () => {
    const bits = fc.constantFrom(
      'password',
      '=',
      '"',
      ':',
      ' ',
      '://',
      '@',
      'a',
      'Bearer ',
      '\\',
      '\n',
      made(30),
      'token',
      "'",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const once = scrub(parts.join(''));
        expect(scrub(once)).toBe(once);
      }),
    );
  });

  it.each([['password=\'x" '], ['://a:b'], ['eyJ'], ['A'], ['AAAA -----END '], ['secret["'], ['-----BEGIN A-----']])(
    'of many %p takes as long as there are',
    (part) => {
      expect(growth((size) => scrub(part.repeat(size / part.length)), 200_000)).toBeLessThan(1);
    },
  );
});
