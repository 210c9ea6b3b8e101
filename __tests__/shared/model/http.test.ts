import type { AddressInfo } from 'node:net';
import { createServer, type Server as NetServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { mayCarryToken } from '../../../shared/model/call.ts';
import { failureKinds, kindOfCode, kindOfStatus, ModelError } from '../../../shared/model/failure.ts';
import { fetchLines, fetchWhole } from '../../../shared/model/http.ts';
import { ps, tags, version } from '../../../shared/model/ollama.ts';
import { generate } from '../../../shared/model/ollama-answers.ts';
import { complete } from '../../../shared/model/openai.ts';
import { recorded } from './recorded.ts';
import { type Script, type Scripted, scripted } from './scripted.ts';
import { serverAt } from './task.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serve(script: Script): Promise<Scripted> {
  const server = await scripted(script);
  open.push(server);
  return server;
}

/** A server of bare bytes. */
async function raw(talk: (socket: Socket) => unknown): Promise<string> {
  const sockets = new Set<Socket>();
  const server: NetServer = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => talk(socket));
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof ModelError ? error.kind : `not a ModelError: ${String(error)}`),
  );

const question = { model: 'tiny', prompt: 'hello', options: {}, limit: 5, stall: 5 };
const now = () => performance.now() / 1000;
const call = { method: 'GET', path: '/api/version', limit: 5 } as const;

