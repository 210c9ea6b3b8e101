/** Puts questions to a model by way of either interface, and judges the answers. */
import type { Outcome } from './book.ts';
import { judgeAnswer, judgeObjective, numbersOf } from './check/answers.ts';
import { finding } from './check/step.ts';
import type { Answer } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { measure } from './measure.ts';
import { answerLimit, type Found, type WarmTask } from './warm.ts';

export type Ask = (prompt: string) => Promise<Answer>;

/** Seconds between two lines about what still goes on. */
export const pace = 5;

/** @param cold seconds of the load; undefined where nobody saw it */
export async function askOnce(
  { wish }: WarmTask,
  ask: Ask,
  prompt: string,
  cold: number | undefined,
): Promise<Outcome<true>> {
  try {
    const judged = judgeAnswer(await ask(prompt), cold);
    return judged.verdict === 'error' ? judged : { ...judged, value: true };
  } catch (error) {
    if (!(error instanceof ModelError && error.kind === 'late')) throw error;
    return finding(
      `it did not end its answer within ${answerLimit(wish)} s`,
      'see in the log of the server what it works at, or take a smaller model',
    );
  }
}

/** Measures; the first prompt is asked for nothing, so that what only comes once is over. */
export async function askAll(
  task: WarmTask,
  ask: Ask,
  prompts: readonly string[],
  found: Found,
): Promise<Outcome<true>> {
  const { wish, now, say } = task;
  const [first = '', ...rest] = prompts;
  const discarded = await measure([first], 1, ask, () => undefined);
  let told = now();
  const { answers, late } = await measure(rest, wish.concurrency, ask, (ended) => {
    if (now() - told < pace) return;
    told = now();
    say(`objective: ${ended} of ${rest.length} answers`);
  });
  found.answers = answers;
  found.numbers = numbersOf(answers);
  const asked = { answers, discarded: discarded.answers, late, limit: answerLimit(wish) };
  return { ...judgeObjective(asked, found.cold, wish), value: true };
}

/** Says every few seconds that a load still goes on. */
export async function loading<T>({ now, say }: WarmTask, work: () => Promise<T>): Promise<T> {
  const began = now();
  const told = setInterval(() => say(`load: still at it after ${Math.round(now() - began)} s`), pace * 1000);
  try {
    return await work();
  } finally {
    clearInterval(told);
  }
}
