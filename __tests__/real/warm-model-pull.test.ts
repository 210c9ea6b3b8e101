/** The built warm-model brings a model from a registry of ours to a real Ollama server. */
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { loopbackIdentity, type Trusted } from './ollama/identity.ts';
import { type Registry, startRegistry } from './ollama/registry.ts';
import { expectVerdict, type Inputs, ownServers, step, warm } from './ollama/warm-model.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { tiny } from './tiny-model/model.ts';
import { withTool } from './tool.ts';

// A pull takes a second a layer, and is tried again after pauses that grow.
jest.setTimeout(60_000);

/** 6 MB: enough to see it come, and quick to ask. */
const middle = { ...tiny, embedding: 256, layers: 4, feedForward: 640 };

withTool('ollama', 'warm-model pulls', (program) => {
  const own = ownServers(program);
  let identity: Trusted;
  let origin: OllamaServer;
  let registry: Registry;
  beforeAll(async () => {
    identity = loopbackIdentity();
    origin = await startOllama(program);
    await origin.create('middle', middle, {});
    registry = await startRegistry(origin.models, identity);
  });
  afterAll(async () => {
    await registry?.end();
    await origin?.end();
    identity?.remove();
  });
  afterEach(async () => {
    await own.end();
    for (const name of Object.keys(registry.faults) as (keyof Registry['faults'])[]) delete registry.faults[name];
  });
  const pull = async (inputs: Inputs = {}) => {
    const empty = await own.start({ SSL_CERT_FILE: identity.path });
    const model = { model: registry.name('middle'), options: 'num_thread=1\nnum_ctx=256\nnum_predict=8' };
    return warm(empty, { ...model, pull: 'missing', runs: '2', ...inputs });
  };

  it('a model that is missing, and proves that it is the one of the registry', async () => {
    registry.faults.bytesPerSecond = 5e6;
    const ran = await pull({ digest: registry.digest('middle') });
    expectVerdict(ran, 'passed');
    expect(ran.outputs['digest']).toBe(registry.digest('middle'));
    expect(step(ran, 'identity')?.evidence['pulledBytes']).toBeGreaterThan(4e6);
  });

  it('a small model at once, and counts what it brought', async () => {
    const ran = await pull();
    expectVerdict(ran, 'passed');
    expect(step(ran, 'identity')?.evidence['pulledBytes']).toBeGreaterThan(0);
  });

  it('a model over a connection that is cut', async () => {
    registry.faults.cut = { after: 3e6, times: 1 };
    expectVerdict(await pull(), 'passed');
    expect(registry.faults.cut.times).toBe(0);
  });

  it('nothing where the registry has no such model, which is a finding', async () => {
    const ran = await pull({ model: registry.name('nobody') });
    expectVerdict(ran, 'findings');
    expect(step(ran, 'identity')?.words).toContain('the registry has no');
  });

  it('nothing from a registry that nobody vouches for', async () => {
    const wary = await own.start();
    const ran = await warm(wary, { model: registry.name('middle'), pull: 'missing' });
    expectVerdict(ran, 'error');
    expect(ran.errors.join()).toContain('certificate');
  });
});
