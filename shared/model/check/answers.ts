/** Answers: whether one is whole, and whether all of them keep the objective. */
import { percentile } from './percentile.ts';
import { reloadAbove, type Served, unexplainedWait } from './reload.ts';
import { finding, type Judged, passed, together } from './step.ts';
import type { Answer, Wish } from './wish.ts';

/** What the measured answers come to; seconds. Undefined where nothing could be measured. */
export interface Numbers {
  readonly count: number;
  /** Answers that ended without saying so. */
  readonly unfinished: number;
  readonly p50?: number;
  readonly p95?: number;
  readonly max?: number;
  readonly firstTokenP50?: number;
  readonly firstTokenP95?: number;
  /** Of all answers that say how long they took to make. */
  readonly tokensPerSecond?: number;
}

export function numbersOf(answers: readonly Answer[]): Numbers {
  const totals = answers.map(({ from, to }) => to - from);
  const firsts = answers.flatMap(({ from, first }) => (first === undefined ? [] : [first - from]));
  return withoutGaps({
    count: answers.length,
    unfinished: answers.filter(({ done }) => !done).length,
    p50: percentile(totals, 0.5),
    p95: percentile(totals, 0.95),
    max: percentile(totals, 1),
    firstTokenP50: percentile(firsts, 0.5),
    firstTokenP95: percentile(firsts, 0.95),
    tokensPerSecond: rateOf(answers),
  });
}

type Gappy<T> = { readonly [K in keyof T]: T[K] | undefined };

function withoutGaps({ count = 0, unfinished = 0, ...rest }: Gappy<Required<Numbers>>): Numbers {
  const known = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { count, unfinished, ...Object.fromEntries(known) };
}

function rateOf(answers: readonly Answer[]): number | undefined {
  const told = answers.filter(({ tokens = 0, decoding = 0 }) => tokens > 0 && decoding > 0);
  const sum = (pick: (answer: Answer) => number | undefined) => told.reduce((all, one) => all + (pick(one) ?? 0), 0);
  return told.length === 0 ? undefined : sum(({ tokens }) => tokens) / sum(({ decoding }) => decoding);
}

/** @param cold seconds of the load; undefined where nobody saw it */
export function judgeAnswer(answer: Answer, cold: number | undefined): Judged {
  const { from, to, first, done, tokens, load } = answer;
  const evidence = {
    seconds: to - from,
    firstTokenSeconds: first === undefined ? null : first - from,
    tokens: tokens ?? null,
    loadSeconds: load ?? null,
    done,
  };
  if (first === undefined) return { ...broken('it answered without a word'), evidence };
  if (done && tokens === 0) return { ...broken('it says that it made no token'), evidence };
  const seen = tokens === undefined ? 'it answered' : `it answered with ${tokens} tokens`;
  const words = done ? seen : 'it answered, and ended without saying so, as Ollama does when a model repeats itself';
  return together([passed(words, evidence), judgeReload([answer], cold)]);
}

function broken(words: string): Judged {
  return { verdict: 'error', words, fix: 'look into the log of the server', evidence: {} };
}

/** Reloads among requests that ran beside each other. */
export function judgeReload(answers: readonly Answer[], cold: number | undefined): Judged {
  const limit = reloadAbove(cold);
  const served = answers.flatMap(({ from, to, load }): readonly Served[] =>
    load === undefined ? [] : [{ from, to, load }],
  );
  const waits = served.map((one) => unexplainedWait(one, served));
  const over = waits.filter((wait) => wait > limit);
  const evidence = { reloads: over.length, reloadAboveSeconds: limit };
  if (over.length === 0)
    return passed(served.length === 0 ? 'whether it was loaded again is unknown' : 'not loaded again', evidence);
  const longest = seconds(Math.max(...over));
  return finding(
    `${over.length === 1 ? 'one request' : `${over.length} requests`} waited up to ${longest} for the model, as if it was loaded again (a warm one needs less than ${seconds(limit)})`,
    'another client sends options of its own, or the server is busy with others: give options here, and let all clients use the derived model',
    evidence,
  );
}

/** What was asked in the objective's step. */
export interface Asked {
  /** Those that are measured. */
  readonly answers: readonly Answer[];
  /** The one before them; only its reloads count. */
  readonly discarded: readonly Answer[];
  /** Those that were given up, after `limit` seconds. */
  readonly late: number;
  readonly limit: number;
}

/** @param cold seconds of the load; undefined where nobody saw it */
export function judgeObjective(asked: Asked, cold: number | undefined, { p95 }: Wish): Judged {
  const { answers, discarded } = asked;
  const numbers = numbersOf(answers);
  const evidence = { ...numbers, late: asked.late, objectiveP95: p95 };
  const reload = judgeReload([...discarded, ...answers], cold);
  return together([{ ...judgeNumbers(asked, numbers, p95), evidence }, reload]);
}

function judgeNumbers({ answers, late, limit }: Asked, numbers: Numbers, p95: number): Judged {
  const objective = `the objective is below ${seconds(p95)}`;
  const empty = answers.filter(({ first }) => first === undefined).length;
  if (late > 0) {
    return finding(
      `${late} of ${late + answers.length} answers were not whole after ${seconds(limit)}; ${objective}`,
      slowFix,
    );
  }
  if (empty > 0) return broken(`${empty} of ${answers.length} answers were without a word`);
  if (numbers.p95 === undefined) return broken('nothing was measured');
  const { unfinished } = numbers;
  const ended =
    unfinished === 0 ? '' : `; ${unfinished} ended without saying so, as Ollama does when a model repeats itself`;
  const words = `p95 ${seconds(numbers.p95)}, p50 ${seconds(numbers.p50 ?? 0)} over ${numbers.count} requests${ended}; ${objective}`;
  return numbers.p95 < p95 ? passed(words) : finding(words, slowFix);
}

const slowFix = 'lower concurrency or num_ctx, take a smaller model or a faster GPU, or raise p95';

/** Three digits: `42.1 ms`, `1.23 s`. */
export function seconds(value: number): string {
  return value < 1 ? `${Number((value * 1000).toPrecision(3))} ms` : `${Number(value.toPrecision(3))} s`;
}
