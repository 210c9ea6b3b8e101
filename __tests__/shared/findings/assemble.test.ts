import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Assembled, assemble, type Material } from '../../../shared/findings/assemble.ts';
import { baselineOf } from '../../../shared/findings/baseline.ts';
import type { Draft } from '../../../shared/findings/model.ts';
import { readGitleaksIgnore, readTrivyIgnore } from '../../../shared/findings/suppressions/files.ts';
import { readOwnIgnore } from '../../../shared/findings/suppressions/own.ts';
import type { Report } from '../../../shared/findings/tool-results.ts';
import { draft, keyedHashes, plainHashes, report, secret, settings, vulnerability } from './drafts.ts';

const lodash = 'pkg:npm/lodash@4.17.20';

function of(reports: readonly Report[], changes: Partial<Material> = {}): Assembled {
  return assemble({ reports, hashes: plainHashes, lines: () => undefined, suppressions: [], settings, ...changes });
}

const absent: Report = { id: 'semgrep', path: null, outcome: { kind: 'absent', message: 'semgrep is not on PATH' } };
const low = draft({ severity: { level: 'low', original: 'LOW' }, location: { path: 'app/low.py', startLine: 1 } });

describe('the whole', () => {
  it.each<[string, Report[], Partial<Material>, Assembled['verdict']]>([
    ['without any report', [], {}, 'not-run'],
    ['of clean reports', [report('bandit', []), report('hadolint', [])], {}, 'passed'],
    ['with what is below fail-on', [report('bandit', [low])], {}, 'passed'],
    ['with what blocks', [report('bandit', [draft()]), report('hadolint', [])], {}, 'findings'],
    ['with a missing tool', [report('bandit', []), absent], {}, 'not-run'],
    [
      'with a missing tool that need not be',
      [report('bandit', []), absent],
      { settings: { ...settings, optional: ['semgrep'] } },
      'passed',
    ],
    [
      'of nothing but a missing tool that need not be',
      [absent],
      { settings: { ...settings, optional: ['semgrep'] } },
      'not-run',
    ],
    ['with what blocks and a missing tool', [report('bandit', [draft()]), absent], {}, 'findings'],
    [
      'with what blocks and a broken tool',
      [report('bandit', [draft()]), report('semgrep', [], { errors: ['no'] })],
      {},
      'error',
    ],
    [
      'that only reports, with what would block',
      [report('bandit', [draft()])],
      { settings: { ...settings, failOn: 'none' } },
      'passed',
    ],
    [
      'that only reports, with a part not run',
      [report('bandit', [draft()]), absent],
      { settings: { ...settings, failOn: 'none' } },
      'not-run',
    ],
    [
      'that only reports, with an error',
      [report('bandit', [], { errors: ['no'] })],
      { settings: { ...settings, failOn: 'none' } },
      'error',
    ],
  ])('%s', (_, reports, changes, verdict) => {
    expect(of(reports, changes).verdict).toBe(verdict);
  });

  it('says of each tool what it did, and counts a shared finding for each', () => {
    const { tools } = of([
      report('npm-audit', [vulnerability('GHSA-1', lodash, ['CVE-1'])], { scanned: 120, notes: ['a note'] }),
      report('sarif', [vulnerability('CVE-1', lodash), low], { tool: { name: 'trivy', version: '0.76.0' } }),
      absent,
    ]);
    expect(tools).toMatchObject([
      {
        id: 'npm-audit',
        verdict: 'findings',
        scanned: 120,
        findings: 1,
        blocking: 1,
        notes: ['a note'],
        report: 'out/npm-audit.json',
      },
      { id: 'sarif', tool: { name: 'trivy', version: '0.76.0' }, verdict: 'findings', findings: 2, blocking: 1 },
      { id: 'semgrep', verdict: 'not-run', reason: 'semgrep is not on PATH', report: null, waived: false },
    ]);
  });

  it('sorts by what blocks, severity, news, path and line', () => {
    const at = (level: 'critical' | 'high' | 'medium', path: string, line: number) =>
      draft({
        severity: { level, original: null },
        location: { path, startLine: line },
        rule: { id: `${path}${line}` },
      });
    const old = at('high', 'a', 1);
    const baseline = baselineOf(of([report('bandit', [old])]).findings);
    const all = [at('medium', 'a', 7), at('high', 'b', 2), old, at('high', 'b', 1), at('critical', 'z', 1)];
    const { findings } = of([report('bandit', all)], { baseline });
    expect(findings.map(({ rule }) => rule.id)).toEqual(['z1', 'b1', 'b2', 'a1', 'a7']);
  });

  it('holds secrets and failed tests for high', () => {
    const weak = { severity: { level: 'low', original: 'low' } } as const;
    const { findings } = of([
      report('gitleaks', [secret('AWS', undefined, '.env', 1, weak)]),
      report('junit', [draft({ category: 'test', severity: { level: 'unknown', original: null } })]),
    ]);
    expect(findings.map(({ severity, gate }) => [severity.level, gate.blocking])).toEqual([
      ['high', true],
      ['high', true],
    ]);
  });

  it('takes a report that is given twice once', () => {
    const { tools, counts } = of([report('bandit', [draft()]), report('bandit', [draft()])]);
    expect([tools.length, counts.total]).toEqual([1, 1]);
  });
});

