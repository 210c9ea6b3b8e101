/** The HTTP service: routes, chat, and an orderly end. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtIn, fromOllama, slowed } from './answer.ts';
import { decide, type Fault } from './fault.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type Chat, HttpError, parseChat, readBody } from './request.ts';
import { json, stream } from './respond.ts';
import type { Ollama } from './settings.ts';

/** What a service is made of; `random` is given so that faults can be tested. */
export interface ServiceOptions {
  readonly version: string;
  readonly fault: Fault;
  readonly ollama: Ollama | undefined;
  readonly random: () => number;
}

/** A server that is not listening yet. */
export interface Service {
  readonly server: Server;
  /** Stops accepting, lets what is in flight finish, and resolves when the last connection is gone. */
  close(): Promise<void>;
}

interface State extends ServiceOptions {
  readonly metrics: Metrics;
  closing: boolean;
  /** When /v1/chat was first asked; late faults count from here. */
  firstChat: number | undefined;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Aborted when the client leaves before its answer is complete. */
  readonly gone: AbortSignal;
  /** What is counted, when it is not the status that was sent: an answer may fail after its first byte. */
  outcome?: number;
}

interface Route {
  readonly methods: readonly string[];
  readonly handle: (state: State, exchange: Exchange) => Promise<void> | void;
}

/** How long a failing chat takes before its factor: about as long as the first words of a good one. */
const failureTime = 8;

function health({ closing, version }: State, { response }: Exchange): void {
  json(response, closing ? 503 : 200, { status: closing ? 'closing' : 'ok', version });
}

async function showMetrics({ metrics }: State, { response }: Exchange): Promise<void> {
  const text = await metrics.text();
  response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
}

function answerTo(chat: Chat, { ollama }: State, gone: AbortSignal) {
  return ollama === undefined ? builtIn(chat, gone) : fromOllama(ollama, chat, gone);
}

async function chat(state: State, exchange: Exchange): Promise<void> {
  const { request, response, gone } = exchange;
  const asked = parseChat(await readBody(request));
  state.firstChat ??= performance.now();
  const { fail, factor } = decide(state.fault, state.random(), (performance.now() - state.firstChat) / 1000);
  if (fail) {
    await sleep(failureTime * factor, undefined, { signal: gone });
    throw new HttpError(500, 'the answer could not be made (a fault that was asked for)');
  }
  const answer = answerTo(asked, state, gone);
  exchange.outcome = await stream(response, factor === 1 ? answer : slowed(answer, factor, gone), asked.stream, gone);
}

const routes: Readonly<Record<string, Route>> = {
  '/health': { methods: ['GET', 'HEAD'], handle: health },
  '/metrics': { methods: ['GET', 'HEAD'], handle: showMetrics },
  '/v1/chat': { methods: ['POST'], handle: chat },
};

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const status = error instanceof HttpError ? error.status : 500;
  if (!(error instanceof HttpError)) console.error('brain-api:', error);
  // What is left of a refused body must not be read as the next request.
  if (!response.req.complete) response.setHeader('connection', 'close');
  json(response, status, { error: error instanceof Error ? error.message : String(error) });
}

async function dispatch(state: State, exchange: Exchange, path: string, route: Route | undefined): Promise<void> {
  const { request, response } = exchange;
  if (state.closing) response.setHeader('connection', 'close');
  if (route === undefined) throw new HttpError(404, `there is no ${path}`);
  if (!route.methods.includes(request.method ?? '')) {
    response.setHeader('allow', route.methods.join(', '));
    throw new HttpError(405, `${path} takes ${route.methods.join(' or ')}`);
  }
  await route.handle(state, exchange);
}

function serve(state: State, server: Server, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const path = request.url?.split('?', 1)[0] ?? '/';
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  const gone = new AbortController();
  const exchange: Exchange = { request, response, gone: gone.signal };
  response.once('close', () => {
    const status = response.writableFinished ? (exchange.outcome ?? response.statusCode) : 499;
    state.metrics.count(route === undefined ? 'other' : path, status, (performance.now() - started) / 1000);
    gone.abort();
    // A connection that served its last answer would otherwise wait out its keep-alive time.
    if (state.closing) setImmediate(() => server.closeIdleConnections());
  });
  dispatch(state, exchange, path, route).catch((error: unknown) => refuse(response, error));
}

/** Builds the service; the caller listens. */
export function createService(options: ServiceOptions): Service {
  const state: State = { ...options, metrics: createMetrics(), closing: false, firstChat: undefined };
  // Longer than any proxy keeps an idle connection, so that none ever sends into one that is being closed.
  const server = createServer({ keepAliveTimeout: 75_000 }, (request, response) =>
    serve(state, server, request, response),
  );
  const close = (): Promise<void> => {
    state.closing = true;
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { server, close };
}
