/** What the built warm-model finds at real Ollama servers, with other clients about. */
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { generate, residents, unload } from './ollama/clients.ts';
import { expectVerdict, ownServers, step, warm, warmWhile } from './ollama/warm-model.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { tiny } from './tiny-model/model.ts';
import { withTool } from './tool.ts';

withTool('ollama', 'warm-model finds', (program) => {
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

  it('another digest than the pinned one, and shows both', async () => {
    const pinned = 'a'.repeat(64);
    const ran = await warm(server, { digest: pinned });
    expectVerdict(ran, 'findings');
    expect(step(ran, 'identity')?.words).toContain(pinned);
    expect(step(ran, 'identity')?.words).toContain(await server.digest('tiny'));
    expect(await residents(server)).toEqual([]);
  });

  it('a model that is not there, and names the nearest first', async () => {
    const ran = await warm(server, { model: 'tinny' });
    expectVerdict(ran, 'findings');
    expect(step(ran, 'identity')?.evidence['nearest']).toEqual(expect.arrayContaining(['tiny:latest', 'other:latest']));
    expect(step(ran, 'identity')?.words).toMatch(/no model tinny:latest; installed are tiny:latest/);
  });

  it('a model on the processor where the GPU is asked for', async () => {
    const ran = await warm(server, { residency: 'gpu' });
    expectVerdict(ran, 'findings');
    expect(step(ran, 'residency')?.words).toMatch(/only 0% .* asks for 100%/);
  });

  it('a missed objective, with what was measured', async () => {
    const ran = await warm(server, { p95: '1ms' });
    expectVerdict(ran, 'findings');
    expect(step(ran, 'objective')?.words).toMatch(/p95 .* over 5 requests; the objective is below 1 ms/);
  });

  it('a server that is too old', async () => {
    const ran = await warm(server, { 'min-version': '0.30.11' });
    expectVerdict(ran, 'findings');
    expect(step(ran, 'reach')?.words).toContain('0.17.4 is older than min-version 0.30.11');
  });

  it('that another client changes the options while it measures', async () => {
    const ran = await warmWhile(server, { runs: '40', options: 'num_ctx=512' }, () =>
      generate(server, { prompt: 'x', options: { num_predict: 1, num_ctx: 768 }, keep_alive: '10m' }),
    );
    expectVerdict(ran, 'findings');
    expect(ran.errors.join()).toMatch(/loaded again|waited|leaves memory/);
  });

  it('that another client asks for less time in memory', async () => {
    const ran = await warmWhile(server, { runs: '40' }, () => generate(server, { keep_alive: '1m' }));
    expectVerdict(ran, 'findings');
    expect(step(ran, 'after')?.words).toMatch(/it leaves memory in .* keep-alive asks it to stay/);
  });

  it('that another model takes its place while it measures', async () => {
    const small = await own.start({ OLLAMA_MAX_LOADED_MODELS: '1' });
    await small.create('tiny');
    await small.create('other', { ...tiny, seed: 2 });
    const ran = await warmWhile(small, { runs: '40' }, () => generate(small, { model: 'other' }));
    expectVerdict(ran, 'findings');
  });

  it('that it takes the place of another model itself', async () => {
    const small = await own.start({ OLLAMA_MAX_LOADED_MODELS: '1' });
    await small.create('tiny');
    await small.create('other', { ...tiny, seed: 2 });
    await generate(small, { model: 'other', keep_alive: '10m' });
    const ran = await warm(small);
    expectVerdict(ran, 'findings');
    expect(step(ran, 'after')?.evidence).toMatchObject({ evicted: ['other:latest'] });
  });
});
