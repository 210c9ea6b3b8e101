/** Interrupts an action at a moment of its own, as the runner does on a cancel. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { Ran } from './harness.ts';
import type { Inputs, Live } from './live.ts';

/** Whether the time has come, by what the action has printed or what is in its target's journal. */
export type Reached = (output: string, live: Live) => boolean | Promise<boolean>;

export interface Interrupted {
  readonly ran: Ran;
  /** When the signal was sent, of `Date.now()`. */
  readonly sent: number;
  /** From the signal to the end of the process. */
  readonly seconds: number;
}

export interface Interruption {
  readonly action: string;
  readonly inputs?: Inputs;
  readonly at: Reached;
  /** What is done just before the signal. */
  readonly before?: (child: ChildProcess) => void;
}

export const said =
  (text: string): Reached =>
  (output) =>
    output.includes(text);

export const entered =
  (entry: string): Reached =>
  async (_output, live) =>
    (await live.journal()).at(-1) === entry;

/** Sends SIGINT to an action that is under way; resolves when it has ended. */
export async function interrupt(live: Live, { action, inputs, at, before }: Interruption): Promise<Interrupted> {
  let [sent, from] = [0, 0];
  const strike = async (child: ChildProcess, output: () => string) => {
    if (!(await isReached(child, () => at(output(), live)))) return;
    before?.(child);
    [sent, from] = [Date.now(), performance.now()];
    child.kill('SIGINT');
  };
  const ran = await live.run(action, inputs, { watch: (child, output) => void strike(child, output) });
  expect({ action, interrupted: sent > 0 }).toEqual({ action, interrupted: true });
  return { ran, sent, seconds: (performance.now() - from) / 1000 };
}

/** False when the process ended before. */
async function isReached(child: ChildProcess, reached: () => boolean | Promise<boolean>): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (await reached()) return true;
    await sleep(10);
  }
  return false;
}
