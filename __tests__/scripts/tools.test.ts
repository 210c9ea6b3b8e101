import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { install } from '../../scripts/tools/install.ts';
import { findTool, platform, readLock, type Tool } from '../../scripts/tools/lock.ts';

/** One member of an `ar` archive, as a Debian package is one. */
function member(name: string, content: Buffer): Buffer {
  const head = `${name.padEnd(16)}${'0'.padEnd(12)}${'0'.padEnd(6)}${'0'.padEnd(6)}${'100644'.padEnd(8)}${String(content.length).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(content.length % 2 === 1 ? '\n' : '')]);
}

function packageOf(program: string, text: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-deb-'));
  mkdirSync(join(folder, 'usr/bin'), { recursive: true });
  writeFileSync(join(folder, program), text, { mode: 0o755 });
  writeFileSync(join(folder, 'control'), 'Package: x\nVersion: 1\nArchitecture: all\n');
  const tar = (...argv: readonly string[]) => execFileSync('tar', ['-C', folder, '-czf', '-', ...argv]);
  return Buffer.concat([
    Buffer.from('!<arch>\n'),
    member('debian-binary', Buffer.from('2.0\n')),
    member('control.tar.gz', tar('./control')),
    member('data.tar.gz', tar('./usr')),
  ]);
}

const deb = packageOf('usr/bin/tool', '#!/bin/sh\necho hello\n');
const sha256 = createHash('sha256').update(deb).digest('hex');
const toolWith = (digest: string): Tool => ({
  version: '1.2-3',
  program: 'usr/bin/tool',
  packages: { [platform]: { path: 'pool/t/tool_1.2-3.deb', sha256: digest } },
});
const fresh = () => mkdtempSync(join(tmpdir(), 'jarvis-tools-'));

describe('a pinned tool', () => {
  let server: Server;
  let mirror: string;
  let asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/pool/t/tool_1.2-3.deb') response.end(deb);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('is fetched once, from the first mirror that has it', async () => {
    const cache = fresh();
    const sources = { mirrors: [`${mirror}/empty/`, `${mirror}/`], apt: false };
    asked = [];
    const first = await install('tool', toolWith(sha256), cache, sources);
    expect(first.fresh).toBe(true);
    expect(readFileSync(join(first.folder, 'usr/bin/tool'), 'utf8')).toContain('hello');
    expect(await install('tool', toolWith(sha256), cache, sources)).toEqual({ folder: first.folder, fresh: false });
    expect(asked.filter((url) => !url.startsWith('/empty'))).toEqual(['/pool/t/tool_1.2-3.deb']);
    const lock = { tool: toolWith(sha256) };
    expect(findTool('tool', lock, cache)).toEqual({ path: join(first.folder, 'usr/bin/tool') });
  });

  it('of other bytes is refused, and leaves nothing', async () => {
    const cache = fresh();
    const tool = toolWith('0'.repeat(64));
    const installing = install('tool', tool, cache, { mirrors: [mirror], apt: false });
    await expect(installing).rejects.toThrow(`${mirror}: sha256 is ${sha256}, expected ${'0'.repeat(64)}`);
    await expect(installing).rejects.toThrow(
      /set JARVIS_DEBIAN_MIRROR to an address that has pool\/t\/tool_1\.2-3\.deb/,
    );
    expect(findTool('tool', { tool }, cache)).toEqual({
      reason: 'tool 1.2-3 is not installed; run: node scripts/tools.ts tool',
    });
  });

  it('is another one when its digest changes, so that no old copy passes for it', async () => {
    const cache = fresh();
    await install('tool', toolWith(sha256), cache, { mirrors: [mirror], apt: false });
    expect(findTool('tool', { tool: toolWith('1'.repeat(64)) }, cache)).toHaveProperty('reason');
  });

  it('is named in the lock by version, path and digest', () => {
    for (const { version, packages } of Object.values(readLock())) {
      for (const { path, sha256: digest } of Object.values(packages)) {
        expect(path).toContain(version);
        expect(digest).toMatch(/^[0-9a-f]{64}$/);
      }
    }
  });
});
