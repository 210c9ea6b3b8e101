/** The warm check of an Ollama server, step by step. */
import { Cancelled } from '../action/errors.ts';
import { type Book, stepBook } from './book.ts';
import { choose, type Made, takeAway } from './derive.ts';
import { greet, identify } from './identify.ts';
import { prove } from './prove.ts';
import type { Found, WarmResult, WarmTask } from './warm.ts';

/** All eight steps, or as many as can be taken; cancelled, it ends once a model that this run made is gone again. */
export async function warmOllama(task: WarmTask): Promise<WarmResult> {
  const book = stepBook(task.now, task.say);
  const found: Found = {};
  const made: Made = new Map();
  try {
    await steps(task, book, found, made);
  } catch (error) {
    for (const [name, whole] of made) await giveBack(task, name, whole);
    if (found.derived !== undefined && made.has(found.derived)) delete found.derived;
    if (!(error instanceof Cancelled)) throw error;
  }
  return { answers: [], ...found, url: task.server.url.href, ...book.end() };
}

async function steps(task: WarmTask, book: Book, found: Found, made: Made): Promise<void> {
  if (!(await book.take('reach', () => greet(task)))) return;
  const model = await book.take('identity', () => identify(task, found));
  if (model === undefined) return;
  const chosen = await book.take('options', () => choose(task, model.installed, made));
  if (chosen === undefined) {
    for (const [name, whole] of made) await giveBack(task, name, whole);
    made.clear();
    return;
  }
  if (task.wish.options !== undefined) found.derived = chosen.name;
  await prove({ ...task, book, found, chosen, think: model.thinks });
}

async function giveBack({ server, say }: WarmTask, name: string, whole: boolean): Promise<void> {
  say(`taking ${name} away, which this run was making`);
  const gone = await takeAway(server, name, whole);
  say(gone ? `${name} is gone` : `${name} may still be there: ollama rm ${name} takes it away`);
}
