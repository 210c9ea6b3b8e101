/** The admin interface: JSON over HTTP on a unix socket that only its owner can open. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { TargetError } from '../../../action/errors.ts';
import { socketPath } from '../folder.ts';
import type { Desk } from './desk.ts';
import type { Engine } from './engine.ts';
import { readCall, readEnding } from './schema.ts';

const bodyLimit = 1_000_000;

export interface Office {
  readonly engine: Engine;
  readonly desk: Desk;
  /** Ends the supervisor after that many seconds. */
  readonly end: (after: number) => void;
}

/** Listens in `folder`; an old socket there is nobody's, because the port of the router is held already. */
export async function openAdmin(folder: string, office: Office): Promise<Server> {
  const path = socketPath(folder);
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    serve(request, office).then(
      (answer) => send(response, 200, { answer: answer ?? null }),
      (error: unknown) => sendError(response, error),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  chmodSync(path, 0o600);
  return server;
}

async function serve(request: IncomingMessage, office: Office): Promise<unknown> {
  if (request.method !== 'POST') throw new TargetError('every call is a POST', 'invalid');
  const body = parse(await text(request));
  const { engine, desk } = office;
  switch (request.url) {
    case '/identify':
      return { pid: process.pid };
    case '/inspect':
      return engine.inspect();
    case '/observe':
      return engine.observe();
    case '/history':
      return engine.history();
    case '/end':
      return office.end(valid(readEnding, body).after);
    case '/call':
      return desk.call(valid(readCall, body));
    default:
      throw new TargetError(`${request.url} is not a call`, 'invalid');
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new TargetError(`a call is at most ${bodyLimit} bytes`, 'invalid');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parse(body: string): unknown {
  try {
    return body === '' ? {} : JSON.parse(body);
  } catch {
    throw new TargetError('the call is not JSON', 'invalid');
  }
}

function valid<T>(read: (value: unknown) => T, value: unknown): T {
  try {
    return read(value);
  } catch (error) {
    throw new TargetError(error instanceof Error ? error.message : String(error), 'invalid');
  }
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof TargetError && error.refusal) {
    send(response, 409, { refusal: error.refusal, message: error.message });
    return;
  }
  send(response, 500, { message: error instanceof Error ? error.message : String(error) });
}

function send(response: ServerResponse, status: number, answer: unknown): void {
  const body = JSON.stringify(answer);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  response.end(body);
}
