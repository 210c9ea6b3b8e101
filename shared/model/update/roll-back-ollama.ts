/** The way back to a model that was kept: at once, and loaded then. */
import { type Book, type Outcome, stepBook } from '../book.ts';
import { differing } from '../check/parameters.ts';
import { rollBackSteps } from '../check/step.ts';
import type { Installed } from '../check/wish.ts';
import { type Chosen, choose } from '../derive.ts';
import { greet } from '../identify.ts';
import { show } from '../ollama.ts';
import { bringIntoMemory } from '../prove.ts';
import type { Found, WarmResult } from '../warm.ts';
import { keep, surveyFor } from './keep.ts';
import { clientName, type Ledger, newLedger, type UpdateTask, updatedBy } from './ledger.ts';
import { switchTo } from './switch.ts';
import { takingBack, unlessCancelled } from './update-ollama.ts';

/** Cancelled, a switch that is made stays made. */
export async function rollBackOllama(task: UpdateTask, kept: string): Promise<WarmResult> {
  const book = stepBook(task.now, task.say, rollBackSteps);
  const found: Found = {};
  const ledger = newLedger();
  const chosen = await takingBack(task, book, ledger, () => back(task, kept, book, found, ledger));
  if (chosen !== undefined)
    await bringIntoMemory({ ...task, book, found, chosen, think: false }).catch(unlessCancelled);
  else if (found.derived !== undefined && ledger.made.has(found.derived)) delete found.derived;
  return {
    ...{ answers: [], ...found, url: task.server.url.href, ...book.end() },
    update: updatedBy(task, ledger),
  };
}

/** The value is what clients use, by the name that they use. */
async function back(
  task: UpdateTask,
  kept: string,
  book: Book,
  found: Found,
  ledger: Ledger,
): Promise<Chosen | undefined> {
  const { wish, update } = task;
  const name = clientName(task);
  if (!(await book.take('reach', () => greet(task)))) return undefined;
  const old = await book.take('identity', () => surveyFor(task, ledger, name, kept));
  if (old === undefined) return undefined;
  found.digest = old.digest;
  const replaced = ledger.standings.filter(({ was }) => was?.digest !== old.digest);
  if (!(await book.take('keep', () => keep(task, ledger, replaced)))) return undefined;
  const chosen = await book.take('options', () => withOptions(task, old, ledger));
  if (chosen === undefined) return undefined;
  if (wish.options !== undefined && chosen.name !== old.name) found.derived = chosen.name;
  // Without an alias the tag gets the weights, and clients that want options the derived model of them.
  const source = update.alias === undefined ? old : chosen;
  const switched = await book.take('switch', () => switchTo(task, ledger, source, name));
  if (switched === undefined) return undefined;
  return source.digest === chosen.digest ? switched : chosen;
}

/** A copy of an alias has its options already. */
async function withOptions(task: UpdateTask, old: Installed, ledger: Ledger): Promise<Outcome<Chosen>> {
  const { server, wish } = task;
  if (wish.options === undefined) return choose(task, old, ledger.made);
  if (differing((await show(server, old.name)).parameters, wish.options).length > 0)
    return choose(task, old, ledger.made);
  const value: Chosen = { name: old.name, digest: old.digest };
  return { verdict: 'not-asked', words: `${old.name} has these options already`, evidence: {}, value };
}
