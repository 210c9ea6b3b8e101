/** Plain questions to a server, and what came back, line by line where it is a stream. */
import { request } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of the body, in milliseconds since the question: one line each. */
  readonly lines: readonly { readonly at: number; readonly text: string }[];
}

export interface Question {
  readonly method?: string;
  /** Sent as JSON, or as it is where it is bytes. */
  readonly body?: object | Buffer;
  readonly signal?: AbortSignal;
}

/** `Connection: close`, so that a server that is ended leaves no socket behind. */
export function ask(url: string, { method, body, signal }: Question = {}): Promise<Answer> {
  const began = performance.now();
  const content = body === undefined || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    // Node would send the body of a DELETE without its length, and no server could read it.
    const headers = content === undefined ? {} : { 'content-length': Buffer.byteLength(content) };
    const asked = { method: method ?? (body ? 'POST' : 'GET'), headers, agent: false };
    const options = { ...asked, ...(signal ? { signal } : {}) };
    const sent = request(url, options, (answer) => {
      let text = '';
      const lines: { at: number; text: string }[] = [];
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
        const complete = text.split('\n').slice(0, -1);
        for (const line of complete.slice(lines.length)) lines.push({ at: performance.now() - began, text: line });
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, lines }));
    });
    sent.on('error', reject);
    sent.end(content);
  });
}

/** The objects of a stream of JSON, one a line. */
export function objects(answer: Answer): Record<string, unknown>[] {
  return answer.text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Record<string, unknown>]));
}
