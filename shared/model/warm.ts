/** The warm check of one server: what it works with, and what it comes to. */
import type { GateVerdict } from '../findings/model.ts';
import type { Server } from './call.ts';
import type { Numbers } from './check/answers.ts';
import type { Step } from './check/step.ts';
import type { Answer, Wish } from './check/wish.ts';
import type { Patience } from './pull.ts';

export interface WarmTask {
  readonly server: Server;
  readonly wish: Wish;
  readonly say: (line: string) => void;
  /** Seconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Seconds since 1970. */
  readonly clock: () => number;
  /** Unlike that of any other run; stands in front of every prompt. */
  readonly mark: string;
  /** SHA-256, hexadecimal. */
  readonly hash: (text: string) => string;
  /** Bytes that are free for models; undefined where nobody can tell. */
  readonly free: () => Promise<number | undefined>;
  readonly patience?: Patience;
}

export interface WarmResult {
  readonly url: string;
  readonly verdict: GateVerdict;
  /** Empty where it passed. */
  readonly reason: string;
  readonly steps: readonly Step[];
  /** Undefined where the server does not show it, or nobody came to it. */
  readonly digest?: string;
  readonly derived?: string;
  /** Seconds of a load that this run saw. */
  readonly cold?: number;
  /** Of the model in GPU memory, 0 to 1. */
  readonly share?: number;
  readonly numbers?: Numbers;
  /** The measured ones. */
  readonly answers: readonly Answer[];
  /** Only of an update. */
  readonly update?: Updated;
}

/** What an update did to the name that clients use. */
export interface Updated {
  /** The alias, or the tag where there is none. */
  readonly name: string;
  /** Digests of what it stood for before and stands for now; undefined where it stood for nothing. */
  readonly from?: string;
  readonly to?: string;
  /** The name under which the one before is kept; undefined where none was replaced. */
  readonly kept?: string;
  /** The server was left as it was. */
  readonly untouched?: boolean;
  /** Nobody came to see what the name stands for. */
  readonly unseen?: boolean;
}

/** Seconds: how long a server that is about to start is waited for, and between two looks. */
export const reachPatience = { wait: 5, pause: 0.5 };

/** Tokens of an answer where the options do not say. */
export const usualTokens = 64;

/** Seconds that one answer is waited for: long enough to be sure that the objective is missed. */
export function answerLimit({ p95 }: Wish): number {
  return Math.max(30, 3 * p95);
}

/** Seconds that loading is waited for, so that its time can be told where it is over its budget. */
export function loadLimit({ coldBudget }: Wish): number {
  return coldBudget + Math.min(coldBudget, 60);
}

/** As Ollama takes it. */
export function keepAliveOf({ keepAlive }: Wish): string | number {
  return keepAlive === 'forever' ? -1 : `${keepAlive}s`;
}

/** What the steps find on their way. */
export type Found = {
  -readonly [K in 'digest' | 'derived' | 'cold' | 'share' | 'numbers' | 'answers']?: NonNullable<WarmResult[K]>;
};
