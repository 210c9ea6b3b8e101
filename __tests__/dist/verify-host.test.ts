/** The built warm-model in mode verify, at scripted servers in processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { tinyDigest } from '../shared/model/recorded.ts';
import { type Script, type Scripted, scripted } from '../shared/model/scripted.ts';
import { type Ran, runAction } from './harness.ts';

const children: ChildProcess[] = [];
const servers: Scripted[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.close();
});

const folder = mkdtempSync(join(tmpdir(), 'jarvis-verify-'));
const models = join(folder, 'models');
mkdirSync(models);

/** A server that Linux shows as a process `ollama` with that environment. */
async function host(env: Record<string, string> = {}, script: Script = {}): Promise<string> {
  const program = join(import.meta.dirname, 'ollama-process.mjs');
  const child = spawn(process.execPath, [program, JSON.stringify(script)], {
    env: { OLLAMA_MODELS: models, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [url] = await once(createInterface(child.stdout), 'line');
  return String(url);
}

const load = (url: string, body: object = {}) =>
  fetch(`${url}/api/generate`, { method: 'POST', body: JSON.stringify({ model: 'tiny', keep_alive: -1, ...body }) });

/** A PATH with a driver's program that does as the script says. */
function driver(script: string): string {
  const path = mkdtempSync(join(tmpdir(), 'jarvis-driver-'));
  writeFileSync(join(path, 'nvidia-smi'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(path, 'nvidia-smi'), 0o755);
  return `${path}:/usr/bin:/bin`;
}
const calm = driver("echo '0, Tesla T4, 12, 4000, 15360'");

const verify = (
  inputs: Record<string, string>,
  env: Record<string, string> = {},
  watch?: (child: ChildProcess, output: () => string) => void,
) =>
  runAction('warm-model', {
    inputs: { mode: 'verify', 'free-disk': '1MB', ...inputs },
    env: { PATH: calm, ...env },
    ...(watch === undefined ? {} : { watch }),
  });

interface Check {
  readonly name: string;
  readonly verdict: string;
  readonly words: string;
  readonly fix?: { readonly words: string; readonly systemd?: string };
}
interface Evidence {
  readonly servers: readonly { readonly url: string; readonly verdict: string; readonly checks: readonly Check[] }[];
}
const textOf = ({ outputs }: Ran) => readFileSync(outputs['evidence'] ?? '', 'utf8');
const evidenceOf = (ran: Ran) => JSON.parse(textOf(ran)) as Evidence;
const named = (ran: Ran, verdict: string) =>
  evidenceOf(ran).servers[0]?.checks.flatMap((check) => (check.verdict === verdict ? [check.name] : []));

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a host on this machine', () => {
  it('passes as it should be, with everything seen', async () => {
    const url = await host(
      { OLLAMA_NUM_PARALLEL: '2', OLLAMA_API_KEY: 'sk-of-the-server' },
      { share: 1, cloud: false },
    );
    await load(url);
    const ran = await verify({
      ...{ url, model: 'tiny', digest: tinyDigest, options: 'num_ctx=256', residency: 'gpu', concurrency: '2' },
      ...{ 'min-version': '0.17', 'require-seen': 'true' },
    });
    expect(ran).toMatchObject({ code: 0, stderr: '', errors: [] });
    expect(named(ran, 'passed')).toHaveLength(12);
    expect(ran.outputs).toEqual({
      ...{ verdict: 'passed', digest: tinyDigest, residency: '100%', 'derived-model': '', 'kept-model': '' },
      ...{ 'p95-seconds': 'unknown', 'first-token-seconds': 'unknown', 'tokens-per-second': 'unknown' },
      ...{ 'cold-seconds': 'unknown', evidence: expect.stringMatching(/evidence\.json$/) },
    });
    expect(JSON.parse(textOf(ran))).toMatchObject({
      schema: 'jarvis.warm-model/1',
      mode: 'verify',
      kind: 'ollama',
      reason: '',
    });
    expect(ran.summary).toMatch(/^## ✅ passed · warm-model\n/);
    expect(ran.summary).toContain('All 12 checks could be seen.');
    expect([ran.stdout, ran.summary, textOf(ran)].join()).not.toContain('sk-of-the-server');
  });

  it('is found wanting where it is, each with the line that mends it', async () => {
    const env = { OLLAMA_DEBUG_LOG_REQUESTS: 'true' };
    const url = await host(env, { address: '0.0.0.0', cloud: true });
    await load(url, { keep_alive: '300s' });
    const ran = await verify(
      {
        url,
        concurrency: '4',
        options: 'num_ctx=16384',
        residency: '50%',
        'free-disk': '900TB',
        'require-no-cloud': 'true',
      },
      { PATH: driver("echo '0, Tesla T4, 97, 15000, 15360'") },
    );
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings', residency: '0%' } });
    expect(named(ran, 'findings')).toEqual([
      ...['cloud', 'context', 'keep-alive', 'residency', 'bind', 'request-logging', 'parallelism'],
      ...['gpu-utilisation', 'gpu-memory', 'disk'],
    ]);
    for (const line of [
      'Environment="OLLAMA_NO_CLOUD=1"',
      'Environment="OLLAMA_CONTEXT_LENGTH=16384"',
      'Environment="OLLAMA_KEEP_ALIVE=-1"',
      `Environment="OLLAMA_HOST=127.0.0.1:${new URL(url).port}"`,
      'Environment="OLLAMA_DEBUG_LOG_REQUESTS=false"',
      'Environment="OLLAMA_NUM_PARALLEL=4"',
    ])
      expect(ran.summary).toContain(`\`${line}\``);
    expect(ran.errors).toHaveLength(1);
  });

  it('may be open to a network of its own', async () => {
    const ran = await verify({ url: await host({}, { address: '0.0.0.0' }), bind: 'any' });
    expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'passed' } });
  });

  it('passes with what is unknown listed, and is not run where everything has to be seen', async () => {
    const url = await host({}, { cloud: true });
    const path = { PATH: driver('echo "NVIDIA-SMI has failed" >&2; exit 9') };
    const ran = await verify({ url }, path);
    expect(ran).toMatchObject({ code: 0, outputs: { verdict: 'passed', residency: 'unknown' } });
    const blind = ['context', 'keep-alive', 'residency', 'gpu-utilisation', 'gpu-memory'];
    expect(named(ran, 'unknown')).toEqual(blind);
    expect(ran.summary).toContain(`5 of 12 checks could not be seen: ${blind.join(', ')}.`);
    const strict = await verify({ url, 'require-seen': 'true' }, path);
    expect(strict).toMatchObject({ code: 1, outputs: { verdict: 'not-run' } });
    expect(strict.errors.join()).toContain('nvidia-smi ended with exit code 9: NVIDIA-SMI has failed');
  });

  it('is left at once on a cancel, while a driver hangs', async () => {
    const hanging = driver('echo asked >&2; exec sleep 60');
    let sent = 0;
    const url = await host();
    const ran = await verify({ url }, { PATH: hanging }, (child) => {
      setTimeout(() => {
        sent = performance.now();
        child.kill('SIGTERM');
      }, 1500);
    });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(ran.errors.join()).toContain('cancelled by SIGTERM');
    expect(evidenceOf(ran).servers).toMatchObject([{ verdict: 'error', checks: [] }]);
    expect(performance.now() - sent).toBeLessThan(4000);
  });
});

