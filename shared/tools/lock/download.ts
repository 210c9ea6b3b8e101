/** Tools that come as an archive of their release. */
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { messageOf, ToolError } from '../../action/errors.ts';
import { sha256Of } from './digest.ts';
import type { DownloadEntry } from './entry.ts';
import { type Site, step } from './site.ts';

/** Bytes, where the lock does not say how many. */
const most = 500_000_000;

type File = DownloadEntry['files'][string];

/** @returns the program's path in the folder */
export async function installDownload(name: string, entry: DownloadEntry, site: Site): Promise<string> {
  const file = entry.files[site.platform];
  if (file === undefined)
    throw new ToolError(
      `${name}: the tool lock has it for ${Object.keys(entry.files).join(', ')}, not for ${site.platform}`,
      'absent',
    );
  const archive = join(site.folder, 'archive');
  const stored = join(site.store, basename(file.url));
  if (!(await isThere(stored, archive, file.sha256))) {
    if (site.offline)
      throw new ToolError(`${name}: the offline folder has no ${stored} of SHA-256 ${file.sha256}`, 'absent');
    await writeFile(archive, await fetched(name, file, site));
    const digest = await sha256Of(archive);
    if (digest !== file.sha256)
      throw new ToolError(
        `${name}: ${addressOf(file, site)} has SHA-256 ${digest}, and the tool lock ${file.sha256}`,
        'denied',
      );
    await mkdir(site.store, { recursive: true });
    await copyFile(archive, stored);
  }
  await mkdir(join(site.folder, 'bin'));
  await step(site, 'tar', ['-xzf', archive, '--no-same-owner', '-C', join(site.folder, 'bin'), entry.program]);
  return `bin/${entry.program}`;
}

/** The copy is what is compared: the store could change in between. */
async function isThere(stored: string, archive: string, digest: string): Promise<boolean> {
  try {
    await copyFile(stored, archive);
    return (await stat(archive)).isFile() && (await sha256Of(archive)) === digest;
  } catch {
    return false;
  }
}

function addressOf({ url }: File, { mirror }: Site): string {
  return mirror === undefined ? url : `${mirror}/download/${basename(url)}`;
}

async function fetched(name: string, file: File, site: Site): Promise<Uint8Array> {
  const url = addressOf(file, site);
  const limit = file.size ?? most;
  try {
    const answer = await fetch(url, { signal: AbortSignal.any([site.signal, AbortSignal.timeout(900_000)]) });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of answer.body ?? []) {
      length += chunk.length;
      if (length > limit) throw new Error(`has more than ${limit} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw new ToolError(`${name}: ${url}: ${messageOf(error)}`, 'failed', { cause: error });
  }
}
