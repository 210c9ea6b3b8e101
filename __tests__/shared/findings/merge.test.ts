import { describe, expect, it } from '@jest/globals';
import { merge } from '../../../shared/findings/merge.ts';
import { draft, said, secret, vulnerability } from './drafts.ts';

const lodash = 'pkg:npm/lodash@4.17.20';
const value = ['s3cr3t', '-of-the-', 'tests'].join('');
const other = ['an0ther', '-of-the-', 'tests'].join('');

describe('a vulnerability', () => {
  it.each([
    ['by one alias', [vulnerability('CVE-1', lodash), vulnerability('GHSA-1', lodash, ['CVE-1'])], 1],
    [
      'over a third',
      [
        vulnerability('CVE-1', lodash),
        vulnerability('PYSEC-1', lodash),
        vulnerability('GHSA-1', lodash, ['CVE-1', 'PYSEC-1']),
      ],
      1,
    ],
    ['in any version', [vulnerability('CVE-1', lodash), vulnerability('CVE-1', 'pkg:npm/lodash@3.0.0')], 1],
    ['in any case', [vulnerability('CVE-1', lodash), vulnerability('cve-1', lodash)], 1],
    ['of another package', [vulnerability('CVE-1', lodash), vulnerability('CVE-1', 'pkg:npm/lodash-es@4.17.20')], 2],
    ['of another name', [vulnerability('CVE-1', lodash), vulnerability('CVE-2', lodash)], 2],
    [
      'of a rule that is no name',
      [vulnerability('audit', lodash, ['CVE-1']), vulnerability('audit', lodash, ['CVE-2'])],
      2,
    ],
  ])('%s', (_, drafts, count) => {
    expect(merge(drafts.map((one, index) => said(`tool ${index}`, one)))).toHaveLength(count);
    expect(merge(drafts.toReversed().map((one, index) => said(`tool ${index}`, one)))).toHaveLength(count);
    expect(merge(drafts.map((one) => said('one tool', one)))).toHaveLength(count);
  });

  const at = (path: string | undefined) => {
    const { package: pack, ...rest } = vulnerability('CVE-1', lodash);
    const { path: _, ...unplaced } = pack ?? { purl: '', name: '', fixedIn: [] };
    return { ...rest, package: path === undefined ? unplaced : { ...unplaced, path } };
  };

  it('in two lock files is two findings, and one that nobody places joins one of them', () => {
    const merged = merge([
      said('a', at('a/package-lock.json')),
      said('a', at('b/package-lock.json')),
      said('b', at(undefined)),
    ]);
    expect(merged.map(({ witnesses }) => witnesses.map(({ tool }) => tool.name))).toEqual([['a', 'b'], ['a']]);
  });

  it('keeps the worst severity, all names, all fixes and the message of the one who knows most', () => {
    const low = vulnerability('GHSA-1', lodash, ['CVE-1'], {
      severity: { level: 'low', original: 'low' },
      package: { purl: lodash, name: 'lodash', fixedIn: ['4.17.21'] },
    });
    const bad = vulnerability('CVE-1', lodash, ['PYSEC-1'], { severity: { level: 'critical', original: 'CRITICAL' } });
    const unknown = vulnerability('CVE-1', lodash, [], { severity: { level: 'unknown', original: null } });
    const [merged] = merge([said('pip', unknown), said('npm', low), said('trivy', bad)]);
    expect(merged?.draft).toMatchObject({
      rule: { id: 'CVE-1' },
      aliases: ['GHSA-1', 'PYSEC-1'],
      severity: { level: 'critical' },
      message: bad.message,
      package: { fixedIn: ['4.17.21'], installed: '4.17.20' },
    });
    expect(merged?.tool.name).toBe('trivy');
    expect(merged?.witnesses).toHaveLength(3);
  });
});

