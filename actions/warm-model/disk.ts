/** Room for models on this machine. */
import { statfs } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Room } from '../../shared/model/host/facts.ts';

/**
 * Bytes that are free where Ollama keeps its models; undefined where none of its usual places is there, as in a container.
 * @param env of this process: OLLAMA_MODELS names a place of its own
 */
export async function freeForModels(env: (name: string) => string | undefined): Promise<number | undefined> {
  return (await roomForModels(env, ''))?.free;
}

/**
 * As `freeForModels`, with the place.
 * @param env of the server's process
 * @param root where the server's `/` is seen from here; empty where it is this process's own
 */
export async function roomForModels(
  env: (name: string) => string | undefined,
  root: string,
): Promise<Room | undefined> {
  const own = env('OLLAMA_MODELS');
  const usual = [join(env('HOME') ?? homedir(), '.ollama/models'), '/usr/share/ollama/.ollama/models'];
  for (const path of own === undefined ? usual : [own]) {
    const found = await statfs(join(root, path)).catch(() => undefined);
    if (found !== undefined) return { path, free: found.bavail * found.bsize };
  }
  return undefined;
}
