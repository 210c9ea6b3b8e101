import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { embedded, fitting, optIn, toolIds } from '../../../shared/tools/all.ts';
import { banditArgs } from '../../../shared/tools/bandit.ts';
import { gitleaksArgs } from '../../../shared/tools/gitleaks.ts';
import { hadolintArgs, isDockerfile } from '../../../shared/tools/hadolint.ts';
import { npmAuditArgs, npmLocks } from '../../../shared/tools/npm-audit.ts';
import { pipAuditArgs } from '../../../shared/tools/pip-audit.ts';
import { askedOf, isPinned, isRequirements } from '../../../shared/tools/requirements.ts';
import { safetyArgs } from '../../../shared/tools/safety.ts';
import { semgrepArgs, semgrepConfigs } from '../../../shared/tools/semgrep.ts';
import { trufflehogArgs } from '../../../shared/tools/trufflehog.ts';
import { versionIn } from '../../../shared/tools/version.ts';

it.each([
  ['bandit', banditArgs('/r', undefined), 'bandit -r . --exit-zero -q -f json -o /r'],
  ['bandit with settings', banditArgs('/r', 'bandit.yaml'), 'bandit -r . --exit-zero -q -f json -o /r -c bandit.yaml'],
  [
    'semgrep',
    semgrepArgs('/r', ['.semgrep.yml']),
    'semgrep scan --json --output /r --quiet --metrics=off --disable-version-check --max-target-bytes 0 --disable-nosem --config .semgrep.yml .',
  ],
  [
    'gitleaks',
    gitleaksArgs('/r'),
    'gitleaks dir . --report-format json --report-path /r --exit-code 42 --ignore-gitleaks-allow --no-banner --no-color',
  ],
  ['trufflehog', trufflehogArgs(), 'trufflehog filesystem . --json --no-update --no-verification'],
  [
    'hadolint',
    hadolintArgs(['Dockerfile', 'a.py', '-x.Dockerfile'], '/s'),
    'hadolint --no-fail -f json -c /s -- Dockerfile -x.Dockerfile',
  ],
  ['pip-audit', pipAuditArgs('/w/r.txt', '/r', false), 'pip-audit -r /w/r.txt -f json -o /r --progress-spinner off'],
  [
    'pip-audit on pinned versions',
    pipAuditArgs('/w/r.txt', '/r', true),
    'pip-audit -r /w/r.txt -f json -o /r --progress-spinner off --no-deps --disable-pip',
  ],
  ['safety', safetyArgs('/w'), 'safety --stage cicd --disable-optional-telemetry scan --output json --target /w'],
  [
    'npm',
    npmAuditArgs(),
    'npm audit --json --package-lock-only --ignore-scripts --no-fund --no-update-notifier --prefix=.',
  ],
])('%s is started as written here', (name, args, line) => {
  expect([name.split(' ')[0], ...args].join(' ')).toBe(line);
});

it.each([
  ['bandit 1.9.4\n  python version = 3.11.7 (main)', '1.9.4'],
  ['gitleaks version 8.30.1\n', '8.30.1'],
  ['version is set by build process', null],
  ['Haskell Dockerfile Linter 2.15.1', '2.15.1'],
  ['1.182.0\n', '1.182.0'],
  ['pip-audit 2.10.1', '2.10.1'],
  ['trufflehog 3.97.0', '3.97.0'],
  ['Version: 0.69.4\nVulnerability DB:\n  Version: 2', '0.69.4'],
  ['v3.22.0+g144f4ae', '3.22.0+g144f4ae'],
  ['safety, version 3.2.11', '3.2.11'],
  ['0.70.0-rc.1', '0.70.0-rc.1'],
  ['', null],
])('the version in %j is %j', (text, version) => expect(versionIn(text)).toBe(version));

it.each([
  ['Dockerfile', true],
  ['a/b/Dockerfile.dev', true],
  ['Containerfile', true],
  ['api.Dockerfile', true],
  ['api.dockerfile', true],
  ['Dockerfile.dockerignore', false],
  ['dockerfile.ts', false],
  ['Dockerfile.md', false],
  ['MyDockerfile', false],
  ['Dockerfile/x', false],
])('%s is a Dockerfile: %j', (file, is) => expect(isDockerfile(file)).toBe(is));

