/** What this machine shows of servers that really listen on it, and what a recorded one shows where this one has no such thing. */
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ToolError } from '../../../shared/action/errors.ts';
import type { Done } from '../../../shared/action/exec.ts';
import { holdersOf } from '../../../shared/model/listeners.ts';
import { localFacts } from '../../../shared/model/local-facts.ts';
import { type Machine, thisMachine } from '../../../shared/model/machine.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function listenOn(address: string): Promise<number> {
  const server = createServer();
  server.listen(0, address);
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a real server on this machine', () => {
  const path = mkdtempSync(join(tmpdir(), 'jarvis-programs-'));
  const { signal } = new AbortController();
  const machine = thisMachine({
    env: (name) => (name === 'PATH' ? path : undefined),
    signal,
    room: async () => undefined,
  });

  it.each([
    ['127.0.0.1', '127.0.0.1', '127.0.0.1'],
    ['0.0.0.0', '127.0.0.1', '0.0.0.0'],
    ['::', '[::1]', '::'],
    ['::', '127.0.0.1', '::'],
    ['127.0.0.1', 'localhost', '127.0.0.1'],
  ])('that listens at %s is seen there by way of %s', async (address, hostname, found) => {
    const port = await listenOn(address);
    const { listeners } = await holdersOf(machine, await machine.resolve(hostname), port);
    expect(listeners).toMatchObject([{ address: found, port, owner: { pid: process.pid } }]);
  });

  it('that is no Ollama tells nothing of settings, GPUs and models, since it may lead elsewhere', async () => {
    const facts = await localFacts(machine, new URL(`http://127.0.0.1:${await listenOn('127.0.0.1')}`));
    for (const blind of [facts.listeners, facts.settings, facts.gpus, facts.room])
      expect(blind).toEqual({
        unknown: expect.stringMatching(/^the port is held by .+, which may lead to another machine$/),
      });
  });

  it('is not looked for where the server is another machine', async () => {
    const facts = await localFacts(machine, new URL('http://192.0.2.1:11434'));
    expect(facts.listeners).toEqual({ unknown: expect.stringContaining('not on this machine') });
  });

  it('is not seen where nothing listens', async () => {
    const port = await listenOn('127.0.0.1');
    closing.pop()?.();
    const facts = await localFacts(machine, new URL(`http://127.0.0.1:${port}`));
    expect(facts.listeners).toEqual({ unknown: expect.stringContaining('no process') });
  });

  it('runs programs of PATH without a variable of ours', async () => {
    writeFileSync(join(path, 'tell'), '#!/bin/sh\n/usr/bin/env\n');
    chmodSync(join(path, 'tell'), 0o755);
    const { stdout, code } = await machine.run('tell', []);
    expect(code).toBe(0);
    expect(
      stdout
        .split('\n')
        .map((line) => line.split('=')[0])
        .sort()
        .join(),
    ).toMatch(/^,LANG,(OLDPWD,)?PATH,PWD/);
  });
});

/** Port 11434 at every address, of user 998. */
const table = [
  '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
  '   0: 00000000:2CAA 00000000:0000 0A 00000000:00000000 00:00000000 00000000   998        0 4711 1 0 100 0 0 10 0',
].join('\n');

interface Recording {
  readonly platform?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly links?: Readonly<Record<string, string>>;
  /** Standard output by program. */
  readonly programs?: Readonly<Record<string, string | Partial<Done>>>;
}

/** A machine as a recording of its files tells of it. */
function recordedMachine({ platform = 'linux', files = {}, links = {}, programs = {} }: Recording): Machine {
  const all: Readonly<Record<string, string>> = { '/proc/net/tcp': table, ...files };
  return {
    platform,
    addresses: () => ['127.0.0.1', '10.0.0.7'],
    resolve: async (hostname) => [hostname],
    text: async (path) => all[path],
    link: async (path) => links[path],
    names: async (folder) => {
      const below = [...Object.keys(all), ...Object.keys(links)].filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''))];
    },
    run: async (program) => {
      const given = programs[program];
      if (given === undefined) throw new ToolError(`${program} is not there`, 'absent');
      const done: Done = { code: 0, stdout: '', stderr: '', seconds: 0, ended: 'by itself' };
      return typeof given === 'string' ? { ...done, stdout: given } : { ...done, ...given };
    },
    room: async (env, root) => ({ path: `${root}|${env('OLLAMA_MODELS') ?? env('HOME')}`, free: 1 }),
  };
}

