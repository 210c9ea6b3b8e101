/** Asks a model again and again, several at a time. */
import type { Answer } from './check/wish.ts';
import { ModelError } from './failure.ts';

export interface Measured {
  /** In the order in which they ended. */
  readonly answers: readonly Answer[];
  /** How many were given up. */
  readonly late: number;
}

/**
 * Puts every prompt once, at most `concurrency` at a time. One that takes too long is counted; any other failure ends all.
 * @throws ModelError, Cancelled
 */
export async function measure(
  prompts: readonly string[],
  concurrency: number,
  ask: (prompt: string) => Promise<Answer>,
  ended: (count: number) => void,
): Promise<Measured> {
  const answers: Answer[] = [];
  let [next, late, failed] = [0, 0, false];
  const worker = async () => {
    for (let prompt = prompts[next++]; prompt !== undefined && !failed; prompt = prompts[next++]) {
      try {
        answers.push(await ask(prompt));
      } catch (error) {
        if (!(error instanceof ModelError && error.kind === 'late')) {
          failed = true;
          throw error;
        }
        late += 1;
      }
      ended(answers.length + late);
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: Math.min(concurrency, prompts.length) }, worker));
  const broken = settled.find((one) => one.status === 'rejected');
  if (broken) throw broken.reason;
  return { answers, late };
}
