import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, linesOf, serve } from './client.ts';

const piece = (content: string) =>
  `{"model":"tiny","created_at":"2026-11-22T04:02:29.556060511Z","message":{"role":"assistant","content":"${content}"},"done":false}\n`;
const last = `{"model":"tiny","created_at":"2026-11-22T04:02:29.556114561Z","message":{"role":"assistant","content":""},"done":true,"done_reason":"length","total_duration":2215709,"load_duration":1402334,"prompt_eval_count":7,"prompt_eval_duration":236250,"eval_count":3,"eval_duration":206000}\n`;

type Reply = (response: ServerResponse) => void;

/** A server that speaks Ollama's recorded format, and a service in front of it. */
async function withOllama<T>(
  reply: Reply,
  use: (url: string, asked: () => unknown) => Promise<T>,
  timeout = 5,
): Promise<T> {
  let body = '';
  const fake = createServer((request, response) => {
    request.on('data', (data) => (body += data)).on('end', () => reply(response));
  });
  await once(fake.listen(0, '127.0.0.1'), 'listening');
  const baseUrl = `http://127.0.0.1:${(fake.address() as AddressInfo).port}`;
  const service = await serve({ ollama: { baseUrl, model: 'tiny', timeout } });
  try {
    return await use(service.url, () => JSON.parse(body));
  } finally {
    fake.closeAllConnections();
    fake.close();
    await service.close();
  }
}

const stream = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'application/x-ndjson' });

const failures: readonly {
  readonly name: string;
  readonly reply: Reply;
  readonly status: number;
  readonly says: RegExp;
}[] = [
  {
    name: 'a model that is not there',
    reply: (response) => response.writeHead(404).end(`{"error":"model 'tiny' not found"}`),
    status: 502,
    says: /404.*not found/,
  },
  {
    name: 'an error in the first line',
    reply: (response) => stream(response).end('{"error":"no memory"}\n'),
    status: 502,
    says: /no memory/,
  },
  { name: 'no answer in time', reply: () => undefined, status: 504, says: /longer than 0\.3 s/ },
  { name: 'a reset', reply: (response) => response.destroy(), status: 502, says: /cannot be reached/ },
  { name: 'an empty answer', reply: (response) => stream(response).end(), status: 502, says: /in the middle/ },
  { name: 'no JSON', reply: (response) => stream(response).end('<html>\n'), status: 502, says: /JSON/ },
];

const breaks: readonly { readonly name: string; readonly end: Reply; readonly says: RegExp }[] = [
  { name: 'is cut off', end: (response) => response.destroy(), says: /cannot be reached/ },
  { name: 'ends early', end: (response) => response.end(), says: /in the middle/ },
  { name: 'ends in an error', end: (response) => response.end('{"error":"boom"}\n'), says: /boom/ },
  { name: 'stands still', end: () => undefined, says: /longer than 0\.3 s/ },
];

describe('Ollama', () => {
  test('gets the conversation, and its lines pass through', () =>
    withOllama(
      (response) => stream(response).end(piece('F') + piece('C') + piece('7') + last),
      async (url, asked) => {
        const response = await ask(url, { message: 'hello' });
        assert.equal(await response.text(), piece('F') + piece('C') + piece('7') + last);
        assert.deepEqual(asked(), { model: 'tiny', messages: [{ role: 'user', content: 'hello' }], stream: true });
      },
    ));
  test('may split a line, and a character, anywhere', () =>
    withOllama(
      async (response) => {
        stream(response);
        for (const byte of Buffer.from(piece('é€'))) {
          response.write(Buffer.of(byte));
          await sleep(1);
        }
        response.end(last.trimEnd());
      },
      async (url) => assert.equal(await (await ask(url, { message: 'a' })).text(), piece('é€') + last),
    ));
  for (const { name, reply, status, says } of failures)
    test(`${name}: ${status}`, () =>
      withOllama(
        reply,
        async (url) => {
          const response = await ask(url, { message: 'hello' });
          assert.equal(response.status, status);
          assert.match(linesOf(await response.text())[0]?.error ?? '', says);
        },
        0.3,
      ));
  for (const { name, end, says } of breaks)
    test(`an answer that ${name} gets an error line`, () =>
      withOllama(
        (response) => {
          stream(response).write(piece('F'));
          setTimeout(() => end(response), 50);
        },
        async (url) => {
          const response = await ask(url, { message: 'hello' });
          const [first, second] = linesOf(await response.text());
          assert.deepEqual([response.status, first?.message?.content], [200, 'F']);
          assert.match(second?.error ?? '', says);
          const metrics = await (await fetch(`${url}/metrics`)).text();
          assert.match(metrics, /http_requests_total\{route="\/v1\/chat",status="50[24]"\} 1/);
        },
        0.3,
      ));
  test('is let go when the client leaves', async () => {
    const left = Promise.withResolvers<void>();
    await withOllama(
      (response) => {
        response.once('close', left.resolve);
        stream(response).write(piece('F'));
      },
      async (url) => {
        const leave = new AbortController();
        const response = await ask(url, { message: 'hello' }, { signal: leave.signal });
        await response.body?.getReader().read();
        leave.abort();
        await left.promise;
        const metrics = await (await fetch(`${url}/metrics`)).text();
        assert.match(metrics, /http_requests_total\{route="\/v1\/chat",status="499"\} 1/);
      },
    );
  });
  test('that is not there: 502', async () => {
    const service = await serve({ ollama: { baseUrl: 'http://127.0.0.1:1', model: 'tiny', timeout: 1 } });
    const response = await ask(service.url, { message: 'hello' });
    assert.equal(response.status, 502);
    await response.text();
    await service.close();
  });
});
