/** Tools of npm's, installed by their lock file, without scripts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolError } from '../../action/errors.ts';
import type { NpmEntry } from './entry.ts';
import { need, type Site, step } from './site.ts';

/** Packages of a lock file that npm would take as they come. */
export function unverified({ lockfile }: Pick<NpmEntry, 'lockfile'>): string[] {
  const packages = Object.entries(lockfile.packages).filter(([path]) => path !== '');
  return packages.flatMap(([path, { integrity }]) =>
    typeof integrity === 'string' && integrity.startsWith('sha512-') ? [] : [path],
  );
}

/** @returns the program's path in the folder */
export async function installNpm(name: string, entry: NpmEntry, site: Site): Promise<string> {
  const bad = unverified(entry);
  if (bad.length > 0) throw new ToolError(`${name}: the tool lock has no sha512 of ${bad.join(', ')}`, 'failed');
  await mkdir(site.store, { recursive: true });
  const manifest = { private: true, dependencies: { [entry.package]: entry.version } };
  await writeFile(join(site.folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(site.folder, 'package-lock.json'), JSON.stringify(entry.lockfile));
  const registry = site.mirror === undefined ? [] : ['--registry', `${site.mirror}/npm`];
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--cache', site.store];
  const network = site.offline ? '--offline' : '--prefer-offline';
  await need(`${name} of the tool lock needs npm`, step(site, 'npm', [...args, network, ...registry]));
  return `node_modules/.bin/${entry.program}`;
}
