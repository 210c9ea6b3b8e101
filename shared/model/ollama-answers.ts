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
export function generate(server: Server, question: Question, now: () => number): Promise<Answer> {
  return ask(server, '/api/generate', { prompt: question.prompt }, question, now);
}

/** As `generate`, by way of the model's chat template. */
export function chat(server: Server, question: Question, now: () => number): Promise<Answer> {
  return ask(server, '/api/chat', { messages: [{ role: 'user', content: question.prompt }] }, question, now);
}

async function ask(server: Server, path: string, said: object, question: Question, now: () => number): Promise<Answer> {
  const { model, think, options, keepAlive, limit, stall } = question;
  const body = {
    model,
    ...said,
    stream: true,
    options,
    ...(think === undefined ? {} : { think }),
    ...(keepAlive === undefined ? {} : { keep_alive: keepAlive }),
  };
  const call: Call = { method: 'POST', path, body, limit, stall };
  const seen = answerSeen();
  const from = now();
  await fetchLines(server, call, (text) => seen.hear(text, `POST ${path}`, now));
  return { from, to: now(), ...seen.told(`POST ${path}`) };
}

/** What the lines of an answer tell; of their words only that they came. */
function answerSeen() {
  let [lines, done]: [number, boolean] = [0, false];
  let first: number | undefined;
  let metrics: { tokens?: number; decoding?: number; load?: number } = {};
  return {
    hear(text: string, call: string, now: () => number) {
      const line = parseReply(answerLine, text, call);
      lines += 1;
      if (line.response + line.thinking + (line.message?.content ?? '') + (line.message?.thinking ?? '') !== '')
        first ??= now();
      if (!line.done) return;
      done = true;
      metrics = known({ tokens: line.eval_count, decoding: line.eval_duration, load: line.load_duration });
    },
    told(call: string) {
      if (lines === 0) throw new ModelError('broken', `${call}: its answer was empty`);
      return { done, ...(first === undefined ? {} : { first }), ...metrics };
    },
  };
}

function known<T extends Readonly<Record<string, number | undefined>>>(fields: T): { [K in keyof T]?: number } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: number;
  };
}
