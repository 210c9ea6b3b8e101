import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { noFault } from '../fault.ts';
import { bodyLimit } from '../request.ts';
import { ask, linesOf, type Running, serve } from './client.ts';

const refused = [
  { name: 'no JSON', body: '{', status: 400, says: /not JSON/ },
  { name: 'nothing', body: '', status: 400, says: /not JSON/ },
  { name: 'a list', body: [], status: 400, says: /expected a JSON object/ },
  { name: 'no message', body: {}, status: 400, says: /either "message"/ },
  { name: 'both', body: { message: 'a', messages: [] }, status: 400, says: /either "message"/ },
  { name: 'a number', body: { message: 5 }, status: 400, says: /"message": expected text/ },
  { name: 'empty text', body: { message: '' }, status: 400, says: /"message": expected text/ },
  { name: 'no messages', body: { messages: [] }, status: 400, says: /"messages": expected a list/ },
  { name: 'a message without content', body: { messages: [{ role: 'user' }] }, status: 400, says: /"messages"/ },
  { name: 'a stream that is text', body: { message: 'a', stream: 'no' }, status: 400, says: /"stream": expected true/ },
  { name: 'too much', body: { message: 'x'.repeat(bodyLimit) }, status: 413, says: /larger than 1048576/ },
];

const routes = [
  { method: 'GET', path: '/nothing', status: 404, allow: null },
  { method: 'GET', path: '/constructor', status: 404, allow: null },
  { method: 'GET', path: '/v1/chat', status: 405, allow: 'POST' },
  { method: 'POST', path: '/health', status: 405, allow: 'GET, HEAD' },
  { method: 'DELETE', path: '/metrics', status: 405, allow: 'GET, HEAD' },
  { method: 'GET', path: '/health?from=test', status: 200, allow: null },
  { method: 'HEAD', path: '/health', status: 200, allow: null },
];

describe('/v1/chat', () => {
  let service: Running;
  before(async () => {
    service = await serve();
  });
  after(() => service.close());

  test('streams lines, the last one done', async () => {
    const response = await ask(service.url, { message: 'hello' });
    const lines = linesOf(await response.text());
    assert.equal(response.headers.get('content-type'), 'application/x-ndjson');
    assert.ok(lines.length > 2);
    assert.deepEqual(
      lines.map(({ done }) => done),
      [...lines.slice(1).map(() => false), true],
    );
  });
  test('answers the same in one object without a stream', async () => {
    const messages = [{ role: 'user', content: 'hello' }];
    const whole = linesOf(await (await ask(service.url, { messages, stream: false })).text());
    const pieces = linesOf(await (await ask(service.url, { message: 'hello' })).text());
    assert.equal(whole.length, 1);
    assert.equal(whole[0]?.message?.content, pieces.map(({ message }) => message?.content).join(''));
  });
  for (const { name, body, status, says } of refused)
    test(`refuses ${name}`, async () => {
      const response = await ask(service.url, body);
      assert.equal(response.status, status);
      assert.match(linesOf(await response.text())[0]?.error ?? '', says);
    });
  for (const { method, path, status, allow } of routes)
    test(`${method} ${path}: ${status}`, async () => {
      const response = await fetch(service.url + path, { method });
      assert.equal(response.status, status);
      assert.equal(response.headers.get('allow'), allow);
      await response.arrayBuffer();
    });
});

async function timed(url: string): Promise<number> {
  const started = performance.now();
  await (await ask(url, { message: 'hello' })).text();
  return performance.now() - started;
}

describe('a faulty version', () => {
  test('answers 500 and counts it', async () => {
    const service = await serve({ fault: { ...noFault, errors: 0.2 }, random: () => 0.1 });
    const response = await ask(service.url, { message: 'hello' });
    assert.equal(response.status, 500);
    await response.text();
    const metrics = await (await fetch(`${service.url}/metrics`)).text();
    assert.match(metrics, /http_requests_total\{route="\/v1\/chat",status="500"\} 1/);
    assert.match(metrics, /http_request_duration_seconds_bucket\{le="2",route="\/v1\/chat"\} 1/);
    await service.close();
  });
  test('is as slow as it was told to be', async () => {
    const slow = await serve({ fault: { ...noFault, latency: 6 } });
    const well = await serve();
    const [long, short] = [await timed(slow.url), await timed(well.url)];
    assert.ok(long > 2 * short, `${long} ms against ${short} ms`);
    await Promise.all([slow.close(), well.close()]);
  });
  test('begins late', async () => {
    const service = await serve({ fault: { ...noFault, errors: 1, after: 0.3 } });
    const early = await ask(service.url, { message: 'hello' });
    await early.text();
    await new Promise((resolve) => setTimeout(resolve, 320));
    const late = await ask(service.url, { message: 'hello' });
    await late.text();
    assert.deepEqual([early.status, late.status], [200, 500]);
    await service.close();
  });
});
