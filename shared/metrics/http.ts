/** One bounded GET: a time limit over all of it, a size limit, and one more try where that may help. */
import { clip } from '../report/clip.ts';

export interface Fetch {
  readonly url: URL;
  /** Seconds for one try, from the connection to the last byte. */
  readonly limit: number;
  /** Bytes. */
  readonly most: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Why a text could not be had, ready for a log; `again` when the next try may go better. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly again: boolean;
  /** What came with a refusal, shortened. */
  readonly body: string;
  constructor(message: string, again: boolean, body = '') {
    super(message);
    this.again = again;
    this.body = body;
  }
}

/** Seconds before the second try. */
const pause = 0.1;
const bodyShown = 300;

/**
 * The body of a 200. A server that hangs is not asked twice, since that would only double the wait.
 * @throws FetchError
 */
export async function fetchText(fetch: Fetch): Promise<string> {
  try {
    return await once(fetch);
  } catch (error) {
    if (!(error instanceof FetchError && error.again)) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause * 1000));
    return once(fetch);
  }
}

async function once({ url, limit, most, headers = {} }: Fetch): Promise<string> {
  const { get } = url.protocol === 'https:' ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    const fail = (error: FetchError) => {
      clearTimeout(timer);
      sent.destroy();
      reject(error);
    };
    const lost = (error: Error) => fail(new FetchError(`the connection failed: ${reasonOf(error)}`, true));
    const timer = setTimeout(() => fail(new FetchError(`no whole answer within ${limit} s`, false)), limit * 1000);
    const sent = get(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > most) fail(new FetchError(`the answer is larger than ${most} bytes`, false));
      });
      response.on('error', lost);
      response.on('close', () => {
        if (!response.complete) lost(new Error('it ended in the middle of the answer'));
      });
      response.on('end', () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString();
        const status = response.statusCode ?? 0;
        if (status === 200) resolve(text);
        else fail(new FetchError(`it answered ${status}`, status >= 500 || status === 429, clip(text, bodyShown)));
      });
    });
    sent.on('error', lost);
  });
}

function reasonOf(error: Error): string {
  return 'code' in error && error.message === '' ? String(error.code) : error.message;
}
