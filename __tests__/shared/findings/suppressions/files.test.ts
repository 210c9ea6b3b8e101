import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../../../shared/action/errors.ts';
import { isDay } from '../../../../shared/findings/suppressions/dates.ts';
import * as files from '../../../../shared/findings/suppressions/files.ts';
import { decides, globMatcher, readPatterns } from '../../../../shared/findings/suppressions/globs.ts';
import { readOwnIgnore } from '../../../../shared/findings/suppressions/own.ts';

function problemsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.length === 0
      ? [error.message]
      : error.problems.map(({ line, message }) => (line === undefined ? message : `${line}: ${message}`));
  }
}

describe('.trivyignore', () => {
  it('lists ids, with a last day and the reason above them', () => {
    const text = '\ufeff# not reachable\nCVE-2024-1 exp:2027-01-31\n\nAVD-DS-0002 # inline\r\n';
    expect(files.readTrivyIgnore(text, '.trivyignore')).toMatchObject([
      {
        tool: 'trivy',
        names: ['CVE-2024-1'],
        suppression: { expires: '2027-01-31', origin: '.trivyignore:2', justification: 'not reachable' },
      },
      { names: ['AVD-DS-0002'], suppression: { origin: '.trivyignore:4', justification: 'no reason is given' } },
    ]);
  });

  it('with a day that is none is an error of its line', () => {
    const text = 'CVE-1 exp:2026-02-29\nCVE-2 exp:soon\nCVE-3 exp:2028-02-29';
    expect(problemsOf(() => files.readTrivyIgnore(text, 'f'))).toEqual([
      expect.stringMatching(/^1: exp:/),
      expect.stringMatching(/^2: exp:/),
    ]);
  });
});

