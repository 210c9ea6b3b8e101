/** Brings one pinned Debian package into the cache: fetched, compared with its digest, unpacked. Root is not needed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Package, platform, type Tool, toolFolder } from './lock.ts';

const run = promisify(execFile);

export interface Sources {
  /** Addresses that have a `pool/` of Debian's, tried in this order before apt. */
  readonly mirrors: readonly string[];
  readonly apt: boolean;
}

/** Minutes for a download, and tries of it. */
const patience = { minutes: 5, tries: 2 };

export interface Installed {
  readonly folder: string;
  readonly fresh: boolean;
}

/**
 * Installs a tool, or finds it installed.
 * @throws Error with every source that was tried, and what to do
 */
export async function install(name: string, tool: Tool, cache: string, sources: Sources): Promise<Installed> {
  const found = tool.packages[platform];
  if (found === undefined) throw new Error(`${name}: scripts/tools/lock.json pins no package for ${platform}`);
  const folder = toolFolder(name, tool, found, cache);
  if (existsSync(join(folder, tool.program))) return { folder, fresh: false };
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}.part-`);
  try {
    const deb = await fetched(name, tool, found, work, sources);
    const unpacked = join(work, 'unpacked');
    await unpack(deb, unpacked);
    if (!existsSync(join(unpacked, tool.program))) throw new Error(`${name}: its package has no ${tool.program}`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { folder, fresh: true };
}

/** The package's file, from the first source whose bytes are the pinned ones. */
async function fetched(name: string, tool: Tool, found: Package, work: string, sources: Sources): Promise<string> {
  const deb = join(work, 'package.deb');
  const failures: string[] = [];
  const ways: (readonly [from: string, get: () => Promise<Buffer>])[] = [
    ...sources.mirrors.map((base) => [base, () => download(`${base.replace(/\/+$/, '')}/${found.path}`)] as const),
    ...(sources.apt ? [['apt-get', () => viaApt(name, tool.version, work)] as const] : []),
  ];
  for (const [from, get] of ways) {
    try {
      const bytes = await get();
      const digest = createHash('sha256').update(bytes).digest('hex');
      if (digest !== found.sha256) throw new Error(`sha256 is ${digest}, expected ${found.sha256}`);
      writeFileSync(deb, bytes);
      return deb;
    } catch (error) {
      failures.push(`${from}: ${error instanceof Error ? error.message.trim() : String(error)}`);
    }
  }
  throw new Error(
    `${name} ${tool.version} could not be had:\n  ${failures.join('\n  ')}\nset JARVIS_DEBIAN_MIRROR to an address that has ${found.path}, such as a snapshot of the day of the lock, or pin another version in scripts/tools/lock.json`,
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
async function unpack(deb: string, folder: string): Promise<void> {
  mkdirSync(folder);
  try {
    await run('dpkg-deb', ['--extract', deb, folder]);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const cwd = dirname(deb);
    await run('ar', ['x', deb], { cwd });
    const data = readdirSync(cwd).find((each) => each.startsWith('data.tar'));
    if (data === undefined) throw new Error('the package has no data');
    await run('tar', ['-xf', join(cwd, data), '-C', folder]);
  }
}