const server = {
  '/proc/812/comm': 'ollama\n',
  '/proc/812/cmdline': '/usr/local/bin/ollama\0serve\0',
  '/proc/812/status': 'Name:\tollama\nUid:\t998\t998\t998\t998\n',
};
const runner = {
  '/proc/900/comm': 'ollama\n',
  '/proc/900/cmdline': '/usr/local/bin/ollama\0runner\0--port\x1b3\0',
  '/proc/900/status': 'Name:\tollama\nUid:\t998\t998\t998\t998\n',
};
const unit = 'MainPID=812\nEnvironment=OLLAMA_NUM_PARALLEL=2\nEnvironmentFiles=\n';
const url = new URL('http://127.0.0.1:11434');

describe('a recorded machine', () => {
  it('shows the settings of the process that holds the socket, and the place of its models as it sees it', async () => {
    const files = { ...server, '/proc/812/environ': 'OLLAMA_NUM_PARALLEL=4\0HOME=/root\0' };
    const links = { '/proc/812/fd/3': 'socket:[4711]', '/proc/812/root': '/' };
    const facts = await localFacts(recordedMachine({ files, links }), url);
    expect(facts).toMatchObject({
      listeners: { value: [{ address: '0.0.0.0', owner: { pid: 812, name: 'ollama' } }] },
      settings: { value: { from: 'process 812', values: { OLLAMA_NUM_PARALLEL: '4' } } },
      room: { value: { path: '/proc/812/root|/root' } },
    });
  });

  it('shows those of the unit where the server is of another user', async () => {
    const facts = await localFacts(
      recordedMachine({ files: { ...server, ...runner }, programs: { systemctl: unit } }),
      url,
    );
    expect(facts).toMatchObject({
      listeners: { value: [{ owner: { pid: 812 } }] },
      settings: { value: { from: 'unit ollama.service', values: { OLLAMA_NUM_PARALLEL: '2' } } },
      room: { value: { path: '|/usr/share/ollama' } },
    });
  });

  it.each([
    ['of another process', unit.replace('812', '813')],
    ['that reads files, too', unit.replace('Files=', 'Files=/etc/default/ollama')],
    ['that systemd does not know', { code: 1, stderr: 'System has not been booted with systemd' }],
  ])('does not show those of a unit %s', async (_, systemctl) => {
    const { settings, room } = await localFacts(recordedMachine({ files: server, programs: { systemctl } }), url);
    expect(settings).toEqual({ unknown: 'the environment of process 812 may not be read: run the check as its user' });
    expect(room).toEqual({ unknown: expect.stringContaining('not known') });
  });

  it('does not guess between two servers of one user', async () => {
    const second = Object.fromEntries(Object.entries(server).map(([path, text]) => [path.replace('812', '814'), text]));
    const facts = await localFacts(recordedMachine({ files: { ...server, ...second } }), url);
    expect(facts.settings).toEqual({ unknown: expect.stringContaining('belongs to another user') });
    expect(facts.listeners).toMatchObject({ value: [{ address: '0.0.0.0' }] });
  });

  it.each([
    [
      'a container, whose GPUs are those of the machine',
      'docker-proxy',
      'in a container',
      { value: [{ name: '0 T4' }] },
    ],
    ['a tunnel, which leads elsewhere', 'ssh', 'held by ssh', { unknown: expect.stringContaining('held by ssh') }],
  ])('sees the port of %s', async (_, name, why, gpus) => {
    const files = { '/proc/7/comm': `${name}\n` };
    const links = { '/proc/7/fd/4': 'socket:[4711]' };
    const programs = { 'nvidia-smi': '0, T4, 5, 1, 2\n' };
    const facts = await localFacts(recordedMachine({ files, links, programs }), url);
    expect(facts.listeners).toMatchObject(
      name === 'ssh' ? { unknown: expect.stringContaining(why) } : { value: [{ address: '0.0.0.0', owner: { name } }] },
    );
    expect(facts.settings).toEqual({ unknown: expect.stringContaining(why) });
    expect(facts.gpus).toMatchObject(gpus);
  });

  it('shows every address at which a container is published, to another user too', async () => {
    const row = (local: string, inode: number) =>
      `   0: ${local} 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0`;
    const proxy = (pid: number) => ({
      [`/proc/${pid}/comm`]: 'docker-proxy\n',
      [`/proc/${pid}/cmdline`]: '/usr/bin/docker-proxy\0-host-port\x0011434\0',
      [`/proc/${pid}/status`]: 'Uid:\t0\t0\t0\t0\n',
    });
    const tcp = ['header', row('0100007F:2CAA', 5), row('0700000A:2CAA', 6)].join('\n');
    const { listeners } = await localFacts(
      recordedMachine({ files: { '/proc/net/tcp': tcp, ...proxy(7), ...proxy(8) } }),
      url,
    );
    expect(listeners).toMatchObject({ value: [{ address: '127.0.0.1' }, { address: '10.0.0.7' }] });
  });

  it('is also one at an address of its network', async () => {
    const facts = await localFacts(recordedMachine({ files: server }), new URL('http://10.0.0.7:11434'));
    expect(facts.listeners).toMatchObject({ value: [{ address: '0.0.0.0' }] });
  });

  it('of another system says that it is not read', async () => {
    const facts = await localFacts(recordedMachine({ platform: 'darwin' }), url);
    expect(facts.listeners).toEqual({ unknown: 'it is not read on darwin' });
    expect(facts.room).toEqual({ unknown: 'it is not read on darwin' });
  });
});

