/** The pure parts of the built-in actions and of the runner's edges. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { isListening, reservePort, takeLock } from '../../local/port.ts';
import { matchesNode } from '../../local/runner/builtin/setup-node.ts';
import { commonFolder, readPatterns, searchPath } from '../../local/runner/builtin/upload-artifact.ts';
import { hostVariables, inputVariables, looksSecret } from '../../local/runner/environment.ts';
import { shellCommand } from '../../local/runner/run-script.ts';
import { slug } from '../../local/runner/step-log.ts';
import { readUses } from '../../local/runner/workflow.ts';

test.each([
  ['24', true],
  ['24.x', true],
  ['v24.1', true],
  ['24.1.0', true],
  ['24.2', false],
  ['20', false],
  ['lts/*', false],
])('node-version %s fits v24.1.0: %s', (wanted, expected) => expect(matchesNode(wanted, 'v24.1.0')).toBe(expected));

test.each([
  ['./actions/x', { kind: 'workspace', path: 'actions/x' }],
  ['$/actions/x/', { kind: 'repository', path: 'actions/x' }],
  ['actions/checkout@v4', { kind: 'builtin', name: 'checkout' }],
  ['actions/upload-artifact@0123abc', { kind: 'builtin', name: 'upload-artifact' }],
])('%s is understood', (text, expected) => expect(readUses(text)).toMatchObject(expected));

test.each([
  'actions/checkout',
  'actions/checkout/sub@v4',
  'actions/cache@v4',
  'me/checkout@v4',
  './../x',
  'docker://x',
])('%s is not', (text) => expect(readUses(text)).toBeUndefined());

test('patterns of an upload are told apart', () => {
  expect(readPatterns(' a \n!b\n# c\n\n')).toEqual({ taken: ['a'], left: ['b'] });
  expect(['a/*.txt', 'a/b', '**/x'].map(searchPath)).toEqual(['a', 'a/b', '']);
  expect(commonFolder(['/w/a/x', '/w/a/y/z'])).toBe('/w/a');
  expect(commonFolder(['/w/a', '/w/a/b'])).toBe('/w/a');
  expect(commonFolder(['/w', '/v'])).toBe('/');
});

test.each([
  [undefined, ['bash', '-e', 'F']],
  ['bash', ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', 'F']],
  ['sh', ['sh', '-e', 'F']],
  ['node --no-warnings {0}', ['node', '--no-warnings', 'F']],
])('shell %s', (shell, expected) => expect(shellCommand(shell, 'F')).toEqual(expected));

test('only spaces of an input’s name change', () => {
  expect(inputVariables({ 'dry-run': 'a', 'two words': 'b' })).toEqual({ 'INPUT_DRY-RUN': 'a', INPUT_TWO_WORDS: 'b' });
});

test('the host gives an allow-list, this Node first on PATH', () => {
  const host = {
    env: { PATH: '/bin', SECRET: 'x', TZ: 'UTC' },
    execPath: '/opt/node/bin/node',
    platform: 'linux',
    arch: 'x64',
  };
  const folders = { base: '/b', workspace: '/b/w', home: '/b/h', temp: '/b/t' };
  expect(hostVariables(host, folders)).toEqual({
    ...{ PATH: '/opt/node/bin:/bin', HOME: '/b/h', TZ: 'UTC', CI: 'true', GITHUB_ACTIONS: 'true' },
  });
});

test.each([
  ['API_TOKEN', true],
  ['ssh_key', true],
  ['DB_PASSWORD', true],
  ['LOG_LEVEL', false],
])('%s looks like a secret: %s', (name, expected) => expect(looksSecret(name)).toBe(expected));

test.each([
  ['Run echo "hi there"', 'run-echo-hi-there'],
  ['***', 'step'],
  ['../../etc', 'etc'],
  ['x'.repeat(100), 'x'.repeat(60)],
])('%j as a file name', (name, expected) => expect(slug(name)).toBe(expected));

test('a lock is taken once, and again when its owner is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-test-'));
  const lock = join(folder, '20000.lock');
  expect([takeLock(lock), takeLock(lock)]).toEqual([true, false]);
  writeFileSync(lock, '999999999');
  expect(takeLock(lock)).toBe(true);
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid));
  rmSync(folder, { recursive: true });
});

test('two runs never get one port, nor one that somebody listens on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-test-'));
  const reserved = await Promise.all(Array.from({ length: 20 }, () => reservePort(folder)));
  const ports = reserved.map(({ port }) => port);
  expect(new Set(ports).size).toBe(20);
  for (const port of ports) expect(port >= 20_000 && port < 30_000).toBe(true);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(ports[0], '127.0.0.1', resolve));
  expect(await isListening(ports[0] ?? 0)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
  expect(await isListening(ports[0] ?? 0)).toBe(false);
  for (const { release } of reserved) release();
  rmSync(folder, { recursive: true });
});
