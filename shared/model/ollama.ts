/** Ollama's interface: one function a call, each bounded in time. */

import type { Call, Server } from './call.ts';
import type { Options } from './check/options.ts';
import type { Answer, Installed, Memory } from './check/wish.ts';
import { ModelError } from './failure.ts';
import { fetchLines, fetchWhole, twice } from './http.ts';
import {
  answerLine,
  type ProgressLine,
  parseReply,
  progressLine,
  psReply,
  showReply,
  statusReply,
  tagsReply,
  versionReply,
} from './replies.ts';

/** Seconds for what needs no model. */
const quick = 15;
/** Seconds without a line while a model is made of one that is there. */
const makingStall = 120;

export interface Shown {
  /** As the model has them: `num_ctx  256`, a line each. */
  readonly parameters: string;
  /** Such as `completion`, `thinking`, `embedding`. */
  readonly capabilities: readonly string[];
}

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

const about = ({ method, path }: Call) => `${method} ${path}`;
const post = (path: string, body: unknown, limit = quick): Call => ({ method: 'POST', path, body, limit });
const get = (path: string): Call => ({ method: 'GET', path, limit: quick });

export async function version(server: Server): Promise<string> {
  const call = get('/api/version');
  return parseReply(versionReply, (await fetchWhole(server, call)).text, about(call)).version;
}

/** What a server answers that is too old to say, or a proxy that lets only some calls through. */
const unsaid = ['absent', 'broken', 'forbidden', 'unauthorized', 'status'];

/** Whether it takes models of a cloud; undefined where that cannot be seen. */
export async function cloud(server: Server): Promise<boolean | undefined> {
  const call = get('/api/status');
  try {
    return !parseReply(statusReply, (await twice(server.signal, () => fetchWhole(server, call))).text, about(call))
      .cloud.disabled;
  } catch (error) {
    if (error instanceof ModelError && unsaid.includes(error.kind)) return undefined;
    throw error;
  }
}

export async function tags(server: Server): Promise<readonly Installed[]> {
  const call = get('/api/tags');
  return parseReply(tagsReply, (await twice(server.signal, () => fetchWhole(server, call))).text, about(call)).models;
}

/** @param clock seconds since 1970, for a server that does not send its own */
export async function ps(server: Server, clock: () => number): Promise<Memory> {
  const call = get('/api/ps');
  const { text, at } = await twice(server.signal, () => fetchWhole(server, call));
  return { models: parseReply(psReply, text, about(call)).models, at: at ?? clock() };
}

export async function show(server: Server, model: string): Promise<Shown> {
  const call = post('/api/show', { model });
  return parseReply(showReply, (await twice(server.signal, () => fetchWhole(server, call))).text, about(call));
}

/**
 * Brings a model from its registry, once; `heard` may throw to end it.
 * @param stall seconds without a byte
 * @throws ModelError also where the stream ends without `success`
 */
export function pull(
  server: Server,
  model: string,
  stall: number,
  limit: number,
  heard: (line: ProgressLine) => void,
): Promise<void> {
  return progress(server, { ...post('/api/pull', { model, stream: true }, limit), stall, most: 2e9 }, heard);
}

/** Makes a model of another one's weights with parameters of its own. @throws ModelError */
export function create(server: Server, model: string, from: string, parameters: Options): Promise<void> {
  const call = post('/api/create', { model, from, parameters, stream: true }, 10 * makingStall);
  return progress(server, { ...call, stall: makingStall }, () => undefined);
}

async function progress(server: Server, call: Call, heard: (line: ProgressLine) => void): Promise<void> {
  let last = '';
  await fetchLines(server, call, (text) => {
    const line = parseReply(progressLine, text, about(call));
    last = line.status;
    heard(line);
  });
  if (last !== 'success')
    throw new ModelError('broken', `${about(call)}: it ended at ${JSON.stringify(last)} without success`);
}

export async function copy(server: Server, source: string, destination: string): Promise<void> {
  await fetchWhole(server, post('/api/copy', { source, destination }));
}

/** False where there was none. */
export async function remove(server: Server, model: string): Promise<boolean> {
  try {
    await fetchWhole(server, { method: 'DELETE', path: '/api/delete', body: { model }, limit: quick });
    return true;
  } catch (error) {
    if (error instanceof ModelError && error.kind === 'absent') return false;
    throw error;
  }
}

/** Loads a model, or sets how long one stays that is loaded. @param limit seconds */
export async function load(server: Server, model: string, keepAlive: string | number, limit: number): Promise<void> {
  const call = post('/api/generate', { model, keep_alive: keepAlive, stream: false }, limit);
  const { text } = await twice(server.signal, () => fetchWhole(server, call));
  const { done, done_reason: reason } = parseReply(answerLine, text, about(call));
  if (!done || reason !== 'load')
    throw new ModelError('broken', `${about(call)}: it answered ${JSON.stringify(reason)} and not "load"`);
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
  const call: Call = { ...post(path, body, limit), stall };
  const seen = answerSeen();
  const from = now();
  await fetchLines(server, call, (text) => seen.hear(text, about(call), now));
  return { from, to: now(), ...seen.told(about(call)) };
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
