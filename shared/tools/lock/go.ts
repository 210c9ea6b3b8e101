/** Tools that are built from a Go module, or were: the executable's digest tells that it is the same. */
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ToolError } from '../../action/errors.ts';
import { sha256Of } from './digest.ts';
import type { GoEntry } from './entry.ts';
import { need, type Site, step } from './site.ts';

/** A build that comes out the same anywhere, and that no setting of the machine keeps from checking what it fetched. */
export function goVariables(toolchain: string): Record<string, string> {
  return {
    GOTOOLCHAIN: toolchain,
    GOFLAGS: '',
    GOENV: 'off',
    GOWORK: 'off',
    CGO_ENABLED: '0',
    GOSUMDB: 'sum.golang.org',
    GONOSUMDB: '',
    GOPRIVATE: '',
    GOINSECURE: '',
  };
}

export function goArgs({ module, version, ldflags }: Pick<GoEntry, 'module' | 'version' | 'ldflags'>): string[] {
  return ['install', '-trimpath', '-buildvcs=false', `-ldflags=${ldflags}`, `${module}@v${version}`];
}

/** @returns the program's path in the folder */
export async function installGo(name: string, entry: GoEntry, site: Site): Promise<string> {
  const digest = entry.built[site.platform];
  if (digest === undefined)
    throw new ToolError(
      `${name}: the tool lock has it for ${Object.keys(entry.built).join(', ')}, not for ${site.platform}`,
      'absent',
    );
  const built = join(site.folder, 'bin', entry.program);
  const stored = join(site.store, `${entry.program}-${site.platform}`);
  await mkdir(join(site.folder, 'bin'));
  if (await copied(stored, built, digest)) return `bin/${entry.program}`;
  if (site.offline) throw new ToolError(`${name}: the offline folder has no ${stored} of SHA-256 ${digest}`, 'absent');
  await build(name, entry, site);
  const found = await sha256Of(built);
  if (found !== digest)
    throw new ToolError(`${name}: what Go built has SHA-256 ${found}, and the tool lock ${digest}`, 'denied');
  await mkdir(site.store, { recursive: true });
  await copyFile(built, stored);
  return `bin/${entry.program}`;
}

/** The copy is what is compared: the store could change in between. */
async function copied(from: string, to: string, digest: string): Promise<boolean> {
  try {
    await copyFile(from, to);
    await chmod(to, 0o755);
    return (await sha256Of(to)) === digest;
  } catch {
    return false;
  }
}

async function build(name: string, entry: GoEntry, site: Site): Promise<void> {
  const proxy = site.mirror === undefined ? {} : { GOPROXY: `${site.mirror}/go` };
  const env = { ...goVariables(entry.toolchain), GOBIN: join(site.folder, 'bin'), ...proxy };
  const module = `${entry.module}@v${entry.version}`;
  const asked = step(site, 'go', ['mod', 'download', '-json', module], env);
  const { stdout } = await need(`${name} of the tool lock is built by Go 1.21 or newer`, asked);
  const { Sum } = v.parse(v.object({ Sum: v.string() }), JSON.parse(stdout));
  if (Sum !== entry.sum)
    throw new ToolError(`${name}: ${module} has the sum ${Sum}, and the tool lock ${entry.sum}`, 'denied');
  await step(site, 'go', goArgs(entry), env);
}