describe('GPUs of a recorded machine', () => {
  const links = { '/proc/812/fd/3': 'socket:[4711]' };
  const amd = {
    '/sys/class/drm/card1/device/gpu_busy_percent': '7\n',
    '/sys/class/drm/card1/device/mem_info_vram_used': '1\n',
    '/sys/class/drm/card1/device/mem_info_vram_total': '4\n',
    '/sys/class/drm/card1-DP-1/status': 'connected\n',
  };
  const gpusOf = async (more: Recording) =>
    (await localFacts(recordedMachine({ ...more, links, files: { ...server, ...more.files } }), url)).gpus;

  it('are those of AMD by the files of the kernel', async () =>
    expect(await gpusOf({ files: amd })).toEqual({
      value: [{ name: 'card1 AMD', busy: 0.07, memory: { used: 1, total: 4 } }],
    }));

  it('are those of both makes', async () => {
    const gpus = await gpusOf({ files: amd, programs: { 'nvidia-smi': '0, T4, 5, 1, 2\n' } });
    expect(gpus).toMatchObject({ value: [{ name: '0 T4' }, { name: 'card1 AMD' }] });
  });

  it.each([
    ['there is no program', undefined, 'no GPU is seen: nvidia-smi is not there'],
    ['its driver is gone', { code: 9, stderr: 'NVIDIA-SMI has failed' }, /exit code 9: NVIDIA-SMI has failed/],
    ['its driver hangs', { code: null, ended: 'timed-out', seconds: 10 }, /timed-out after 10 s/],
    ['it prints another thing', 'hello', /another form/],
    ['it prints nothing', '', 'no GPU is seen'],
  ] as const)('are unknown where %s', async (_, smi, why) => {
    const gpus = await gpusOf({ programs: smi === undefined ? {} : { 'nvidia-smi': smi } });
    expect(gpus).toEqual({ unknown: typeof why === 'string' ? why : expect.stringMatching(why) });
  });
});
