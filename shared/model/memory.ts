/** What is in a server's memory, told apart by weights. */
import { weightsOf } from './check/parameters.ts';
import type { Loaded, Memory } from './check/wish.ts';
import type { Chosen } from './derive.ts';
import { ModelError } from './failure.ts';
import { ps, show } from './ollama.ts';
import type { WarmTask } from './warm.ts';

/** Looks into memory; of a model under another name it asks once whose weights it has. */
export function memoryOf({ server, clock }: Pick<WarmTask, 'server' | 'clock'>, chosen: Chosen): () => Promise<Memory> {
  const known = new Map<string, Promise<string | undefined>>();
  const weights = (digest: string, name: string) => {
    const asked = known.get(digest) ?? ask(name);
    known.set(digest, asked);
    return asked;
  };
  const ask = async (name: string) => {
    try {
      return weightsOf((await show(server, name)).modelfile);
    } catch (error) {
      // It may have been taken away while it is still in memory.
      if (error instanceof ModelError && error.kind === 'absent') return undefined;
      throw error;
    }
  };
  const told = async (row: Loaded): Promise<Loaded> => {
    if (row.digest === chosen.digest) return row;
    const own = await weights(chosen.digest, chosen.name);
    return { ...row, isKin: own !== undefined && own === (await weights(row.digest, row.name)) };
  };
  return async () => {
    const { models, at } = await ps(server, clock);
    return { models: await Promise.all(models.map(told)), at };
  };
}
