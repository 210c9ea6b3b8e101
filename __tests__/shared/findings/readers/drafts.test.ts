/** Single findings in full, one for each shape that a reader meets. */
import { describe, expect, it } from '@jest/globals';
import { readers } from '../../../../shared/findings/readers/all.ts';
import { secretMessage } from '../../../../shared/findings/readers/secrecy.ts';
import { read, recorded } from './read.ts';

const drafts = (id: keyof typeof readers, report: unknown) => read(readers[id], report).drafts;

it('Bandit: a finding has the matched line as its text, and its columns count from 1', () => {
  const docs = 'https://bandit.readthedocs.io/en/1.9.4/plugins/b602_subprocess_popen_with_shell_equals_true.html';
  expect(drafts('bandit', recorded('bandit-1.9.4'))[5]).toEqual({
    category: 'sast',
    rule: { id: 'B602', name: 'subprocess_popen_with_shell_equals_true', help: docs, cwe: ['CWE-78'] },
    aliases: [],
    severity: { level: 'high', original: 'HIGH' },
    confidence: 'high',
    title: 'subprocess call with shell=True identified, security issue.',
    message: 'subprocess call with shell=True identified, security issue.',
    location: { path: 'app.py', startLine: 9, startColumn: 12, endLine: 9, endColumn: 54 },
    pointer: '/results/5',
    text: 'return subprocess.run("ping " + host, shell=True)',
  });
});

it.each([
  ['bandit-1.9.4', { B105: 'not-a-real-one', B106: 'call-one', B107: 'default-one' }],
  // On the Python that it was recorded with, this version does not see B105.
  ['bandit-1.6.2', { B106: 'call-one', B107: 'default-one' }],
])('%s: a hardcoded password is told in our words and kept apart', (name, expected) => {
  const { drafts: all, secrets } = read(readers.bandit, recorded(name));
  const found = all.filter((draft) => /^B10[567]$/.test(draft.rule.id));
  expect(Object.fromEntries(found.map(({ rule, secret }) => [rule.id, secret]))).toEqual(expected);
  expect([...secrets].sort()).toEqual(Object.values(expected).sort());
  expect(found).toEqual(found.map(() => expect.objectContaining({ category: 'sast', message: secretMessage })));
  expect(found.filter((draft) => draft.text !== undefined)).toEqual([]);
});

it('Bandit 1.6.2 knows neither columns nor weaknesses', () => {
  const found = drafts('bandit', recorded('bandit-1.6.2')).find((draft) => draft.rule.id === 'B602');
  expect(found?.location).toEqual({ path: 'app.py', startLine: 9, endLine: 9 });
  expect(found?.rule).not.toHaveProperty('cwe');
});

it("Bandit: a plugin's message is not shown, as nobody knows what it quotes", () => {
  const report = {
    errors: [],
    metrics: { _totals: {}, 'a.py': {} },
    results: [{ filename: 'a.py', test_id: 'X900', test_name: 'company_rule', issue_text: 'found hunter2' }],
  };
  expect(drafts('bandit', report)).toEqual([
    {
      category: 'sast',
      rule: { id: 'X900', name: 'company_rule' },
      aliases: [],
      severity: { level: 'unknown', original: null },
      title: 'company rule',
      message: 'company rule',
      location: { path: 'a.py' },
      pointer: '/results/0',
    },
  ]);
});

it('Semgrep: a finding without a login has no text', () => {
  expect(drafts('semgrep', recorded('semgrep-1.182.0'))[1]).toEqual({
    category: 'sast',
    rule: { id: 'shell-true', help: 'https://example.com/shell', cwe: ['CWE-78'] },
    aliases: [],
    severity: { level: 'high', original: 'ERROR' },
    confidence: 'high',
    title: 'run runs a shell',
    message: 'run runs a shell',
    location: { path: 'app.py', startLine: 9, startColumn: 12, endLine: 9, endColumn: 54 },
    pointer: '/results/1',
  });
});

