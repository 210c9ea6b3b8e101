/** What went wrong with a request, in words; a token that a server sends back does not stand in them. */
import type { IncomingMessage } from 'node:http';
import { Cancelled, codeOf, messageOf } from '../action/errors.ts';
import { clip } from '../report/clip.ts';
import type { Call } from './call.ts';
import { kindOfCode, kindOfStatus, ModelError } from './failure.ts';
import { TooLarge } from './lines.ts';

const bodyShown = 300;

export async function refusal(
  token: string | undefined,
  { method, path }: Call,
  response: IncomingMessage,
  chunks: AsyncIterable<Buffer>,
): Promise<ModelError> {
  const status = response.statusCode ?? 0;
  const kind = kindOfStatus(status);
  const said = kind === 'redirect' ? `to ${response.headers.location ?? 'nowhere'}` : await saidIn(chunks);
  const words = `${method} ${path}: it answered ${status}${said === '' ? '' : ` (${said})`}`;
  return new ModelError(kind, discreet(token, words), status);
}

/** The beginning of a refusal's body, or its `error`. */
async function saidIn(chunks: AsyncIterable<Buffer>): Promise<string> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    kept.push(chunk);
    size += chunk.length;
    if (size > 64_000) break;
  }
  const text = Buffer.concat(kept).toString().trim();
  return clip(errorIn(text) ?? text.replace(/\s+/g, ' '), bodyShown);
}

/** What an answer says went wrong: `{"error":"..."}`, or the object that OpenAI's interface has there; undefined for another answer. */
export function errorIn(text: string): string | undefined {
  if (!text.includes('"error"')) return undefined;
  try {
    const { error } = JSON.parse(text) as { readonly error?: unknown };
    if (typeof error === 'string') return error;
    if (typeof error !== 'object' || error === null) return undefined;
    return 'message' in error && typeof error.message === 'string' ? error.message : JSON.stringify(error);
  } catch {
    return undefined;
  }
}

/** A server may send the token back in an error. */
function discreet(token: string | undefined, text: string): string {
  return token === undefined ? text : text.replaceAll(token, '***');
}

export function failureOf(token: string | undefined, { method, path }: Call, error: unknown): Error {
  const fail = (kind: ModelError['kind'], words: string) =>
    new ModelError(kind, discreet(token, `${method} ${path}: ${words}`));
  if (error instanceof ModelError) return new ModelError(error.kind, discreet(token, error.message), error.status);
  if (error instanceof Cancelled) return error;
  if (error instanceof TooLarge) return fail('too-large', error.message);
  const code = codeOf(error) ?? '';
  if (code === '' && !(error instanceof Error && error.message === 'aborted'))
    return error instanceof Error ? error : new Error(messageOf(error));
  const kind = kindOfCode(code);
  return fail(kind, `${connectionWords[kind] ?? 'the connection was lost'} (${code || messageOf(error)})`);
}

const connectionWords: Readonly<Partial<Record<ModelError['kind'], string>>> = {
  dns: 'the name of the host is not known',
  refused: 'nothing listens there',
  tls: 'no secure connection',
  broken: 'it does not speak HTTP',
};
