/**
 * The workspace as a tool should see it: the listed files and nothing else. Most scanners walk a whole folder, and would
 * otherwise report on node_modules, build output and `.git`.
 */
import { copyFile, link, lstat, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../action/errors.ts';

/** Links or, on another device, copies files into `folder`. Files that are gone, and symbolic links, are left out. */
export async function snapshot(workspace: string, files: readonly string[], folder: string): Promise<void> {
  for (const parent of new Set(files.map((file) => dirname(file))))
    await mkdir(join(folder, parent), { recursive: true });
  for (const file of files) await bring(join(workspace, file), join(folder, file));
}

async function bring(from: string, to: string): Promise<void> {
  try {
    if (!(await lstat(from)).isFile()) return;
    await link(from, to).catch(() => copyFile(from, to));
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
