/** What a client may send to /v1/chat, and how it is read. */
import type { IncomingMessage } from 'node:http';

/** One turn of a conversation, as Ollama writes it. */
export interface Message {
  readonly role: string;
  readonly content: string;
}

/** A checked request. */
export interface Chat {
  readonly messages: readonly Message[];
  readonly stream: boolean;
}

/** An answer that is not 2xx: the client's fault (4xx) or the model's (5xx). */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** The largest body that is read. */
export const bodyLimit = 1024 * 1024;
/** Beyond this the rest of a body is not even thrown away: the connection is cut instead. */
const discardLimit = 16 * bodyLimit;

/** Reads the whole body as text; one that is too large is read to its end first, so that the client sees the answer. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
    if (size > discardLimit) break;
  }
  if (size > bodyLimit) throw new HttpError(413, `the body is larger than ${bodyLimit} bytes`);
  return Buffer.concat(chunks).toString('utf8');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMessage(value: unknown): value is Message {
  return isRecord(value) && typeof value.role === 'string' && typeof value.content === 'string';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new HttpError(400, `the body is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

function conversation({ message, messages }: Readonly<Record<string, unknown>>): Message[] {
  if ((message === undefined) === (messages === undefined))
    throw new HttpError(400, 'expected either "message" (text) or "messages" (a list)');
  if (typeof message === 'string' && message !== '') return [{ role: 'user', content: message }];
  if (message !== undefined) throw new HttpError(400, '"message": expected text that is not empty');
  if (Array.isArray(messages) && messages.length > 0 && messages.every(isMessage))
    return messages.map(({ role, content }) => ({ role, content }));
  throw new HttpError(400, '"messages": expected a list of {"role": text, "content": text}');
}

/** Checks the body of /v1/chat. */
export function parseChat(text: string): Chat {
  const body = parse(text);
  if (!isRecord(body)) throw new HttpError(400, 'expected a JSON object such as {"message": "hello"}');
  const { stream = true } = body;
  if (typeof stream !== 'boolean') throw new HttpError(400, '"stream": expected true or false');
  return { messages: conversation(body), stream };
}
