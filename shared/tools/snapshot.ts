/**
 * The workspace as a tool should see it: the listed files and nothing else. Most scanners walk a whole folder, and would
 * otherwise report on node_modules, build output and `.git`.
 */
import { copyFileSync, linkSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { codeOf } from '../action/errors.ts';

/** Files that are brought before others of our process have their turn: one by one, waiting costs more than linking. */
const together = 200;

/** Links or, on another device, copies files into `folder`. Files that are gone, and symbolic links, are left out. */
export async function snapshot(workspace: string, files: readonly string[], folder: string): Promise<void> {
  for (const parent of new Set(files.map((file) => dirname(file))))
    mkdirSync(join(folder, parent), { recursive: true });
  for (const [index, file] of files.entries()) {
    if (index % together === 0) await breathe();
    bring(join(workspace, file), join(folder, file));
  }
}

function bring(from: string, to: string): void {
  try {
    if (lstatSync(from).isFile()) linkOrCopy(from, to);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