it('Semgrep: a secret is high, and its message, which quotes it, is ours', () => {
  expect(drafts('semgrep', recorded('semgrep-1.182.0'))[0]).toMatchObject({
    category: 'secret',
    severity: { level: 'high', original: 'WARNING' },
    verification: 'not-attempted',
    title: 'hardcoded-password',
    message: secretMessage,
  });
});

it('pip-audit: an advisory has no severity, and the smallest version above the installed one is the fix', () => {
  const report = recorded('pip-audit-2.10.1');
  expect(drafts('pip-audit', report)).toEqual([
    {
      category: 'vulnerability',
      rule: { id: 'PYSEC-2099-1' },
      aliases: ['CVE-2099-0001', 'GHSA-xxxx-yyyy-zzzz'],
      severity: { level: 'unknown', original: null },
      title: 'PYSEC-2099-1 in jinja2 3.1.2',
      message: 'Invented: templates run',
      package: { purl: 'pkg:pypi/jinja2@3.1.2', name: 'jinja2', installed: '3.1.2', fixedIn: ['3.1.3'] },
      remediation: { text: 'Upgrade jinja2 to 3.1.3.', fixVersion: '3.1.3' },
      pointer: '/dependencies/0/vulns/0',
    },
  ]);
  const vulns = [{ id: 'X', fix_versions: ['2.2.28', '10.0.1', '3.2.13'] }];
  const [several] = drafts('pip-audit', { dependencies: [{ name: 'Some_Thing', version: '3.0.9', vulns }], fixes: [] });
  expect(several?.remediation?.fixVersion).toBe('3.2.13');
  expect(several?.package?.purl).toBe('pkg:pypi/some-thing@3.0.9');
});

it('pip-audit before 2.4 wrote the list alone', () => {
  const report = [{ name: 'jinja2', version: '3.1.2', vulns: [{ id: 'PYSEC-2099-1', fix_versions: [] }] }];
  expect(drafts('pip-audit', report)[0]?.pointer).toBe('/0/vulns/0');
  expect(read(readers['pip-audit'], []).skipped).toEqual(['no package was audited']);
});

it('Safety scan: one finding for each advisory of a requirement, ignored ones with reason and end', () => {
  const found = drafts('safety', recorded('safety-3.8.1-scan'));
  const at = '/scan_results/projects/0/files/0/results/dependencies/0/specifications/0/vulnerabilities';
  expect(found[0]).toEqual({
    category: 'vulnerability',
    rule: { id: '990001' },
    aliases: [],
    severity: { level: 'unknown', original: null },
    title: 'Safety advisory 990001 in jinja2 3.1.2',
    message: 'jinja2 3.1.2 is in the range <3.1.3.',
    location: { path: 'requirements.txt' },
    package: {
      purl: 'pkg:pypi/jinja2@3.1.2',
      name: 'jinja2',
      installed: '3.1.2',
      fixedIn: ['3.1.4'],
      path: 'requirements.txt',
    },
    remediation: { text: 'Upgrade jinja2 to 3.1.4.', fixVersion: '3.1.4' },
    pointer: `${at}/known_vulnerabilities/0`,
  });
  expect(found[1]?.suppression).toEqual({
    kind: 'external',
    status: 'accepted',
    origin: 'Safety policy',
    justification: 'not reachable',
    expires: '2099-01-31',
  });
});

it.each([
  ['jinja2==3.1.2', '3.1.2'],
  ['jinja2 === 3.1.2 ; python_version > "3"', '3.1.2'],
  ['jinja2==3.1.2 --hash=sha256:0a1b \\', '3.1.2'],
  ['jinja2==3.1.*', undefined],
  ['jinja2>=3.1.2', undefined],
  ['jinja2!=3.1.2', undefined],
  ['jinja2', undefined],
])('Safety scan: the requirement %s is for version %s', (raw, installed) => {
  const known_vulnerabilities = [{ id: '990001', vulnerable_spec: '<4' }];
  const specifications = [{ raw, vulnerabilities: { known_vulnerabilities } }];
  const file = { location: 'requirements.txt', results: { dependencies: [{ name: 'jinja2', specifications }] } };
  const report = { meta: { schema_version: '3.0' }, scan_results: { files: [file], projects: [] } };
  expect(drafts('safety', report).map((draft) => draft.package?.installed)).toEqual([installed]);
});

