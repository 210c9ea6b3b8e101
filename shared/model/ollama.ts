/** Ollama's interface: one function a call, each bounded in time. */

import type { Call, Server } from './call.ts';
import type { Options } from './check/options.ts';
import type { Installed, Memory } from './check/wish.ts';
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
  /** As text; its `FROM` names the file of the weights. */
  readonly modelfile: string;
  /** As the model has them: `num_ctx  256`, a line each. */
  readonly parameters: string;
  /** Such as `completion`, `thinking`, `embedding`. */
  readonly capabilities: readonly string[];
  readonly details: {
    /** The name of the model that it was made from; empty where it was not, or where the server does not say. */
    readonly parent_model: string;
  };
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

/** Takes a model out of memory once nobody asks it any more; the server answers before. */
export async function unload(server: Server, model: string): Promise<void> {
  const call = post('/api/generate', { model, keep_alive: 0, stream: false });
  parseReply(answerLine, (await fetchWhole(server, call)).text, about(call));
}
