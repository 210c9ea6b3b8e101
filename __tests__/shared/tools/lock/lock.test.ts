import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { denialOf, deniedVersions } from '../../../../shared/tools/lock/denied.ts';
import { differences, folderDigest } from '../../../../shared/tools/lock/digest.ts';
import { entrySchema, lockSchema, readLock } from '../../../../shared/tools/lock/entry.ts';
import { goVariables } from '../../../../shared/tools/lock/go.ts';
import { unverified } from '../../../../shared/tools/lock/npm.ts';
import { installPypi, requirementsOf } from '../../../../shared/tools/lock/pypi.ts';
import { actionsCache } from '../../../../shared/tools/lock/store-cache.ts';
import { ground } from './site.ts';

const digest = 'a'.repeat(64);

it('the lock of the repository is in order, and pins the tools that we chose', () => {
  expect(Object.entries(readLock()).map(([name, { kind, version }]) => `${name} ${kind} ${version}`)).toEqual([
    'bandit pypi 1.9.4',
    'gitleaks go 8.30.1',
    'hadolint pypi 2.15.1',
    'pip-audit pypi 2.10.1',
    'semgrep pypi 1.182.0',
    'trivy download 0.72.0',
    'trivy@0.69.3 download 0.69.3',
  ]);
});

it('nothing in the lock is denied', () => {
  for (const { program, version } of Object.values(readLock())) expect(denialOf(program, version)).toBeUndefined();
});

it('every tool of Python’s pins itself at its version', () => {
  const pypi = Object.values(readLock()).filter((entry) => entry.kind === 'pypi');
  expect(pypi.length).toBeGreaterThan(0);
  for (const { program, version, packages } of pypi) {
    expect(Object.keys(packages)).toContainEqual(expect.stringMatching(new RegExp(`^${program}(-bin)?==${version}$`)));
  }
});

it.each([
  [
    'a digest that is too short',
    { kind: 'download', version: '1.0', program: 'p', files: { x: { url: 'https://a', sha256: 'ab', source: '' } } },
  ],
  [
    'an address without TLS',
    { kind: 'download', version: '1.0', program: 'p', files: { x: { url: 'http://a', sha256: digest, source: '' } } },
  ],
  [
    'a digest without its source',
    { kind: 'download', version: '1.0', program: 'p', files: { x: { url: 'https://a', sha256: digest } } },
  ],
  [
    'a package without digest',
    { kind: 'pypi', version: '1.0', program: 'p', python: '3.11', packages: { 'a==1': [] } },
  ],
  [
    'a package without version',
    { kind: 'pypi', version: '1.0', program: 'p', python: '3.11', packages: { a: [digest] } },
  ],
  ['a program with a path', { kind: 'pypi', version: '1.0', program: '../p', python: '3.11', packages: {} }],
  ['an option in place of a version', { kind: 'pypi', version: '--x', program: 'p', python: '3.11', packages: {} }],
  [
    'a module sum of another kind',
    {
      kind: 'go',
      version: '1.0',
      program: 'p',
      module: 'm',
      sum: 'h2:x',
      toolchain: 'go1.2.3',
      ldflags: '',
      built: {},
    },
  ],
])('an entry with %s is no entry', (_, entry) => {
  expect(v.safeParse(entrySchema, entry).success).toBe(false);
  expect(v.safeParse(lockSchema, { tool: entry }).success).toBe(false);
});

it.each([
  ['trivy', '0.69.3', false],
  ['trivy', '0.69.4', true],
  ['trivy', '0.69.5-rc.1', true],
  ['trivy', '0.69.6', true],
  ['trivy', '0.69.7', false],
  ['trivy', '0.70.0', false],
  ['trivy', null, true],
  ['bandit', '0.69.4', false],
  ['bandit', null, false],
])('%s %s is denied: %j', (program, version, denied) => {
  expect(denialOf(program, version) !== undefined).toBe(denied);
});

