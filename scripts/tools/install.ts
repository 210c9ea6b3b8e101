/** Brings one pinned tool into the cache, or finds it there. */
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Sources, unpackPackage } from './debian.ts';
import { buildGo } from './go.ts';
import { platform, type Tool, toolFolder } from './lock.ts';

export interface Installed {
  readonly folder: string;
  readonly fresh: boolean;
}

/**
 * Installs a tool, or finds it installed.
 * @throws Error with every source that was tried, and what to do
 */
export async function install(name: string, tool: Tool, cache: string, sources: Sources): Promise<Installed> {
  const folder = toolFolder(name, tool, cache);
  if (existsSync(join(folder, tool.program))) return { folder, fresh: false };
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}.part-`);
  try {
    await freshly(name, tool, work, cache, sources);
    if (!existsSync(join(work, tool.program))) throw new Error(`${name}: there is no ${tool.program} in it`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return { folder, fresh: true };
}

async function freshly(name: string, tool: Tool, folder: string, cache: string, sources: Sources): Promise<void> {
  if (tool.kind === 'go') return buildGo(name, tool, folder, cache, sources);
  const found = tool.packages[platform];
  if (found !== undefined) await unpackPackage({ name, version: tool.version }, found, folder, sources);
}
