/** Answers of Ollama's interface, line by line as they are made. */

import type { Call, Server } from './call.ts';
import type { Options } from './check/options.ts';
import type { Answer } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { fetchLines } from './http.ts';
import { answerLine, parseReply } from './replies.ts';

export interface Question {
  readonly model: string;
  readonly prompt: string;
  /** `low` for a model that thinks; absent for others, which would refuse it. */
  readonly think?: string;
  readonly options: Options;
  /** As Ollama takes it; absent leaves what the runner has. */
  readonly keepAlive?: string | number;
  /** Seconds: for all of it, and without a byte. */
  readonly limit: number;
  readonly stall: number;
}

/**
 * One streamed answer; its words are not kept. @param now seconds on any clock
 * @throws ModelError also for an error line, and for a stream that ends without a line
 */
export async function generate(server: Server, question: Question, now: () => number): Promise<Answer> {
  const { model, prompt, think, options, keepAlive, limit, stall } = question;
  const body = {
    model,
    prompt,
    stream: true,
    options,
    ...(think === undefined ? {} : { think }),
    ...(keepAlive === undefined ? {} : { keep_alive: keepAlive }),
  };
  const call: Call = { method: 'POST', path: '/api/generate', body, limit, stall };
  const seen = answerSeen();
  const from = now();
  await fetchLines(server, call, (text) => seen.hear(text, now));
  return { from, to: now(), ...seen.told() };
}

const about = 'POST /api/generate';

/** What the lines of an answer tell; of their words only that they came. */
function answerSeen() {
  let [lines, done]: [number, boolean] = [0, false];
  let first: number | undefined;
  let metrics: { tokens?: number; decoding?: number; load?: number } = {};
  return {
    hear(text: string, now: () => number) {
      const line = parseReply(answerLine, text, about);
      lines += 1;
      if (line.response + line.thinking !== '') first ??= now();
      if (!line.done) return;
      done = true;
      metrics = known({ tokens: line.eval_count, decoding: line.eval_duration, load: line.load_duration });
    },
    told() {
      if (lines === 0) throw new ModelError('broken', `${about}: its answer was empty`);
      return { done, ...(first === undefined ? {} : { first }), ...metrics };
    },
  };
}

function known<T extends Readonly<Record<string, number | undefined>>>(fields: T): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number;
  };
}
