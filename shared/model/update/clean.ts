/** The last step of an update: takes away what nobody needs. */
import type { Outcome } from '../book.ts';
import { isDerivedName } from '../check/name.ts';
import { passed } from '../check/step.ts';
import { superfluous, unused } from '../check/unused.ts';
import type { Chosen } from '../derive.ts';
import { remove, show } from '../ollama.ts';
import { type Ledger, look, type UpdateTask } from './ledger.ts';

export async function clean(task: UpdateTask, ledger: Ledger, chosen: Chosen): Promise<Outcome<true>> {
  const { server, update } = task;
  const { standings, kept, made } = ledger;
  await look(server, ledger);
  const needless = superfluous(standings, kept, [...made.keys()], ledger.seen);
  for (const name of needless) await remove(server, name);
  const old = await unusedAt(task, ledger, chosen);
  if (update.removeUnused) for (const name of old) await remove(server, name);
  await look(server, ledger);
  const evidence = { removed: update.removeUnused ? [...needless, ...old] : needless, unused: old };
  const copies = needless.length === 0 ? [] : [`removed ${needless.join(', ')}, since nothing was replaced`];
  if (update.removeUnused) {
    const words = old.length === 0 ? 'nothing is unused' : `removed ${old.join(', ')}`;
    return { ...passed([...copies, words].join('; '), evidence), value: true };
  }
  const words = old.length === 0 ? 'nothing is unused' : `unused are ${old.join(', ')}: remove-unused removes them`;
  return { verdict: 'not-asked', words: [...copies, words].join('; '), evidence, value: true };
}

async function unusedAt(
  { server, wish, update }: UpdateTask,
  { seen, kept }: Ledger,
  chosen: Chosen,
): Promise<string[]> {
  const parents = new Map<string, string>();
  for (const { name } of seen.filter((one) => isDerivedName(one.name, wish.model))) {
    const parent = (await show(server, name)).details.parent_model;
    if (parent !== '') parents.set(name, parent);
  }
  const names = [wish.model, ...(update.alias === undefined ? [] : [update.alias])] as const;
  return unused(seen, { names, parents, chosen: chosen.digest, replaced: kept.map(({ digest }) => digest) });
}
