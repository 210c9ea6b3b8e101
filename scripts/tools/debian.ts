/** Brings a pinned Debian package here: fetched, compared with its digest, unpacked. Root is not needed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Package } from './lock.ts';

const run = promisify(execFile);

export interface Sources {
  /** Addresses that have a `pool/` of Debian's, tried in this order before apt. */
  readonly mirrors: readonly string[];
  /** Whether the distribution's apt is asked, and after it Debian's own address, which has other releases' packages too. */
  readonly apt: boolean;
  /** What a build may see of it; that of the process where there is none. */
  readonly env?: NodeJS.ProcessEnv;
}

/** What apt knows a package by. */
export interface Named {
  readonly name: string;
  readonly version: string;
}

/** Minutes for a download, and tries of it. */
const patience = { minutes: 5, tries: 2 };
const debian = 'https://deb.debian.org/debian';

/**
 * Unpacks a package into `folder`, which may hold others.
 * @throws Error with every source that was tried, and what to do
 */
export async function unpackPackage(named: Named, found: Package, folder: string, sources: Sources): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const work = mkdtempSync(`${folder}.deb-`);
  try {
    await unpack(await fetched(named, found, work, sources), work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The package's file, from the first source whose bytes are the pinned ones. */
async function fetched({ name, version }: Named, found: Package, work: string, sources: Sources): Promise<string> {
  const deb = join(work, 'package.deb');
  const failures: string[] = [];
  const from = (base: string) => [base, () => download(`${base.replace(/\/+$/, '')}/${found.path}`)] as const;
  const ways: (readonly [from: string, get: () => Promise<Buffer>])[] = [
    ...sources.mirrors.map(from),
    ...(sources.apt ? [['apt-get', () => viaApt(name, version, work)] as const, from(debian)] : []),
  ];
  for (const [source, get] of ways) {
    try {
      const bytes = await get();
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (digest !== found.sha256) throw new Error(`sha256 is ${digest}, expected ${found.sha256}`);
      writeFileSync(deb, bytes);
      return deb;
    } catch (error) {
      failures.push(`${source}: ${error instanceof Error ? error.message.trim() : String(error)}`);
    }
  }
  throw new Error(
    `${name} ${version} could not be had:\n  ${failures.join('\n  ')}\nset JARVIS_DEBIAN_MIRROR to an address that has ${found.path}, such as a snapshot of the day of the lock, or pin another version in scripts/tools/lock.json`,
  );
}

async function download(url: string): Promise<Buffer> {
  for (let left = patience.tries; ; left--) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(patience.minutes * 60_000) });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      return Buffer.from(await answer.arrayBuffer());
    } catch (error) {
      if (left <= 1) throw error;
    }
  }
}

/** Asks the distribution's apt, whose lists may be missing or old on a new machine. */
async function viaApt(name: string, version: string, cwd: string): Promise<Buffer> {
  const limits = { cwd, timeout: patience.minutes * 60_000 };
  const get = () => run('apt-get', ['download', `${name}=${version}`], limits);
  try {
    await get();
  } catch {
    await run('apt-get', ['update'], limits).catch(() => undefined);
    await get();
  }
  const file = readdirSync(cwd).find((each) => each.startsWith(`${name}_`) && each.endsWith('.deb'));
  if (file === undefined) throw new Error('left no package');
  return readFileSync(join(cwd, file));
}

/** By Debian's own tool, or where there is none by the archive's two layers. */
async function unpack(deb: string, work: string, folder: string): Promise<void> {
  try {
    await run('dpkg-deb', ['--extract', deb, folder]);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await run('ar', ['x', deb], { cwd: work });
    const data = readdirSync(work).find((each) => each.startsWith('data.tar'));
    if (data === undefined) throw new Error('the package has no data');
    await run('tar', ['-xf', join(work, data), '-C', folder]);
  }
}
