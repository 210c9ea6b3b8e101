/** Ways to answer: one JSON object, or a stream of lines. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Answer } from './answer.ts';
import { HttpError } from './request.ts';

/** Answers with one JSON object. */
export function json(response: ServerResponse, status: number, body: Readonly<Record<string, unknown>>): void {
  const text = `${JSON.stringify(body)}\n`;
  response
    .writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

/**
 * Sends an answer as it comes. Nothing is sent before its first line is there, so a model that fails at once gets a
 * status of its own; one that fails later ends with an error line. Returns the status that the exchange deserves.
 */
export async function stream(
  response: ServerResponse,
  answer: Answer,
  lines: boolean,
  gone: AbortSignal,
): Promise<number> {
  const iterator = answer[Symbol.asyncIterator]();
  let next = await iterator.next();
  response.writeHead(200, { 'content-type': lines ? 'application/x-ndjson' : 'application/json' });
  try {
    while (next.done !== true) {
      if (!response.write(`${next.value}\n`)) await once(response, 'drain', { signal: gone });
      next = await iterator.next();
    }
    response.end();
    return 200;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    response.end(`${JSON.stringify({ error: error.message })}\n`);
    return error.status;
  }
}
