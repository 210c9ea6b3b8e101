/** An update of a model at an Ollama server: the old one stays until the new one has passed. */
import { Cancelled } from '../../action/errors.ts';
import { type Book, type Outcome, stepBook } from '../book.ts';
import { updateSteps } from '../check/step.ts';
import { type Chosen, choose } from '../derive.ts';
import { greet, type Identified, identify } from '../identify.ts';
import { prove } from '../prove.ts';
import type { Found, WarmResult } from '../warm.ts';
import { clean } from './clean.ts';
import { keep, survey } from './keep.ts';
import { clientName, type Ledger, newLedger, olderOnes, type UpdateTask, updatedBy } from './ledger.ts';
import { restore } from './restore.ts';
import { switchTo } from './switch.ts';

/** Cancelled, it ends once the server is as it was, or the step `restore` says what is left to do. */
export async function updateOllama(task: UpdateTask): Promise<WarmResult> {
  const book = stepBook(task.now, task.say, updateSteps);
  const found: Found = {};
  const ledger = newLedger();
  const chosen = await takingBack(task, book, ledger, () => renew(task, book, found, ledger));
  if (chosen !== undefined) await book.take('clean', () => clean(task, ledger, chosen)).catch(unlessCancelled);
  else if (found.derived !== undefined && ledger.made.has(found.derived)) delete found.derived;
  return {
    ...{ answers: [], ...found, url: task.server.url.href, ...book.end() },
    update: updatedBy(task, ledger),
  };
}

/** The book has it. */
export function unlessCancelled(error: unknown): undefined {
  if (!(error instanceof Cancelled)) throw error;
  return undefined;
}

/** Where `work` comes to nothing, or is cancelled, everything is as it was afterwards; a cancel stands in the book. */
export async function takingBack<T>(
  task: UpdateTask,
  book: Book,
  ledger: Ledger,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const hasChanged = () => ledger.touched.size > 0 || ledger.made.size > 0;
  const value = await work().catch(async (error: unknown) => {
    if (error instanceof Cancelled) return undefined;
    if (hasChanged()) await book.take('restore', () => restore(task, ledger, true));
    throw error;
  });
  if (value === undefined && hasChanged())
    await book.take('restore', () => restore(task, ledger, book.verdict() === 'error'));
  return value;
}

/** The value is the model that clients get. */
async function renew(task: UpdateTask, book: Book, found: Found, ledger: Ledger): Promise<Chosen | undefined> {
  const isGood = () => book.verdict() === 'passed';
  const { wish, update } = task;
  const names = [wish.model, ...(update.alias === undefined ? [] : [update.alias])];
  if (!(await book.take('reach', () => greet(task))) || !isGood()) return undefined;
  if (!(await book.take('identity', () => survey(task, ledger, names)))) return undefined;
  if (!(await book.take('keep', () => keep(task, ledger, ledger.standings)))) return undefined;
  const model = await book.take('pull', () => pullNew(task, ledger, found));
  if (model === undefined || !isGood()) return undefined;
  const chosen = await book.take('options', () => choose(task, model.installed, ledger.made));
  if (chosen === undefined) return undefined;
  if (wish.options !== undefined) found.derived = chosen.name;
  if (!ledger.resident.some(({ digest }) => digest === chosen.digest)) ledger.loaded = chosen.name;
  const isProved = await prove({
    ...task,
    book,
    found,
    chosen,
    think: model.thinks,
    mayLeave: olderOnes(task, ledger),
  });
  if (!isProved || !isGood()) return undefined;
  return book.take('switch', async () =>
    update.alias === undefined
      ? { verdict: 'not-asked', words: `clients use ${clientUse(task, chosen)}`, evidence: {}, value: chosen }
      : switchTo(task, ledger, chosen, update.alias),
  );
}

function clientUse(task: UpdateTask, chosen: Chosen): string {
  return task.wish.options === undefined ? `${clientName(task)} itself` : `${chosen.name}, the derived model`;
}

async function pullNew(task: UpdateTask, ledger: Ledger, found: Found): Promise<Outcome<Identified>> {
  const { wish } = task;
  const was = ledger.standings.find(({ name }) => name === wish.model)?.was?.digest;
  ledger.touched.add(wish.model);
  const outcome = await identify({ ...task, wish: { ...wish, pull: 'always' } }, found);
  if (outcome.value === undefined) return outcome;
  const now = outcome.value.installed.digest;
  const news = now === was ? 'the registry has nothing new' : `it was ${was?.slice(0, 12) ?? 'not there'}`;
  return { ...outcome, words: `${outcome.words}; ${news}`, evidence: { ...outcome.evidence, before: was ?? null } };
}
