import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkFolder, ownFolder, socketPath, stateFolder } from '../../../../shared/targets/local/folder.ts';
import { startSupervisor } from '../../../../shared/targets/local/start.ts';
import { alive, type Bed, type BedOptions, entry, makeBed, refusalOf, until } from './bed.ts';

const beds: Bed[] = [];
async function made(options: BedOptions = {}): Promise<Bed> {
  const bed = await makeBed(options);
  beds.push(bed);
  return bed;
}
afterEach(async () => {
  for (const bed of beds.splice(0)) await bed.close();
});

/** Process ids of a version's processes. */
async function pidOf(bed: Bed, version: string): Promise<number> {
  const { text } = await bed.get('/env', { 'x-jarvis-version': version });
  return (JSON.parse(text) as { pid: number }).pid;
}

async function killed(bed: Bed): Promise<void> {
  process.kill(bed.pid, 'SIGKILL');
  await until(() => !alive(bed.pid));
}

/** As a write leaves it that was cut short. */
function spoil(bed: Bed, name: string): void {
  const path = join(bed.folder, name);
  writeFileSync(path, readFileSync(path, 'utf8').slice(0, 100));
}

describe('a lease that nobody renews', () => {
  it('brings all traffic back and ends the release', async () => {
    const bed = await made();
    await bed.stable('v1');
    await bed.canary('v2', 50, 1);
    await bed.target.renew(bed.next(), 1, { t: 1 });
    await until(async () => (await bed.target.inspect()).release?.phase === 'ended', 3);
    expect((await bed.target.inspect()).release).toMatchObject({
      verdict: 'rolled-back',
      weight: 0,
      reason: 'its lease was not renewed: reverted from 50 %',
      memo: { t: 1 },
    });
    expect((await refusalOf(bed.weigh(50))).refusal).toBe('ended');
    await until(async () => (await bed.target.inspect()).versions.length === 1);
  });

  it('leaves the traffic at a healthy canary while the stable version is ill', async () => {
    const bed = await made();
    await bed.stable('v1');
    await bed.canary('v2', 50, 2);
    await bed.get('/ail', { 'x-jarvis-version': 'v1' });
    await until(async () => (await bed.target.inspect()).versions[0]?.state === 'unhealthy');
    await until(async () => (await bed.target.inspect()).release?.holder === null);
    const { release } = await bed.target.inspect();
    expect([release?.phase, release?.weight, (await bed.get('/')).version]).toEqual(['held', 50, 'v2']);
    await bed.get('/recover', { 'x-jarvis-version': 'v1' });
    await until(async () => (await bed.target.inspect()).release?.verdict === 'rolled-back');
  });
});

describe('the only version', () => {
  it('still answers users when its health check does not pass, and comes back when it died', async () => {
    const bed = await made();
    await bed.stable('v1');
    await bed.get('/ail');
    await until(async () => (await bed.target.inspect()).versions[0]?.state === 'unhealthy');
    expect(await bed.get('/')).toMatchObject({ status: 200, version: 'v1' });
    await bed.get('/crash').catch(() => null);
    await until(async () => (await bed.target.inspect()).versions[0]?.restarts === 1);
    await until(async () => (await bed.get('/')).status === 200);
  });
});

describe('a supervisor that is killed', () => {
  it('leaves a state from which the next one serves the stable version and ends everything else', async () => {
    const bed = await made();
    await bed.stable('v1');
    await bed.canary('v2', 50);
    const old = [await pidOf(bed, 'v1'), await pidOf(bed, 'v2')];
    await killed(bed);
    expect(await refusalOf(bed.target.inspect())).toMatchObject({ refusal: 'absent' });
    await bed.start();
    expect((await bed.target.inspect()).release).toMatchObject({
      verdict: 'rolled-back',
      reason: expect.stringContaining('target restarted'),
    });
    await until(async () => (await bed.get('/')).version === 'v1');
    expect(old.map(alive)).toEqual([false, false]);
    expect((await refusalOf(bed.weigh(50))).refusal).toBe('ended');
  });

  it('sets a state file aside that it cannot read, and the next one goes on from the one before', async () => {
    const bed = await made();
    await bed.stable('v1');
    await bed.canary('v2', 50);
    await killed(bed);
    spoil(bed, 'state.json');
    await bed.start();
    await until(async () => (await bed.get('/')).version === 'v1');
    expect(await bed.target.inspect()).toMatchObject({ stable: 'v1', release: { verdict: 'rolled-back' } });
    expect(readdirSync(bed.folder).some((name) => name.startsWith('state.json.broken-'))).toBe(true);
    expect(readFileSync(`${bed.folder}/supervisor.log`, 'utf8')).toContain('goes on from');
  });

  it('goes on from the state before when it was killed between two files', async () => {
    const bed = await made();
    await bed.stable('v1');
    await bed.acquire('v2');
    const { fence } = bed.ticket;
    await killed(bed);
    rmSync(`${bed.folder}/state.json`);
    await bed.start();
    await until(async () => (await bed.get('/')).version === 'v1');
    expect(await bed.target.inspect()).toMatchObject({ stable: 'v1', release: { version: 'v1', verdict: 'promoted' } });
    await bed.acquire('v2');
    expect(bed.ticket.fence).toBeGreaterThan(fence);
  });

  it('leaves an empty target when no state file can be read', async () => {
    const bed = await made();
    await bed.stable('v1');
    await killed(bed);
    for (const name of ['state.json', 'state.previous.json']) spoil(bed, name);
    await bed.start();
    expect(await bed.target.inspect()).toMatchObject({ stable: null, release: null });
    expect((await bed.get('/')).status).toBe(503);
  });

  it('gives no fence out twice when its last states were lost', async () => {
    const bed = await made();
    await bed.stable('v1');
    const behind = readFileSync(`${bed.folder}/state.json`);
    await bed.canary('v2', 0);
    const { fence } = bed.ticket;
    await killed(bed);
    writeFileSync(`${bed.folder}/state.json`, behind);
    await bed.start();
    expect(await bed.target.inspect()).toMatchObject({ stable: 'v1', release: { version: 'v1', verdict: 'promoted' } });
    await bed.acquire('v2');
    expect(bed.ticket.fence).toBeGreaterThan(fence);
  });
});