it.each([
  ['requirements.txt', true],
  ['api/requirements-dev.txt', true],
  ['requirements/base.txt', true],
  ['requirements/base.in', false],
  ['notes.txt', false],
])('%s is a requirements file: %j', (file, is) => expect(isRequirements(file)).toBe(is));

it.each([
  ['', true],
  ['# none\n\n', true],
  ['a==1.0', true],
  ['a==1.0 # why\r\nb[x,y]===2.0 ; python_version < "3"', true],
  ['a==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb', true],
  ['a', false],
  ['a>=1', false],
  ['a==1.*', false],
  ['a==1.0,<2', false],
  ['-r other.txt', false],
  ['-e .', false],
  ['a==1.0\n./local', false],
  ['a @ https://example.com/a.whl', false],
])('a requirements file of %j is pinned: %j', (text, is) => expect(isPinned(text)).toBe(is));

it.each([
  ['a', 0, []],
  ['a>=1,<2 ; python_version < "3"  # why', 0, []],
  ['a[x] (~=1.0)\na==1.0+cu118 --hash=sha256:aa', 0, []],
  ['-i https://pypi.example/simple\n--pre\na', 0, []],
  ['-r base.txt\n-c sub/limits.txt\n--requirement=other.txt', 0, ['base.txt', 'sub/limits.txt', 'other.txt']],
  ['./local', 1, []],
  ['local/', 1, []],
  ['local.tar.gz', 1, []],
  ['-e .', 1, []],
  ['a @ file:///tmp/a', 1, []],
  ['git+https://git.example/a', 1, []],
  ['https://example.com/a.whl', 1, []],
  ['--no-binary :all:\na', 1, []],
  ['-f ./wheels\na', 1, []],
  ['-r "a b.txt"', 1, []],
])(
  'a requirements file of %j has %j lines that pip would build or fetch by their place, and goes on in %j',
  (text, others, includes) => {
    expect(askedOf(text)).toEqual({ others, includes });
  },
);

it.each([
  [['.semgrep.yml'], ['.semgrep.yml']],
  [
    ['semgrep.yaml', '.semgrep/a.yml', '.semgrep/b/c.yaml'],
    ['semgrep.yaml', '.semgrep'],
  ],
  [['.semgrep/README.md', 'x/.semgrep.yml'], []],
])('of %j semgrep’s rules are %j', (files, configs) => expect(semgrepConfigs(files)).toEqual(configs));

it('of two lock files in a folder npm reads the one that is for publishing; those of packages do not count', () => {
  const files = [
    'package-lock.json',
    'a/package-lock.json',
    'a/npm-shrinkwrap.json',
    'node_modules/x/package-lock.json',
  ];
  expect(npmLocks(files)).toEqual(['package-lock.json', 'a/npm-shrinkwrap.json']);
});

it.each([
  ['no file', [], []],
  ['a text', ['README.md'], ['trufflehog', 'gitleaks', 'secretlint']],
  [
    'Python',
    ['a.py', 'requirements.txt', 'requirements-dev.txt'],
    ['bandit', 'pip-audit', 'pip-audit', 'trufflehog', 'gitleaks', 'secretlint'],
  ],
  [
    'Node in a container',
    ['package-lock.json', 'x/package-lock.json', 'Dockerfile'],
    ['trufflehog', 'gitleaks', 'hadolint', 'npm-audit', 'npm-audit', 'secretlint'],
  ],
  ['rules', ['.semgrep.yml'], ['semgrep', 'trufflehog', 'gitleaks', 'secretlint']],
])('a workspace of %s is for %3$j', (_, files, ids) => {
  expect(fitting(files).map(({ id }) => id)).toEqual(ids);
});

it('safety is only there where it is named, and the embedded ones are among all', () => {
  expect(fitting(['requirements.txt'], ['safety']).map(({ id }) => id)).toEqual(['safety']);
  expect(toolIds).toEqual(expect.arrayContaining([...embedded, ...optIn]));
});

it('no file name makes a choice fail', () => {
  fc.assert(fc.property(fc.array(fc.string()), (files) => fitting(files).every((tool) => tool.fits(files))));
});
