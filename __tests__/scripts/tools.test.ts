import { execFileSync } from 'node:child_process';
import { createHash, hash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { install } from '../../scripts/tools/install.ts';
import { findTool, type GoTool, platform, readLock, type Tool } from '../../scripts/tools/lock.ts';

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
  kind: 'debian',
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
    for (const tool of Object.values(readLock())) {
      const named = tool.kind === 'go' ? tool.headers : Object.values(tool.packages);
      for (const each of named) {
        expect(each.path).toContain('version' in each ? each.version : tool.version);
        expect(each.sha256).toMatch(/^[0-9a-f]{64}$/);
      }
    }
  });

  describe('that is built here', () => {
    const program = '#!/bin/sh\necho built\n';
    const built = hash('sha256', program);
    const goTool: GoTool = {
      ...{ kind: 'go', version: '1.2.3', program: 'bin/tool', module: 'example.org/tool', sum: 'h1:right' },
      ...{ toolchain: 'go1.26.8', ldflags: '-s' },
      headers: [
        {
          ...{ name: 'tool-dev', version: '1.2-3', path: 'pool/t/tool_1.2-3.deb', sha256 },
          links: { 'usr/bin/again': 'tool' },
        },
      ],
      built: { [platform]: { compiler: 'gcc (Known) 1.0', sha256: built } },
    };
    /** A machine whose Go says that the module has the right sum, and builds the same from anything; it keeps what it was told. */
    function machine(programs: Readonly<Record<string, string>> = {}) {
      const folder = fresh();
      const all = {
        go: `case $1 in mod) echo '{"Sum":"h1:right"}';; install) env > ${folder}/env; echo "$@" > ${folder}/args; printf '%s' '${program}' > $GOBIN/tool;; esac`,
        gcc: 'echo "gcc (Known) 1.0"; echo more',
        'g++': 'echo "g++ (Known) 1.0"',
        ...programs,
      };
      for (const [name, script] of Object.entries(all))
        if (script !== '') writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      const told = (file: string) => readFileSync(join(folder, file), 'utf8');
      return { env: { PATH: `${folder}:/usr/bin:/bin`, GOFLAGS: '-tags=other', CGO_CFLAGS: '-O0' }, told };
    }
    const building = (tool: GoTool, env: NodeJS.ProcessEnv, cache = fresh()) =>
      install('tool', tool, cache, { mirrors: [mirror], apt: false, env });

    it('is of the pinned module, and finds the headers of pinned packages', async () => {
      const { env, told } = machine();
      const cache = fresh();
      const { folder, fresh: isFresh } = await building(goTool, env, cache);
      expect(isFresh).toBe(true);
      expect(findTool('tool', { tool: goTool }, cache)).toEqual({ path: join(folder, 'bin/tool') });
      expect(told('args')).toBe('install -trimpath -buildvcs=false -ldflags=-s example.org/tool@v1.2.3\n');
      const include = /^CGO_CPPFLAGS=-I(\S+)\/usr\/include -ffile-prefix-map=\1\/usr\/include=\/include$/m.exec(
        told('env'),
      )?.[1];
      expect(readFileSync(join(include ?? '', 'usr/bin/again'), 'utf8')).toContain('hello');
      expect(await building(goTool, env, cache)).toEqual({ folder, fresh: false });
    });

    it('is not touched by what the environment says of flags', async () => {
      const { env, told } = machine();
      await building(goTool, env);
      expect(told('env')).toMatch(/^GOFLAGS=$/m);
      expect(told('env')).toMatch(/^CGO_CFLAGS=-O2$/m);
      expect(told('env')).toMatch(/^GOSUMDB=sum\.golang\.org$/m);
    });

    it.each([
      [
        'a module of another sum',
        { go: `echo '{"Sum":"h1:wrong"}'` },
        /has the sum h1:wrong, and .*lock\.json h1:right/,
      ],
      [
        'other bytes than this compiler made before',
        { go: `case $1 in mod) echo '{"Sum":"h1:right"}';; install) echo other > $GOBIN/tool;; esac` },
        /what gcc \(Known\) 1\.0 built has SHA-256 [0-9a-f]{64}, and .*lock\.json [0-9a-f]{64}/,
      ],
    ])('is refused as %s, and leaves nothing', async (_what, programs, message) => {
      const cache = fresh();
      await expect(building(goTool, machine(programs).env, cache)).rejects.toThrow(message);
      expect(findTool('tool', { tool: goTool }, cache)).toHaveProperty('reason');
      expect(readdirSync(join(cache, 'tool'))).toEqual([]);
    });

    it('may be of other bytes where another compiler made it', async () => {
      const programs = {
        gcc: 'echo "gcc (Other) 2.0"',
        go: `case $1 in mod) echo '{"Sum":"h1:right"}';; install) echo other > $GOBIN/tool;; esac`,
      };
      expect((await building(goTool, machine(programs).env)).fresh).toBe(true);
    });

    it('says all that the machine lacks before anything is fetched', async () => {
      asked = [];
      const { env } = machine({ go: '', 'g++': '' });
      const folder = env.PATH.split(':')[0] ?? '';
      await expect(building(goTool, { PATH: folder })).rejects.toThrow(
        'tool 1.2.3 is built here by Go 1.21 or newer (which fetches go1.26.8) with gcc and g++, and this machine has no go and no g++',
      );
      expect(asked).toEqual([]);
    });
  });
});
