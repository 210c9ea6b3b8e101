import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprints, type Hashes, type Lines } from '../../../shared/findings/fingerprint.ts';
import { merge } from '../../../shared/findings/merge.ts';
import type { Draft } from '../../../shared/findings/model.ts';
import { draft, keyedHashes, plainHashes, said, secret, vulnerability } from './drafts.ts';

const noLines: Lines = () => undefined;

function of(drafts: readonly Draft[], hashes: Hashes = plainHashes, lines: Lines = noLines, tool = 'bandit'): string[] {
  return fingerprints(merge(drafts.map((one) => said(tool, one))), hashes, lines).map(({ value }) => value);
}

const one = (changes: Draft, hashes?: Hashes, lines?: Lines) => of([changes], hashes, lines)[0];

/** Lines of files that only exist here. */
const files =
  (texts: Readonly<Record<string, readonly string[]>>): Lines =>
  (path, start, end) =>
    texts[path]?.slice(start - 1, end).join('\n');

describe('a fingerprint', () => {
  it('is a SHA-256 that never changes from version to version', () => {
    expect(of([draft(), vulnerability('CVE-1', 'pkg:npm/a@1'), secret('AWS', undefined, '.env', 1)])).toEqual([
      '2ac2ded2afd1292f4ed5116b3a9cfec4cd7a706bd4c9dd971373338f459e3f0f',
      '5fcc9e1769dbfc2caab0d196375c36209be6f8c4646ff95fa2985c9039ee968d',
      'c3848c24a9217ecdf100c0a2d1ad9d5360a6df1a5ae3d2bb03c2d278615f823c',
    ]);
  });

  const lodash = 'pkg:npm/lodash@4.17.20';
  const misconfigured = draft({ category: 'misconfiguration', rule: { id: 'DL3008' }, title: 'pin versions' });
  const test = draft({ category: 'test', rule: { id: 'failed' }, title: 'adds' });
  const slo = draft({ category: 'slo', rule: { id: 'p95' }, title: 'p95 is 1.31 s' });
  it.each<[string, Draft, Draft]>([
    ['the line', draft(), draft({ location: { path: 'app/main.py', startLine: 9, endLine: 12, startColumn: 4 } })],
    ['how the path is written', draft(), draft({ location: { path: './app//main.py', startLine: 3 } })],
    ['blanks in the text', draft({ text: 'eval( x )' }), draft({ text: '  eval(\n\tx )\n' })],
    [
      'severity, message and pointer',
      draft(),
      draft({ severity: { level: 'low', original: 'LOW' }, message: 'x', pointer: '/1' }),
    ],
    ['the version of a package', vulnerability('CVE-1', lodash), vulnerability('CVE-1', 'pkg:npm/lodash@4.17.19')],
    ['the name a tool prefers', vulnerability('CVE-1', lodash), vulnerability('GHSA-1', lodash, ['CVE-1'])],
    [
      'the depth of a package',
      vulnerability('CVE-1', lodash),
      vulnerability('CVE-1', lodash, [], {
        package: { purl: lodash, name: 'lodash', fixedIn: [], path: 'node_modules/a/node_modules/lodash' },
      }),
    ],
    [
      'the duration in a failed test',
      { ...test, location: { path: 'a', logical: 'adds' } },
      { ...test, location: { path: 'a', logical: 'adds' }, title: 'adds (3 ms)' },
    ],
    ['the figure of an objective', slo, { ...slo, title: 'p95 is 2 s' }],
    [
      'lines, where an object has a name',
      { ...misconfigured, text: 'x', location: { path: 'a', startLine: 1, logical: 'Pod/x' } },
      { ...misconfigured, text: 'x', location: { path: 'a', startLine: 7, logical: 'Pod/x' } },
    ],
    [
      'the tool’s name for a kind of secret',
      secret('aws-access-token', undefined, '.env', 1),
      secret('AWS', undefined, '.env', 2),
    ],
  ])('does not depend on %s', (_, a, b) => {
    expect(one(a)).toBe(one(b));
  });

  it.each<[string, Draft, Draft]>([
    ['the rule', draft(), draft({ rule: { id: 'B101' } })],
    ['the path', draft(), draft({ location: { path: 'app/other.py', startLine: 3 } })],
    ['the text', draft({ text: 'eval(x)' }), draft({ text: 'eval(y)' })],
    [
      'where rule and path meet',
      draft({ rule: { id: 'a' }, location: { path: 'b","c' } }),
      draft({ rule: { id: 'a","b' }, location: { path: 'c' } }),
    ],
    ['the package', vulnerability('CVE-1', lodash), vulnerability('CVE-1', 'pkg:npm/lodash-es@4.17.20')],
    [
      'the lock file',
      vulnerability('CVE-1', lodash),
      vulnerability('CVE-1', lodash, [], {
        package: { purl: lodash, name: 'lodash', fixedIn: [], path: 'b/package-lock.json' },
      }),
    ],
    [
      'the object',
      { ...misconfigured, location: { path: 'a', logical: 'Pod/x' } },
      { ...misconfigured, location: { path: 'a', logical: 'Pod/y' } },
    ],
    ['the test', test, { ...test, title: 'subtracts' }],
    ['the kind of a secret', secret('AWS', undefined, '.env', 1), secret('Github', undefined, '.env', 1)],
  ])('depends on %s', (_, a, b) => {
    expect(one(a)).not.toBe(one(b));
  });
});

