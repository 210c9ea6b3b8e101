import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { platform } from '../../scripts/tools/lock.ts';
import { systemExec } from '../../shared/action/exec.ts';
import { type Entry, type NpmEntry, readLock } from '../../shared/tools/lock/entry.ts';
import { type InstallOptions, install, placeOf } from '../../shared/tools/lock/install.ts';
import { cache, withLocked } from './locked.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function options(more: Partial<InstallOptions> = {}): InstallOptions {
  const env = (name: string) => process.env[name] || undefined;
  const signal = new AbortController().signal;
  return { exec: systemExec, env, signal, platform, cache: join(folder, 'cache'), say: () => undefined, ...more };
}

const entryOf = (name: string): Entry => {
  const entry = readLock()[name];
  if (entry === undefined) throw new Error(`the lock has no ${name}`);
  return entry;
};

withLocked('bandit', 'wheels that were brought from another machine', () => {
  const brought = () => join(folder, 'brought');
  const place = placeOf('bandit', entryOf('bandit'));
  beforeEach(() => cpSync(join(cache, 'store', place), join(brought(), place), { recursive: true }));

  it('are enough without the network', async () => {
    const env = (name: string) => (name === 'PATH' ? process.env.PATH : undefined);
    const program = await install('bandit', entryOf('bandit'), options({ offline: brought(), env }));
    expect(execFileSync(program, ['--version'], { encoding: 'utf8' })).toContain('bandit 1.9.4');
  }, 60_000);

  it('are refused when one of them was changed', async () => {
    const wheel = readdirSync(join(brought(), place)).find((file) => file.startsWith('bandit-'));
    appendFileSync(join(brought(), place, wheel ?? ''), 'more');
    await expect(install('bandit', entryOf('bandit'), options({ offline: brought() }))).rejects.toThrow(/hash/i);
  }, 60_000);
});

const semver: NpmEntry = {
  kind: 'npm',
  version: '7.7.3',
  program: 'semver',
  package: 'semver',
  lockfile: {
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { dependencies: { semver: '7.7.3' } },
      'node_modules/semver': {
        version: '7.7.3',
        integrity: 'sha512-SdsKMrI9TdgjdweUSR9MweHA4EJ8YxHn8DFaDisvhVlUOe4BF1tLD7GAj0lIqWVl+dPb/rExr0Btby5loQm20Q==',
        bin: { semver: 'bin/semver.js' },
      },
    },
  },
};

withLocked('bandit', 'a tool of npm’s', () => {
  it('is installed by its lock file, and again without the network', async () => {
    const first = await install('semver', semver, options());
    expect(execFileSync(first, ['1.2.3', '-i', 'minor'], { encoding: 'utf8' })).toBe('1.3.0\n');
    const store = join(folder, 'cache/store');
    const again = await install('semver', semver, options({ cache: join(folder, 'cache2'), offline: store }));
    expect(execFileSync(again, ['1.2.3', '-i', 'minor'], { encoding: 'utf8' })).toBe('1.3.0\n');
  }, 60_000);

  it('whose package is not that of the lock file is refused', async () => {
    const integrity = `sha512-${Buffer.alloc(64).toString('base64')}`;
    const packages = { ...semver.lockfile.packages, 'node_modules/semver': { version: '7.7.3', integrity } };
    const other = { ...semver, lockfile: { ...semver.lockfile, packages } };
    await expect(install('semver', other, options())).rejects.toThrow(/EINTEGRITY/);
  }, 60_000);
});
