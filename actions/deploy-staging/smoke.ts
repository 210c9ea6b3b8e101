/** The plan's smoke requests against a version that no user reaches yet: each must answer as expected, once. */
import { request } from 'node:http';
import { TargetError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Smoke } from '../../shared/plan/plan.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Only the beginning of an answer is kept, for the error. */
const kept = 500;

function send(url: string, { path, method, headers, body, timeout }: Smoke, signal: AbortSignal): Promise<Answer> {
  const type =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout * 1000)]);
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers: { ...type, ...headers }, signal: limit }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        if (text.length < kept) text += chunk;
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: text.slice(0, kept) }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** @throws TargetError at the first answer that is not the expected one */
export async function smoke(host: Host, requests: readonly Smoke[], url: string, signal: AbortSignal): Promise<void> {
  for (const one of requests) {
    const name = `smoke ${one.method} ${one.path}`;
    const { status, body } = await send(url, one, signal).catch((error: Error) => {
      const why = error.name === 'TimeoutError' ? `no answer within ${one.timeout} s` : error.message;
      throw new TargetError(`${name}: ${why}`, 'unhealthy');
    });
    if (status !== one.expect)
      throw new TargetError(`${name}: expected status ${one.expect}, got ${status}: ${body}`, 'unhealthy');
    host.info(`${name}: ${status}`);
  }
}