describe('findings of one rule, path and text', () => {
  const twice = [
    draft({ category: 'misconfiguration', rule: { id: 'DL3008' }, location: { path: 'Dockerfile', startLine: 9 } }),
    draft({ category: 'misconfiguration', rule: { id: 'DL3008' }, location: { path: 'Dockerfile', startLine: 4 } }),
  ];

  it('are two, and told apart by the order of their lines', () => {
    const [later, earlier] = of(twice);
    expect(later).not.toBe(earlier);
    expect(of(twice.toReversed())).toEqual([earlier, later]);
    expect(one(twice[1] ?? draft())).toBe(earlier);
  });
});

describe('the source', () => {
  const lines = files({ 'app/main.py': ['import x', '', 'eval( x )', 'eval(y)'] });

  it('on disk is taken before what the tool shows', () => {
    expect(one(draft({ text: 'requires login' }), plainHashes, lines)).toBe(one(draft({ text: 'eval( x )' })));
  });

  it('outside of the workspace is not read', () => {
    const outside = draft({ location: { path: 'app/main.py', startLine: 3, outside: true } });
    expect(one(outside, plainHashes, lines)).toBe(one(outside));
  });

  it('may move: lines above, and findings elsewhere, change nothing', () => {
    const source = fc.array(fc.constantFrom('', 'x = 1', 'eval(x)', 'eval(y)', '# eval(x)'), {
      minLength: 1,
      maxLength: 12,
    });
    const blanks = fc.array(fc.tuple(fc.nat(12), fc.constantFrom('', '   ', '# a comment', 'import y')), {
      maxLength: 6,
    });
    const found = (path: string, texts: readonly string[]) =>
      texts.flatMap((text, at) => (text.startsWith('eval') ? [draft({ location: { path, startLine: at + 1 } })] : []));
    fc.assert(
      fc.property(source, blanks, source, (before, inserted, elsewhere) => {
        const after: string[] = [...before];
        for (const [at, text] of inserted) after.splice(at, 0, text);
        const was = of(found('a.py', before), plainHashes, files({ 'a.py': before }));
        const others = [...found('b.py', elsewhere), ...found('a.py', after)];
        const is = of(others, plainHashes, files({ 'a.py': after, 'b.py': elsewhere }));
        expect(is.slice(found('b.py', elsewhere).length)).toEqual(was);
        expect(new Set(is).size).toBe(is.length);
      }),
    );
  });

  it('with a secret in it is hashed without it', () => {
    const withValue = (value: string) => one(draft({ text: `password = "${value}"` }));
    expect(withValue('hunter2')).toBe(withValue('swordfish'));
    const own = (value: string) => one(draft({ text: `connect(${value})`, secret: value }));
    expect(own('hunter2')).toBe(own('swordfish'));
  });
});

describe('a secret', () => {
  const [a, b] = [['s3cr3t', 'one'].join('-'), ['s3cr3t', 'two'].join('-')];

  it('is known by its value where there is a key', () => {
    expect(one(secret('AWS', a, '.env', 1), keyedHashes)).not.toBe(one(secret('AWS', b, '.env', 1), keyedHashes));
    expect(one(secret('AWS', a, '.env', 1), keyedHashes)).toBe(
      one(secret('generic', `${a}\n`, '.env', 7), keyedHashes),
    );
  });

  it('is known by its kind, path and number where there is none, so that nobody can try values', () => {
    expect(one(secret('AWS', a, '.env', 1))).toBe(one(secret('AWS', b, '.env', 1)));
    expect(one(secret('AWS', undefined, '.env', 1), keyedHashes)).toBe(one(secret('AWS', a, '.env', 1)));
    expect(new Set(of([secret('AWS', a, '.env', 1), secret('AWS', b, '.env', 2)])).size).toBe(2);
  });

  it('never reaches the plain hash', () => {
    const heard: string[] = [];
    const sha256 = (text: string) => {
      heard.push(text);
      return plainHashes.sha256(text);
    };
    of([secret('AWS', a, '.env', 1, { text: `key = ${a}`, title: a })], { ...keyedHashes, sha256 });
    of([draft({ text: `connect(${a})`, secret: a })], { sha256 });
    expect(heard).toHaveLength(3);
    expect(heard.join('\n')).not.toContain(a);
  });
});

describe('the order of the reports', () => {
  it('changes no fingerprint', () => {
    const some = fc.constantFrom<Draft>(
      draft(),
      draft({ location: { path: 'app/main.py', startLine: 8 } }),
      vulnerability('CVE-1', 'pkg:npm/a@1'),
      vulnerability('GHSA-1', 'pkg:npm/a@1', ['CVE-1']),
      vulnerability('GHSA-1', 'pkg:npm/a@1'),
      secret('AWS', 'the-value', '.env', 1),
      secret('aws-access-token', undefined, '.env', 1),
      secret('generic', 'the-value', '.env', 1),
    );
    const reports = fc.array(
      fc.record({ tool: fc.constantFrom('a', 'b', 'c'), drafts: fc.array(some, { maxLength: 5 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(reports, fc.boolean(), (all, hasKey) => {
        const numbered = all.map(({ tool, drafts }, index) => drafts.map((one) => said(tool, one, `${index}.json`)));
        const set = (list: typeof numbered) =>
          fingerprints(merge(list.flat()), hasKey ? keyedHashes : plainHashes, noLines)
            .map(({ value }) => value)
            .sort();
        expect(set(numbered.toReversed())).toEqual(set(numbered));
      }),
    );
  });
});
