import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { provide } from '../../../../shared/tools/lock/provide.ts';
import { type Ground, ground } from './site.ts';

let here: Ground;
beforeEach(async () => {
  here = await ground();
});
afterEach(() => here.remove());

/** Puts a program on PATH that tells this version. */
function onPath(program: string, says: string, mode = 0o755) {
  const bin = mkdtempSync(join(here.folder, 'bin-'));
  writeFileSync(join(bin, program), `#!/bin/sh\necho '${says}'\n`, { mode });
  return { bin, env: (name: string) => (name === 'PATH' ? `${bin}:/usr/bin:/bin` : undefined) };
}

const lock = () => ({ scanner: here.archived('scanner', '2.0.0', 'scanner 2.0.0') });

it.each([
  ['path', 'path', '1.0.0'],
  ['any', 'path', '1.0.0'],
  ['lock', 'lock', '2.0.0'],
] as const)('with a program on PATH, `%s` gives that of the %s', async (from, given, version) => {
  const { bin, env } = onPath('scanner', 'scanner 1.0.0');
  const provided = await provide('scanner', { ...here.options, env, from, lock: lock() });
  expect(provided).toMatchObject({ from: given, version });
  if (given === 'path') expect(provided.program).toBe(join(bin, 'scanner'));
});

it.each([
  ['scanner', 'scanner 1.0.0', null],
  ['trivy', 'Version: 0.72.0', '0.72.0'],
])(
  'a program that is asked later tells its version now only where some are denied: %s',
  async (name, says, version) => {
    const { env } = onPath(name, says);
    const options = { ...here.options, env, from: 'path', lock: {}, askLater: true } as const;
    expect(await provide(name, options)).toMatchObject({ version });
  },
);

it('without a program on PATH, `any` gives that of the lock and `path` nothing', async () => {
  const options = { ...here.options, lock: lock() };
  expect(await provide('scanner', { ...options, from: 'any' })).toMatchObject({ from: 'lock', version: '2.0.0' });
  await expect(provide('scanner', { ...options, from: 'path' })).rejects.toMatchObject({
    kind: 'absent',
    message:
      'scanner is not there: install it before this step, let tools-from: any install what this action pins, or name scanner in optional',
  });
});

it.each([
  ['any', 'unheard-of is not there: install it before this step or name unheard-of in optional'],
  ['lock', 'the tool lock has no unheard-of'],
] as const)('a tool that is nowhere is absent: `%s`', async (from, message) => {
  await expect(provide('unheard-of', { ...here.options, from, lock: {} })).rejects.toMatchObject({
    kind: 'absent',
    message,
  });
});

it('a file that may not be run is not taken for the program', async () => {
  const { env } = onPath('scanner', 'scanner 1.0.0', 0o644);
  await expect(provide('scanner', { ...here.options, env, from: 'path', lock: {} })).rejects.toMatchObject({
    kind: 'absent',
  });
});

it.each(['path', 'any'] as const)(
  'a bad release on PATH is denied, and nothing takes its place: `%s`',
  async (from) => {
    const { env } = onPath('trivy', 'Version: 0.69.5');
    const locked = { trivy: here.archived('trivy', '0.72.0', 'Version: 0.72.0') };
    await expect(provide('trivy', { ...here.options, env, from, lock: locked })).rejects.toMatchObject({
      kind: 'denied',
      message: expect.stringMatching(/^trivy 0\.69\.5 is denied: /),
    });
  },
);

it('a bad release in a lock is denied without being fetched', async () => {
  const locked = { trivy: here.archived('trivy', '0.69.4', '') };
  await expect(provide('trivy', { ...here.options, lock: locked })).rejects.toMatchObject({ kind: 'denied' });
  expect(here.asked).toEqual([]);
});

it('npm audit needs npm', async () => {
  const { bin, env } = onPath('npm', '11.0.0');
  expect(await provide('npm-audit', { ...here.options, env, from: 'any' })).toEqual({
    program: join(bin, 'npm'),
    version: '11.0.0',
    from: 'path',
  });
});