it('Safety check: severity, score and CVE where the advisory has them', () => {
  const found = drafts('safety', recorded('safety-3.8.1-check'));
  expect(found.map(({ rule, aliases, severity }) => [rule.id, aliases, severity])).toEqual([
    ['990001', ['CVE-2099-0001'], { level: 'critical', original: 'CRITICAL', score: 9.8 }],
    ['990003', [], { level: 'unknown', original: null }],
    ['990002', ['CVE-2099-0002'], { level: 'unknown', original: null }],
  ]);
  expect(found.map((draft) => draft.suppression?.status)).toEqual([undefined, undefined, 'accepted']);
});

it('Safety scan: a project without its files was not scanned', () => {
  const scan = recorded('safety-3.8.1-scan') as { scan_results: { projects: object[] } };
  const projects = [...scan.scan_results.projects, { id: 'other', upload_request_id: 'x' }];
  const { skipped } = read(readers.safety, { ...scan, scan_results: { ...scan.scan_results, projects } });
  expect(skipped).toEqual(['project 2 has no files in the report']);
});

it('Safety of another schema, or as a list that does not say what was scanned, is not read', () => {
  const scan = recorded('safety-3.8.1-scan') as { meta: object };
  const later = { ...scan, meta: { ...scan.meta, schema_version: '4.0' } };
  expect(() => read(readers.safety, later)).toThrow('its schema version is not 3');
  expect(() => read(readers.safety, [])).toThrow('it is a list alone, which does not say what was scanned');
});

it('hadolint: the same rule on two lines is two findings', () => {
  const found = drafts('hadolint', recorded('hadolint-2.15.1')).filter((draft) => draft.rule.id === 'DL3008');
  const message =
    'Pin versions in apt get install. Instead of `apt-get install <package>` use `apt-get install <package>=<version>`';
  expect(found.map((draft) => draft.location?.startLine)).toEqual([2, 3]);
  expect(found[0]).toEqual({
    category: 'misconfiguration',
    rule: { id: 'DL3008', help: 'https://github.com/hadolint/hadolint/wiki/DL3008' },
    aliases: [],
    severity: { level: 'medium', original: 'warning' },
    title: message,
    message,
    location: { path: 'Dockerfile', startLine: 2, startColumn: 1 },
    pointer: '/1',
  });
});

it('hadolint: standard input is outside of the workspace', () => {
  const report = [{ code: 'SC2086', file: '-', level: 'style', line: 1, column: 1, message: 'Quote it.' }];
  expect(drafts('hadolint', report)).toMatchObject([
    {
      location: { path: '-', outside: true },
      severity: { level: 'info' },
      rule: { help: expect.stringContaining('SC2086') },
    },
  ]);
});