describe('the end', () => {
  it('comes by itself when the owner is gone, and takes every process along', async () => {
    const owner = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], { stdio: 'ignore' });
    const bed = await made({ owner: { pid: owner.pid ?? 0, linger: 0.2 } });
    await bed.stable('v1');
    const child = await pidOf(bed, 'v1');
    owner.kill('SIGKILL');
    await until(() => !alive(bed.pid) && !alive(child), 5);
  });

  it('waits for what is in flight', async () => {
    const bed = await made();
    await bed.stable('v1');
    const slow = bed.get('/slow?ms=700');
    await until(async () => (await bed.target.inspect()).versions[0]?.inFlight === 1);
    process.kill(bed.pid, 'SIGTERM');
    expect((await slow).text).toBe('slow');
    await until(() => !alive(bed.pid));
  });
});

describe('a start', () => {
  it('by two at once makes one supervisor, and both succeed', async () => {
    const bed = await made();
    await bed.close();
    const options = { entry, node: process.execPath, config: bed.config, startTimeout: 10 };
    const both = await Promise.all([startSupervisor(options), startSupervisor(options)]);
    expect(new Set(both.map(({ pid }) => pid)).size).toBe(1);
    bed.pid = both[0].pid;
    expect(await startSupervisor(options)).toEqual({ pid: bed.pid, started: false });
    expect(statSync(socketPath(bed.folder)).mode & 0o777).toBe(0o600);
    expect(statSync(bed.folder).mode & 0o777).toBe(0o700);
  });

  it('on a port that another program has is refused', async () => {
    const bed = await made();
    await bed.close();
    const other = createServer().listen(bed.port, '127.0.0.1');
    await sleep(20);
    const options = { entry, node: process.execPath, config: bed.config, startTimeout: 10 };
    expect((await refusalOf(startSupervisor(options))).message).toContain(
      `127.0.0.1:${bed.port} is taken by another program`,
    );
    other.close();
    rmSync(bed.folder, { recursive: true });
  });

  it('that is killed at once is reported with how it ended, and not with the words of the one before', async () => {
    const bed = await made();
    process.kill(bed.pid, 'SIGKILL');
    const script = join(bed.folder, 'killed.js');
    writeFileSync(script, "process.kill(process.pid, 'SIGKILL');\n");
    const options = { entry: script, node: process.execPath, config: bed.config, startTimeout: 10 };
    const { message } = await refusalOf(startSupervisor(options));
    expect(message).toBe('the target did not start: it was ended by SIGKILL');
  });
});

function makeOpen(path: string): void {
  mkdirSync(path);
  chmodSync(path, 0o777);
}

describe('a folder', () => {
  const parent = mkdtempSync('/tmp/jarvis-folder-');
  afterEach(() => {
    rmSync(parent, { recursive: true, force: true });
    mkdirSync(parent, { mode: 0o700 });
  });

  it('is made for its owner alone', () => {
    ownFolder(join(parent, 'a/b'));
    expect(statSync(join(parent, 'a/b')).mode & 0o777).toBe(0o700);
  });

  it.each([
    ['a link', (path: string) => symlinkSync('/tmp', path), 'is a link'],
    ['a file', (path: string) => writeFileSync(path, ''), 'is not a folder'],
    ['open to others', makeOpen, 'can be written to by other users'],
  ])('that is %s is refused', (_name, make, problem) => {
    const path = join(parent, 'x');
    make(path);
    expect(() => ownFolder(path)).toThrow(problem);
    expect(() => checkFolder(path)).toThrow(problem);
  });

  it('has a path short enough for a socket', () => {
    expect(() => socketPath(`/tmp/${'x'.repeat(90)}`)).toThrow('a socket');
    expect(stateFolder('brain-api', 8080)).toMatch(/\/brain-api-8080$/);
  });
});
