/** What is looked at: a folder and its files, with what running a program there takes. */
import { systemExec } from '../../shared/action/exec.ts';
import { scannerEnvironment } from '../../shared/tools/environment.ts';
import { type GitMeans, workspaceFiles } from '../../shared/tools/git.ts';
import type { Check } from './task.ts';

export interface Site {
  readonly git: GitMeans;
  /** Absolute. */
  readonly workspace: string;
  /** Relative, with `/`. */
  readonly files: readonly string[];
}

/** Of the workspace as it stands. */
export async function survey(task: Check, workspace: string): Promise<Site> {
  const git = gitOf(task, workspace);
  return { git, workspace, files: await workspaceFiles(git) };
}

export function gitOf({ host, signal, raw }: Check, workspace: string): GitMeans {
  const env = scannerEnvironment((name) => host.env(name), raw);
  return { exec: systemExec, workspace, folder: raw, env, signal };
}
