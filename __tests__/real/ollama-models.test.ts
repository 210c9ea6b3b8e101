/** What becomes of models on a real Ollama server: who shares a runner, who is evicted, what a pull does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { objects } from './ollama/ask.ts';
import { installed, residents, unload } from './ollama/clients.ts';
import { type Registry, startRegistry } from './ollama/registry.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { large, tiny } from './tiny-model/model.ts';
import { withTool } from './tool.ts';

const post = async (server: OllamaServer, path: string, body: object) => {
  const answer = await server.ask(path, { body });
  return { ...answer, last: objects(answer).at(-1) ?? {} };
};
/** Whether the model had to be loaded for an answer: its `load_duration` is too short here to tell. */
const loads = async (server: OllamaServer, model: string, options: object = {}) => {
  const before = server.loads();
  const body = { model, prompt: 'x', stream: false, options: { num_predict: 1, ...options } };
  const { status } = await post(server, '/api/generate', body);
  return status === 200 && server.loads() > before;
};
/** What matters of what is in memory. */
const inMemory = async (server: OllamaServer) =>
  (await residents(server)).map(({ name, digest, context_length }) => ({ name, digest, context: context_length }));

withTool('ollama', 'models of a real Ollama server', (program) => {
  describe('a model derived from another', () => {
    let server: OllamaServer;
    const derive = (model: string, parameters: object) =>
      post(server, '/api/create', { model, from: 'tiny', parameters });
    beforeAll(async () => {
      server = await startOllama(program);
      await server.create('tiny');
    });
    afterAll(() => server?.end());
    afterEach(() => unload(server));

    it('is made at once, of the same weights, with the parameters of both', async () => {
      const { last, text } = await derive('derived', { num_ctx: 512 });
      expect(last).toEqual({ status: 'success' });
      expect(text).toContain('using existing layer');
      const shown = await post(server, '/api/show', { model: 'derived' });
      expect(shown.last.parameters).toMatch(/^num_ctx +512$/m);
      expect(shown.last.parameters).toMatch(/^num_thread +1$/m);
      expect(shown.last.details).toMatchObject({ parent_model: 'tiny:latest' });
      expect(await server.digest('derived')).not.toBe(await server.digest('tiny'));
    });

    it('shows the same file of weights, by its digest, as the other does and no third one', async () => {
      await derive('derived', { num_ctx: 512 });
      await server.create('unlike', { ...tiny, seed: 2 });
      const weights = async (model: string) => {
        const { modelfile } = (await post(server, '/api/show', { model })).last;
        return /^FROM .*[/\\]sha256-([0-9a-f]{64})$/m.exec(String(modelfile))?.[1];
      };
      expect(await weights('derived')).toMatch(/^[0-9a-f]{64}$/);
      expect(await weights('derived')).toBe(await weights('tiny'));
      expect(await weights('unlike')).not.toBe(await weights('tiny'));
    });

    it('has a digest that its parameters decide, so that making it again changes nothing', async () => {
      await derive('first', { num_ctx: 512 });
      await derive('second', { num_ctx: 512 });
      await derive('third', { num_ctx: 1024 });
      expect(await server.digest('second')).toBe(await server.digest('first'));
      expect(await server.digest('third')).not.toBe(await server.digest('first'));
    });

    it('shares the runner of the other when both have the same options, and then goes by the name that loaded it', async () => {
      await derive('same', { num_ctx: 256, temperature: 1 });
      await loads(server, 'tiny');
      expect(await loads(server, 'same')).toBe(false);
      const digest = await server.digest('tiny');
      expect(await inMemory(server)).toEqual([{ name: 'tiny:latest', digest, context: 256 }]);
    });

    it('with other options puts the other out, and is put out by it: one runner for the same weights', async () => {
      await derive('wider', { num_ctx: 512 });
      await loads(server, 'tiny');
      expect(await loads(server, 'wider')).toBe(true);
      expect(await inMemory(server)).toEqual([expect.objectContaining({ name: 'wider:latest', context: 512 })]);
      expect(await loads(server, 'tiny')).toBe(true);
      expect(await inMemory(server)).toEqual([expect.objectContaining({ name: 'tiny:latest', context: 256 })]);
    });

    it('is loaded anew by a client that asks for another context, and keeps its name', async () => {
      await derive('wider', { num_ctx: 512 });
      await loads(server, 'wider');
      expect(await loads(server, 'wider', { num_ctx: 256 })).toBe(true);
      expect(await inMemory(server)).toEqual([expect.objectContaining({ name: 'wider:latest', context: 256 })]);
    });

    it('is copied under another name with the same digest, and goes without taking the other along', async () => {
      await derive('derived', { num_ctx: 512 });
      expect((await post(server, '/api/copy', { source: 'derived', destination: 'kept' })).status).toBe(200);
      expect(await server.digest('kept')).toBe(await server.digest('derived'));
      const remove = () => server.ask('/api/delete', { method: 'DELETE', body: { model: 'derived' } });
      expect((await remove()).status).toBe(200);
      expect((await remove()).status).toBe(404);
      expect(await loads(server, 'kept')).toBe(true);
      expect(await installed(server)).toContain('tiny:latest');
    });
  });

  describe('a server', () => {
    it('that keeps one model puts the first out when a second comes', async () => {
      const server = await startOllama(program, { OLLAMA_MAX_LOADED_MODELS: '1' });
      try {
        await server.create('tiny');
        await server.create('other', { ...tiny, seed: 2 });
        await loads(server, 'tiny');
        await loads(server, 'other');
        expect(await inMemory(server)).toEqual([expect.objectContaining({ name: 'other:latest' })]);
        expect(await loads(server, 'tiny')).toBe(true);
      } finally {
        await server.end();
      }
    });

    it.each(['SIGTERM', 'SIGKILL'] as const)(
      'that ended by %s has its models again, and none loaded',
      async (signal) => {
        const server = await startOllama(program);
        try {
          await server.create('tiny');
          const digest = await server.digest('tiny');
          await loads(server, 'tiny');
          await server.stop(signal);
          await expect(server.ask('/api/version')).rejects.toThrow('ECONNREFUSED');
          await server.start();
          expect(await server.digest('tiny')).toBe(digest);
          expect(await inMemory(server)).toEqual([]);
        } finally {
          await server.end();
        }
      },
    );
  });

  describe('a pull', () => {
    let origin: OllamaServer;
    let server: OllamaServer;
    let registry: Registry;
    beforeAll(async () => {
      [origin, server] = await Promise.all([startOllama(program), startOllama(program)]);
      // Of two layers alone: the server takes a second for each.
      await origin.create('large', large, {});
      registry = await startRegistry(origin.models);
    });
    afterAll(async () => {
      await registry?.end();
      await Promise.all([origin?.end(), server?.end()]);
    });
    afterEach(async () => {
      for (const name of Object.keys(registry.faults) as (keyof Registry['faults'])[]) delete registry.faults[name];
      await server.ask('/api/delete', { method: 'DELETE', body: { model: registry.name('large') } });
    });
    const pull = (signal?: AbortSignal) =>
      server.ask('/api/pull', {
        body: { model: registry.reference('large'), insecure: true },
        ...(signal ? { signal } : {}),
      });
    const completed = (lines: Record<string, unknown>[]) =>
      lines.flatMap(({ completed, total }) =>
        Number(total) > 1e6 && completed !== undefined ? [Number(completed)] : [],
      );

    it('tells its progress by layer and ends with success', async () => {
      registry.faults.bytesPerSecond = 60e6;
      const lines = objects(await pull());
      expect(lines[0]).toEqual({ status: 'pulling manifest' });
      const statuses = lines.map(({ status }) => status);
      expect(statuses.slice(-3)).toEqual(['verifying sha256 digest', 'writing manifest', 'success']);
      const progress = completed(lines);
      expect(progress.length).toBeGreaterThan(2);
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
    });

    it('leaves the model with the digest of the registry, unlike where it was made: there its folder is part of it', async () => {
      await pull();
      expect(await server.digest(registry.name('large'))).toBe(registry.digest('large'));
      expect(await origin.digest('large')).not.toBe(registry.digest('large'));
    });

    it('of what is there fetches nothing again', async () => {
      await pull();
      const before = registry.sent();
      expect(objects(await pull()).at(-1)).toEqual({ status: 'success' });
      expect(registry.sent()).toBe(before);
    });

    it('whose connection is cut goes on where it was', async () => {
      const before = registry.sent();
      registry.faults.cut = { after: 10e6, times: 1 };
      expect(objects(await pull()).at(-1)).toEqual({ status: 'success' });
      expect(registry.faults.cut.times).toBe(0);
      expect(registry.sent() - before).toBeLessThan(34e6);
    });

    it('that its client leaves is gone on with by the next, from where it was', async () => {
      const before = registry.sent();
      registry.faults.bytesPerSecond = 10e6;
      await expect(pull(AbortSignal.timeout(1500))).rejects.toThrow();
      await sleep(300);
      const halfway = registry.sent() - before;
      expect(halfway).toBeGreaterThan(3e6);
      delete registry.faults.bytesPerSecond;
      const lines = objects(await pull());
      expect(lines.at(-1)).toEqual({ status: 'success' });
      expect(completed(lines)[0]).toBeGreaterThan(1e6);
      expect(registry.sent() - before).toBeLessThan(36e6);
    });

    it('of what the registry has not is an error in the stream', async () => {
      const body = { model: registry.reference('nobody'), insecure: true };
      const answer = await post(server, '/api/pull', body);
      expect(answer.status).toBe(200);
      expect(answer.last.error).toContain('file does not exist');
    });

    it('over plain HTTP is refused where that is not asked for', async () => {
      const answer = await post(server, '/api/pull', { model: registry.reference('large') });
      expect(answer.last.error).toContain('HTTP response to HTTPS client');
    });
  });
});
