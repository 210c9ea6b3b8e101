/** The steps that use the model: load, look, ask, measure, look again. */
import { askAll, askOnce, loading } from './asking.ts';
import type { Book, Outcome } from './book.ts';
import { findLoaded, judgeAfter, judgeLoad, judgeResidency } from './check/memory.ts';
import { variedPrompts } from './check/prompts.ts';
import { shareOf } from './check/residency.ts';
import { finding } from './check/step.ts';
import type { Answer, Memory } from './check/wish.ts';
import type { Chosen } from './derive.ts';
import { ModelError } from './failure.ts';
import { memoryOf } from './memory.ts';
import { load } from './ollama.ts';
import { generate } from './ollama-answers.ts';
import { answerLimit, type Found, keepAliveOf, loadLimit, usualTokens, type WarmTask } from './warm.ts';

export interface ProveTask extends WarmTask {
  readonly book: Book;
  readonly found: Found;
  readonly chosen: Chosen;
  readonly think: boolean;
  readonly memory: () => Promise<Memory>;
  /** Digests of models that may make way for it. */
  readonly mayLeave?: readonly string[];
}

type Given = Omit<ProveTask, 'memory'>;

const withMemory = (given: Given): ProveTask => ({ ...given, memory: memoryOf(given, given.chosen) });

/** True once every step was taken; what they came to stands in the book. */
export async function prove(given: Given): Promise<boolean> {
  const task = withMemory(given);
  const { book, wish, mayLeave } = task;
  const resident = await settle(task);
  if (resident === undefined) return false;
  const { before, loaded } = resident;
  const [first = '', ...rest] = variedPrompts(wish.prompts, wish.runs + 2, task.mark);
  const put = (prompt: string) => ask(task, prompt);
  if (!(await book.take('generate', () => askOnce(task, put, first, task.found.cold)))) return false;
  if (!(await book.take('objective', () => askAll(task, put, rest, task.found)))) return false;
  const looked = await book.take('after', async () => {
    const after = await task.memory();
    const span = { before, loaded, after, ...(mayLeave === undefined ? {} : { mayLeave }) };
    return { ...judgeAfter(span, task.chosen.digest, wish), value: true };
  });
  return looked === true;
}

/** Loads it and looks whether it is there, no more. */
export async function bringIntoMemory(given: Given): Promise<void> {
  await settle(withMemory(given));
}

/** What was in memory before, and is now. */
async function settle(task: ProveTask): Promise<{ before: Memory; loaded: Memory } | undefined> {
  const before = await task.book.take('load', () => loadModel(task));
  if (before === undefined) return undefined;
  const loaded = await task.book.take('residency', () => lookInMemory(task));
  return loaded === undefined ? undefined : { before, loaded };
}

/** The value is what was in memory before. */
async function loadModel(task: ProveTask): Promise<Outcome<Memory>> {
  const { server, wish, chosen, found, now, memory } = task;
  const before = await memory();
  const was = findLoaded(before, chosen.digest);
  const limit = loadLimit(wish);
  const began = now();
  try {
    await loading(task, () => load(server, chosen.name, keepAliveOf(wish), limit));
  } catch (error) {
    if (!(error instanceof ModelError && error.kind === 'late')) throw error;
    return finding(
      `it was not loaded after ${limit} s, and cold-budget is ${wish.coldBudget} s`,
      'see in the log of the server what it waits for, or raise cold-budget',
      { coldSeconds: null },
    );
  }
  const seconds = now() - began;
  // Under another name of the same weights it was in memory already if it still has that name.
  const isThere =
    was !== undefined &&
    (was.digest === chosen.digest || findLoaded(await memory(), chosen.digest)?.digest === was.digest);
  if (!isThere) found.cold = seconds;
  return { ...judgeLoad(seconds, isThere, wish), value: before };
}

/** The value is what is in memory now; a model that is gone again cannot be asked. */
async function lookInMemory({ wish, chosen, found, memory: look }: ProveTask): Promise<Outcome<Memory>> {
  const memory = await look();
  const row = findLoaded(memory, chosen.digest);
  const judged = judgeResidency(memory, chosen.digest, wish);
  if (row === undefined) return judged;
  const share = shareOf(row);
  if (share !== undefined) found.share = share;
  return { ...judged, value: memory };
}

function ask({ server, wish, chosen, think, now }: ProveTask, prompt: string): Promise<Answer> {
  // A frozen num_predict is the one that clients get; without one an answer may have no end.
  const options = wish.options?.['num_predict'] === undefined ? { num_predict: usualTokens } : {};
  const limit = answerLimit(wish);
  return generate(
    server,
    { model: chosen.name, prompt, options, limit, stall: limit, ...(think ? { think: 'low' } : {}) },
    now,
  );
}
