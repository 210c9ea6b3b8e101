/** Updates one server after another, or rolls all of them back beside each other. */
import { complete, updateSteps } from '../../shared/model/check/step.ts';
import type { UpdateWish } from '../../shared/model/check/wish.ts';
import type { UpdateTask } from '../../shared/model/update/ledger.ts';
import { rollBackOllama } from '../../shared/model/update/roll-back-ollama.ts';
import { updateOllama } from '../../shared/model/update/update-ollama.ts';
import type { WarmResult } from '../../shared/model/warm.ts';
import { type Check, promptsOf, taskOf } from './check.ts';

/** @throws what the first of them threw, once all that were begun have ended */
export async function update(check: Check, wish: UpdateWish): Promise<readonly WarmResult[]> {
  const prompts = promptsOf(check);
  const tasks = check.inputs.urls.map((url): UpdateTask => ({ ...taskOf(check, url, prompts), update: wish }));
  const { rollBack } = wish;
  return rollBack === undefined ? inTurn(tasks) : allAtOnce(tasks, rollBack);
}

/** The first that does not pass ends it, so that the others keep what serves. */
async function inTurn(tasks: readonly UpdateTask[]): Promise<readonly WarmResult[]> {
  const results: WarmResult[] = [];
  for (const task of tasks) {
    const stopped = results.find(({ verdict }) => verdict !== 'passed');
    results.push(stopped === undefined ? await updateOllama(task) : untouched(task, stopped));
  }
  return results;
}

function untouched({ server, wish, update: { alias }, say }: UpdateTask, { url }: WarmResult): WarmResult {
  const reason = `not touched, because ${new URL(url).host} did not pass`;
  say(reason);
  const name = alias ?? wish.model;
  return {
    ...{ url: server.url.href, verdict: 'not-run', reason, steps: complete([], updateSteps), answers: [] },
    update: { name, untouched: true },
  };
}

/** In an emergency one server that is gone must not keep the others from coming back. */
async function allAtOnce(tasks: readonly UpdateTask[], kept: string): Promise<readonly WarmResult[]> {
  const settled = await Promise.allSettled(tasks.map((task) => rollBackOllama(task, kept)));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
