/** The built warm-model against real Ollama servers and a real, tiny model: what passes, and what is an error. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generate, installed, residents, unload } from './ollama/clients.ts';
import { evidenceOf, expectVerdict, only, ownServers, step, warm, warmWhile } from './ollama/warm-model.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { tiny } from './tiny-model/model.ts';
import { withTool } from './tool.ts';

withTool('ollama', 'warm-model at a real Ollama server', (program) => {
  let server: OllamaServer;
  const own = ownServers(program);
  beforeAll(async () => {
    server = await startOllama(program);
    await server.create('tiny');
    await server.create('other', { ...tiny, seed: 2 });
  });
  afterEach(async () => {
    await own.end();
    await unload(server);
  });
  afterAll(() => server?.end());

  describe('passes a model', () => {
    it('that is what it is meant to be, with every step as evidence', async () => {
      const digest = await server.digest('tiny');
      const ran = await warm(server, {
        digest: `sha256:${digest}`,
        runs: '8',
        quantization: 'F16',
        'require-no-cloud': 'true',
      });
      expectVerdict(ran, 'passed');
      expect(ran.outputs).toMatchObject({ digest, residency: '0%', 'derived-model': '' });
      const { steps, answers, numbers } = only(ran);
      expect(steps.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
        ...['reach passed', 'identity passed', 'options not-asked', 'load passed'],
        ...['residency passed', 'generate passed', 'objective passed', 'after passed'],
      ]);
      expect(answers).toHaveLength(8);
      // Nearest rank: of eight values the 95th percentile is the largest.
      expect(numbers['p95']).toBe(Math.max(...answers.map(({ seconds }) => seconds)));
      expect(Number(ran.outputs['p95-seconds'])).toBeCloseTo(numbers['p95'] ?? 0, 5);
      expect(Number(ran.outputs['tokens-per-second'])).toBeGreaterThan(10);
      expect(Number(ran.outputs['cold-seconds'])).toBeGreaterThan(Number(ran.outputs['first-token-seconds']));
      expect(ran.summary).toContain('tiny:latest');
    });

    it('and leaves it in memory, for ever or as long as asked', async () => {
      await warm(server, { 'keep-alive': '30m' });
      const [resident] = await residents(server);
      expect((Date.parse(resident?.expires_at ?? '') - Date.now()) / 60_000).toBeCloseTo(30, 0);
      await warm(server);
      const [forever] = await residents(server);
      expect(Date.parse(forever?.expires_at ?? '') - Date.now()).toBeGreaterThan(1e12);
    });

    it('several at a time', async () => {
      const ran = await warm(server, { runs: '12', concurrency: '4' });
      expectVerdict(ran, 'passed');
      expect(only(ran).answers).toHaveLength(12);
    });

    it('that repeats itself, and says that its answers end without an end', async () => {
      await server.create('stuck', { ...tiny, speaks: 'one word' });
      const ran = await warm(server, { model: 'stuck' });
      expectVerdict(ran, 'passed');
      expect(step(ran, 'objective')?.words).toContain('5 ended without saying so');
    });

    it('on every server of several, and with the slowest figures', async () => {
      const second = await own.start();
      await second.create('tiny');
      const ran = await warm(server, { url: `${server.url}, ${second.url}` });
      expectVerdict(ran, 'passed');
      const { servers } = evidenceOf(ran);
      expect(servers.map(({ verdict }) => verdict)).toEqual(['passed', 'passed']);
      const slowest = Math.max(...servers.map(({ numbers }) => numbers['p95'] ?? 0));
      expect(Number(ran.outputs['p95-seconds'])).toBeCloseTo(slowest, 5);
    });
  });

  describe('knows its model in memory by another name', () => {
    const name = 'by-another-name';
    afterEach(async () => {
      await unload(server);
      await server.ask('/api/delete', { method: 'DELETE', body: { model: name } });
    });

    it('that a copy has', async () => {
      await server.ask('/api/copy', { body: { source: 'tiny', destination: name } });
      await generate(server, { model: name, keep_alive: '10m' });
      expectVerdict(await warm(server), 'passed');
    });

    it('that has the same weights and options, and words of its own to begin with', async () => {
      await server.ask('/api/create', { body: { model: name, from: 'tiny', system: 'be brief' } });
      await generate(server, { model: name, keep_alive: '10m' });
      const ran = await warm(server);
      expectVerdict(ran, 'passed');
      expect(step(ran, 'load')?.evidence).toMatchObject({ loadedBefore: true });
    });

    it('and makes it go for options of its own without calling that an eviction', async () => {
      await server.ask('/api/create', { body: { model: name, from: 'tiny', system: 'be brief' } });
      await generate(server, { model: name, keep_alive: '10m' });
      expectVerdict(await warm(server, { options: 'num_ctx=512' }), 'passed');
    });
  });

  describe('freezes options', () => {
    it('in a model that every client gets the same runner of', async () => {
      const ran = await warm(server, { options: 'num_ctx=512' });
      expectVerdict(ran, 'passed');
      expect(step(ran, 'residency')?.evidence).toMatchObject({ context: 512 });
      const before = server.loads();
      const messages = [{ role: 'user', content: 'hello' }];
      const derived = ran.outputs['derived-model'] ?? '';
      const asked = await server.ask('/v1/chat/completions', { body: { model: derived, messages, max_tokens: 3 } });
      expect(asked.status).toBe(200);
      expect(server.loads()).toBe(before);
    });

    it('once: a second run finds the model as the first left it', async () => {
      const [first, second] = [
        await warm(server, { options: 'num_ctx=640' }),
        await warm(server, { options: 'num_ctx=640' }),
      ];
      expectVerdict(second, 'passed');
      expect(second.outputs['derived-model']).toBe(first.outputs['derived-model']);
      expect(step(first, 'options')?.evidence).toMatchObject({ made: true });
      expect(step(second, 'options')?.evidence).toMatchObject({ made: false });
      expect(second.outputs['cold-seconds']).toBe('unknown');
    });

    it('also where the model as it is was loaded before with the same ones, whose name the runner then has', async () => {
      await generate(server, { keep_alive: '10m' });
      expectVerdict(await warm(server, { options: 'num_ctx=256' }), 'passed');
    });

    it('and leaves no model behind that it could not make', async () => {
      const before = await installed(server);
      expect((await warm(server, { options: 'num_ctx=many' })).code).toBe(1);
      expect(await installed(server)).toEqual(before);
    });
  });

  describe('is an error', () => {
    it('where one server of several is not there', async () => {
      const gone = await own.start();
      await gone.stop();
      const ran = await warm(server, { url: `${server.url} ${gone.url}` });
      expectVerdict(ran, 'error');
      expect(ran.errors.join()).toMatch(new RegExp(`127\\.0\\.0\\.1:${gone.port}.*refused`, 'i'));
      expect(evidenceOf(ran).servers.map(({ verdict }) => verdict)).toEqual(['passed', 'error']);
    });

    it('when the server is killed in the middle', async () => {
      const dying = await own.start();
      await dying.create('tiny');
      const ran = await warmWhile(dying, { runs: '200' }, () => dying.stop('SIGKILL'));
      expectVerdict(ran, 'error');
      expect(ran.errors).toHaveLength(1);
    });
  });

  describe('by the interface of OpenAI', () => {
    it('passes a model that answers in time, and calls unknown what it is not shown', async () => {
      const ran = await warm(server, { kind: 'openai', model: 'tiny:latest' });
      expectVerdict(ran, 'passed');
      expect(ran.outputs).toMatchObject({ digest: 'unknown', residency: 'unknown', 'cold-seconds': 'unknown' });
      expect(Number(ran.outputs['p95-seconds'])).toBeGreaterThan(0);
      expect(only(ran).answers).toHaveLength(5);
    });

    it.each([
      ['digest', 'a'.repeat(64)],
      ['residency', 'gpu'],
    ])('does not pass one whose %s was asked for', async (input, value) => {
      expectVerdict(await warm(server, { kind: 'openai', model: 'tiny:latest', [input]: value }), 'not-run');
    });

    it('finds a model that is not served', async () => {
      const ran = await warm(server, { kind: 'openai', model: 'nobody' });
      expectVerdict(ran, 'findings');
      expect(ran.errors.join()).toContain('nobody');
    });

    it('finds a missed objective', async () => {
      expectVerdict(await warm(server, { kind: 'openai', model: 'tiny:latest', p95: '1ms' }), 'findings');
    });
  });
});
