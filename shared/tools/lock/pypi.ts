/** Tools of Python's, each in a virtual environment of its own. No code of a package runs while it is installed. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ToolError } from '../../action/errors.ts';
import type { PypiEntry } from './entry.ts';
import { need, type Site, step } from './site.ts';

const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
/** pip compares with the digests, takes nothing that would have to be built, and adds nothing of its own. */
const strict = ['--require-hashes', '--no-deps', '--only-binary=:all:'];

export function requirementsOf({ packages }: PypiEntry): string {
  const lines = Object.entries(packages).map(([pin, digests]) =>
    [pin, ...digests.map((digest) => `    --hash=sha256:${digest}`)].join(' \\\n'),
  );
  return `${lines.join('\n')}\n`;
}

/** @returns the program's path in the folder */
export async function installPypi(name: string, entry: PypiEntry, site: Site): Promise<string> {
  await checkPython(name, entry, site);
  const requirements = join(site.folder, 'requirements.txt');
  await writeFile(requirements, requirementsOf(entry));
  await step(site, 'python3', ['-m', 'venv', '--without-pip', join(site.folder, 'venv')]);
  const install = () => installFromStore(site, requirements);
  if (site.offline) await install();
  else if (await isEmpty(site.store)) await fetchInto(site, requirements).then(install);
  // What the store holds may be incomplete, or not be what it should.
  else
    await install().catch(async (error) => {
      if (site.signal.aborted) throw error;
      await rm(site.store, { recursive: true, force: true });
      await fetchInto(site, requirements).then(install);
    });
  return `venv/bin/${entry.program}`;
}

async function checkPython(name: string, { python }: PypiEntry, site: Site): Promise<void> {
  const ask = step(site, 'python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])']);
  const version = (await need(`${name} of the tool lock needs Python ${python} or newer`, ask)).stdout.trim();
  if (Number(version.split('.')[1]) < Number(python.split('.')[1]) || !version.startsWith('3.'))
    throw new ToolError(`${name} of the tool lock needs Python ${python} or newer, python3 is ${version}`, 'failed');
}

async function fetchInto(site: Site, requirements: string): Promise<void> {
  await mkdir(site.store, { recursive: true });
  const index = site.mirror === undefined ? [] : ['--index-url', `${site.mirror}/pypi/simple`];
  const args = ['-m', 'pip', 'download', ...quiet, ...strict, ...index, '-r', requirements, '-d', site.store];
  await step(site, 'python3', args);
}

async function installFromStore(site: Site, requirements: string): Promise<void> {
  const from = ['--no-index', '--find-links', site.store, '--no-cache-dir'];
  const python = join(site.folder, 'venv/bin/python');
  // The machine's pip works for the environment, which so needs none of its own.
  const args = ['-m', 'pip', '--python', python, 'install', ...quiet, ...strict, ...from, '-r', requirements];
  await step(site, 'python3', args);
}

const isEmpty = (folder: string) =>
  readdir(folder).then(
    (names) => names.length === 0,
    () => true,
  );
