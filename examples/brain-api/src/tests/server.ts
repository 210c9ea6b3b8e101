import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, linesOf, start, startServer } from './client.ts';

const refusals = [
  {
    name: 'a crash that was asked for',
    env: { PORT: '0', VERSION: 'v2', FAULT: 'crash' },
    says: /^brain-api: version v2 /,
  },
  { name: 'a malformed fault', env: { PORT: '0', FAULT: 'errors=2' }, says: /^brain-api: FAULT: errors=2/ },
  { name: 'no port', env: {}, says: /^brain-api: PORT/ },
];

describe('the built server', () => {
  test('serves, and says its version', async () => {
    const { url, process: child, exit } = await startServer({ VERSION: 'v7' });
    const health = await (await fetch(`${url}/health`)).json();
    assert.deepEqual(health, { status: 'ok', version: 'v7' });
    const metrics = await (await fetch(`${url}/metrics`)).text();
    assert.match(metrics, /process_cpu_seconds_total/);
    child.kill('SIGTERM');
    assert.equal(await exit, 0);
  });
  test('finishes what is in flight after SIGTERM', async () => {
    const { url, process: child, exit } = await startServer({ FAULT: 'latency=10' });
    const response = await ask(url, { message: 'hello' });
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await assert.rejects(fetch(`${url}/health`), 'it still accepts');
    assert.equal(linesOf(await response.text()).at(-1)?.done, true);
    assert.equal(await exit, 0);
  });
  for (const { name, env, says } of refusals)
    test(`ends with one line and exit code 1: ${name}`, async () => {
      const { exit, stderr } = start('server', [], env);
      assert.equal(await exit, 1);
      assert.match(stderr(), says);
      assert.equal(stderr().trimEnd().split('\n').length, 1);
    });
  test('says so when the port is taken', async () => {
    const { url, process: child, exit } = await startServer();
    const second = start('server', [], { PORT: new URL(url).port });
    assert.equal(await second.exit, 1);
    assert.match(second.stderr(), /cannot listen on 127\.0\.0\.1:\d+/);
    child.kill('SIGTERM');
    await exit;
  });
});