describe('npm audit', () => {
  it('counts an advisory once, with all packages that it reaches', () => {
    expect(drafts('npm-audit', recorded('npm-audit-11.19.1'))).toEqual([
      {
        category: 'vulnerability',
        rule: {
          id: 'GHSA-xxxx-yyyy-0001',
          help: 'https://github.com/advisories/GHSA-xxxx-yyyy-0001',
          cwe: ['CWE-1321'],
        },
        aliases: [],
        severity: { level: 'high', original: 'high', score: 7.4 },
        title: 'Invented: prototype pollution in lodash',
        message: 'lodash <4.17.21; reaches async-old, top-old',
        package: { purl: 'pkg:npm/lodash', name: 'lodash', fixedIn: ['4.17.21'] },
        pointer: '/vulnerabilities/lodash/via/0',
      },
    ]);
  });

  const advisory = (source: number, severity: string) => ({ source, name: 'deep', severity, title: 'T', range: '<2' });
  const entry = (via: readonly unknown[], rest: object = {}) => ({ severity: 'high', via, effects: [], ...rest });
  const report = (vulnerabilities: object) => ({ auditReportVersion: 2, vulnerabilities, metadata: {} });

  it('keeps two advisories of one package apart, and the same one at two places together', () => {
    const both = entry([advisory(1, 'low'), advisory(2, 'critical')]);
    const found = drafts('npm-audit', report({ deep: both, other: entry([advisory(1, 'low')]) }));
    expect(found.map((draft) => [draft.rule.id, draft.severity.level])).toEqual([
      ['npm-1', 'low'],
      ['npm-2', 'critical'],
    ]);
  });

  it('follows chains in circles, and keeps an entry that no advisory explains', () => {
    const circle = { a: entry(['b', 'deep']), b: entry(['a']), deep: entry([advisory(1, 'moderate')]) };
    expect(drafts('npm-audit', report({ ...circle, alone: entry(['gone']) }))).toMatchObject([
      { message: 'deep <2; reaches a, b', severity: { level: 'medium', original: 'moderate' } },
      { title: 'alone is vulnerable in alone', severity: { level: 'high' }, pointer: '/vulnerabilities/alone' },
    ]);
  });

  it('names ten of the packages that it reaches, and says that there are more', () => {
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const many = {
      deep: entry([advisory(1, 'low')]),
      ...Object.fromEntries(names.map((name) => [name, entry(['deep'])])),
    };
    const found = drafts('npm-audit', report(many));
    expect(found.map((draft) => draft.message)).toEqual([`deep <2; reaches ${names.slice(0, 10).join(', ')} and more`]);
  });

  it.each([
    [true, { text: 'Run npm audit fix; it updates deep.' }],
    [false, undefined],
    [
      { name: 'deep', version: '2.0.0', isSemVerMajor: true },
      { text: 'Upgrade deep to 2.0.0, a major update.', fixVersion: '2.0.0' },
    ],
    [{ name: 'top', version: '3.1.0' }, { text: 'Upgrade top to 3.1.0.' }],
  ])('says what helps where fixAvailable is %j', (fixAvailable, remediation) => {
    const [found] = drafts('npm-audit', report({ deep: entry([advisory(1, 'low')], { fixAvailable }) }));
    expect(found?.remediation).toEqual(remediation);
  });

  it('is in error where it counts findings and lists none', () => {
    const metadata = { vulnerabilities: { total: 3 }, dependencies: { total: 9 } };
    const { errors } = read(readers['npm-audit'], { ...report({}), metadata });
    expect(errors).toEqual(['it counts 3 findings and lists none']);
  });

  it('of a version that is not known is not read', () => {
    expect(() => read(readers['npm-audit'], { ...report({}), auditReportVersion: 3 })).toThrow('is not 2');
  });

  it('of version 1, as npm 6 and pnpm write it, is read by its advisories', () => {
    const legacy = {
      actions: [],
      advisories: {
        1065: {
          findings: [{ version: '4.17.11', paths: ['top>lodash'] }],
          id: 1065,
          title: 'Prototype Pollution',
          module_name: 'lodash',
          cves: ['CVE-2099-0003'],
          vulnerable_versions: '<4.17.12',
          patched_versions: '>=4.17.12',
          severity: 'critical',
          cwe: 'CWE-471',
          url: 'https://npmjs.com/advisories/1065',
        },
      },
      metadata: { vulnerabilities: { critical: 1 }, totalDependencies: 12 },
    };
    const { drafts: found, scanned } = read(readers['npm-audit'], legacy);
    expect(scanned).toBe(12);
    expect(found).toEqual([
      {
        category: 'vulnerability',
        rule: { id: 'npm-1065', help: 'https://npmjs.com/advisories/1065', cwe: ['CWE-471'] },
        aliases: ['CVE-2099-0003'],
        severity: { level: 'critical', original: 'critical' },
        title: 'Prototype Pollution in lodash 4.17.11',
        message: 'lodash <4.17.12; top>lodash',
        package: { purl: 'pkg:npm/lodash@4.17.11', name: 'lodash', installed: '4.17.11', fixedIn: ['4.17.12'] },
        remediation: { text: 'Upgrade lodash to 4.17.12 or later.', fixVersion: '4.17.12' },
        pointer: '/advisories/1065',
      },
    ]);
  });
});
