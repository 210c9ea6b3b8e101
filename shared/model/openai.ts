/** The part of OpenAI's interface that llama.cpp's server, vLLM and Ollama have: the models, and streamed chat completions. */

import type { Call, Server } from './call.ts';
import type { Answer } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { fetchLines, fetchWhole, twice } from './http.ts';
import { completionEvent, modelsReply, parseReply } from './replies.ts';

/** Seconds for what needs no model. */
const quick = 15;

export interface Completion {
  readonly model: string;
  readonly prompt: string;
  /** Tokens at most. */
  readonly tokens: number;
  /** Seconds: for all of it, and without a byte. */
  readonly limit: number;
  readonly stall: number;
}

/** Names of the models that it serves. */
export async function models(server: Server): Promise<readonly string[]> {
  const call: Call = { method: 'GET', path: '/v1/models', limit: quick };
  const { text } = await twice(server.signal, () => fetchWhole(server, call));
  return parseReply(modelsReply, text, 'GET /v1/models').data.map(({ id }) => id);
}

/**
 * One streamed answer; its words are not kept. The speed is that of the tokens after the first, since the server shows no
 * time of its own.
 * @throws ModelError also for an error event
 */
export async function complete(
  server: Server,
  { model, prompt, tokens, limit, stall }: Completion,
  now: () => number,
): Promise<Answer> {
  const body = {
    model,
    messages: [{ role: 'user', content: prompt }],
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: tokens,
  };
  const call: Call = { method: 'POST', path: '/v1/chat/completions', body, limit, stall };
  const seen = eventsSeen();
  const from = now();
  await fetchLines(server, call, (line) => seen.hear(line, now));
  return { from, to: now(), ...seen.told() };
}

const about = 'POST /v1/chat/completions';

function eventsSeen() {
  let [events, done]: [number, boolean] = [0, false];
  let [first, last, tokens]: (number | undefined)[] = [];
  return {
    hear(line: string, now: () => number) {
      const data = dataOf(line);
      if (data === undefined) return;
      events += 1;
      if (data === '[DONE]') {
        done = true;
        return;
      }
      const { choices, usage } = parseReply(completionEvent, data, about);
      for (const { delta, finish_reason: reason } of choices) {
        done ||= reason !== '' && reason !== null;
        if (!delta || `${delta.content ?? ''}${delta.reasoning ?? ''}${delta.reasoning_content ?? ''}` === '') continue;
        last = now();
        first ??= last;
      }
      tokens = usage?.completion_tokens ?? tokens;
    },
    told(): Omit<Answer, 'from' | 'to'> {
      if (events === 0) throw new ModelError('broken', `${about}: its answer was empty`);
      const rate = rateOf(first, last, tokens);
      return { done, ...(first === undefined ? {} : { first }), ...(tokens === undefined ? {} : { tokens }), ...rate };
    },
  };
}

/** `decoding` such that tokens / decoding is the speed after the first token. */
function rateOf(
  first: number | undefined,
  last: number | undefined,
  tokens: number | undefined,
): { decoding?: number } {
  if (first === undefined || last === undefined || tokens === undefined || tokens < 2 || last <= first) return {};
  return { decoding: ((last - first) * tokens) / (tokens - 1) };
}

/** Of a line of server-sent events; an error may also come bare. */
function dataOf(line: string): string | undefined {
  if (line.startsWith('data:')) return line.slice('data:'.length).trim() || undefined;
  if (line.startsWith('error:')) return `{"error":${line.slice('error:'.length)}}`;
  return line.startsWith('{') ? line : undefined;
}