describe('a server', () => {
  const open = async (script: Script = {}) => {
    const server = await scripted(script);
    servers.push(server);
    return server;
  };

  it('is asked for nothing that changes or loads', async () => {
    const server = await open();
    await verify({ url: server.url, model: 'tiny', options: 'num_ctx=256' });
    const routes = new Set(server.requests.map(({ route }) => route));
    expect([...routes].toSorted()).toEqual([
      ...['GET /api/ps', 'GET /api/status', 'GET /api/tags', 'GET /api/version', 'POST /api/show'],
    ]);
    expect(server.loaded).toEqual([]);
  });

  it('that has not the model is found, beside one that has', async () => {
    const [good, bad] = [await open(), await open({ models: {} })];
    const ran = await verify({ url: `${good.url} ${bad.url}`, model: 'tiny' });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings' } });
    expect(evidenceOf(ran).servers.map(({ verdict }) => verdict)).toEqual(['passed', 'findings']);
    expect(ran.errors.join()).toContain(`${new URL(bad.url).host}: model: tiny:latest is not on its disk`);
    expect(ran.stdout).toContain(`${new URL(good.url).host} model: passed`);
  });

  it('that is not there is an error', async () => {
    const gone = await open();
    await gone.close();
    const ran = await verify({ url: gone.url });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(ran.errors.join()).toContain('start the server, or correct the port in url');
    expect(evidenceOf(ran).servers).toMatchObject([{ verdict: 'error', checks: [] }]);
  });

  it('that breaks its answer is an error', async () => {
    const { url } = await open({ faults: { 'GET /api/ps': (response) => response.end('<html>') } });
    const ran = await verify({ url });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(ran.summary).toContain('its answer is no JSON');
  });

  it('that sends the token back, or markup, spoils neither log nor summary', async () => {
    const name = 'x|<img src=x>`s3cr3t-t0ken`';
    const body = JSON.stringify({ version: name });
    const { url } = await open({ faults: { 'GET /api/version': (response) => response.end(body) } });
    const ran = await verify({ url, 'token-env': 'KEY' }, { KEY: 's3cr3t-t0ken' });
    expect([ran.summary, textOf(ran), JSON.stringify(ran.outputs)].join()).not.toContain('s3cr3t-t0ken');
    expect(ran.summary).not.toContain('<img');
  });
});

