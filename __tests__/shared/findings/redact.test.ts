import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mask, redactor } from '../../../shared/findings/redact.ts';

const planted = ['c0rrect', 'H0rse+Battery/', 'staple "&<é'].join('-');

const hex = (text: string) => Buffer.from(text).toString('hex');
const percent = (text: string) => hex(text).replace(/../g, '%$&');
const unicode = (text: string) =>
  text
    .split('')
    .map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

/** Encodings that are read back to the very same text. */
const forms: readonly (readonly [string, (secret: string) => string])[] = [
  ['plain', (secret) => secret],
  ['JSON', (secret) => JSON.stringify(secret).slice(1, -1)],
  ['JSON in JSON', (secret) => JSON.stringify(JSON.stringify(secret).slice(1, -1)).slice(1, -1)],
  ['JSON with every character escaped', unicode],
  ['a URL component', (secret) => encodeURIComponent(secret)],
  ['a form', (secret) => encodeURIComponent(secret).replaceAll('%20', '+')],
  ['a URL with every byte escaped, in small letters', percent],
  ['a URL, twice', (secret) => encodeURIComponent(encodeURIComponent(secret))],
  ['HTML', (secret) => secret.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')],
  ['HTML with numbers', (secret) => [...secret].map((c) => `&#${c.codePointAt(0)};`).join('')],
  [
    'C with octal bytes',
    (s) => [...s].map((c) => (c < '\x80' ? `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}` : c)).join(''),
  ],
  ['hex', hex],
  ['hex in capitals', (secret) => hex(secret).toUpperCase()],
  ['Base64', (secret) => Buffer.from(secret).toString('base64')],
  ['Base64 for URLs', (secret) => Buffer.from(secret).toString('base64url')],
];

describe('a known secret', () => {
  it.each(forms)('in the form of %s is masked, and what stands around it is kept', (_, form) => {
    expect(redactor([planted])(`before ${form(planted)} after`)).toBe(`before ${mask} after`);
  });

  it.each([0, 1, 2, 3, 4])('within the Base64 of something with %d bytes in front is masked', (front) => {
    const text = Buffer.from(`${'x'.repeat(front)}${planted}${'y'.repeat(7)}`).toString('base64');
    const masked = redactor([planted])(text);
    expect(masked).toContain(mask);
    expect(Buffer.from(masked.replace(mask, ''), 'base64').toString('latin1')).not.toContain(planted.slice(3, 9));
  });

  it('that a tool cut off at the end of its text is masked', () => {
    expect(redactor([planted])(`found ${planted.slice(0, 12)}`)).toBe(`found ${mask}`);
  });

  it('that only appears once another was masked is masked as well', () => {
    const other = ['in', 'n3r-0ne'].join('');
    const outer = `left${mask}right`;
    expect(redactor([outer, other])(`a left${other}right b`)).toBe(`a ${mask} b`);
  });

  it('that overlaps another is masked as a whole', () => {
    expect(redactor(['abcd3fgh1', 'fgh1jklmn'])('x abcd3fgh1jklmn y')).toBe(`x ${mask} y`);
  });

  it('of many lines is masked line by line, in one line as well', () => {
    const lines = ['MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn', 'ygWyF0nBPzkp9gIDAQABAoIBAQC7'];
    const pem = ['-----BEGIN RSA PRIVATE', ` KEY-----\n${lines.join('\n')}\n-----END RSA PRIVATE`, ' KEY-----\n'].join(
      '',
    );
    const redact = redactor([pem]);
    for (const text of [
      pem,
      pem.replaceAll('\n', '\r\n'),
      JSON.stringify(pem),
      `line 2: ${lines[1]}`,
      lines.join(''),
      Buffer.from(pem).toString('base64'),
    ]) {
      for (const line of lines) {
        expect(redact(text)).not.toContain(line);
        expect(Buffer.from(redact(text).replaceAll(mask, ''), 'base64').toString('latin1')).not.toContain(
          line.slice(2, 12),
        );
      }
    }
  });

  it('never survives, whatever it is, wherever it stands and however it is written', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 40, unit: 'grapheme' })
      .filter((s) => s.trim().length >= 8 && !/^[*\s]*$/.test(s));
    const around = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(secret, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.constantFrom(...forms),
        around,
        around,
        (secrets, n, [, form], before, after) => {
          const one = (secrets[n % secrets.length] ?? '').trim();
          const text = `${before} ${form(one)} ${after}`;
          const masked = redactor(secrets)(text);
          expect(masked).not.toContain(one);
          expect(masked).not.toContain(form(one));
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a short secret', () => {
  it.each([
    ['hunter2', 'prose', "password: 'hunter2'", `password: '${mask}'`],
    ['test', 'prose', 'the tests of a test', `the tests of a ${mask}`],
    ['test', 'name', 'test/a.py', 'test/a.py'],
    ['password', 'name', 'src/password.py', 'src/password.py'],
    ['password', 'prose', 'a hardcoded password', `a hardcoded ${mask}`],
    ['s3cr3tWord', 'name', 'out/s3cr3tWord.txt', `out/${mask}.txt`],
    ['abc', 'prose', 'password: abc', 'password: abc'],
    ['abc', 'secret', 'password: abc, abcd', `password: ${mask}, abcd`],
    ['a', 'secret', "possible password: 'a' at a.py", `possible password: '${mask}' at ${mask}.py`],
    ['!!', 'secret', 'pass!!word', `pass${mask}word`],
    ['.*', 'secret', "a 'b' '.*'", `a 'b' '${mask}'`],
  ] as const)('%p in a %s: %p becomes %p', (secret, place, text, expected) => {
    expect(redactor([secret])(text, place)).toBe(expected);
  });
});

describe('what is no secret', () => {
  it.each([[''], ['   '], ['\n'], [mask], ['********']])('%p masks nothing', (secret) => {
    expect(redactor([secret])('a text *** ******** \n', 'secret')).toBe('a text *** ******** \n');
  });

  it('is given back as it was, with its escapes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(redactor(['zq9-Zq8-zQ7-Zq6'])(text)).toBe(text)),
    );
  });
});

describe('many secrets in many texts', () => {
  it('cost what the texts cost, not texts times secrets', () => {
    const secretsOf = (count: number) =>
      Array.from({ length: count }, (_, i) => `tok_${(i * 2654435761) % 1e9}_${i}_Xy`);
    const text =
      'A call of subprocess with shell=True was found, which tok_ cannot be traced to a constant value. '.repeat(3);
    const seconds = (count: number) => {
      const redact = redactor(secretsOf(count));
      const began = performance.now();
      for (let i = 0; i < 500; i += 1) redact(text);
      return (performance.now() - began) / 1000;
    };
    seconds(10);
    expect(seconds(2_000)).toBeLessThan(10 * seconds(10) + 0.5);
  });
});