it('a denied version is told with the reason', () => {
  expect(denialOf('trivy', '0.69.4')).toBe(`trivy 0.69.4 is denied: ${deniedVersions[0]?.reason}`);
});

it('requirements name every digest of a package', () => {
  const packages = { 'a==1.0': [digest, 'b'.repeat(64)], 'c-d==2': [digest] };
  expect(requirementsOf({ kind: 'pypi', version: '1', program: 'a', python: '3.11', packages })).toBe(
    `a==1.0 \\\n    --hash=sha256:${digest} \\\n    --hash=sha256:${'b'.repeat(64)}\nc-d==2 \\\n    --hash=sha256:${digest}\n`,
  );
});

it.each([
  ['sha512', { integrity: 'sha512-x' }, []],
  ['only sha1', { integrity: 'sha1-x' }, ['node_modules/a']],
  ['nothing', { resolved: 'https://a' }, ['node_modules/a']],
])('a package of npm’s with %s counts as verified or not', (_, entry, bad) => {
  expect(unverified({ lockfile: { lockfileVersion: 3, packages: { '': {}, 'node_modules/a': entry } } })).toEqual(bad);
});

it('no setting of the machine keeps Go from checking what it fetches', () => {
  expect(goVariables('go1.26.8')).toMatchObject({
    GOSUMDB: 'sum.golang.org',
    GONOSUMDB: '',
    GOPRIVATE: '',
    GOFLAGS: '',
    GOENV: 'off',
  });
});

const remove: (() => void)[] = [];
afterEach(() => {
  for (const each of remove.splice(0)) each();
});

it.each([
  ['3.10', /needs Python 3\.11 or newer, python3 is 3\.10/],
  ['2.7', /python3 is 2\.7/],
  [undefined, /python3 is not there: tool of the tool lock needs Python 3\.11 or newer/],
])('a machine with Python %s is told what is needed', async (version, message) => {
  const here = await ground();
  const bin = mkdtempSync(join(here.folder, 'bin-'));
  if (version !== undefined) writeFileSync(join(bin, 'python3'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  const site = {
    ...here.options,
    env: () => bin,
    folder: here.folder,
    store: join(here.folder, 'store'),
    offline: false,
  };
  const entry = { kind: 'pypi', version: '1', program: 'a', python: '3.11', packages: {} } as const;
  await expect(installPypi('tool', entry, site)).rejects.toThrow(message);
  await here.remove();
});

it('a folder’s digest tells files, links and links that lead nowhere', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-digest-'));
  remove.push(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'a'), '');
  symlinkSync('a', join(folder, 'b'));
  symlinkSync('nothing', join(folder, 'c'));
  expect(await folderDigest(folder)).toEqual({
    a: 'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    b: 'link:a',
    c: 'dangling:nothing',
  });
});

it('differences are exactly the paths that changed, came or went', () => {
  const digests = fc.dictionary(fc.stringMatching(/^[a-d]$/), fc.constantFrom('sha256:1', 'sha256:2', 'link:x'));
  fc.assert(
    fc.property(digests, digests, (before, now) => {
      const paths = [...new Set([...Object.keys(before), ...Object.keys(now)])];
      expect(differences(before, now)).toEqual(paths.filter((path) => before[path] !== now[path]).sort());
    }),
  );
});

it('a link that leads nowhere any more has changed', () => {
  expect(differences({ python: 'dangling:/usr/bin/python3.11' }, { python: 'dangling:/usr/bin/python3.11' })).toEqual([
    'python',
  ]);
});

it('there is no cache between jobs where the runner gives none', () => {
  expect(
    actionsCache(
      () => undefined,
      () => undefined,
    ),
  ).toBeUndefined();
  expect(
    actionsCache(
      (name) => (name === 'ACTIONS_RESULTS_URL' ? 'https://x' : undefined),
      () => undefined,
    ),
  ).toBeUndefined();
});
