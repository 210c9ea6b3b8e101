/** npm audit, once for every lock file. It asks the registry of the user's and the project's configuration. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import type { Env } from './environment.ts';
import { toolOf } from './recipe.ts';
import type { Tool } from './tool.ts';

/** npm prefers the first. */
const names = ['npm-shrinkwrap.json', 'package-lock.json'];

export function npmAuditArgs(): string[] {
  return ['audit', '--json', '--package-lock-only', '--ignore-scripts', '--no-fund', '--no-update-notifier'];
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
      prepare: ({ env, workspace }) => ({
        args: npmAuditArgs(),
        cwd: join(workspace, dirname(lock)),
        stdout: true,
        needs: { network: true, own: userConfig(env) },
        beside: { 'package-lock': join(workspace, lock) },
      }),
    }),
  );
}