describe('the baseline', () => {
  const before = of([report('bandit', [draft(), low])]);
  const baseline = baselineOf(before.findings);

  it('makes findings known wherever they moved, and only-new lets them pass', () => {
    const moved = draft({ location: { path: 'app/main.py', startLine: 90 } });
    const after = of([report('bandit', [moved, low])], { baseline, settings: { ...settings, onlyNew: true } });
    expect(after.verdict).toBe('passed');
    expect(after.counts).toMatchObject({ new: 0, known: 2, blocking: 0, total: 2 });
  });

  it('tells what is gone, of tools that ran whole', () => {
    expect(of([report('bandit', [low])], { baseline }).absent).toMatchObject([{ rule: 'B307', path: 'app/main.py' }]);
    expect(of([report('bandit', [low], { skipped: ['a.py'] })], { baseline }).absent).toEqual([]);
    expect(of([report('hadolint', [])], { baseline }).absent).toEqual([]);
  });

  it('knows a vulnerability by any of its names', () => {
    const alone = baselineOf(of([report('npm-audit', [vulnerability('GHSA-1', lodash)])]).findings);
    const both = [
      report('npm-audit', [vulnerability('GHSA-1', lodash)]),
      report('sarif', [vulnerability('CVE-1', lodash, ['GHSA-1'])]),
    ];
    expect(of(both, { baseline: alone }).counts).toMatchObject({ new: 0, known: 1 });
  });
});

