/** The one way to a model server: bounded in time and size, without redirects, with a token where it is safe. */
import type { IncomingMessage } from 'node:http';
import { Cancelled } from '../action/errors.ts';
import { type Call, mayCarryToken, type Server } from './call.ts';
import { ModelError } from './failure.ts';
import { linesOf, TooLarge } from './lines.ts';
import { failureOf, refusal } from './refusal.ts';
import { type Watch, watchdog } from './watchdog.ts';

/** Bytes: of an answer that is read whole (a model's tensors are listed by name), of a line (the last one lists the context's tokens), of a stream. */
const sizes = { whole: 32e6, line: 16e6, stream: 64e6 };

export interface Whole {
  readonly text: string;
  /** The server's clock, seconds since 1970; undefined where it does not say. */
  readonly at: number | undefined;
}

/** A whole answer. @throws ModelError, Cancelled */
export async function fetchWhole(server: Server, call: Call): Promise<Whole> {
  const most = call.most ?? sizes.whole;
  return exchange(server, call, async (chunks, response) => {
    const kept: Buffer[] = [];
    let size = 0;
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > most) throw new TooLarge(`it sent more than ${most} bytes`);
      kept.push(chunk);
    }
    return { text: Buffer.concat(kept).toString(), at: clockOf(response) };
  });
}

/**
 * Every line of a streamed answer as it comes; resolves once it has ended in order. What `heard` throws ends the request.
 * @throws ModelError, Cancelled
 */
export async function fetchLines(server: Server, call: Call, heard: (line: string) => void): Promise<void> {
  const limits = { line: sizes.line, all: call.most ?? sizes.stream };
  await exchange(server, call, async (chunks) => {
    for await (const line of linesOf(chunks, limits)) heard(line);
  });
}

/** Once more where nothing was asked of a server that was not there or not ready: for what may be asked twice. */
export async function twice<T>(signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof ModelError && ['reset', 'busy', 'limited'].includes(error.kind)) || signal.aborted)
      throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return ask();
  }
}

function clockOf({ headers }: IncomingMessage): number | undefined {
  const at = Date.parse(headers.date ?? '');
  return Number.isNaN(at) ? undefined : at / 1000;
}

type Chunks = AsyncIterable<Buffer>;

async function* heardBy(response: IncomingMessage, alive: () => void): AsyncGenerator<Buffer> {
  for await (const chunk of response as Chunks) {
    alive();
    yield chunk;
  }
}

/** The whole of one request. Whatever ends it early, ends the connection too. */
async function exchange<T>(
  server: Server,
  call: Call,
  read: (chunks: Chunks, response: IncomingMessage) => Promise<T>,
): Promise<T> {
  const { signal } = server;
  if (signal.aborted) throw new Cancelled(signal);
  const watch = watchdog(call, signal);
  try {
    const response = await send(server, call, watch);
    const chunks = heardBy(response, watch.alive);
    if (response.statusCode !== 200) throw await refusal(server.token, call, response, chunks);
    return await read(chunks, response);
  } catch (error) {
    watch.drop();
    throw watch.why() ?? failureOf(server.token, call, error);
  } finally {
    watch.end();
  }
}

async function send({ url, token }: Server, { method, path, body }: Call, watch: Watch): Promise<IncomingMessage> {
  const { request } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  const target = new URL(url.pathname.replace(/\/$/, '') + path, url);
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    accept: 'application/json',
    ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    ...(token !== undefined && mayCarryToken(url) ? { authorization: `Bearer ${token}` } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request(target, { method, headers, agent: false, signal: watch.signal }, (response) =>
      resolve(response),
    );
    sent.on('error', reject);
    sent.end(text);
  });
}
