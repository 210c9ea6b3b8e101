/** The steps as they are taken: each one's time, and what was thrown as its verdict. */
import { Cancelled } from '../action/errors.ts';
import { complete, type Judged, reasonOf, type Step, type StepName, stepNames, verdictOf } from './check/step.ts';
import { ModelError } from './failure.ts';

/** What a step came to; without a value there is nothing that the next one could go on with. */
export type Outcome<T> = Judged & { readonly value?: T };

/** @param names of the steps that belong to the whole, in their order */
export function stepBook(now: () => number, say: (line: string) => void, names: readonly StepName[] = stepNames) {
  const steps: Step[] = [];
  const note = (name: StepName, began: number, { verdict, words, fix, evidence }: Judged) => {
    const seconds = now() - began;
    steps.push({ name, verdict, seconds, words, ...(fix === undefined ? {} : { fix }), evidence });
    say(`${name}: ${verdict}: ${words} (${seconds.toFixed(1)} s)`);
  };
  return {
    /** @throws what is no fault of the server; a cancel stands in the book all the same */
    async take<T>(name: StepName, look: () => Promise<Outcome<T>>): Promise<T | undefined> {
      const began = now();
      try {
        const outcome = await look();
        note(name, began, outcome);
        return outcome.value;
      } catch (error) {
        if (error instanceof Cancelled) note(name, began, cancelled(error));
        if (!(error instanceof ModelError)) throw error;
        note(name, began, judgeFailure(error));
        return undefined;
      }
    },
    /** What the steps so far come to. */
    verdict: () => verdictOf(steps),
    end() {
      const all = complete(steps, names);
      return { steps: all, verdict: verdictOf(all), reason: reasonOf(all) };
    },
  };
}

export type Book = ReturnType<typeof stepBook>;

function cancelled({ message }: Cancelled): Judged {
  return { verdict: 'error', words: message, evidence: { failure: 'cancelled' } };
}

function judgeFailure({ kind, message, fix, status }: ModelError): Judged {
  return {
    verdict: 'error',
    words: message,
    ...(fix === undefined ? {} : { fix }),
    evidence: { failure: kind, status: status ?? null },
  };
}