describe('an answer', () => {
  it('of every call is read as it was recorded', async () => {
    const { url } = await serve({});
    expect(await version(serverAt(url))).toBe('0.17.4');
    expect(await tags(serverAt(url))).toEqual([
      expect.objectContaining({ name: 'tiny:latest', quantization: 'F16', size: 275511 }),
    ]);
    const answer = await generate(serverAt(url), question, now);
    expect(answer).toMatchObject({ done: true, tokens: 4, load: 0.001311809, decoding: 0.000317121 });
    expect(answer.first).toBeLessThanOrEqual(answer.to);
  });

  it('below a path of its own is asked for there', async () => {
    const { requests, url } = await serve({});
    await kindOf(version(serverAt(`${url}/models/`)));
    expect(requests.map(({ route }) => route)).toEqual(['GET /models/api/version']);
  });

  it('of a server without a clock is dated by ours', async () => {
    const body = recorded('06-ps-loaded').body;
    const url = await raw((socket) => socket.end(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`));
    expect(await ps(serverAt(url), () => 42)).toMatchObject({ at: 42, models: [{ vram: 0, context: 256 }] });
  });
});

describe('a failure', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'absent'],
    [407, 'proxy-auth'],
    [429, 'limited'],
    [503, 'busy'],
    [302, 'redirect'],
    [500, 'status'],
  ])('of status %i is %s', (status, kind) => expect(kindOfStatus(status)).toBe(kind));

  it.each([
    ['ENOTFOUND', 'dns'],
    ['EAI_AGAIN', 'dns'],
    ['ECONNREFUSED', 'refused'],
    ['ECONNRESET', 'reset'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['EPROTO', 'tls'],
    ['HPE_INVALID_CONSTANT', 'broken'],
  ])('with the code %s is %s', (code, kind) => {
    expect(kindOfCode(code)).toBe(kind);
    expect(failureKinds).toContain(kind);
  });

  it('of a stream is found wherever the connection is cut, and only a whole one passes', async () => {
    const { body } = recorded('08-generate-stream');
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n';
    const chunks = `${body}\n`.split(/(?<=\n)/).map((line) => `${Buffer.byteLength(line).toString(16)}\r\n${line}\r\n`);
    const whole = `${head}${chunks.join('')}0\r\n\r\n`;
    const boundaries = [
      0,
      ...[head, ...chunks, '0\r\n\r\n'].map((part, index, all) => all.slice(0, index).join('').length + part.length),
    ];
    // Around each boundary too: in the middle of a chunk's size, of its end, of a line.
    const cuts = new Set(
      boundaries.flatMap((at) => [at - 7, at - 1, at, at + 1]).filter((at) => at >= 0 && at < whole.length),
    );
    for (const cut of cuts) {
      const url = await raw((socket) => socket.end(whole.slice(0, cut)));
      expect({ cut, kind: await kindOf(generate(serverAt(url), question, now)) }).toEqual({
        cut,
        kind: expect.stringMatching(/^(reset|broken)$/),
      });
    }
    const url = await raw((socket) => socket.end(whole));
    expect(await generate(serverAt(url), question, now)).toMatchObject({ done: true, tokens: 4 });
  });

  it('is a late one where bytes trickle for ever', async () => {
    const url = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n{');
      const timer = setInterval(() => socket.write(' '), 20);
      socket.on('close', () => clearInterval(timer));
    });
    const began = performance.now();
    expect(await kindOf(fetchWhole(serverAt(url), { ...call, limit: 0.4, stall: 0.2 }))).toBe('late');
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('is a late one where the head trickles for ever', async () => {
    const url = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write('x-more: y\r\n'), 20);
      socket.on('close', () => clearInterval(timer));
    });
    expect(await kindOf(fetchWhole(serverAt(url), { ...call, limit: 0.4 }))).toBe('late');
  });

  it('is a stalled one where nothing comes any more', async () => {
    const url = await raw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{'));
    expect(await kindOf(fetchWhole(serverAt(url), { ...call, stall: 0.2 }))).toBe('stalled');
  });

  it('is one of form where the server speaks no HTTP', async () => {
    const url = await raw((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    expect(await kindOf(fetchWhole(serverAt(url), call))).toBe('broken');
  });

  it.each([
    ['an empty answer', ''],
    ['an answer of another kind', '<html></html>'],
    ['an error event', 'error: {"message":"no memory"}\n\n'],
    ['an error of llama.cpp', 'data: {"error":{"code":500,"message":"no memory"}}\n\n'],
  ])('of a streamed completion is %s', async (_, body) => {
    const { url } = await serve({ faults: { 'POST /v1/chat/completions': (response) => response.end(body) } });
    expect(await kindOf(complete(serverAt(url), { ...question, tokens: 8 }, now))).toMatch(/^(broken|said-error)$/);
  });

  it('is no answer from where a redirect points to', async () => {
    const { requests, url } = await serve({
      faults: { 'GET /api/version': (response) => response.writeHead(302, { location: '/api/tags' }).end() },
    });
    expect(await kindOf(version(serverAt(url)))).toBe('redirect');
    expect(requests).toHaveLength(1);
  });
});

describe('output without end', () => {
  it('of one line is cut, and does not fill the memory', async () => {
    const { url } = await serve({
      faults: { 'POST /api/generate': (response) => pour(response, Buffer.alloc(1_000_000, 0x61)) },
    });
    const before = process.memoryUsage().rss;
    expect(await kindOf(generate(serverAt(url), { ...question, limit: 60 }, now))).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  it('of many lines is cut, and does not fill the memory', async () => {
    const line = Buffer.from('{"response":"a","done":false}\n'.repeat(20_000));
    const { url } = await serve({ faults: { 'POST /api/generate': (response) => pour(response, line) } });
    const before = process.memoryUsage().rss;
    const error = kindOf(
      fetchLines(
        serverAt(url),
        { method: 'POST', path: '/api/generate', body: {}, limit: 60, most: 100e6 },
        () => undefined,
      ),
    );
    expect(await error).toBe('too-large');
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
  });

  it('in place of a list is cut', async () => {
    const { url } = await serve({
      faults: { 'GET /api/tags': (response) => pour(response, Buffer.alloc(1_000_000, 0x20)) },
    });
    expect(await kindOf(tags(serverAt(url)))).toBe('too-large');
  });
});

/** Until nobody takes it any more, and no faster than it is taken. */
function pour(response: NodeJS.WritableStream & { destroyed?: boolean }, block: Buffer): void {
  const more = () => {
    while (!response.destroyed) if (!response.write(block)) break;
  };
  response.on('drain', more);
  more();
}

describe('a token', () => {
  it.each([
    ['https://ollama.test', true],
    ['http://127.0.0.1:11434', true],
    ['http://127.8.9.1', true],
    ['http://localhost:11434', true],
    ['http://[::1]:11434', true],
    ['http://ollama.test', false],
    ['http://10.0.0.1', false],
    ['http://127.0.0.1.nip.test', false],
    ['http://localhost.test', false],
  ])('may go to %s: %s', (url, may) => expect(mayCarryToken(new URL(url))).toBe(may));

  it('that a server sends back stands in no message', async () => {
    const token = ['a', 'token'].join('-');
    const { url } = await serve({
      faults: {
        'GET /api/version': (response, { headers }) => response.writeHead(401).end(`no: ${headers.authorization}`),
      },
    });
    await expect(version({ ...serverAt(url), token })).rejects.toThrow('it answered 401 (no: Bearer ***)');
  });
});
