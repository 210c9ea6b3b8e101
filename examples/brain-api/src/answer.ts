/** Answers as lines of JSON in Ollama's format, from the built-in generator or from Ollama itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import { generate } from './generator.ts';
import { type Chat, HttpError } from './request.ts';
import type { Ollama } from './settings.ts';

/** Lines of JSON, without their newlines. */
export type Answer = AsyncIterable<string>;

const model = 'built-in';

function line(content: string, rest: Readonly<Record<string, unknown>>): string {
  const message = { role: 'assistant', content };
  return JSON.stringify({ model, created_at: new Date().toISOString(), message, ...rest });
}

/** The built-in generator's answer, in its own time. */
export async function* builtIn({ messages, stream }: Chat, signal: AbortSignal): Answer & AsyncGenerator<string> {
  const started = performance.now();
  const pieces = generate(messages.at(-1)?.content ?? '');
  for (const { content, time } of pieces) {
    await sleep(time, undefined, { signal });
    if (stream) yield line(content, { done: false });
  }
  const total_duration = Math.round((performance.now() - started) * 1e6);
  const whole = stream ? '' : pieces.map(({ content }) => content).join('');
  yield line(whole, { done: true, done_reason: 'stop', total_duration, eval_count: pieces.length * 3 });
}

async function* lines(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts.filter((part) => part.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}

function checked(text: string): { readonly done: boolean } {
  const { done, error } = JSON.parse(text) as { readonly done?: unknown; readonly error?: unknown };
  if (error !== undefined) throw new HttpError(502, `the model answered: ${String(error)}`);
  return { done: done === true };
}

async function post(
  { baseUrl, model: name }: Ollama,
  chat: Chat,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(`${baseUrl}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: name, messages: chat.messages, stream: chat.stream }),
    redirect: 'error',
    signal,
  });
  if (response.ok && response.body !== null) return response.body;
  const said = (await response.text()).slice(0, 500);
  throw new HttpError(502, `the model answered ${response.status}: ${said}`);
}

function upstream(error: unknown, timeout: number): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof Error && error.name === 'TimeoutError')
    return new HttpError(504, `the model took longer than ${timeout} s`, { cause: error });
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const why = cause instanceof Error ? cause.message : String(cause);
  return new HttpError(502, `the model cannot be reached: ${why}`, { cause: error });
}

/** Ollama's answer, passed on line by line; any failure is an `HttpError` of status 502 or 504. */
export async function* fromOllama(ollama: Ollama, chat: Chat, gone: AbortSignal): Answer & AsyncGenerator<string> {
  const limit = AbortSignal.timeout(ollama.timeout * 1000);
  let done = false;
  try {
    for await (const text of lines(await post(ollama, chat, AbortSignal.any([gone, limit])))) {
      done = checked(text).done;
      yield text;
    }
  } catch (error) {
    throw upstream(error, ollama.timeout);
  }
  if (!done) throw new HttpError(502, 'the model stopped in the middle of its answer');
}

/** The same answer, each line `factor` times as late. */
export async function* slowed(answer: Answer, factor: number, signal: AbortSignal): Answer & AsyncGenerator<string> {
  let since = performance.now();
  for await (const text of answer) {
    await sleep((performance.now() - since) * (factor - 1), undefined, { signal });
    yield text;
    since = performance.now();
  }
}
