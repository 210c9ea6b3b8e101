/** What is asked of git: the files of a workspace, and an earlier commit of it in a folder of its own. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Done, Exec } from '../action/exec.ts';

export interface GitMeans {
  readonly exec: Exec;
  /** Absolute. */
  readonly workspace: string;
  /** For what git prints and writes; absolute. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Seconds that git may take. */
const limit = 120;
/**
 * Hooks of the repository are somebody else's programs. In a container the workspace belongs to another user than ours,
 * and the HOME in which checkout wrote that it is safe is not that of this git.
 */
const quiet = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.quotePath=false', 'safe.directory=*'].flatMap(
  (setting) => ['-c', setting],
);

/** Relative paths with `/`, sorted: all but what git ignores, with the folders of repositories within; undefined where there is no repository. */
export async function workspaceFiles(means: GitMeans): Promise<readonly string[] | undefined> {
  return listed(means, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
}

/** The files of a commit. */
export async function commitFiles(means: GitMeans, commit: string): Promise<readonly string[] | undefined> {
  return listed(means, ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit]);
}

/** The commit that HEAD and the other one grew from; undefined where git does not know it, as in a shallow clone. */
export async function mergeBase(means: GitMeans, other: string): Promise<string | undefined> {
  const { code, stdout } = await git(means, ['merge-base', 'HEAD', other]);
  const commit = stdout.trim();
  return code === 0 && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

/** Writes the files of a commit into a folder; neither index nor work tree of the repository is touched. */
export async function extract(means: GitMeans, commit: string, into: string): Promise<void> {
  const apart = { ...means, env: { ...means.env, GIT_INDEX_FILE: join(means.folder, 'base.index') } };
  for (const args of [
    ['read-tree', commit],
    ['checkout-index', '--all', '--quiet', `--prefix=${into}${sep}`],
  ]) {
    const { code, stderr } = await git(apart, args);
    if (code !== 0) throw new Error(`git ${args[0]} ended with ${code}: ${stderr.trim()}`);
  }
}

async function listed(means: GitMeans, args: readonly string[]): Promise<readonly string[] | undefined> {
  const out = join(means.folder, 'files');
  const done = await git(means, args, out).catch(() => undefined);
  if (done?.code !== 0) return undefined;
  const names = readFileSync(out, 'utf8').split('\0');
  return [...new Set(names.filter((name) => name !== ''))].sort();
}

function git({ exec, workspace, env, signal }: GitMeans, args: readonly string[], stdout?: string): Promise<Done> {
  const place = stdout === undefined ? {} : { stdout };
  return exec.run({ program: 'git', args: [...quiet, ...args], cwd: workspace, env, limit, ...place }, signal);
}

/** All of a folder but node_modules and what git keeps for itself; as `workspaceFiles`. */
export async function folderFiles(workspace: string): Promise<readonly string[]> {
  const found = await readdir(workspace, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(workspace, join(parentPath, name)).split(sep).join('/'))
    .filter((path) => !/(^|\/)(\.git|node_modules)(\/|$)/.test(path))
    .sort();
}
