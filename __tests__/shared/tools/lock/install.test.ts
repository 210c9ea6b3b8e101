import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DownloadEntry, GoEntry } from '../../../../shared/tools/lock/entry.ts';
import { install, placeOf } from '../../../../shared/tools/lock/install.ts';
import type { StoreCache } from '../../../../shared/tools/lock/store-cache.ts';
import { type Ground, ground, sha256 } from './site.ts';

let here: Ground;
let entry: DownloadEntry;
beforeEach(async () => {
  here = await ground();
  entry = here.archived('scanner', '1.0.0', 'hello');
});
afterEach(() => here.remove());

const run = (program: string) => execFileSync(program, { encoding: 'utf8' });
const installed = () => install('scanner', entry, here.options);

it('a tool is fetched once, and then found', async () => {
  const program = await installed();
  expect(run(program)).toBe('hello\n');
  expect(await installed()).toBe(program);
  expect(here.asked).toEqual(['/download/scanner_1.0.0.tar.gz']);
  expect(here.said).toEqual([]);
});

it.each([
  ['a changed program', (program: string) => appendFileSync(program, 'echo more\n'), /scanner/],
  ['a file that was not there', (program: string) => writeFileSync(join(dirname(program), 'extra'), ''), /extra/],
  ['a file that is gone', (program: string) => rmSync(program), /scanner/],
])('%s is told, and the tool is installed anew', async (_, harm, told) => {
  const before = await installed();
  harm(before);
  const program = await installed();
  expect(program).not.toBe(before);
  expect(run(program)).toBe('hello\n');
  expect(existsSync(before)).toBe(false);
  expect(here.said).toEqual([expect.stringMatching(told)]);
  expect(here.said[0]).toContain('not as it was installed');
});

it('a record that names a program outside of the tool is not believed', async () => {
  const program = await installed();
  const record = `${dirname(dirname(program)).replace(/\.[^.]*$/, '')}.json`;
  const content = JSON.parse(readFileSync(record, 'utf8'));
  writeFileSync(record, JSON.stringify({ ...content, program: '../../../../bin/sh' }));
  expect(run(await installed())).toBe('hello\n');
});

it('bytes that are not those of the lock are refused, and nothing of them stays', async () => {
  here.served.set('/download/scanner_1.0.0.tar.gz', Buffer.from('something else'));
  await expect(installed()).rejects.toMatchObject({
    kind: 'denied',
    message: expect.stringMatching(/has SHA-256 [0-9a-f]{64}, and the tool lock [0-9a-f]{64}$/),
  });
  expect(readdirSync(join(here.options.cache, 'installed/scanner'))).toEqual([]);
  expect(existsSync(join(here.options.cache, 'store'))).toBe(false);
});

it.each([
  ['more bytes than the lock says', { size: 3 }, /has more than 3 bytes/],
  ['nothing at the address', { url: 'https://example.com/other.tar.gz' }, /answered 404/],
])('%s is a failure that names the address', async (_, change, message) => {
  const file = entry.files['test-x64'];
  if (file === undefined) throw new Error('the entry has no file');
  entry = { ...entry, files: { 'test-x64': { ...file, ...change } } };
  await expect(installed()).rejects.toMatchObject({ kind: 'failed', message: expect.stringMatching(message) });
});

it('a platform that the lock does not have is told with those that it has', async () => {
  await expect(install('scanner', entry, { ...here.options, platform: 'mars' })).rejects.toThrow(
    'scanner: the tool lock has it for test-x64, not for mars',
  );
});

it('two jobs that install the same at once both have it', async () => {
  const programs = await Promise.all([installed(), installed()]);
  expect(programs.map(run)).toEqual(['hello\n', 'hello\n']);
});

