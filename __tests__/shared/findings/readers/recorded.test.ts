import { describe, expect, it } from '@jest/globals';
import { readers } from '../../../../shared/findings/readers/all.ts';
import { at, read, recorded } from './read.ts';

type Id = keyof typeof readers;

interface Expected {
  readonly drafts?: number;
  readonly scanned: number | null;
  readonly skipped?: readonly string[];
  readonly errors?: readonly string[];
  readonly notes?: readonly string[];
}

const unparsed = 'syntax error while parsing AST from file';
const notOnPypi = (name: string) => `${name}: Dependency not found on PyPI and could not be audited: ${name}`;
const refused = '405: 405 Method Not Allowed - POST http://127.0.0.1:4877/405/-/npm/v1/security/advisories/bulk';
const offline =
  'request to http://127.0.0.1:1/-/npm/v1/security/advisories/bulk failed, reason: connect ECONNREFUSED 127.0.0.1:1';

describe('a report as the tool wrote it', () => {
  it.each<[Id, string, Expected]>([
    ['bandit', 'bandit-1.9.4', { drafts: 7, scanned: 1, notes: ['1 finding ignored by nosec comments'] }],
    ['bandit', 'bandit-1.9.4-clean', { scanned: 1 }],
    ['bandit', 'bandit-1.9.4-unparsable', { scanned: 1, skipped: [`broken.py: ${unparsed}`] }],
    [
      'bandit',
      'bandit-1.9.4-missing',
      { scanned: 0, skipped: ['nowhere.py: No such file or directory', 'no file was scanned'] },
    ],
    [
      'bandit',
      'bandit-1.6.2',
      { drafts: 6, scanned: 1, skipped: [`broken.py: ${unparsed}`], notes: ['1 finding ignored by nosec comments'] },
    ],
    ['semgrep', 'semgrep-1.182.0', { drafts: 2, scanned: 1 }],
    ['semgrep', 'semgrep-1.182.0-clean', { scanned: 1 }],
    ['semgrep', 'semgrep-1.182.0-partial', { drafts: 1, scanned: 1, notes: ['Half.java: PartialParsing'] }],
    [
      'semgrep',
      'semgrep-1.182.0-unparsable',
      { drafts: 1, scanned: 1, skipped: ['broken.sh: Syntax error'], notes: ['Half.java: PartialParsing'] },
    ],
    ['semgrep', 'semgrep-1.182.0-bad-rule', { scanned: 1, errors: ['Rule parse error (rule no-pattern)'] }],
    [
      'semgrep',
      'semgrep-1.182.0-no-config',
      {
        scanned: 0,
        skipped: ['no file was scanned'],
        errors: [
          'WARNING: unable to find a config; path `nowhere.yml` does not exist',
          'invalid configuration file found (1 configs were invalid)',
        ],
      },
    ],
    [
      'semgrep',
      'semgrep-1.182.0-missing',
      { scanned: 0, skipped: ['no file was scanned'], errors: ['Invalid scanning root: nowhere.py'] },
    ],
    ['semgrep', 'semgrep-1.182.0-nothing', { scanned: 0, skipped: ['no file was scanned'] }],
    ['pip-audit', 'pip-audit-2.10.1', { drafts: 1, scanned: 2 }],
    ['pip-audit', 'pip-audit-2.10.1-bare', { drafts: 1, scanned: 2 }],
    ['pip-audit', 'pip-audit-2.10.1-clean', { scanned: 1 }],
    ['pip-audit', 'pip-audit-2.10.1-nothing', { scanned: 0, skipped: ['no package was audited'] }],
    [
      'pip-audit',
      'pip-audit-2.10.1-offline',
      { scanned: 0, skipped: [`${notOnPypi('jinja2')} (3.1.2)`, `${notOnPypi('markupsafe')} (2.1.5)`] },
    ],
    ['safety', 'safety-3.8.1-scan', { drafts: 2, scanned: 2 }],
    ['safety', 'safety-3.8.1-scan-clean', { scanned: 1 }],
    ['safety', 'safety-3.8.1-scan-nothing', { scanned: 0, skipped: ['no package was scanned'] }],
    ['safety', 'safety-3.8.1-check', { drafts: 3, scanned: 2 }],
    ['safety', 'safety-3.8.1-check-clean', { scanned: 1 }],
    ['safety', 'safety-3.8.1-check-nothing', { scanned: 0, skipped: ['no package was scanned'] }],
    ['hadolint', 'hadolint-2.15.1', { drafts: 8, scanned: null }],
    ['hadolint', 'hadolint-2.15.1-clean', { scanned: null }],
    [
      'hadolint',
      'hadolint-2.15.1-unparsable',
      { scanned: null, skipped: ['broken.Dockerfile: line 2 could not be parsed'] },
    ],
    ['npm-audit', 'npm-audit-11.19.1', { drafts: 1, scanned: 4 }],
    ['npm-audit', 'npm-audit-11.19.1-clean', { scanned: 1 }],
    ['npm-audit', 'npm-audit-11.19.1-nothing', { scanned: 0, skipped: ['no package was audited'] }],
    ['npm-audit', 'npm-audit-11.19.1-405', { scanned: null, errors: [refused] }],
    ['npm-audit', 'npm-audit-11.19.1-offline', { scanned: null, errors: [offline] }],
    [
      'npm-audit',
      'npm-audit-11.19.1-no-lock',
      { scanned: null, errors: ['ENOLOCK: This command requires an existing lockfile.'] },
    ],
    ['sarif', 'bandit-1.9.4-sarif', { drafts: 7, scanned: null, skipped: ['broken.py: not read'] }],
    ['sarif', 'semgrep-1.182.0-sarif', { drafts: 3, scanned: null }],
    ['sarif', 'semgrep-1.182.0-sarif-unparsable', { scanned: null, skipped: ['Syntax error'] }],
    ['sarif', 'hadolint-2.15.1-sarif', { drafts: 8, scanned: null }],
    ['sarif', 'zizmor-1.32.0-sarif', { drafts: 1, scanned: null }],
    ['sarif', 'zizmor-1.32.0-sarif-clean', { scanned: null }],
    ['sarif', 'gitleaks-8.30.1-sarif', { drafts: 1, scanned: null }],
  ])('%s reads %s', (id, name, expected) => {
    const { drafts, scanned, skipped, errors, notes } = read(readers[id], recorded(name));
    const empty = { drafts: 0, skipped: [], errors: [], notes: [] };
    expect({ drafts: drafts.length, scanned, skipped, errors, notes }).toEqual({ ...empty, ...expected });
  });
});

