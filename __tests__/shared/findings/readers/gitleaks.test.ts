import { describe, expect, it } from '@jest/globals';
import { gitleaks } from '../../../../shared/findings/readers/gitleaks.ts';
import { fixture, planted, printable, read } from './recorded.ts';

const report = (name = '') => fixture(`gitleaks-8.30.1${name}.json`);
const log = (text: string) => ({ 'gitleaks-log': text });

describe('a recorded report of gitleaks', () => {
  it('has a finding an entry, with lines and the secret', () => {
    const { drafts, secrets, scanned } = read(gitleaks, report());
    expect(drafts[0]).toEqual({
      category: 'secret',
      rule: { id: 'github-pat' },
      aliases: [],
      severity: { level: 'high', original: null },
      title: 'A secret is in the open: github-pat',
      message: 'gitleaks saw it; it does not try whether it works.',
      verification: 'not-attempted',
      location: { path: 'src/again.env', startLine: 2, endLine: 2 },
      pointer: '/0',
      secret: planted.SECRET,
    });
    expect(drafts[1]?.location).toEqual({ path: 'src/id.pem', startLine: 1, endLine: 28 });
    expect({ secrets, scanned }).toEqual({ secrets: [planted.SECRET, planted.PEM], scanned: null });
  });

  it('of the history names the commit, and neither author, address nor message', () => {
    const reading = read(gitleaks, report('-git'));
    expect(reading.drafts[0]?.message).toContain('It stands in commit f67e1b52d67a.');
    expect(printable(reading)).not.toMatch(/Ann|example\.com|add/);
  });

  it('that was redacted has no secret', () => {
    const { drafts, secrets } = read(gitleaks, report('-redacted'));
    expect(drafts).toHaveLength(3);
    expect(drafts.filter((draft) => 'secret' in draft)).toEqual([]);
    expect(secrets).toEqual([]);
  });

  it('that was redacted by half has parts to mask, and none that names the secret', () => {
    const { drafts, secrets } = read(gitleaks, report('-half-redacted'));
    expect(drafts.filter((draft) => 'secret' in draft)).toEqual([]);
    expect(secrets).toContain(planted.HALF);
  });

  it('keeps a path outside of the workspace as text', () => {
    const text = report().replaceAll('src/again.env', '/etc/passwd');
    expect(read(gitleaks, text).drafts[0]?.location).toMatchObject({ path: '/etc/passwd', outside: true });
  });
});

describe('an empty report of gitleaks', () => {
  it.each([
    ['without its log is clean as far as it says', {}, [], ['the report of gitleaks does not say what was scanned']],
    ['with a log of bytes is clean', log(fixture('gitleaks-8.30.1.log')), [], []],
    ['of an empty folder is not clean', log(fixture('gitleaks-8.30.1-empty.log')), ['gitleaks scanned nothing'], []],
    [
      'with colours in the log is read as well',
      log('\u001b[90m1:09AM\u001b[0m \u001b[32mINF\u001b[0m scanned ~0 bytes (0)'),
      ['gitleaks scanned nothing'],
      [],
    ],
    [
      'with errors in the log is not clean',
      log('1:09AM ERR failed to open a file\n1:09AM INF scanned ~6 bytes (6 bytes) in 9ms'),
      ['gitleaks could not read all: 1 errors in its log'],
      [],
    ],
  ])('%s', (_, beside, skipped, notes) => {
    expect(read(gitleaks, report('-clean'), beside)).toMatchObject({ drafts: [], errors: [], skipped, notes });
  });
});

it.each([
  ['an object', '{}'],
  ['null', 'null'],
  ['an object with members like entries', '{"a":{"RuleID":"x","File":"y"}}'],
  ['a list of texts', '["a"]'],
  ['an entry without a rule', '[{"File":"a"}]'],
  ['an entry without a file', '[{"RuleID":"a"}]'],
  ['a report of secretlint', '[{"filePath":"a","messages":[]}]'],
])('%s is no report of gitleaks', (_, text) => {
  expect(() => read(gitleaks, text)).toThrow(expect.objectContaining({ name: 'ReportError' }));
});