describe('without network', () => {
  const offline = () => ({
    ...here.options,
    cache: join(here.folder, 'cache2'),
    offline: join(here.folder, 'brought'),
  });

  it('the store of another machine is enough', async () => {
    await installed();
    cpSync(join(here.options.cache, 'store'), offline().offline, { recursive: true });
    here.served.clear();
    expect(run(await install('scanner', entry, offline()))).toBe('hello\n');
    expect(here.asked).toHaveLength(1);
  });

  it('a store that was changed on the way is refused', async () => {
    await installed();
    cpSync(join(here.options.cache, 'store'), offline().offline, { recursive: true });
    writeFileSync(join(offline().offline, placeOf('scanner', entry), 'scanner_1.0.0.tar.gz'), 'something else');
    await expect(install('scanner', entry, offline())).rejects.toThrow(/the offline folder has no .* of SHA-256/);
  });
});

describe('with a cache between jobs', () => {
  /** A cache that hands out what `content` says. */
  const cacheOf = (content: string | undefined, saved: string[]): StoreCache => ({
    async restore(folder) {
      if (content === undefined) return false;
      mkdirSync(folder, { recursive: true });
      cpSync(content, folder, { recursive: true });
      return true;
    },
    async save(folder, key) {
      saved.push(`${key}: ${readdirSync(folder)}`);
    },
  });

  it('what was fetched is saved under name, version, digest and platform', async () => {
    const saved: string[] = [];
    await install('scanner', entry, { ...here.options, storeCache: cacheOf(undefined, saved) });
    expect(saved).toEqual([expect.stringMatching(/^jarvis-tool-scanner-1\.0\.0-[0-9a-f]{16}-test-x64: scanner_1/)]);
  });

  it.each([
    ['good', undefined, 0],
    ['tampered with', 'something else', 1],
  ])('a restored store that is %s gives the same tool', async (_, harm, fetches) => {
    const content = join(here.folder, 'content');
    await installed();
    cpSync(join(here.options.cache, 'store', placeOf('scanner', entry)), content, { recursive: true });
    if (harm !== undefined) writeFileSync(join(content, 'scanner_1.0.0.tar.gz'), harm);
    here.asked.length = 0;
    const options = { ...here.options, cache: join(here.folder, 'cache2'), storeCache: cacheOf(content, []) };
    expect(run(await install('scanner', entry, options))).toBe('hello\n');
    expect(here.asked).toHaveLength(fetches);
  });
});

describe('a tool of Go’s', () => {
  const binary = '#!/bin/sh\necho built\n';
  const gopher: GoEntry = {
    kind: 'go',
    ...{ version: '1.0.0', program: 'gopher', module: 'example.com/gopher', toolchain: 'go1.26.8', ldflags: '' },
    sum: `h1:${'A'.repeat(43)}=`,
    built: { 'test-x64': sha256(binary) },
  };
  const stored = () => join(here.options.cache, 'store', placeOf('gopher', gopher));

  it('that was built elsewhere is taken by its digest', async () => {
    mkdirSync(stored(), { recursive: true });
    writeFileSync(join(stored(), 'gopher-test-x64'), binary);
    expect(run(await install('gopher', gopher, here.options))).toBe('built\n');
  });

  it.each([
    ['differs from the lock', '#!/bin/sh\necho bad\n'],
    ['is missing', undefined],
  ])('that %s is not used', async (_, content) => {
    const brought = join(here.folder, 'brought');
    mkdirSync(join(brought, placeOf('gopher', gopher)), { recursive: true });
    if (content !== undefined) writeFileSync(join(brought, placeOf('gopher', gopher), 'gopher-test-x64'), content);
    await expect(install('gopher', gopher, { ...here.options, offline: brought })).rejects.toMatchObject({
      kind: 'absent',
    });
  });

  it('is not built on a machine without Go', async () => {
    const env = (name: string) => (name === 'PATH' ? '/nowhere' : undefined);
    await expect(install('gopher', gopher, { ...here.options, env })).rejects.toThrow(
      'go is not there: gopher of the tool lock is built by Go 1.21 or newer',
    );
  });
});
