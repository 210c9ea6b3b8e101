/** The built warm-model in mode verify at real Ollama servers on this machine. */
import { afterEach, expect, it } from '@jest/globals';
import { generate, residents } from './ollama/clients.ts';
import { checksOf } from './ollama/verify.ts';
import { expectVerdict, ownServers, warm } from './ollama/warm-model.ts';
import type { OllamaServer } from './ollama-server.ts';
import { withTool } from './tool.ts';

withTool('ollama', 'warm-model verifies a host', (program) => {
  const own = ownServers(program);
  afterEach(() => own.end());
  const verify = (at: OllamaServer, inputs: Record<string, string> = {}) =>
    warm(at, { mode: 'verify', concurrency: '2', options: 'num_ctx=256', 'free-disk': '1MB', ...inputs });

  it('and finds an open port, logged requests and too few at a time, each with its fix', async () => {
    const server = await own.start({ OLLAMA_DEBUG_LOG_REQUESTS: '1', OLLAMA_NUM_PARALLEL: '1' }, '0.0.0.0');
    await server.create('tiny');
    await generate(server, { keep_alive: -1 });
    const ran = await verify(server);
    expectVerdict(ran, 'findings');
    const findings = checksOf(ran).filter(({ verdict }) => verdict === 'findings');
    expect(findings.map(({ name, fix }) => [name, fix?.systemd, fix?.compose, fix?.windows])).toEqual([
      [
        'bind',
        `Environment="OLLAMA_HOST=127.0.0.1:${server.port}"`,
        `- "127.0.0.1:${server.port}:11434"`,
        `setx OLLAMA_HOST 127.0.0.1:${server.port}`,
      ],
      [
        'request-logging',
        'Environment="OLLAMA_DEBUG_LOG_REQUESTS=false"',
        'OLLAMA_DEBUG_LOG_REQUESTS: "false"',
        'setx OLLAMA_DEBUG_LOG_REQUESTS false',
      ],
      ['parallelism', 'Environment="OLLAMA_NUM_PARALLEL=2"', 'OLLAMA_NUM_PARALLEL: "2"', 'setx OLLAMA_NUM_PARALLEL 2'],
    ]);
  });

  it('and passes one whose settings are right, with the model in memory as it is meant to be', async () => {
    const server = await own.start({ OLLAMA_NUM_PARALLEL: '2' });
    await server.create('tiny');
    await generate(server, { keep_alive: -1 });
    const ran = await verify(server, { 'require-no-cloud': 'true', 'min-version': '0.17.4' });
    expectVerdict(ran, 'passed');
    const verdicts = Object.fromEntries(checksOf(ran).map(({ name, verdict }) => [name, verdict]));
    expect(verdicts).toMatchObject({
      ...{ version: 'passed', cloud: 'passed', model: 'passed', context: 'passed', 'keep-alive': 'passed' },
      ...{ residency: 'passed', bind: 'passed', 'request-logging': 'passed', parallelism: 'passed', disk: 'passed' },
    });
    expect(checksOf(ran).find(({ name }) => name === 'disk')?.words).toContain(server.models);
    expect(ran.outputs).toMatchObject({ digest: await server.digest('tiny'), residency: '0%' });
  });

  it('and loads nothing, so that a model that is not in memory stays unknown', async () => {
    const server = await own.start({ OLLAMA_NUM_PARALLEL: '2', OLLAMA_KEEP_ALIVE: '-1' });
    await server.create('tiny');
    const ran = await verify(server);
    expectVerdict(ran, 'not-run');
    const words = Object.fromEntries(checksOf(ran).map((check) => [check.name, check.words]));
    expect(words).toMatchObject({
      context: 'tiny:latest is not in memory; it has num_ctx 256 of its own',
      'keep-alive': 'tiny:latest is not in memory; OLLAMA_KEEP_ALIVE is -1',
    });
    expect(await residents(server)).toEqual([]);
    expectVerdict(await verify(server, { options: '' }), 'passed');
    expectVerdict(await verify(server, { options: '', 'require-seen': 'true' }), 'not-run');
  });

  it('and finds a model that another client keeps for a short time, with a context of its own', async () => {
    const server = await own.start({ OLLAMA_NUM_PARALLEL: '2' });
    await server.create('tiny');
    await generate(server, { keep_alive: '5m', options: { num_ctx: 512 } });
    const ran = await verify(server);
    expectVerdict(ran, 'findings');
    const found = checksOf(ran).filter(({ verdict }) => verdict === 'findings');
    expect(found.map(({ name }) => name)).toEqual(['context', 'keep-alive']);
  });
});
