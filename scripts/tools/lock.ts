/** The tools that the suites on real parts need, pinned by version and digest, and where an installed one stands. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A Debian package: its path below a mirror, and what its bytes must hash to. */
export interface Package {
  readonly path: string;
  readonly sha256: string;
}

/** One that is a Debian package's. */
export interface DebianTool {
  readonly kind: 'debian';
  readonly version: string;
  /** The executable inside of the package. */
  readonly program: string;
  /** By platform and processor, such as `linux-x64`. */
  readonly packages: Readonly<Record<string, Package>>;
}

/** A Debian package that is unpacked to compile with. */
export interface Headers extends Package {
  readonly name: string;
  readonly version: string;
  /** Links to make, by path, and where each leads: for sources that ask for a header by another path. */
  readonly links?: Readonly<Record<string, string>>;
}

/** One that is built here from a Go module with C and C++ in it. */
export interface GoTool {
  readonly kind: 'go';
  readonly version: string;
  /** `bin/` and the name that Go gives the executable. */
  readonly program: string;
  readonly module: string;
  /** Of the module as go.sum has it: `h1:...`; go compares the modules it needs with its checksum database. */
  readonly sum: string;
  /** Such as `go1.26.8`; any Go from 1.21 on fetches it. */
  readonly toolchain: string;
  readonly ldflags: string;
  readonly headers: readonly Headers[];
  /** By platform: the compiler's first line about itself, and the digest of what it makes of this. */
  readonly built: Readonly<Record<string, { readonly compiler: string; readonly sha256: string }>>;
}

export type Tool = DebianTool | GoTool;
export type Lock = Readonly<Record<string, Tool>>;

export const platform = `${process.platform}-${process.arch}`;

export function readLock(): Lock {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'lock.json'), 'utf8')) as Lock;
}

/** Outside of the repository, so that a fresh checkout finds what an earlier one installed. */
export function cacheFolder(): string {
  return process.env.JARVIS_TOOLS || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'jarvis', 'tools');
}

/** What a tool is made of, as one digest: the package's, or that of all that goes into a build. */
function digestOf(tool: Tool): string | undefined {
  if (tool.kind === 'debian') return tool.packages[platform]?.sha256;
  if (tool.built[platform] === undefined) return undefined;
  return createHash('sha256').update(JSON.stringify(tool)).digest('hex');
}

/**
 * The folder of one tool: another version or another digest is another folder.
 * @throws Error when the tool is not for this platform
 */
export function toolFolder(name: string, tool: Tool, cache = cacheFolder()): string {
  const digest = digestOf(tool);
  if (digest === undefined) {
    const others = Object.keys(tool.kind === 'debian' ? tool.packages : tool.built).join(', ');
    throw new Error(`${name} is pinned for ${others}, not for ${platform}`);
  }
  return join(cache, name, `${tool.version}-${digest.slice(0, 16)}`);
}

/** Where the pinned tool stands, or why it cannot be used. Whatever else the machine has installed is not looked at. */
export function findTool(
  name: string,
  lock = readLock(),
  cache = cacheFolder(),
): { path: string } | { reason: string } {
  const tool = lock[name];
  if (tool === undefined) return { reason: `scripts/tools/lock.json has no tool ${name}` };
  try {
    const path = join(toolFolder(name, tool, cache), tool.program);
    if (existsSync(path)) return { path };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  return { reason: `${name} ${tool.version} is not installed; run: node scripts/tools.ts ${name}` };
}
