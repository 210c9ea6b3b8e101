/** A model registry on loopback: hands out what a server has in its models folder, as slowly and as badly as told. */
import { hash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Faults {
  /** How fast a blob is sent; as fast as it goes where there is none. */
  bytesPerSecond?: number;
  /** After so many bytes of a blob the connection is cut, each time that it is asked for, so many times. */
  cut?: { readonly after: number; times: number };
  /** After so many bytes of a blob nothing more comes. */
  stallAfter?: number;
}

export interface Registry {
  /** What a server pulls it by, and `insecure` with it, where it is plain HTTP. */
  reference(model: string): string;
  /** What a server lists it by once it has it, and pulls it by over TLS. */
  name(model: string): string;
  /** What `/api/tags` says of it once it is pulled. */
  digest(model: string): string;
  /** May be changed while it serves. */
  readonly faults: Faults;
  /** Bytes that were sent of blobs. */
  sent(): number;
  end(): Promise<void>;
}

/** In PEM. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** `models` is the folder of a server that has them as `registry.ollama.ai/library/MODEL:latest`. */
export async function startRegistry(models: string, identity?: Identity): Promise<Registry> {
  const faults: Faults = {};
  let sent = 0;
  const listen = (asked: IncomingMessage, answer: ServerResponse) => {
    const count = (bytes: number) => {
      sent += bytes;
    };
    serve(models, faults, count, asked, answer).catch(() => answer.destroy());
  };
  const server = identity === undefined ? createServer(listen) : createSecureServer(identity, listen);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    reference: (model) => `http://127.0.0.1:${port}/library/${model}`,
    name: (model) => `127.0.0.1:${port}/library/${model}:latest`,
    digest: (model) => hash('sha256', manifestOf(models, model, 'latest') ?? ''),
    faults,
    sent: () => sent,
    end() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

type Count = (bytes: number) => void;

/** As a push would have brought it: without the line's end that the server's file has. */
function manifestOf(models: string, model: string, tag: string): string | undefined {
  const path = join(models, 'manifests/registry.ollama.ai/library', model, tag);
  return existsSync(path) ? readFileSync(path, 'utf8').trimEnd() : undefined;
}

async function serve(models: string, faults: Faults, count: Count, asked: IncomingMessage, answer: ServerResponse) {
  const [, model = '', kind, what = ''] =
    /^\/v2\/library\/([\w.-]+)\/(manifests|blobs)\/([\w.:-]+)$/.exec(asked.url ?? '') ?? [];
  if (kind === 'manifests') {
    const manifest = manifestOf(models, model, what);
    return void answer.writeHead(manifest === undefined ? 404 : 200).end(manifest);
  }
  const path = join(models, 'blobs', what.replace(':', '-'));
  if (what === '' || !existsSync(path)) return void answer.writeHead(404).end();
  const { size } = statSync(path);
  // The client takes a blob only from another host than the registry's, as a storage service is one.
  const here = asked.headers.host ?? '';
  const scheme = 'encrypted' in asked.socket ? 'https' : 'http';
  if (asked.method === 'HEAD') return void answer.writeHead(200, { 'content-length': size }).end();
  if (here.startsWith('127.0.0.1:'))
    return void answer
      .writeHead(307, { location: `${scheme}://${here.replace('127.0.0.1', 'localhost')}${asked.url}` })
      .end();
  const range = /^bytes=(\d+)-(\d+)?$/.exec(asked.headers.range ?? '');
  const [start, last] = [Number(range?.[1] ?? 0), Math.min(Number(range?.[2] ?? size - 1), size - 1)];
  const part = { 'content-length': last - start + 1, 'content-range': `bytes ${start}-${last}/${size}` };
  answer.writeHead(range ? 206 : 200, part);
  await pipeline(
    createReadStream(path, { start, end: last, highWaterMark: 1_000_000 }),
    faulty(faults, count, answer),
    answer,
  );
}

/** Passes the bytes of one blob on, until its fault comes. */
function faulty(faults: Faults, count: Count, answer: ServerResponse): Transform {
  let passed = 0;
  return new Transform({
    async transform(chunk: Buffer, _encoding, done) {
      const { cut, stallAfter, bytesPerSecond } = faults;
      passed += chunk.length;
      if (cut !== undefined && cut.times > 0 && passed > cut.after) {
        cut.times--;
        return void answer.destroy();
      }
      if (stallAfter !== undefined && passed > stallAfter) return;
      if (bytesPerSecond !== undefined) await sleep((chunk.length / bytesPerSecond) * 1000);
      count(chunk.length);
      done(null, chunk);
    },
  });
}
