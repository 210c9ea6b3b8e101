/** The artifacts of a run: one folder each, uncompressed, in the order in which they came. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface ArtifactStore {
  readonly folder: string;
  /** Names in order of upload. */
  names(): readonly string[];
  /** Takes the folder for a new artifact; throws when the name is bad or taken. */
  create(name: string, overwrite: boolean): Promise<{ readonly id: number; readonly folder: string }>;
}

/** What GitHub does not allow in a name, because some file system does not. */
const forbidden = /["<>|*?\r\n\\/:]/;

/** An empty store below a run's folder. */
export function createArtifactStore(folder: string): ArtifactStore {
  const taken: string[] = [];
  let count = 0;
  return {
    folder,
    names: () => [...taken],
    create: async (name, overwrite) => {
      if (name === '' || name === '.' || name === '..' || forbidden.test(name)) {
        throw new Error(`artifact name ${JSON.stringify(name)} is not allowed`);
      }
      const at = taken.indexOf(name);
      if (at >= 0 && !overwrite) {
        throw new Error(`an artifact named ${name} exists in this run already: use another name, or overwrite: true`);
      }
      if (at >= 0) taken.splice(at, 1);
      taken.push(name);
      const target = join(folder, name);
      await rm(target, { recursive: true, force: true });
      await mkdir(target, { recursive: true });
      count += 1;
      return { id: count, folder: target };
    },
  };
}

/** Copies an artifact's files to where a job wants them. */
export async function copyArtifact(store: ArtifactStore, name: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await cp(join(store.folder, name), to, { recursive: true, force: true });
}
