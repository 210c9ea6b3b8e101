/** A tool that takes too long, and a run that is cancelled: all its programs end with it, and the verdict is error. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type Checked, check, type Site, siteOf, stub } from './quality.ts';

/**
 * Writes down its process and that of a child of its own, and never ends; a stubborn one does not heed SIGTERM either.
 * The child may leave the group.
 */
function hang(site: Site, name: string, stubborn: boolean): void {
  const deaf = stubborn ? `process.on('SIGTERM', () => {}); process.on('SIGINT', () => {});` : '';
  const child = `const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(`${deaf} setInterval(() => {}, 1000);`)}], { stdio: 'inherit' });`;
  const note = `fs.writeFileSync(${JSON.stringify(join(site.bin, `pid-${name}`))}, process.pid + ' ' + child.pid);`;
  stub(site, name, `${deaf} ${child} ${note} setInterval(() => {}, 1000);`);
}

const pidsOf = ({ bin }: Site) =>
  readdirSync(bin)
    .filter((name) => name.startsWith('pid-'))
    .flatMap((name) => readFileSync(join(bin, name), 'utf8').split(' ').map(Number))
    .filter((pid) => pid > 0);

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that nobody waited for yet is gone all the same.
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function expectGone(site: Site, count: number): Promise<void> {
  const pids = pidsOf(site);
  expect(pids).toHaveLength(count);
  for (let turn = 0; turn < 20 && pids.some(isAlive); turn += 1) await sleep(25);
  expect(pids.filter(isAlive)).toEqual([]);
}

const files = { 'a.py': 'x = 1\n', Dockerfile: 'FROM debian:12\n' };

describe.each([
  ['heeds the signal', false],
  ['does not', true],
] as const)('a program that %s', (_name, stubborn) => {
  it('is ended with its children when its time is over', async () => {
    const site = siteOf(files);
    hang(site, 'bandit', stubborn);
    const ran = await check(site, { tools: 'bandit secretlint', 'time-limit': '1s' });
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '' });
    expect(ran.errors).toEqual(['::error::error: bandit: bandit was ended because it took longer than 1 s']);
    expect(ran.log).toMatch(/^bandit (9\.9\.9)?: timed-out \(\d\.\d s\)$/m);
    expect(ran.log).toMatch(/^secretlint 13\.1\.0: passed/m);
    await expectGone(site, 2);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('is ended with its children within 3 s of %s', async (signal) => {
    const site = siteOf(files);
    hang(site, 'bandit', stubborn);
    hang(site, 'hadolint', stubborn);
    const { ran, seconds } = await cancelled(site, signal);
    expect(ran).toMatchObject({ code: 1, verdict: 'error', stderr: '', errors: [`::error::cancelled by ${signal}`] });
    expect(seconds).toBeLessThan(3);
    expect(ran.left).toEqual({});
    await expectGone(site, 4);
  });
});

/** Sends the signal when both programs run; resolves with how long the end took from there. */
async function cancelled(site: Site, signal: NodeJS.Signals): Promise<{ ran: Checked; seconds: number }> {
  let sent = 0;
  const ran = await check(
    site,
    { tools: 'bandit hadolint secretlint' },
    {
      watch: async (child) => {
        while (child.exitCode === null && pidsOf(site).length < 4) await sleep(10);
        sent = performance.now();
        child.kill(signal);
      },
    },
  );
  return { ran, seconds: (performance.now() - sent) / 1000 };
}
