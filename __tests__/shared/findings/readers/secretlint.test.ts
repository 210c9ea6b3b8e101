import { describe, expect, it } from '@jest/globals';
import { secretlint } from '../../../../shared/findings/readers/secretlint.ts';
import { fixture, planted, printable, read } from './recorded.ts';

const github = {
  category: 'secret',
  rule: { id: '@secretlint/secretlint-rule-github/GITHUB_TOKEN', name: 'GITHUB_TOKEN' },
  aliases: [],
  severity: { level: 'high', original: 'error' },
  title: 'A secret is in the open: GITHUB_TOKEN',
  message: 'secretlint saw it; it does not try whether it works.',
  verification: 'not-attempted',
  location: { path: 'src/config.env', startLine: 2, startColumn: 10, endLine: 2, endColumn: 50 },
  secret: planted.SECRET,
};

describe('a recorded report of secretlint', () => {
  it.each([
    ['masked', 'secretlint-13.0.6.json', 4],
    ['unmasked', 'secretlint-13.0.6-unmasked.json', 4],
    ['of the library', 'secretlint-core-13.1.0.json', 2],
  ])('%s has a finding a message, and the secret from the source', (_, name, files) => {
    const reading = read(secretlint, fixture(name));
    const found = reading.drafts.find(({ location }) => location?.path === 'src/config.env');
    expect(found).toEqual({ ...github, pointer: expect.stringMatching(/^\/\d\/messages\/0$/) });
    expect(reading).toMatchObject({ scanned: files, skipped: [], errors: [] });
    expect(reading.secrets).toContain(planted.SECRET);
    expect(reading.secrets.filter((secret) => !/[^*]/.test(secret) || secret.includes('GitHub'))).toEqual([]);
    expect(printable(reading)).not.toContain(planted.SECRET);
  });

  it('has the secret from the data where there is no source', () => {
    const text = fixture('secretlint-13.0.6-unmasked.json').replaceAll('"sourceContent"', '"other"');
    const { drafts, secrets } = read(secretlint, text);
    expect(secrets).toContain(planted.SECRET);
    expect(drafts.some((draft) => 'secret' in draft)).toBe(false);
  });

  it('has no secret where range and source do not fit together', () => {
    const text = fixture('secretlint-13.0.6.json').replaceAll(/"range":\[\d+,\d+\]/g, '"range":[90000,90040]');
    expect(read(secretlint, text).drafts.filter((draft) => 'secret' in draft)).toEqual([]);
  });

  it('of files without a secret is clean', () => {
    expect(read(secretlint, fixture('secretlint-13.0.6-clean.json'))).toMatchObject({
      drafts: [],
      scanned: 1,
      skipped: [],
    });
  });

  it('of no file is not clean', () => {
    expect(read(secretlint, '[]')).toMatchObject({ scanned: 0, skipped: ['secretlint looked at no file'] });
  });
});

it.each([
  ['an object', '{}'],
  ['a list of numbers', '[1]'],
  ['a file without messages', '[{"filePath":"a"}]'],
  ['messages without a rule', '[{"filePath":"a","messages":[{}]}]'],
  ['a report of gitleaks', '[{"RuleID":"a","File":"b"}]'],
])('%s is no report of secretlint', (_, text) => {
  expect(() => read(secretlint, text)).toThrow(expect.objectContaining({ name: 'ReportError' }));
});
