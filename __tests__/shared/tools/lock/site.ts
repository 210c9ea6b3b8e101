/** A cache folder, a mirror on the loopback, and archives to be installed from it. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemExec } from '../../../../shared/action/exec.ts';
import type { DownloadEntry } from '../../../../shared/tools/lock/entry.ts';
import type { ProvideOptions } from '../../../../shared/tools/lock/provide.ts';

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

export interface Ground {
  readonly folder: string;
  readonly options: ProvideOptions & { readonly mirror: string };
  readonly said: string[];
  /** Paths that the mirror was asked for. */
  readonly asked: string[];
  /** What the mirror answers, by path. */
  readonly served: Map<string, Buffer>;
  /** A tool whose program prints the text, in an archive that the mirror has. */
  archived(program: string, version: string, text: string): DownloadEntry;
  remove(): Promise<void>;
}

export async function ground(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-lock-'));
  const asked: string[] = [];
  const said: string[] = [];
  const served = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const body = served.get(request.url ?? '');
    response.writeHead(body === undefined ? 404 : 200).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = (name: string) => (name === 'PATH' ? process.env.PATH : undefined);
  const options = {
    ...{ exec: systemExec, env, signal: new AbortController().signal, platform: 'test-x64', from: 'lock' as const },
    cache: join(folder, 'cache'),
    mirror: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    say: (line: string) => said.push(line),
  };
  const archived = (program: string, version: string, text: string): DownloadEntry => {
    const name = `${program}_${version}.tar.gz`;
    const source = mkdtempSync(join(folder, 'source-'));
    writeFileSync(join(source, program), `#!/bin/sh\necho '${text}'\n`, { mode: 0o755 });
    execFileSync('tar', ['-czf', join(source, name), '-C', source, program]);
    const bytes = readFileSync(join(source, name));
    served.set(`/download/${name}`, bytes);
    const file = { url: `https://example.com/${name}`, sha256: sha256(bytes), source: 'made for the test' };
    return { kind: 'download', version, program, files: { 'test-x64': file } };
  };
  const remove = async () => {
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
    rmSync(folder, { recursive: true, force: true });
  };
  mkdirSync(options.cache);
  return { folder, options, said, asked, served, archived, remove };
}