describe('suppressions', () => {
  const own = (entry: object) => readOwnIgnore([{ reason: 'because', ...entry }], '.jarvis-ignore.yml');
  const [found] = of([report('bandit', [draft()])]).findings;

  it.each([
    ['a rule', own({ rule: 'b307' }), 'passed'],
    ['a rule in a path', own({ rule: 'B307', paths: ['app/**'] }), 'passed'],
    ['a rule elsewhere', own({ rule: 'B307', paths: ['lib/**'] }), 'findings'],
    ['a fingerprint', own({ fingerprint: found?.fingerprints['jarvis/v1'] }), 'passed'],
    ['another fingerprint', own({ fingerprint: 'a'.repeat(64) }), 'findings'],
    ['until today', own({ rule: 'B307', expires: '2026-06-15' }), 'passed'],
    ['until yesterday', own({ rule: 'B307', expires: '2026-06-14' }), 'findings'],
    [
      'until yesterday, and anew',
      [...own({ rule: 'B307', expires: '2026-06-14' }), ...own({ rule: 'B307' })],
      'passed',
    ],
    ['of another tool', readTrivyIgnore('B307', '.trivyignore'), 'findings'],
  ])('by %s', (_, suppressions, verdict) => {
    expect(of([report('bandit', [draft()])], { suppressions }).verdict).toBe(verdict);
  });

  it('are shown and counted, also where they ended', () => {
    const suppressions = [...own({ rule: 'B307', owner: 'team a' }), ...own({ rule: 'B101', expires: '2026-01-01' })];
    const { findings, counts } = of([report('bandit', [draft(), draft({ rule: { id: 'B101' } })])], { suppressions });
    expect(counts).toMatchObject({ total: 2, suppressed: 1, expired: 1, blocking: 1, new: 1 });
    expect(findings[0]).toMatchObject({
      rule: { id: 'B101' },
      gate: { reason: expect.stringContaining('expired on 2026-01-01') },
    });
    expect(findings[1]).toMatchObject({ suppression: { owner: 'team a' }, gate: { blocking: false } });
  });

  it('of one tool do not hold for another that reports the same', () => {
    const suppressions = readTrivyIgnore('CVE-1', '.trivyignore');
    const trivy = report('sarif', [vulnerability('CVE-1', lodash)], { tool: { name: 'Trivy', version: null } });
    expect(of([trivy], { suppressions }).verdict).toBe('passed');
    const both = of([trivy, report('npm-audit', [vulnerability('CVE-1', lodash)])], { suppressions });
    expect(both.verdict).toBe('findings');
    expect(both.findings[0]?.gate.reason).toContain(
      'suppressed by .trivyignore:1 for one tool, but another reports it too',
    );
  });

  it('by a comment hold for what gitleaks found here, and not for a report that was made elsewhere', () => {
    const lines = (path: string, line: number) => (path === 'a.env' && line === 3 ? 'K=x # gitleaks:allow' : 'K=x');
    const found = [secret('aws', undefined, 'a.env', 3), secret('aws', undefined, 'a.env', 4)];
    const ran = { ...report('gitleaks', found), path: null };
    const gates = (reports: readonly Report[]) =>
      of(reports, { lines }).findings.map(({ location, gate }) => [location?.startLine, gate.blocking]);
    expect(gates([ran])).toEqual([
      [4, true],
      [3, false],
    ]);
    expect(of([ran], { lines }).findings[1]?.suppression).toMatchObject({ origin: 'a gitleaks:allow comment' });
    expect(gates([report('gitleaks', found)])).toEqual([
      [3, true],
      [4, true],
    ]);
  });

  it('that ended are told, also where they fit nothing and a tool is missing', () => {
    const suppressions = own({ rule: 'B999', expires: '2026-01-01' });
    expect(of([report('bandit', []), absent], { suppressions }).stale).toMatchObject([{ expires: '2026-01-01' }]);
  });

  it('of our own file that fit nothing are told, where all tools ran whole; those that a tool keeps to itself are not', () => {
    const gitleaks = readGitleaksIgnore('a.env:aws:3', '.gitleaksignore');
    const suppressions = [...own({ rule: 'B307' }), ...own({ rule: 'B999' }), ...gitleaks];
    expect(of([report('bandit', [draft()])], { suppressions }).stale.map(({ origin }) => origin)).toEqual([
      '.jarvis-ignore.yml (entry 1)',
    ]);
    expect(of([report('bandit', [draft()]), absent], { suppressions }).stale).toEqual([]);
    expect(of([report('gitleaks', [])], { suppressions: gitleaks }).stale).toEqual([]);
    expect(of([report('gitleaks', [secret('aws', undefined, 'a.env', 3)])], { suppressions: gitleaks }).verdict).toBe(
      'passed',
    );
  });
});

describe('what nobody can see', () => {
  it('is shown as a character, in every text of a finding and of a report', () => {
    const hostile = 'a\u001b[2J\u0000\u202eb\r\nc\td';
    const shown = 'a\ufffd[2J\ufffd\ufffdb\nc\td';
    const location = { path: hostile, startLine: 1 };
    const { findings, tools } = of([
      report('bandit', [draft({ rule: { id: hostile }, title: hostile, message: hostile, location })], {
        tool: { name: hostile, version: hostile },
        notes: [hostile],
      }),
    ]);
    expect(findings).toMatchObject([{ rule: { id: shown }, title: shown, message: shown, location: { path: shown } }]);
    expect(tools).toMatchObject([{ tool: { name: shown, version: shown }, notes: [shown] }]);
  });
});

describe('the reason of the whole', () => {
  it.each<[string, Report[], string]>([
    ['nothing was given', [], 'no tool ran and no report was given'],
    ['nothing was found', [report('bandit', [])], 'nothing was found'],
    ['nothing blocks', [report('bandit', [low])], 'none of 1 finding blocks'],
    ['some block', [report('bandit', [low, draft()])], '1 finding of 2 blocks'],
    ['one was not run', [report('bandit', []), absent], 'semgrep: semgrep is not on PATH'],
    [
      'two broke',
      [report('bandit', [], { errors: ['a'] }), report('hadolint', [], { errors: ['b'] })],
      'bandit (out/bandit.json): a (and 1 more)',
    ],
  ])('where %s', (_, reports, reason) => {
    expect(of(reports).reason).toBe(reason);
  });
});

