/** Installs a tool of the lock into a cache folder, or finds it there unchanged. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as v from 'valibot';
import { ToolError } from '../../action/errors.ts';
import type { Exec } from '../../action/exec.ts';
import type { Env } from '../environment.ts';
import { differences, folderDigest } from './digest.ts';
import { installDownload } from './download.ts';
import type { Entry } from './entry.ts';
import { installGo } from './go.ts';
import { installNpm } from './npm.ts';
import { installPypi } from './pypi.ts';
import type { Site } from './site.ts';
import type { StoreCache } from './store-cache.ts';

export interface InstallOptions {
  readonly exec: Exec;
  readonly env: Env;
  readonly signal: AbortSignal;
  /** Absolute; holds `store`, what was fetched, and `installed`. */
  readonly cache: string;
  /** Such as `linux-x64`. */
  readonly platform: string;
  /** Address under which `pypi/simple`, `npm`, `go` and `download` stand instead of the public ones. */
  readonly mirror?: string;
  /** The `store` of another machine, brought here; then nothing is fetched. */
  readonly offline?: string;
  readonly storeCache?: StoreCache;
  readonly say: (line: string) => void;
}

/** Says how an installed tool was when it had just been installed; written last. */
const recordSchema = v.object({ folder: v.string(), program: v.string(), files: v.record(v.string(), v.string()) });
type Installed = v.InferOutput<typeof recordSchema>;

/** Where a tool stands: another version, or other digests, is another place. */
export function placeOf(name: string, entry: Entry): string {
  const digest = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  return join(name, `${entry.version}-${digest.slice(0, 16)}`);
}

/** @returns the absolute path of the program @throws ToolError */
export async function install(name: string, entry: Entry, options: InstallOptions): Promise<string> {
  const place = join(options.cache, 'installed', `${placeOf(name, entry)}-${options.platform}`);
  const found = await unchanged(name, place, options.say);
  if (found !== undefined) return found;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  // A folder of its own for every try: another job of this machine may be installing the same.
  const folder = await mkdtemp(`${place}.`);
  try {
    const program = await freshly(name, entry, folder, options);
    if (!existsSync(join(folder, program)))
      throw new ToolError(`${name}: its package has no program ${entry.program}`, 'failed');
    const installed: Installed = { folder: basename(folder), program, files: await folderDigest(folder) };
    await writeFile(`${folder}.json`, JSON.stringify(installed), { mode: 0o600 });
    await rename(`${folder}.json`, `${place}.json`);
    return join(folder, program);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function freshly(name: string, entry: Entry, folder: string, options: InstallOptions): Promise<string> {
  const { offline, cache, storeCache, platform, exec, env, signal, mirror } = options;
  const store = join(offline ?? join(cache, 'store'), placeOf(name, entry));
  const key = `jarvis-tool-${placeOf(name, entry).replace('/', '-')}-${platform}`;
  const usesCache = storeCache !== undefined && offline === undefined;
  const restored = usesCache && (existsSync(store) || (await storeCache.restore(store, key)));
  const site: Site = {
    ...{ exec, env, signal, folder, store, platform, offline: offline !== undefined },
    ...(mirror === undefined ? {} : { mirror: mirror.replace(/\/+$/, '') }),
  };
  const program = await byKind(name, entry, site);
  if (usesCache && !restored) await storeCache.save(store, key);
  return program;
}

function byKind(name: string, entry: Entry, site: Site): Promise<string> {
  switch (entry.kind) {
    case 'pypi':
      return installPypi(name, entry, site);
    case 'npm':
      return installNpm(name, entry, site);
    case 'go':
      return installGo(name, entry, site);
    case 'download':
      return installDownload(name, entry, site);
  }
}

/** The program of an earlier installation that is still as it was; one that is not is removed. */
async function unchanged(name: string, place: string, say: (line: string) => void): Promise<string | undefined> {
  const installed = await recordOf(`${place}.json`);
  if (installed === undefined) return undefined;
  const { program, files } = installed;
  const folder = join(dirname(place), basename(installed.folder));
  const changed = differences(files, await folderDigest(folder).catch(() => ({})));
  if (changed.length === 0 && Object.hasOwn(files, program)) return join(folder, program);
  const some = `${changed.slice(0, 3).join(', ')}${changed.length > 3 ? ` and ${changed.length - 3} more` : ''}`;
  say(`${name} in ${dirname(place)} is not as it was installed (${some}); it is installed anew`);
  await rm(`${place}.json`, { force: true });
  if (folder.startsWith(`${place}.`)) await rm(folder, { recursive: true, force: true });
  return undefined;
}

async function recordOf(path: string): Promise<Installed | undefined> {
  try {
    const result = v.safeParse(recordSchema, JSON.parse(await readFile(path, 'utf8')));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