describe('.gitleaksignore', () => {
  it('lists fingerprints, with or without a commit', () => {
    const commit = 'cd5226711335c68be1e720b318b7bc3135a30eb2';
    const [first, second] = files.readGitleaksIgnore(
      `${commit}:a/b.env:aws-access-token:4\na/c:d.env:generic-api-key:12`,
      'f',
    );
    expect(first).toMatchObject({ tool: 'gitleaks', names: ['aws-access-token'], line: 4 });
    expect([first?.path?.('a/b.env'), second?.path?.('a/c:d.env'), second?.path?.('a/b.env')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('with anything else is an error of its line', () => {
    expect(problemsOf(() => files.readGitleaksIgnore('# ok\nwhat\na:b:c', 'f'))).toEqual([
      '2: expected file:rule:line or commit:file:rule:line',
      '3: expected file:rule:line or commit:file:rule:line',
    ]);
  });
});

describe('the lists of paths', () => {
  it.each([
    ['*.md', 'docs/a.md', true],
    ['*.md', 'a.mdx', false],
    ['docs', 'a/docs/b.txt', true],
    ['/docs', 'a/docs/b.txt', false],
    ['docs/', 'docs/b.txt', true],
    ['a/*.txt', 'a/b/c.txt', false],
    ['a/**/c.txt', 'a/c.txt', true],
    ['a/**/c.txt', 'a/b/b/c.txt', true],
    ['**/c.txt', 'a/b/c.txt', true],
    ['a/**', 'a/b/c', true],
    ['a/**', 'ab/c', false],
    ['./src/?.ts', 'src/a.ts', true],
    ['[!a]b', 'ab', false],
    ['[!a]b', 'cb', true],
    ['a.b', 'axb', false],
    ['a(b', 'a(b', true],
  ])('%s fits %s: %p', (glob, path, expected) => {
    expect(globMatcher(glob)(path)).toBe(expected);
  });

  it('are decided by the last pattern that fits', () => {
    const patterns = readPatterns('*.env\n!keep.env\n\n# x\n\\!odd');
    expect(['a.env', 'keep.env', '!odd'].map((path) => decides(patterns, path)?.line)).toEqual([1, undefined, 5]);
  });

  it('suppress what secretlint finds there', () => {
    const [first, second] = files.readSecretlintIgnore(
      '# samples\nsamples/\n!samples/real.env\n*.md',
      '.secretlintignore',
    );
    expect(first?.suppression).toMatchObject({ origin: '.secretlintignore:2', justification: 'samples' });
    expect(['samples/a', 'samples/real.env'].map((path) => first?.path?.(path))).toEqual([true, false]);
    expect(second?.path?.('samples/a.md')).toBe(true);
  });
});

describe('.hadolint.yaml', () => {
  it.each([[undefined], [null], [{}], [{ ignored: null }], [{ ignored: [] }]])('%j ignores nothing', (parsed) => {
    expect(files.readHadolintIgnored(parsed, 'f')).toEqual([]);
  });

  it('lists rules', () => {
    expect(files.readHadolintIgnored({ ignored: ['DL3008'] }, 'f')).toMatchObject([
      { tool: 'hadolint', names: ['DL3008'] },
    ]);
  });

  it.each([
    [{ ignored: 'DL3008' }, 'f: ignored must be a list of rules'],
    [{ ignored: ['DL3008', 3] }, 'f: entry 2 of ignored is no rule, such as DL3008'],
  ])('%j is an error', (parsed, message) => {
    expect(problemsOf(() => files.readHadolintIgnored(parsed, 'f'))).toEqual([message]);
  });
});

describe('our own file', () => {
  it('lists rules and fingerprints with who, why and until when', () => {
    const entry = { rule: 'CVE-1', paths: ['a/**'], reason: 'not reachable', owner: 'team a', expires: '2027-01-31' };
    const [first, second] = readOwnIgnore(
      { ignore: [entry, { fingerprint: 'abc', reason: 'x', expires: new Date('2027-01-31') }] },
      'f',
    );
    expect(first).toMatchObject({
      names: ['CVE-1'],
      suppression: {
        origin: 'f (entry 1)',
        justification: 'not reachable',
        owner: 'team a',
        expires: '2027-01-31',
        status: 'accepted',
      },
    });
    expect([first?.path?.('a/b'), first?.path?.('b')]).toEqual([true, false]);
    expect(second).toMatchObject({ fingerprint: 'abc', suppression: { expires: '2027-01-31' } });
    expect(second?.tool).toBeUndefined();
  });

  it.each([[undefined], [null], [{}], [{ ignore: [] }], [[]]])('%j ignores nothing', (parsed) => {
    expect(readOwnIgnore(parsed, 'f')).toEqual([]);
  });

  const good = { rule: 'A', reason: 'x' };
  it.each<[unknown, string[]]>([
    ['text', ['f: ignore must be a list of entries']],
    [{ ignore: {} }, ['f: ignore must be a list of entries']],
    [{ ignored: [] }, ['f: ignored is not known here; entries stand under ignore']],
    [[good, { rule: 'A' }], ['entry 2: reason is missing: say why this may stay']],
    [[{ rule: 'A', reason: '  ' }], ['entry 1: reason is missing: say why this may stay']],
    [[{ reason: 'x' }], ['entry 1: rule or fingerprint is missing']],
    [
      [{ ...good, until: '2027-01-01' }],
      ['entry 1: until is not known; there are rule, fingerprint, paths, reason, owner, expires'],
    ],
    [[{ ...good, expires: '2027-02-30' }], ['entry 1: expires must be a day, such as 2027-01-31']],
    [[{ ...good, expires: 20270101 }], ['entry 1: expires must be a day, such as 2027-01-31']],
    [[{ ...good, paths: [] }], ['entry 1: paths must be a list of patterns, such as src/**']],
    [[{ ...good, paths: [3] }], ['entry 1: paths must be a list of patterns, such as src/**']],
    [[{ rule: 3, reason: 'x' }], ['entry 1: rule must be text', 'entry 1: rule or fingerprint is missing']],
    [['A'], ['entry 1: rule or fingerprint is missing', 'entry 1: reason is missing: say why this may stay']],
  ])('%j is an error that says which entry', (parsed, messages) => {
    expect(problemsOf(() => readOwnIgnore(parsed, 'f'))).toEqual(messages);
  });
});

describe('a day', () => {
  it.each([
    ['2024-02-29', true],
    ['2100-02-29', false],
    ['2026-13-01', false],
    ['2026-00-01', false],
    ['2026-04-31', false],
    ['2026-4-3', false],
    ['tomorrow', false],
  ])('%s: %p', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
