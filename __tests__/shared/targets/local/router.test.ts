import http from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Backend } from '../../../../shared/targets/local/router/backend.ts';
import { Router } from '../../../../shared/targets/local/router/router.ts';
import { Tally } from '../../../../shared/targets/local/router/tally.ts';
import { openPool } from '../../../../shared/targets/local/supervisor/pool.ts';
import { type Bed, freePort, makeBed, until } from './bed.ts';

let bed: Bed;
beforeAll(async () => {
  bed = await makeBed();
  await bed.stable('v1');
});
afterAll(() => bed.close());

interface Raw {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, options: http.RequestOptions = {}, body?: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = http.request(`${bed.url}${path}`, { agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: String(Buffer.concat(chunks)) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What is counted of v1 while `work` runs. */
async function counted(work: () => Promise<unknown>): Promise<{ requests: number; errors: number }> {
  const before = (await bed.target.observe()).versions['v1'];
  await work();
  await until(async () => (await bed.target.inspect()).versions.every(({ inFlight }) => inFlight === 0));
  const after = (await bed.target.observe()).versions['v1'];
  return {
    requests: (after?.requests ?? 0) - (before?.requests ?? 0),
    errors: (after?.errors ?? 0) - (before?.errors ?? 0),
  };
}

describe('what passes through', () => {
  it.each([
    ['HEAD', '/status?code=200', 200],
    ['GET', '/status?code=204', 204],
    ['GET', '/status?code=304', 304],
    ['DELETE', '/status?code=404', 404],
    ['OPTIONS', '/status?code=200', 200],
  ])('%s %s', async (method, path, status) => {
    const response = await ask(path, { method });
    expect([response.status, response.body, response.headers['x-of'], response.headers['x-jarvis-version']]).toEqual([
      status,
      '',
      'service',
      'v1',
    ]);
  });

  it.each([
    ['with its length', { 'content-length': '5' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
    ['that is announced', { 'content-length': '5', expect: '100-continue' }],
  ])('a request body %s', async (_name, headers) => {
    expect((await ask('/echo', { method: 'POST', headers }, 'hello')).body).toBe('hello');
  });

  it('all headers but those of the connection', async () => {
    const headers = {
      connection: 'close, x-mine',
      'x-mine': '1',
      'x-yours': '2',
      te: 'trailers',
      host: 'brain.example',
    };
    const response = await ask('/echo', { method: 'POST', headers }, 'x');
    const got = JSON.parse(String(response.headers['x-got'])) as Record<string, string>;
    expect(got).toMatchObject({ 'x-yours': '2', host: 'brain.example' });
    expect(Object.keys(got)).not.toEqual(expect.arrayContaining(['x-mine']));
    expect(got['te']).toBeUndefined();
    expect(response.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  it('an absolute request target, an offer of h2c, and a large answer', async () => {
    expect((await ask('/', { path: `${bed.url}/echo?x`, method: 'POST' }, 'abs')).body).toBe('abs');
    expect((await ask('/', { headers: { connection: 'upgrade', upgrade: 'h2c' } })).status).toBe(200);
    expect((await ask('/large?bytes=5000000')).body).toHaveLength(5_000_000);
  });

  it('no other upgrade', async () => {
    expect((await ask('/', { headers: { connection: 'upgrade', upgrade: 'websocket' } })).status).toBe(501);
  });

  it('a stream, piece by piece', async () => {
    const response = await fetch(`${bed.url}/stream?n=4&ms=150`);
    const startedAt = performance.now();
    const arrivals: number[] = [];
    for await (const _ of response.body ?? []) arrivals.push(performance.now() - startedAt);
    expect(arrivals.length).toBe(4);
    expect((arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThan(300);
  });
});

describe('what is counted', () => {
  it('equals what the client saw', async () => {
    const codes = [200, 200, 404, 500, 503, 200];
    const seen = await counted(() => Promise.all(codes.map((code) => bed.get(`/status?code=${code}`))));
    expect(seen).toEqual({ requests: 6, errors: 2 });
  });

  it.each([
    ['a reset before the answer', '/reset', 502],
    ['a reset within the answer', '/half', 0],
  ])('%s is an error, and is not tried again', async (_name, path, status) => {
    const response = () => ask(path).catch(() => ({ status: 0 }));
    let got = -1;
    expect(await counted(async () => (got = (await response()).status))).toEqual({ requests: 1, errors: 1 });
    expect(got).toBe(status);
  });

  it('a client that leaves is not counted, and its request ends', async () => {
    const seen = await counted(async () => {
      const leave = new AbortController();
      const response = fetch(`${bed.url}/hang`, { signal: leave.signal }).catch(() => null);
      await until(async () => (await bed.target.inspect()).versions[0]?.inFlight === 1);
      leave.abort();
      await response;
    });
    expect(seen).toEqual({ requests: 0, errors: 0 });
  });

  it('a client that gives up on an answer that does not begin is a timeout', async () => {
    const seen = await counted(() => fetch(`${bed.url}/hang`, { signal: AbortSignal.timeout(900) }).catch(() => null));
    expect(seen).toEqual({ requests: 1, errors: 1 });
  });

  it('a tester is not counted', async () => {
    expect(await counted(() => bed.get('/', { 'x-jarvis-version': 'v1' }))).toEqual({ requests: 0, errors: 0 });
    expect((await bed.get('/', { 'x-jarvis-version': 'v9' })).status).toBe(503);
  });

  it('every request is in one bucket of each histogram', async () => {
    await Promise.all(Array.from({ length: 20 }, () => bed.get('/')));
    for (const { requests, buckets, firstByte } of Object.values((await bed.target.observe()).versions)) {
      expect(buckets.reduce((sum, count) => sum + count, 0)).toBe(requests);
      expect(firstByte.reduce((sum, count) => sum + count, 0)).toBe(requests);
    }
  });
});

describe('a version that is silent', () => {
  it('is given up after the idle limit: 504, one error', async () => {
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await sleep(20);
    const tally = new Tally([1]);
    const router = new Router(tally);
    const backend = new Backend('v1');
    backend.dispatcher = openPool((silent.address() as AddressInfo).port, 0.3);
    router.split = { stable: backend, canary: null, weight: 0, affinity: 'none', patience: 60 };
    const port = await freePort();
    await router.listen('127.0.0.1', port);
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } });
    expect([response.status, tally.of('v1').errors, backend.inFlight]).toEqual([504, 1, 0]);
    await backend.dispatcher.destroy();
    await router.close();
    silent.close();
  });

  it('that closes a kept connection does not fail the next request', async () => {
    const quick = http.createServer((_request, response) => response.end('ok')).listen(0, '127.0.0.1');
    quick.keepAliveTimeout = 1500;
    await sleep(20);
    const tally = new Tally([1]);
    const router = new Router(tally);
    const backend = new Backend('v1');
    backend.dispatcher = openPool((quick.address() as AddressInfo).port, 5);
    router.split = { stable: backend, canary: null, weight: 0, affinity: 'none', patience: 60 };
    const port = await freePort();
    await router.listen('127.0.0.1', port);
    for (const pause of [0, 900, 1490, 1510]) {
      await sleep(pause);
      expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    }
    expect(tally.of('v1').errors).toBe(0);
    await backend.dispatcher.destroy();
    router.server.closeAllConnections();
    quick.closeAllConnections();
    await router.close();
    quick.close();
  });
});

it('a broken request is refused and counted nowhere', async () => {
  const seen = await counted(
    () =>
      new Promise((resolve) => {
        const socket = connect(bed.port, '127.0.0.1', () => socket.end('NONSENSE\r\n\r\n'));
        socket.on('close', resolve).resume();
      }),
  );
  expect(seen).toEqual({ requests: 0, errors: 0 });
});
