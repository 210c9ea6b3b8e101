import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from '@jest/globals';
import { ToolError } from '../../../shared/action/errors.ts';
import { type Command, endedBadly, systemExec } from '../../../shared/action/exec.ts';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-exec-'));
afterAll(() => rmSync(folder, { recursive: true }));

const never = new AbortController().signal;
const PATH = process.env.PATH ?? '';

function run(command: Partial<Command>, signal = never) {
  return systemExec.run({ program: process.execPath, args: [], cwd: folder, env: {}, limit: 10, ...command }, signal);
}

/** Runs a text as a program of Node's. */
const node = (script: string, command: Partial<Command> = {}, signal = never) =>
  run({ args: ['-e', script], ...command }, signal);

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A process that has ended counts until its parent asks.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    if (!alive(pid)) return true;
    await sleep(50);
  }
  return false;
}

it('a program that ends by itself gives its code, both outputs and how long it took', async () => {
  const done = await node('console.log("out"); console.error("err"); process.exitCode = 3');
  expect(done).toMatchObject({ code: 3, stdout: 'out\n', stderr: 'err\n', ended: 'by itself' });
  expect(done.seconds).toBeGreaterThan(0);
});

it('a limit that is longer than any timer is not over at once', async () => {
  expect(await node('setTimeout(() => process.exit(4), 200)', { limit: 3_600_000 })).toMatchObject({ code: 4 });
});

it('arguments and words of the shell arrive as they are', async () => {
  const args = ['$(id)', '; exit 9', 'a b', '*', ''];
  const { stdout } = await run({ args: ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...args] });
  expect(JSON.parse(stdout)).toEqual(args);
});

it('nothing of our environment is inherited', async () => {
  const { stdout } = await node('console.log(JSON.stringify(process.env))', { env: { ONLY: 'this' } });
  expect(JSON.parse(stdout)).toEqual({ ONLY: 'this' });
});

it.each([
  ['closed where there is none', undefined, ''],
  ['the input where there is one', 'a line\n', 'a line\n'],
  ['as long as it is', 'x'.repeat(200_000), 'x'.repeat(200_000)],
])('standard input is %s', async (_, input, seen) => {
  const { stdout } = await node('process.stdin.pipe(process.stdout)', input === undefined ? {} : { input });
  expect(stdout).toBe(seen);
});

it('a program that does not read its input is no failure', async () => {
  expect(await node('', { input: 'x'.repeat(1_000_000) })).toMatchObject({ code: 0 });
});

it('standard output goes to a file that only we may read, even where a file of wider rights stood', async () => {
  const path = join(folder, 'report.json');
  writeFileSync(path, 'something longer that was there before');
  chmodSync(path, 0o644);
  expect(await node('console.log("[]")', { stdout: path })).toMatchObject({ code: 0, stdout: '' });
  expect(readFileSync(path, 'utf8')).toBe('[]\n');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it('of standard output the beginning is kept, of standard error the end, neither cut within a character', async () => {
  const script = `
    process.stdout.write('a' + 'é'.repeat(1e6));
    process.stderr.write('é'.repeat(1e6) + 'z');`;
  const { stdout, stderr } = await node(script);
  expect(stdout).toBe(`a${'é'.repeat(499_999)}`);
  expect(stderr).toBe(`${'é'.repeat(31_999)}z`);
});

it('a program that takes too long is ended', async () => {
  const done = await run({ program: 'sleep', args: ['30'], env: { PATH }, limit: 0.2 });
  expect(done).toMatchObject({ code: null, ended: 'timed-out' });
  expect(done.seconds).toBeLessThan(1.5);
});

it('a program that ends politely has its code', async () => {
  const script = 'process.on("SIGTERM", () => process.exit(7)); setInterval(() => undefined, 1000)';
  expect(await node(script, { limit: 0.5 })).toMatchObject({ code: 7, ended: 'timed-out' });
});

it('a program that ignores the polite signal is killed after two seconds', async () => {
  const script = 'process.on("SIGTERM", () => undefined); setInterval(() => undefined, 1000)';
  const done = await node(script, { limit: 0.5 });
  expect(done).toMatchObject({ code: null, ended: 'timed-out' });
  expect(done.seconds).toBeGreaterThan(2.4);
  expect(done.seconds).toBeLessThan(4);
});

it('a cancel ends the program and its children', async () => {
  const cancel = new AbortController();
  const file = join(folder, 'child.pid');
  const script = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    require('node:fs').writeFileSync(${JSON.stringify(file)}, String(child.pid));
    setInterval(() => undefined, 1000);`;
  const running = node(script, {}, cancel.signal);
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(20);
  cancel.abort();
  expect(await running).toMatchObject({ ended: 'cancelled' });
  expect(await gone(Number(readFileSync(file, 'utf8')))).toBe(true);
});

it('nothing starts after a cancel', async () => {
  const file = join(folder, 'started');
  const done = await node(`require('fs').writeFileSync(${JSON.stringify(file)}, '')`, {}, AbortSignal.abort());
  expect(done).toMatchObject({ code: null, ended: 'cancelled' });
  expect(existsSync(file)).toBe(false);
});

it.each([
  ['in its group', false],
  ['that left the group', true],
])('a grandchild %s and keeps the pipes open does not hold us up', async (_, detached) => {
  const script = `
    const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 20000)'],
      { detached: ${detached}, stdio: 'inherit' });
    child.unref();
    console.log(child.pid);`;
  const done = await node(script);
  expect(done).toMatchObject({ code: 0, ended: 'by itself' });
  expect(done.seconds).toBeLessThan(5);
  const pid = Number(done.stdout);
  if (detached) process.kill(pid, 'SIGKILL');
  expect(await gone(pid)).toBe(true);
});

const failure = (command: Partial<Command>) =>
  run(command).then(
    () => Promise.reject(new Error('it ran')),
    (error: unknown) => error,
  );

it('a program that is not there is told by name, without its arguments', async () => {
  const secret = 'hunter2';
  const error = await failure({ program: 'no-such-scanner', args: [secret], env: { PATH, KEY: secret } });
  expect(error).toEqual(new ToolError('no-such-scanner is not there', 'absent'));
  expect(error).toMatchObject({ kind: 'absent' });
});

it('a file that may not be run is denied', async () => {
  const program = join(folder, 'scanner');
  writeFileSync(program, 'no program', { mode: 0o644 });
  const error = await failure({ program });
  expect(error).toMatchObject({ kind: 'denied', message: 'scanner may not be run: permission denied' });
});

it('a folder that is not there is not taken for a missing program', async () => {
  const error = await failure({ cwd: join(folder, 'nowhere') });
  expect(error).toMatchObject({ kind: 'failed', message: expect.stringContaining('there is no folder') });
});

it('an argument that no program can take is a failure without its text', async () => {
  const error = await failure({ args: ['a\0b'] });
  expect(error).toBeInstanceOf(ToolError);
});

it('a bad end is told with the end of standard error, without passwords of proxies', () => {
  const stderr = 'trying\nhttps://user:pass@proxy.example:3128 did not answer\n';
  const done = { code: 2, stdout: '', stderr, seconds: 1, ended: 'by itself' } as const;
  expect(endedBadly('/opt/bin/bandit', done).message).toBe(
    'bandit ended with exit code 2: trying\nhttps://***@proxy.example:3128 did not answer',
  );
  expect(endedBadly('bandit', { ...done, code: null, ended: 'timed-out', stderr: '', seconds: 59.7 }).message).toBe(
    'bandit timed-out after 60 s',
  );
});