describe('a secret', () => {
  it.each([
    [
      'of one value in one line, by two tools',
      [secret('aws-access-token', value, '.env', 3), secret('AWS', value, '.env', 3)],
      1,
    ],
    [
      'of many lines, in overlapping ones',
      [
        secret('private-key', value, 'a.pem', 1, { location: { path: 'a.pem', startLine: 1, endLine: 9 } }),
        secret('X', value, 'a.pem', 9),
      ],
      1,
    ],
    ['of one value without a line', [secret('generic', value, '.env', 3), secret('AWS', value, '.env')], 1],
    ['in another line', [secret('AWS', value, '.env', 3), secret('AWS', value, '.env', 4)], 2],
    ['in another file', [secret('AWS', value, '.env', 3), secret('AWS', value, 'b.env', 3)], 2],
    [
      'of another value in the same line',
      [secret('AWS', value, '.env', 3), secret('aws-access-token', other, '.env', 3)],
      2,
    ],
    [
      'that a tool does not show, of the same kind in the same line',
      [secret('AWS', value, '.env', 3), secret('aws-access-token', undefined, '.env', 3)],
      1,
    ],
    [
      'that no tool shows, of another kind',
      [secret('AWS', undefined, '.env', 3), secret('generic-api-key', undefined, '.env', 3)],
      2,
    ],
    [
      'that no tool shows, in another line',
      [secret('AWS', undefined, '.env', 3), secret('aws', undefined, '.env', 4)],
      2,
    ],
  ])('%s', (_, drafts, count) => {
    expect(merge(drafts.map((one, index) => said(`tool ${index}`, one)))).toHaveLength(count);
    expect(merge(drafts.toReversed().map((one, index) => said(`tool ${index}`, one)))).toHaveLength(count);
  });

  it('that one tool finds twice in a line and does not show is two findings', () => {
    const twice = [secret('aws', undefined, '.env', 3), secret('aws', undefined, '.env', 3)];
    expect(merge(twice.map((one) => said('gitleaks', one)))).toHaveLength(2);
    expect(
      merge([...twice.map((one) => said('gitleaks', one)), ...twice.map((one) => said('trufflehog', one))]),
    ).toHaveLength(2);
  });
});

describe('a finding in code', () => {
  it.each([
    ['in another report of the same tool', [said('bandit', draft()), said('Bandit', draft(), 'bandit.sarif')], 1],
    ['twice in the same line of one report', [said('bandit', draft()), said('bandit', draft())], 2],
    [
      'in two reports, twice in each',
      [said('bandit', draft()), said('bandit', draft()), said('bandit', draft(), 'b'), said('bandit', draft(), 'b')],
      2,
    ],
    ['by another tool', [said('bandit', draft()), said('semgrep', draft())], 2],
    ['of another rule', [said('bandit', draft()), said('bandit', draft({ rule: { id: 'B101' } }), 'b')], 2],
    [
      'with another title and no line',
      [
        said('junit', draft({ location: { path: 'a' }, title: 'a' })),
        said('junit', draft({ location: { path: 'a' }, title: 'b' }), 'b'),
      ],
      2,
    ],
  ])('%s', (_, all, count) => {
    expect(merge(all)).toHaveLength(count);
  });
});

describe('a suppression', () => {
  const suppression = { kind: 'external', status: 'accepted', origin: '.trivyignore:1', justification: 'x' } as const;
  const trivy = vulnerability('CVE-1', lodash, [], { suppression });

  it('of one tool does not count while another reports the same without one', () => {
    const [merged] = merge([said('trivy', trivy), said('npm', vulnerability('CVE-1', lodash))]);
    expect(merged?.draft.suppression).toBeUndefined();
    expect(merged?.partly?.origin).toBe('.trivyignore:1');
  });

  it('of all tools counts as long as the first of them', () => {
    const until = { ...suppression, origin: 'b', expires: '2027-01-01' };
    const [merged] = merge([
      said('trivy', trivy),
      said('npm', vulnerability('CVE-1', lodash, [], { suppression: until })),
    ]);
    expect(merged?.draft.suppression?.origin).toBe('b');
  });
});
