/** The warm check of a server that speaks OpenAI's interface: what it cannot show is unknown, and never good. */
import { Cancelled } from '../action/errors.ts';
import { askAll, askOnce, loading } from './asking.ts';
import { type Book, type Outcome, stepBook } from './book.ts';
import { judgeServer, unseen } from './check/identity.ts';
import { judgeLoad } from './check/memory.ts';
import { nearestNames, withTag } from './check/name.ts';
import { variedPrompts } from './check/prompts.ts';
import { finding, type Judged, passed, together } from './check/step.ts';
import type { Wish } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { complete, models } from './openai.ts';
import { reach } from './reach.ts';
import { answerLimit, type Found, loadLimit, usualTokens, type WarmResult, type WarmTask } from './warm.ts';

/** All steps, or as many as can be taken before it is cancelled. */
export async function warmOpenai(task: WarmTask): Promise<WarmResult> {
  const book = stepBook(task.now, task.say);
  const found: Found = {};
  try {
    await steps(task, book, found);
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
  }
  return { answers: [], ...found, url: task.server.url.href, ...book.end() };
}

async function steps(task: WarmTask, book: Book, found: Found): Promise<void> {
  const { wish, server } = task;
  const names = await book.take('reach', async () => {
    const value = await reach(task, () => models(server));
    return { ...judgeServer({}, wish), value };
  });
  if (names === undefined) return;
  const model = await book.take('identity', async () => identify(names, wish));
  if (model === undefined) return;
  await book.take('options', async () => ({
    verdict: 'not-asked',
    words: 'such a server has its options from its own start',
    evidence: {},
  }));
  const [load = '', first = '', ...rest] = variedPrompts(wish.prompts, wish.runs + 3, task.mark);
  if (!(await book.take('load', () => firstAnswer(task, model, load)))) return;
  await book.take('residency', async () => residency(wish));
  const ask = (prompt: string) => complete(server, { ...question(wish, model), prompt }, task.now);
  if (!(await book.take('generate', () => askOnce(task, ask, first, undefined)))) return;
  if (!(await book.take('objective', () => askAll(task, ask, rest, found)))) return;
  await book.take('after', async () => after(await models(server), model));
}

function identify(names: readonly string[], wish: Wish): Outcome<string> {
  const { model, digest, quantization } = wish;
  // Ollama's own `/v1` lists names with their tag, others have no tags.
  const name = names.find((one) => one === model) ?? names.find((one) => withTag(one) === withTag(model));
  if (name === undefined) {
    const near = nearestNames(model, names);
    const there = near.length === 0 ? 'it serves none' : `it serves ${near.join(', ')}`;
    return finding(`there is no model ${model}; ${there}`, 'correct the input model', { wanted: model, nearest: near });
  }
  const judged = together([
    passed(`it serves ${name}; its digest is unknown`, { name, digest: 'unknown' }),
    ...(digest === undefined ? [] : [unseen('such a server does not show the digest that was asked for')]),
    ...(quantization === undefined ? [] : [unseen('such a server does not show the quantisation that was asked for')]),
  ]);
  return { ...judged, value: name };
}

function question(wish: Wish, model: string) {
  const limit = answerLimit(wish);
  return { model, tokens: usualTokens, limit, stall: limit };
}

/** Its time has a load in it where there was one, which such a server does not say. */
async function firstAnswer(task: WarmTask, model: string, prompt: string): Promise<Outcome<true>> {
  const { server, wish, now } = task;
  const limit = loadLimit(wish);
  try {
    const { from, to } = await loading(task, () =>
      complete(server, { ...question(wish, model), prompt, limit, stall: limit }, now),
    );
    const judged = judgeLoad(to - from, false, wish);
    const words =
      judged.verdict === 'passed'
        ? `the first answer took ${(to - from).toFixed(1)} s; whether it was loaded for it is unknown`
        : judged.words;
    return { ...judged, words, evidence: { firstAnswerSeconds: to - from, coldSeconds: null }, value: true };
  } catch (error) {
    if (!(error instanceof ModelError && error.kind === 'late')) throw error;
    return finding(
      `the first answer was not whole after ${limit} s, and cold-budget is ${wish.coldBudget} s`,
      'see in the log of the server what it waits for, or raise cold-budget',
    );
  }
}

function residency({ residency, keepAlive }: Wish): Judged {
  const evidence = { residency: 'unknown' };
  const asked = [
    ...(residency.kind === 'any' ? [] : ['how much of the model is in the memory of a GPU']),
    ...(keepAlive === 'forever' ? [] : ['how long it stays in memory']),
  ];
  if (asked.length === 0) return { verdict: 'not-asked', words: 'unknown: such a server does not show it', evidence };
  return { ...unseen(`such a server does not show ${asked.join(', nor ')}`), evidence };
}

function after(names: readonly string[], model: string): Judged {
  if (names.includes(model))
    return passed('still served; whether it was loaded again is unknown', { residency: 'unknown' });
  return finding(`the server no longer serves ${model}`, 'see who changed it while it was measured');
}