describe('every finding points to its place in the report', () => {
  it.each<[Id, string]>([
    ['bandit', 'bandit-1.9.4'],
    ['semgrep', 'semgrep-1.182.0'],
    ['pip-audit', 'pip-audit-2.10.1'],
    ['safety', 'safety-3.8.1-scan'],
    ['safety', 'safety-3.8.1-check'],
    ['hadolint', 'hadolint-2.15.1'],
    ['npm-audit', 'npm-audit-11.19.1'],
    ['sarif', 'semgrep-1.182.0-sarif'],
  ])('%s in %s', (id, name) => {
    const report = recorded(name);
    const { drafts } = read(readers[id], report);
    const entries = drafts.map((draft) => at(report, draft.pointer));
    expect(entries).toEqual(drafts.map(() => expect.any(Object)));
    expect(new Set(entries).size).toBe(drafts.length);
  });
});

describe('a report of another tool is no report of this one, and is recognised', () => {
  it.each<[Id, string, string]>([
    ['bandit', 'semgrep-1.182.0', 'it looks like a report of Semgrep'],
    ['bandit', 'zizmor-1.32.0-sarif', 'it looks like a SARIF report'],
    ['hadolint', 'pip-audit-2.10.1', 'it looks like a report of pip-audit'],
    ['semgrep', 'bandit-1.9.4', 'it looks like a report of Bandit'],
    ['semgrep', 'npm-audit-11.19.1', 'it looks like a report of npm audit'],
    ['pip-audit', 'safety-3.8.1-check', 'it looks like a report of Safety'],
    ['safety', 'pip-audit-2.10.1', 'it looks like a report of pip-audit'],
    ['hadolint', 'hadolint-2.15.1-sarif', 'it looks like a SARIF report'],
    ['npm-audit', 'safety-3.8.1-scan', 'it looks like a report of Safety'],
    ['sarif', 'bandit-1.9.4', 'it looks like a report of Bandit'],
    ['sarif', 'hadolint-2.15.1', 'it looks like a report of hadolint'],
  ])('%s refuses %s', (id, name, message) => {
    expect(() => read(readers[id], recorded(name))).toThrow(message);
  });

  const ofJson = (Object.keys(readers) as Id[]).filter((id) => readers[id].format === 'json');
  it.each(ofJson)('%s refuses what is no report at all', (id) => {
    // Without a result it is hyperfine's own form.
    const bare = id === 'hyperfine' ? [] : [{ results: [] }];
    for (const document of [null, 1, 'text', true, {}, ...bare, { runs: 1 }, { vulnerabilities: {} }]) {
      expect(() => read(readers[id], document)).toThrow('it has not the fields of such a report');
    }
  });
});
