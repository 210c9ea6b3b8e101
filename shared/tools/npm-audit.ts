/**
 * npm audit, once for every lock file. It asks the registry of the user's and the project's configuration; of the project's
 * nothing else counts, as `offline` or `omit` there would make an audit of nothing that passes.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import type { Env } from './environment.ts';
import { toolOf } from './recipe.ts';
import type { Tool, ToolMeans } from './tool.ts';

/** npm prefers the first. */
const names = ['npm-shrinkwrap.json', 'package-lock.json'];

/** `--prefix`: without a package.json npm would take the next folder above that has one. */
export function npmAuditArgs(): string[] {
  return [
    'audit',
    '--json',
    '--package-lock-only',
    '--ignore-scripts',
    '--no-fund',
    '--no-update-notifier',
    '--prefix=.',
  ];
}

/** The lines of a project's .npmrc that say which registry has which packages. */
function registriesIn(npmrc: string): string[] {
  const lines = npmrc.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => /^(@[\w.-]+:)?registry\s*=\s*https?:\/\/\S+$/.test(line));
}

/** The lock file in a folder of its own, where npm finds no settings but those, and takes it for no part of another project. */
async function bring({ workspace, files }: ToolMeans, lock: string, folder: string): Promise<readonly string[]> {
  const beside = (name: string) => join(dirname(lock), name);
  await mkdir(folder);
  for (const file of [lock, beside('package.json')])
    if (files.includes(file)) await copyFile(join(workspace, file), join(folder, basename(file)));
  const npmrc = files.includes(beside('.npmrc')) ? await readFile(join(workspace, beside('.npmrc')), 'utf8') : '';
  const registries = registriesIn(npmrc);
  if (registries.length > 0) await writeFile(join(folder, '.npmrc'), `${registries.join('\n')}\n`);
  return registries;
}

/** One lock file a folder, those of installed packages left out. */
export function npmLocks(files: readonly string[]): string[] {
  const locks = files.filter((file) => names.includes(basename(file)) && !/(^|\/)node_modules\//.test(file));
  return locks.filter((file) => {
    const preferred = join(dirname(file), names[0] ?? '');
    return file === preferred || !locks.includes(preferred);
  });
}

/** Where the registry, and the right to read it, are written down: HOME is not the user's. */
function userConfig(env: Env): Record<string, string> {
  const path = env('NPM_CONFIG_USERCONFIG') || env('npm_config_userconfig') || join(env('HOME') ?? '/', '.npmrc');
  const registry = env('NPM_CONFIG_REGISTRY') || env('npm_config_registry');
  return {
    ...(existsSync(path) ? { NPM_CONFIG_USERCONFIG: path } : {}),
    ...(registry ? { NPM_CONFIG_REGISTRY: registry } : {}),
  };
}

export function npmAudits(files: readonly string[]): Tool[] {
  return npmLocks(files).map((lock) =>
    toolOf({
      id: 'npm-audit',
      program: 'npm',
      target: lock,
      // 1 is both findings and a registry that did not answer; the report says which.
      codes: [0, 1],
      fits: (all) => all.includes(lock),
      async prepare(means, { folder }) {
        const cwd = join(folder, 'project');
        const registries = await bring(means, lock, cwd);
        return {
          args: npmAuditArgs(),
          cwd,
          stdout: true,
          needs: { network: true, own: userConfig(means.env) },
          beside: { 'package-lock': join(means.workspace, lock) },
          notes: registries.map((line) => `asked where .npmrc of the project says: ${line}`),
        };
      },
    }),
  );
}