describe('bad input is refused before the server is touched', () => {
  const cases: [inputs: Record<string, string>, error: string][] = [
    [{ mode: 'check' }, 'input mode is "check"; expected warm or verify or update'],
    [{ mode: 'warm', model: '' }, 'input model is missing; expected the name of a model, such as gpt-oss:20b'],
    [
      { mode: 'warm', bind: 'any', model: 'tiny' },
      'inputs mode (warm) and bind ("any") contradict each other; expected mode verify, or no bind',
    ],
    [
      { mode: 'warm', 'require-seen': 'true', model: 'tiny' },
      'inputs mode (warm) and require-seen ("true") contradict each other; expected mode verify, or no require-seen',
    ],
    [
      { pull: 'missing' },
      'inputs mode (verify) and pull ("missing") contradict each other; expected mode warm or update, or no pull',
    ],
    [
      { kind: 'openai' },
      'inputs mode (verify) and kind (openai) contradict each other; expected kind ollama, since no other server shows its host',
    ],
    [{ bind: '0.0.0.0' }, 'input bind is "0.0.0.0"; expected loopback or any'],
    [{ 'gpu-limit': '0.9' }, 'input gpu-limit is "0.9"; expected a share above 0%25, such as 90%25'],
    [{ 'gpu-limit': '0%' }, 'input gpu-limit is "0%25"; expected a share above 0%25, such as 90%25'],
    [{ 'free-disk': '20' }, 'input free-disk is "20"; expected a size with its unit, such as 20GB or 500MiB'],
    [{ 'require-seen': 'yes' }, 'input require-seen is "yes"; expected true or false'],
    [
      { digest: tinyDigest },
      'inputs digest and no model contradict each other; expected the model that has the digest',
    ],
    [
      { model: 'gpt-oss:20b-cloud', 'require-no-cloud': 'true' },
      'inputs model ("gpt-oss:20b-cloud") and require-no-cloud contradict each other; expected a model that is not in a cloud',
    ],
  ];
  it.each(cases)('%j', async (inputs, error) => {
    const server = await scripted();
    servers.push(server);
    const ran = await runAction('warm-model', { inputs: { mode: 'verify', url: server.url, ...inputs } });
    expect(ran).toMatchObject({ code: 1, errors: [`::error::${error}`], outputs: { verdict: 'error' } });
    expect(server.requests).toEqual([]);
  });
});
