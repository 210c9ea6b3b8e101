/** The tools that the suites on real parts need, pinned by version and digest, and where an installed one stands. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A Debian package: its path below a mirror, and what its bytes must hash to. */
export interface Package {
  readonly path: string;
  readonly sha256: string;
}

export interface Tool {
  readonly version: string;
  /** The executable inside of the package. */
  readonly program: string;
  /** By platform and processor, such as `linux-x64`. */
  readonly packages: Readonly<Record<string, Package>>;
}

export type Lock = Readonly<Record<string, Tool>>;

export const platform = `${process.platform}-${process.arch}`;

export function readLock(): Lock {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'lock.json'), 'utf8')) as Lock;
}

/** Outside of the repository, so that a fresh checkout finds what an earlier one installed. */
export function cacheFolder(): string {
  return process.env.JARVIS_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jarvis', 'tools');
}

/** The folder of one tool: another version or another digest is another folder. */
export function toolFolder(name: string, { version }: Tool, { sha256 }: Package, cache = cacheFolder()): string {
  return join(cache, name, `${version}-${sha256.slice(0, 16)}`);
}

/** Where the pinned tool stands, or why it cannot be used. Whatever else the machine has installed is not looked at. */
export function findTool(
  name: string,
  lock = readLock(),
  cache = cacheFolder(),
): { path: string } | { reason: string } {
  const tool = lock[name];
  if (tool === undefined) return { reason: `scripts/tools/lock.json has no tool ${name}` };
  const found = tool.packages[platform];
  if (found === undefined)
    return { reason: `${name} is pinned for ${Object.keys(tool.packages).join(', ')}, not for ${platform}` };
  const path = join(toolFolder(name, tool, found, cache), tool.program);
  return existsSync(path)
    ? { path }
    : { reason: `${name} ${tool.version} is not installed; run: node scripts/tools.ts ${name}` };
}
