/** What is looked at: a folder and its files, with what running a program there takes. */
import { statSync } from 'node:fs';
import { InputError } from '../../shared/action/errors.ts';
import { systemExec } from '../../shared/action/exec.ts';
import type { Host } from '../../shared/action/host.ts';
import { scrub } from '../../shared/findings/scrub.ts';
import { scannerEnvironment } from '../../shared/tools/environment.ts';
import { folderFiles, type GitMeans, workspaceFiles } from '../../shared/tools/git.ts';
import { type Standing, standing } from '../../shared/tools/standing.ts';
import type { Check } from './task.ts';

export interface Site {
  readonly git: GitMeans;
  /** Absolute. */
  readonly workspace: string;
  /** Relative, with `/`. */
  readonly files: readonly string[];
}

/** Of the workspace as it stands. @throws InputError where it is not there, or has a file that no tool could look at */
export async function survey(task: Check, workspace: string): Promise<Site> {
  const { host, inputs } = task;
  const git = gitOf(task, workspace);
  // Reports alone are read without a look at the workspace.
  if (inputs.tools !== 'auto' && inputs.tools.length === 0) return { git, workspace, files: [] };
  if (!statSync(workspace, { throwIfNoEntry: false })?.isDirectory())
    throw new InputError(`GITHUB_WORKSPACE is ${JSON.stringify(workspace)}: there is no such folder`);
  const listed = await workspaceFiles(git);
  if (listed === undefined)
    host.info('git knows no repository here: all files but those in node_modules are looked at');
  const found = standing(workspace, listed ?? (await folderFiles(workspace)));
  if (found.unnamed.length > 0)
    throw new InputError(
      `${list(found.unnamed)}: a name that is not UTF-8, by which no tool can be given the file; rename it`,
    );
  tell(host, found);
  return { git, workspace, files: found.files };
}

/** Whoever trusts the verdict should know what it does not speak of. */
function tell(host: Host, { leading, nested, gone }: Standing): void {
  if (nested.length > 0)
    host.warning(
      `not looked at, as they are repositories of their own: ${list(nested)}; check each in a step of its own`,
    );
  if (leading.length > 0) host.info(`not followed, as they lead out of the workspace: ${list(leading)}`);
  if (gone.length > 0) host.info(`not there, although git lists them: ${list(gone)}`);
}

function list(names: readonly string[]): string {
  const more = names.length > 5 ? ` and ${names.length - 5} more` : '';
  return `${names
    .slice(0, 5)
    .map((name) => JSON.stringify(scrub(name, 'name')))
    .join(', ')}${more}`;
}

export function gitOf({ host, signal, raw }: Check, workspace: string): GitMeans {
  const env = scannerEnvironment((name) => host.env(name), raw);
  return { exec: systemExec, workspace, folder: raw, env, signal };
}
