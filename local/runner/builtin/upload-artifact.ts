/** `actions/upload-artifact`: copies what the paths match into the run's folder. */
import { createHash } from 'node:crypto';
import { copyFile, glob, lstat, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, matchesGlob, relative, resolve, sep } from 'node:path';
import type { Builtin } from './contract.ts';

const magic = /[*?[\]{}]/;
const noFiles = ['warn', 'error', 'ignore'];

/** The lines of `path`, told apart into what is taken and what is left out. */
export function readPatterns(path: string): { readonly taken: readonly string[]; readonly left: readonly string[] } {
  const lines = path
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return {
    taken: lines.filter((line) => !line.startsWith('!')),
    left: lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1)),
  };
}

/** The part of a pattern before its first wildcard. */
export function searchPath(pattern: string): string {
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => magic.test(part));
  return wild < 0 ? pattern : parts.slice(0, wild).join('/');
}

/** The deepest folder that holds all of these paths. */
export function commonFolder(paths: readonly string[]): string {
  const [first = [], ...rest] = paths.map((path) => path.split(sep));
  const end = first.findIndex((part, index) => rest.some((parts) => parts[index] !== part));
  return (end < 0 ? first : first.slice(0, end)).join(sep) || sep;
}

/** Takes the files, and answers with the outputs of GitHub's action. */
export const uploadArtifact: Builtin = async ({ inputs, workspace, artifacts, print, annotate }) => {
  const name = inputs['name'] || 'artifact';
  const otherwise = inputs['if-no-files-found'] || 'warn';
  if (!noFiles.includes(otherwise))
    throw new Error(`if-no-files-found must be one of ${noFiles.join(', ')}, not ${otherwise}`);
  const { taken, left } = readPatterns(inputs['path'] ?? '');
  if (taken.length === 0) throw new Error('actions/upload-artifact needs the input path');
  const absolute = (pattern: string): string => (isAbsolute(pattern) ? pattern : resolve(workspace, pattern));
  const files = await findFiles(taken.map(absolute), left.map(absolute), inputs['include-hidden-files'] === 'true');
  if (files.length === 0) {
    const message = `No files were found with the provided path: ${taken.join(', ')}. No artifacts will be uploaded.`;
    if (otherwise === 'error') throw new Error(message);
    if (otherwise === 'warn') annotate('warning', message);
    else print(message);
    return {};
  }
  const base = await baseOf(taken.map(absolute), files);
  const { id, folder } = await artifacts.create(name, inputs['overwrite'] === 'true');
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(`${relative(base, file)}\0`).update(await copy(file, join(folder, relative(base, file))));
  print(`artifact ${name}: ${files.length} ${files.length === 1 ? 'file' : 'files'} in ${folder}`);
  return { 'artifact-id': String(id), 'artifact-url': `file://${folder}`, 'artifact-digest': hash.digest('hex') };
};

async function copy(from: string, to: string): Promise<Buffer> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  return readFile(to);
}

async function findFiles(taken: readonly string[], left: readonly string[], hidden: boolean): Promise<string[]> {
  const found = new Set<string>();
  for (const pattern of taken) {
    const root = searchPath(pattern).replace(/(?!^)\/+$/, '');
    const isHidden = (file: string): boolean =>
      [basename(root), ...relative(root, file).split(sep)].some((part) => /^\.[^.]/.test(part));
    for (const path of magic.test(pattern) ? await matches(pattern) : [root]) {
      for (const file of await below(path)) if (hidden || !isHidden(file)) found.add(file);
    }
  }
  const excluded = (file: string): boolean =>
    left.some((pattern) => matchesGlob(file, pattern) || file.startsWith(`${pattern.replace(/\/+$/, '')}/`));
  return [...found].filter((file) => !excluded(file)).sort();
}

async function matches(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(pattern)) found.push(path);
  return found;
}

async function below(path: string): Promise<string[]> {
  const stats = await lstat(path).catch(() => undefined);
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  const found: string[] = [];
  for await (const item of glob('**/{*,.*}', { cwd: path, withFileTypes: true })) {
    if (!item.isDirectory()) found.push(join(item.parentPath, item.name));
  }
  return found;
}

/** GitHub keeps the structure below the common folder of the paths; a single file lies at the top. */
async function baseOf(patterns: readonly string[], files: readonly string[]): Promise<string> {
  const roots = patterns.map((pattern) => searchPath(pattern).replace(/(?!^)\/+$/, ''));
  const common = commonFolder(roots);
  return files.includes(common) ? dirname(common) : common;
}
