import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Upload, uploadSarif } from '../../../shared/github/code-scanning.ts';

interface Asked {
  readonly path: string;
  readonly auth: string | undefined;
  readonly body: Record<string, string>;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Answers one status after the other, and the last one for ever. */
async function github(...statuses: readonly number[]) {
  const asked: Asked[] = [];
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>;
      asked.push({ path: request.url ?? '', auth: request.headers.authorization, body });
      const status = statuses[Math.min(asked.length, statuses.length) - 1] ?? 500;
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, { 'content-type': 'application/json' }).end('{"message":"secret detail"}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const upload: Upload = {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: 't0ken',
    repository: 'acme/brain',
    commit: 'c'.repeat(40),
    ref: 'refs/pull/7/merge',
    checkout: 'file:///work',
  };
  return { asked, upload };
}

const on = new AbortController().signal;

describe('a SARIF file', () => {
  it('is sent compressed, with commit and ref', async () => {
    const { asked, upload } = await github(202);
    expect(await uploadSarif(upload, '{"runs":[]}', on)).toBeUndefined();
    const [only] = asked;
    expect(only).toMatchObject({ path: '/repos/acme/brain/code-scanning/sarifs', auth: 'token t0ken' });
    expect(only?.body).toMatchObject({ commit_sha: 'c'.repeat(40), ref: 'refs/pull/7/merge' });
    expect(gunzipSync(Buffer.from(only?.body.sarif ?? '', 'base64')).toString()).toBe('{"runs":[]}');
  });

  it.each([
    [403, /a fork has a read-only one/],
    [404, /no code scanning/],
    [422, /GitHub answered 422/],
  ])(
    'that is answered with %s is not sent again, and the reason says nothing of the answer',
    async (status, reason) => {
      const { asked, upload } = await github(status);
      const said = await uploadSarif(upload, '{}', on);
      expect(said).toMatch(reason);
      expect(said).not.toMatch(/secret detail/);
      expect(asked).toHaveLength(1);
    },
  );

  it.each([[503], [0]])('that meets %s is sent again', async (status) => {
    const { asked, upload } = await github(status, 202);
    expect(await uploadSarif(upload, '{}', on)).toBeUndefined();
    expect(asked).toHaveLength(2);
  });

  it('is given up after three tries', async () => {
    const { asked, upload } = await github(0);
    expect(await uploadSarif(upload, '{}', on)).toBe('GitHub did not answer');
    expect(asked).toHaveLength(3);
  });
});
