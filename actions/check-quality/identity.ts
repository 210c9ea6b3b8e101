/** What fingerprints are made with: hashes, a key for secrets, and the lines that findings are about. */
import { createHash, createHmac } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Host } from '../../shared/action/host.ts';
import type { Hashes, Lines } from '../../shared/findings/fingerprint.ts';

/** Bytes of a file whose lines are read. */
const largest = 20_000_000;
/** Files that are kept in memory; findings of one file mostly come together. */
const kept = 50;

export function hashesOf(host: Host, keyEnv: string | undefined): Hashes {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  if (keyEnv === undefined) return { sha256 };
  const key = host.env(keyEnv);
  if (key === undefined) {
    host.info(`${keyEnv} is empty, as in the run of a fork: secrets are told apart by rule, file and order`);
    return { sha256 };
  }
  return { sha256, hmac: (text) => createHmac('sha256', key).update(text).digest('hex') };
}

/** Reads them from the workspace. */
export function linesOf(workspace: string): Lines {
  const files = new Map<string, readonly string[] | undefined>();
  const read = (path: string) => {
    const known = files.get(path);
    if (known !== undefined || files.has(path)) return known;
    const lines = linesIn(join(workspace, path));
    const [oldest] = files.keys();
    if (files.size >= kept && oldest !== undefined) files.delete(oldest);
    files.set(path, lines);
    return lines;
  };
  return (path, start, end) =>
    read(path)
      ?.slice(start - 1, end)
      .join('\n');
}

function linesIn(path: string): readonly string[] | undefined {
  try {
    const stats = statSync(path);
    // A device has no size and no end.
    if (!stats.isFile() || stats.size > largest) return undefined;
    return readFileSync(path, 'utf8').split(/\r\n|\n|\r/);
  } catch {
    // What a report names need not be there; then the tool's own words tell findings apart.
    return undefined;
  }
}
