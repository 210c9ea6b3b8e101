/** One request on its way to a version and back: streams both bodies with back-pressure, and counts how it ended. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import type { Dispatcher } from 'undici';
import type { Backend } from './backend.ts';
import type { Counts, Outcome } from './counters.ts';
import { asText, endToEnd } from './headers.ts';

export interface Passage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly backend: Backend;
  /** Null for a tester's request, which is not counted. */
  readonly counts: Counts | null;
  /** A cookie to set on the response. */
  readonly cookie: string | undefined;
  /** Seconds that a client may wait for a first byte before its leaving is the version's fault. */
  readonly patience: number;
}

export class Exchange implements Dispatcher.DispatchHandler {
  private readonly passage: Passage;
  private readonly startedAt = performance.now();
  private controller: Dispatcher.DispatchController | null = null;
  private firstByteAt = 0;
  private remaining = Number.NaN;
  private failing = false;
  private over = false;

  constructor(passage: Passage) {
    this.passage = passage;
    passage.backend.begin();
    passage.response.on('close', () => this.leave());
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.over) controller.abort(gone);
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: IncomingHttpHeaders,
    text?: string,
  ): void {
    if (status < 200 || this.over) return;
    this.failing = status >= 500;
    const length = headers['content-length'];
    if (length !== undefined && this.passage.request.method !== 'HEAD') this.remaining = Number(length);
    const kept = endToEnd(asText(controller.rawHeaders), headers.connection, 'x-jarvis-version');
    kept.push('x-jarvis-version', this.passage.backend.version);
    if (this.passage.cookie !== undefined) kept.push('set-cookie', this.passage.cookie);
    this.passage.response.writeHead(status, text, kept);
    // A response that announces no end may be a stream whose first event is far away: its head goes out at once.
    if (length === undefined && bodied(status, this.passage.request.method)) this.passage.response.flushHeaders();
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.over) return;
    if (this.firstByteAt === 0) this.firstByteAt = performance.now();
    const { response } = this.passage;
    this.remaining -= chunk.length;
    // The last piece goes out together with the end of the response: one write fewer.
    if (this.remaining === 0) {
      response.end(chunk);
      return;
    }
    if (response.write(chunk)) return;
    controller.pause();
    response.once('drain', () => controller.resume());
  }

  onResponseEnd(_controller: Dispatcher.DispatchController, trailers: IncomingHttpHeaders): void {
    const { response } = this.passage;
    if (!this.finish(this.failing ? 'failed' : 'answered')) return;
    for (const [name, value] of Object.entries(trailers ?? {})) {
      if (typeof value === 'string') response.addTrailers({ [name]: value });
    }
    if (!response.writableEnded) response.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    const { request, response, backend } = this.passage;
    const code = 'code' in error ? error.code : undefined;
    const malformed = code === 'UND_ERR_INVALID_ARG' || code === 'UND_ERR_NOT_SUPPORTED';
    const left = response.destroyed || (request.destroyed && !request.complete);
    if (!this.finish(left || malformed ? 'aborted' : 'failed')) return;
    if (malformed) {
      reply(response, 400, `this request cannot be passed on: ${error.message}`);
      return;
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    reply(
      response,
      code === 'UND_ERR_HEADERS_TIMEOUT' ? 504 : 502,
      `${backend.version} did not answer: ${error.message}`,
      backend.version,
    );
  }

  /** The client is gone: what is still under way upstream ends with it. */
  private leave(): void {
    const waited = (performance.now() - this.startedAt) / 1000;
    const timedOut = this.firstByteAt === 0 && waited > this.passage.patience;
    if (!this.finish(timedOut ? 'failed' : 'aborted')) return;
    this.controller?.abort(gone);
  }

  /** Counts the exchange once; false when it was over already. */
  private finish(outcome: Outcome): boolean {
    if (this.over) return false;
    this.over = true;
    const now = performance.now();
    const firstByte = this.firstByteAt === 0 ? now : this.firstByteAt;
    this.passage.counts?.add(outcome, (now - this.startedAt) / 1000, (firstByte - this.startedAt) / 1000);
    this.passage.backend.end();
    return true;
  }
}

const gone = new Error('the client is gone');

function bodied(status: number, method: string | undefined): boolean {
  return method !== 'HEAD' && status !== 204 && status !== 304;
}

/** An answer of the router itself. */
export function reply(response: ServerResponse, status: number, message: string, version?: string): void {
  const body = `${JSON.stringify({ error: message })}\n`;
  const length = String(Buffer.byteLength(body));
  const from = version === undefined ? [] : ['x-jarvis-version', version];
  response.writeHead(status, ['content-type', 'application/json', 'content-length', length, ...from]);
  response.end(body);
}

/** The request's body for the version; a stream of its own, so that the end of one side does not cut the other off. */
export function bodyOf(request: IncomingMessage): PassThrough | null {
  const { headers } = request;
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return null;
  const body = new PassThrough();
  request.on('error', (error) => body.destroy(error));
  body.on('error', () => request.unpipe(body));
  return request.pipe(body);
}
