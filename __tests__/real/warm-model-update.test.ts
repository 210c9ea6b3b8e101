/** The built warm-model updates a model of a real Ollama server, from a registry of ours, while clients ask. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Ran } from '../dist/harness.ts';
import { generate, installed, residents } from './ollama/clients.ts';
import { loopbackIdentity, type Trusted } from './ollama/identity.ts';
import { type Registry, startRegistry } from './ollama/registry.ts';
import { expectVerdict, type Inputs, only, ownServers, step, warm } from './ollama/warm-model.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { tiny } from './tiny-model/model.ts';
import { withTool } from './tool.ts';

// An update is a pull, which takes a second a layer, and a measurement.
jest.setTimeout(90_000);

const making = { parameters: { num_thread: 1, num_ctx: 256, temperature: 0, seed: 1, num_predict: 8 } };

withTool('ollama', 'warm-model updates', (program) => {
  const own = ownServers(program);
  let identity: Trusted;
  let origin: OllamaServer;
  let registry: Registry;
  let server: OllamaServer;
  let old: string;
  const publish = (version: number) => origin.create('model', { ...tiny, seed: version }, making);
  const tag = () => registry.name('model');
  const update = (inputs: Inputs = {}, hears?: (line: string) => void) =>
    warm(server, { mode: 'update', model: tag(), alias: 'clients', runs: '2', ...inputs }, hears);
  const rollBack = (name: string) => update({ 'roll-back': name });

  beforeAll(async () => {
    identity = loopbackIdentity();
    origin = await startOllama(program);
  });
  afterAll(async () => {
    await origin?.end();
    identity?.remove();
  });

  /** A server whose clients have the first version, and a registry with the second one. */
  beforeEach(async () => {
    await publish(1);
    registry = await startRegistry(origin.models, identity);
    server = await own.start({ SSL_CERT_FILE: identity.path });
    await server.create('somebody');
    expectVerdict(await update(), 'passed');
    old = registry.digest('model');
    await publish(2);
  });
  afterEach(async () => {
    await own.end();
    await registry?.end();
  });

  /** Asks the alias again and again; a request that meets the write of the name is asked once more a moment later. */
  async function whileAsked(work: () => Promise<Ran>) {
    let [isOver, answered, asked] = [false, 0, 0];
    const failures: string[] = [];
    const client = async () => {
      while (!isOver) {
        const body = { model: 'clients', prompt: 'hello', stream: false, options: { num_predict: 2 } };
        const first = await server.ask('/api/generate', { body });
        if (first.status === 500) await sleep(50);
        const answer = first.status === 500 ? await server.ask('/api/generate', { body }) : first;
        asked += first === answer ? 1 : 2;
        if (answer.status === 200) answered += 1;
        else failures.push(`${answer.status} ${answer.text}`);
        await sleep(5);
      }
    };
    const clients = [client(), client()];
    const ran = await work().finally(() => {
      isOver = true;
    });
    await Promise.all(clients);
    return { ran, answered, repeated: asked - answered - failures.length, failures };
  }

  it('from one version to the next while clients ask, who are all answered, and back', async () => {
    const { ran, answered, repeated, failures } = await whileAsked(() => update());
    expectVerdict(ran, 'passed');
    expect(failures).toEqual([]);
    expect(answered).toBeGreaterThan(10);
    expect(repeated).toBeLessThanOrEqual(2);
    const fresh = registry.digest('model');
    expect(fresh).not.toBe(old);
    expect(ran.outputs['digest']).toBe(fresh);
    expect(only(ran)).toMatchObject({ alias: 'clients:latest', from: old, to: fresh });
    const kept = ran.outputs['kept-model'] ?? '';
    expect(await server.digest(kept)).toBe(old);
    expect([await server.digest('clients'), await server.digest(tag())]).toEqual([fresh, fresh]);
    const back = await rollBack(kept);
    expectVerdict(back, 'passed');
    expect([await server.digest('clients'), await server.digest(tag())]).toEqual([old, fresh]);
    expect((await residents(server)).map(({ digest }) => digest)).toContain(old);
    const forward = await rollBack(back.outputs['kept-model'] ?? '');
    expectVerdict(forward, 'passed');
    expect(await server.digest('clients')).toBe(fresh);
  });

  it('nothing where the registry has nothing new, and leaves no copies', async () => {
    await publish(1);
    const before = await installed(server);
    const ran = await update();
    expectVerdict(ran, 'passed');
    expect(step(ran, 'pull')?.words).toContain('nothing new');
    expect(ran.outputs['kept-model']).toBe('');
    expect(await installed(server)).toEqual(before);
  });

  it('with options: the alias is the derived model, and has its runner', async () => {
    const ran = await update({ options: 'num_ctx=512' });
    expectVerdict(ran, 'passed');
    expect(await server.digest('clients')).toBe(await server.digest(`${ran.outputs['derived-model']}:latest`));
    const loads = server.loads();
    await generate(server, { model: 'clients', prompt: 'hello' });
    expect(server.loads()).toBe(loads);
  });

  it('with options: another model by the derived name is not taken for it', async () => {
    const first = await update({ options: 'num_ctx=512' });
    const derived = `${first.outputs['derived-model']}:latest`;
    await server.ask('/api/create', { body: { model: 'other', from: 'somebody', parameters: { num_ctx: 512 } } });
    await server.ask('/api/copy', { body: { source: 'other', destination: derived } });
    const ran = await update({ options: 'num_ctx=512' });
    expectVerdict(ran, 'passed');
    expect(await server.digest('clients')).not.toBe(await server.digest('other'));
    await server.ask('/api/delete', { method: 'DELETE', body: { model: 'other' } });
  });

  it('and removes on request what it made and nobody needs, and nothing else', async () => {
    for (const version of [2, 3]) {
      await publish(version);
      expectVerdict(await update({ options: 'num_ctx=512' }), 'passed');
    }
    await publish(4);
    const cleaned = await update({ options: 'num_ctx=512', 'remove-unused': 'true' });
    expectVerdict(cleaned, 'passed');
    // The copies of the first two versions, that of the first derived model, and that one itself.
    expect(step(cleaned, 'clean')?.evidence['removed']).toHaveLength(4);
    const left = await installed(server);
    const kept = cleaned.outputs['kept-model'];
    expect(left).toEqual(expect.arrayContaining(['somebody:latest', 'clients:latest', tag(), kept]));
    // And the copy of the tag, and the derived models of now and of before.
    expect(left).toHaveLength(7);
    expectVerdict(await rollBack(cleaned.outputs['kept-model'] ?? ''), 'passed');
  });

  describe('to one that does not pass', () => {
    const asBefore = async (before: readonly string[]) => {
      expect(await installed(server)).toEqual(before);
      expect([await server.digest('clients'), await server.digest(tag())]).toEqual([old, old]);
    };

    it.each([
      ['too slow', { p95: '1ms', options: 'num_ctx=512' }, 'findings'],
      ['another digest', { digest: 'a'.repeat(64) }, 'findings'],
    ])('%s: the old one is there again, and answers', async (_, inputs, verdict) => {
      const before = await installed(server);
      const { ran, failures } = await whileAsked(() => update(inputs));
      expectVerdict(ran, verdict);
      expect(failures).toEqual([]);
      expect(step(ran, 'restore')?.verdict).toBe('passed');
      await asBefore(before);
      expect((await residents(server)).map(({ digest }) => digest)).toContain(old);
    });

    it('a registry that is gone', async () => {
      const before = await installed(server);
      await registry.end();
      const ran = await update();
      expectVerdict(ran, 'error');
      await asBefore(before);
    });

    it.each(['pull: ', 'load: ', 'objective: '])('one that is cancelled at "%s"', async (line) => {
      const before = await installed(server);
      const { ran, seconds } = await cancelled(line);
      expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
      expect(seconds).toBeLessThan(6);
      await asBefore(before);
    });

    it('one whose runner was killed: the next update goes on, and the first version is still kept', async () => {
      const { ran } = await cancelled('load: ', 'SIGKILL');
      expect(ran.code).toBeNull();
      expect([await server.digest('clients'), await server.digest(tag())]).toEqual([old, registry.digest('model')]);
      const next = await update();
      expectVerdict(next, 'passed');
      expect(await server.digest('clients')).toBe(registry.digest('model'));
      expect(await server.digest(next.outputs['kept-model'] ?? '')).toBe(old);
    });
  });

  async function cancelled(line: string, signal: 'SIGINT' | 'SIGKILL' = 'SIGINT') {
    let from = 0;
    const ran = await warm(
      server,
      { mode: 'update', model: tag(), alias: 'clients', runs: '200', options: 'num_ctx=512' },
      () => undefined,
      (child, output) => {
        if (from > 0 || !output.includes(`\n${line}`)) return;
        from = performance.now();
        child.kill(signal);
      },
    );
    expect(from).toBeGreaterThan(0);
    return { ran, seconds: (performance.now() - from) / 1000 };
  }
});
