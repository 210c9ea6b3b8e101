import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { loopbackOrigin, parseCommand } from '../traffic/options.ts';
import { asMarkdown, asText } from '../traffic/report.ts';
import { createTally, type TrafficReport } from '../traffic/tally.ts';
import { start, startServer } from './client.ts';

const here = ['http://127.0.0.1:8080', 'http://127.1.2.3:80/any/path', 'http://localhost:1', 'http://[::1]:8080'];
const elsewhere = [
  'http://example.com',
  'http://10.0.0.1',
  'http://127.0.0.1.example.com',
  'https://127.0.0.1',
  '8080',
  '',
];
const usage = [[], ['begin'], ['start'], ['stop'], ['start', '--folder', 'x'], ['stop', 'now', '--folder', 'x']];
const badCounts = [
  ['--rate', '0'],
  ['--rate', 'fast'],
  ['--seconds', '3601'],
  ['--rate', '1.5'],
  ['--speed', '9'],
];
const options = { origin: 'http://127.0.0.1:1', rate: 10, seconds: 9 };

describe('the command line of the traffic', () => {
  for (const url of here) test(`goes to ${url}`, () => assert.equal(loopbackOrigin(url), new URL(url).origin));
  for (const url of elsewhere) test(`does not go to "${url}"`, () => assert.throws(() => loopbackOrigin(url)));
  for (const words of usage) test(`refuses "${words.join(' ')}"`, () => assert.throws(() => parseCommand(words)));
  for (const words of badCounts)
    test(`refuses ${words.join(' ')}`, () =>
      assert.throws(() => parseCommand(['start', '--folder', 'x', '--url', 'http://127.0.0.1', ...words])));
});

describe('the report of the traffic', () => {
  const tally = createTally();
  for (let at = 1; at <= 100; at += 1) tally.answered(at % 10 === 0 ? 'v2' : 'v1', at !== 50, at);
  tally.lost();
  tally.lost();
  tally.timedOut();
  const report = tally.report(options, 10);
  test('counts by version', () => {
    assert.deepEqual(report.versions, { v1: { requests: 90, failed: 0 }, v2: { requests: 10, failed: 1 } });
    assert.deepEqual([report.requests, report.failed, report.errors, report.timeouts], [102, 1, 2, 1]);
    assert.ok(Math.abs((report.latency.p95 ?? 0) - 95) < 1);
  });
  test('is readable', () =>
    assert.match(asText(report), /102 requests in 10\.0 s \(10 a second\)[\s\S]*v2: 10 answered, 1 \(10\.00 %\)/));
  test('is a table', () => assert.match(asMarkdown(report), /\| v2 \| 10 \| 1 \(10\.00 %\) \|/));
  test('of nothing is one too', () => assert.match(asText(createTally().report(options, 0)), /0 requests[\s\S]*p50 -/));
});

describe('the built traffic', () => {
  test('runs in the background until it is stopped', async () => {
    const { url, process: server, exit } = await startServer({ VERSION: 'v1' });
    const folder = mkdtempSync(join(tmpdir(), 'traffic-'));
    const env = { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') };
    const begun = start(
      'traffic',
      ['start', '--url', url, '--folder', folder, '--rate', '100', '--seconds', '20'],
      env,
    );
    assert.equal(await begun.exit, 0, begun.stderr());
    await sleep(500);
    const ended = start('traffic', ['stop', '--folder', folder], env);
    assert.equal(await ended.exit, 0, ended.stderr());
    const report = JSON.parse(readFileSync(join(folder, 'traffic.json'), 'utf8')) as TrafficReport;
    assert.ok(report.requests > 5, ended.stdout());
    assert.deepEqual([report.failed, report.errors], [0, 0]);
    assert.match(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'), /\| answered by \|/);
    assert.ok(!existsSync(join(folder, 'traffic.pid')));
    rmSync(folder, { recursive: true });
    server.kill('SIGTERM');
    assert.equal(await exit, 0);
  });
  test('has nothing to stop', async () => {
    const { exit, stdout } = start('traffic', ['stop', '--folder', join(tmpdir(), 'no-traffic')], {});
    assert.equal(await exit, 0);
    assert.match(stdout(), /nothing runs/);
  });
});
