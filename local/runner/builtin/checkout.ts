/** `actions/checkout`: the work tree as it is now, without what git ignores and without its history. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Builtin } from './contract.ts';

const execute = promisify(execFile);
const leftOut = new Set(['node_modules', '.git', '.pipeline']);

/** Copies the repository's files into the workspace. */
export const checkout: Builtin = async ({ root, workspace, files, print }) => {
  const [names] = await Promise.all([files(), empty(workspace)]);
  const folders = new Set(names.map((name) => dirname(join(workspace, name))));
  await Promise.all([...folders].map((folder) => mkdir(folder, { recursive: true })));
  await Promise.all(names.map((name) => copy(join(root, name), join(workspace, name))));
  print(`${names.length} files of the work tree copied, committed or not; there is no .git`);
  return {};
};

async function copy(from: string, to: string): Promise<void> {
  const stats = await lstat(from).catch(() => undefined);
  if (stats?.isSymbolicLink()) await symlink(await readlink(from), to);
  else if (stats?.isFile()) await copyFile(from, to, constants.COPYFILE_FICLONE);
}

async function empty(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** The files that a checkout holds: tracked, or new and not ignored; those deleted in the work tree are left out. */
export async function listFiles(root: string): Promise<string[]> {
  const names = await fromGit(root).catch(() => fromFolder(root, ''));
  const present = await Promise.all(
    names.map(async (name) => {
      const stats = await lstat(join(root, name)).catch(() => undefined);
      return stats !== undefined && !stats.isDirectory() ? [name] : [];
    }),
  );
  return present.flat();
}

async function fromGit(root: string): Promise<string[]> {
  const argv = ['-C', root, 'ls-files', '-co', '--exclude-standard', '-z'];
  const { stdout } = await execute('git', argv, { maxBuffer: 256 * 1024 * 1024 });
  const names = [...new Set(stdout.split('\0').filter((name) => name !== ''))];
  if (names.length === 0) throw new Error('no repository of its own');
  return names;
}

async function fromFolder(root: string, folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { withFileTypes: true });
  const nested = found
    .filter(({ name }) => !leftOut.has(name))
    .map((item) => (item.isDirectory() ? fromFolder(root, join(folder, item.name)) : [join(folder, item.name)]));
  return (await Promise.all(nested)).flat();
}