describe('a planted secret', () => {
  const key = ['qU9z', 'Xk27', 'plant', 'ed+K3y/'].join('-');
  const forms = [
    key,
    JSON.stringify(key),
    encodeURIComponent(key),
    Buffer.from(key).toString('base64'),
    Buffer.from(`a:${key}`).toString('base64url'),
  ];

  it.each(forms)('in every field, as %s, is in nothing that comes out', (form) => {
    const text = `x ${form} y`;
    const suppression = {
      kind: 'inSource',
      status: 'accepted',
      origin: text,
      justification: text,
      owner: text,
    } as const;
    const everywhere = draft({
      rule: { id: text, name: text, help: text, tags: [text] },
      aliases: [text],
      severity: { level: 'high', original: text },
      title: text,
      message: text,
      location: { path: text, startLine: 1, logical: text },
      package: { purl: `pkg:npm/${text}@1`, name: text, installed: '1', fixedIn: [text], path: text },
      remediation: { text },
      pointer: text,
      text,
    });
    const words = { tool: { name: text, version: text }, skipped: [text], errors: [text], notes: [text] };
    const result = of(
      [
        report('bandit', [everywhere, { ...everywhere, suppression }], words, text),
        report('gitleaks', [secret('AWS', key, '.env', 1, { message: text, text })]),
        { id: 'semgrep', path: text, outcome: { kind: 'failed', message: text } },
      ],
      {
        hashes: keyedHashes,
        baseline: new Map([['f', { fingerprint: 'f', rule: text, level: 'high', path: text, tool: 'gitleaks' }]]),
      },
    );
    const written = JSON.stringify(result);
    for (const one of [...forms, key.slice(0, 12)]) expect(written).not.toContain(JSON.stringify(one).slice(1, -1));
    expect(result.absent).toHaveLength(1);
    expect(result.findings).toHaveLength(3);
  });
});

describe('any findings', () => {
  const level = fc.constantFrom('critical', 'high', 'medium', 'low', 'info', 'unknown');
  const anyDraft: fc.Arbitrary<Draft> = fc
    .record({
      level,
      rule: fc.constantFrom('A', 'B'),
      line: fc.nat(3),
      category: fc.constantFrom('sast', 'secret', 'test', 'policy'),
    })
    .map(({ level, rule, line, category }) =>
      draft({
        category,
        rule: { id: rule },
        severity: { level, original: null },
        location: { path: 'a', startLine: line + 1 },
      }),
    );
  const anyReport = fc
    .record({
      id: fc.constantFrom('bandit', 'semgrep', 'gitleaks', 'hadolint'),
      drafts: fc.array(anyDraft, { maxLength: 4 }),
      scanned: fc.constantFrom(null, 0, 5),
      skipped: fc.constantFrom([], ['x']),
      errors: fc.constantFrom([], [], ['x']),
    })
    .map(({ id, drafts, ...rest }) => report(id, drafts, rest));
  const anySettings = fc
    .record({ failOn: fc.constantFrom('critical', 'high', 'medium', 'low', 'none'), onlyNew: fc.boolean() })
    .map((changes) => ({ ...settings, ...changes }));

  it('never turn a verdict that fails into passed when one is added', () => {
    fc.assert(
      fc.property(
        fc.array(anyReport, { maxLength: 4 }),
        anyReport,
        anyDraft,
        anySettings,
        (others, one, added, set) => {
          const more =
            one.outcome.kind === 'read'
              ? { ...one.outcome.reading, drafts: [...one.outcome.reading.drafts, added] }
              : undefined;
          const before = of([one, ...others], { settings: set });
          const after = of(
            [more === undefined ? one : { ...one, outcome: { kind: 'read', reading: more } }, ...others],
            { settings: set },
          );
          if (before.verdict !== 'passed') expect(after.verdict).not.toBe('passed');
          expect(after.counts.blocking).toBeGreaterThanOrEqual(before.counts.blocking);
        },
      ),
    );
  });

  it('give the same verdict and findings in any order of the reports', () => {
    const distinct = fc.uniqueArray(anyReport, { selector: ({ id }) => id, maxLength: 4 });
    fc.assert(
      fc.property(distinct, anySettings, (reports, set) => {
        const [one, other] = [of(reports, { settings: set }), of(reports.toReversed(), { settings: set })];
        const marks = ({ findings }: Assembled) => findings.map(({ fingerprints }) => fingerprints['jarvis/v1']).sort();
        expect([other.verdict, other.counts, marks(other)]).toEqual([one.verdict, one.counts, marks(one)]);
      }),
    );
  });

  it('are passed only where nothing blocks and every tool looked at all', () => {
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 4 }), anySettings, (reports, set) => {
        const { verdict, findings, tools } = of(reports, { settings: set });
        if (verdict !== 'passed') return;
        expect(findings.filter(({ gate }) => gate.blocking)).toEqual([]);
        expect(tools.flatMap(({ errors, skipped }) => [...errors, ...skipped])).toEqual([]);
        expect(tools.length).toBeGreaterThan(0);
      }),
    );
  });
});
