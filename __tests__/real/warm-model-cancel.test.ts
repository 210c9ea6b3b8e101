/** The built warm-model is cancelled while a real Ollama server works for it: nothing half made is left. */
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Ran, runAction } from '../dist/harness.ts';
import { installed, unload } from './ollama/clients.ts';
import { holdAnswer } from './ollama/held.ts';
import { loopbackIdentity, type Trusted } from './ollama/identity.ts';
import { type Registry, startRegistry } from './ollama/registry.ts';
import { expectVerdict, type Inputs, only, ownServers, step, warm } from './ollama/warm-model.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { large } from './tiny-model/model.ts';
import { withTool } from './tool.ts';

jest.setTimeout(60_000);

/** Seconds that the runner leaves between SIGINT and SIGTERM. */
const grace = 7.5;

interface Cancelled {
  readonly ran: Ran;
  /** From the signal to the end. */
  readonly seconds: number;
}

/** Sends SIGINT once `moment` has come, which gets what tells whether the log has a text. */
async function cancelled(inputs: Inputs, moment: (hasSaid: (text: string) => boolean) => Promise<void>) {
  let sent = 0;
  const strike = async (child: ChildProcess, output: () => string) => {
    await moment((text) => output().includes(text));
    sent = performance.now();
    child.kill('SIGINT');
  };
  const ran = await runAction('warm-model', { inputs, watch: (child, output) => void strike(child, output) });
  return { ran, seconds: (performance.now() - sent) / 1000 } satisfies Cancelled;
}

async function until(isTrue: () => boolean): Promise<void> {
  for (const began = performance.now(); !isTrue(); await sleep(2)) {
    if (performance.now() - began > 30_000) throw new Error('the moment never came');
  }
}

function expectCancelled({ ran, seconds }: Cancelled, at: string): void {
  expectVerdict(ran, 'error');
  expect(seconds).toBeLessThan(grace);
  expect(step(ran, at)).toMatchObject({ verdict: 'error', words: 'cancelled by SIGINT' });
  expect(only(ran).steps.at(-1)).toMatchObject({ name: 'after', verdict: 'not-run' });
}

withTool('ollama', 'warm-model is cancelled', (program) => {
  describe('while it derives', () => {
    let server: OllamaServer;
    beforeAll(async () => {
      server = await startOllama(program);
      await server.create('tiny');
    });
    afterEach(() => unload(server));
    afterAll(() => server?.end());

    it('and takes away the model that the server has made and nobody has heard of', async () => {
      const held = await holdAnswer(server.url, 'POST /api/create');
      const inputs = { url: held.url, model: 'tiny', options: 'num_ctx=384' };
      let there: string[] = [];
      const ended = await cancelled(inputs, async () => {
        await held.answered;
        there = await installed(server);
      });
      await held.end();
      expect(there).toEqual([expect.stringMatching(/^tiny-jarvis-[0-9a-f]{12}:latest$/), 'tiny:latest']);
      expectCancelled(ended, 'options');
      expect(await installed(server)).toEqual(['tiny:latest']);
    });

    it.each([0, 3, 6, 12, 25, 50])('or %i ms after, and leaves only what was there', async (milliseconds) => {
      const inputs = { url: server.url, model: 'tiny', options: 'num_ctx=384', runs: '10000' };
      const { ran, seconds } = await cancelled(inputs, async (hasSaid) => {
        await until(() => hasSaid('identity: passed'));
        await sleep(milliseconds);
      });
      expectVerdict(ran, 'error');
      expect(seconds).toBeLessThan(grace);
      expect(ran.errors.join()).toContain('cancelled by SIGINT');
      await sleep(500);
      expect(await installed(server)).toEqual(['tiny:latest']);
    });
  });

  describe('while it pulls', () => {
    const own = ownServers(program);
    let identity: Trusted;
    let origin: OllamaServer;
    let registry: Registry;
    beforeAll(async () => {
      identity = loopbackIdentity();
      origin = await startOllama(program);
      await origin.create('large', large, {});
      registry = await startRegistry(origin.models, identity);
    });
    afterAll(async () => {
      await own.end();
      await registry?.end();
      await origin?.end();
      identity?.remove();
    });

    it('and the server ends the pull, lists no model, and goes on with the next one where it stood', async () => {
      const empty = await own.start({ SSL_CERT_FILE: identity.path });
      const model = { model: registry.name('large'), pull: 'missing' };
      registry.faults.bytesPerSecond = 8e6;
      const { sent } = registry;
      const ended = await cancelled({ url: empty.url, ...model }, () => until(() => sent() > 12e6));
      expectCancelled(ended, 'identity');
      expect(ended.seconds).toBeLessThan(2);
      expect(await installed(empty)).toEqual([]);
      await sleep(1000);
      const brought = sent();
      await sleep(1000);
      expect(sent()).toBe(brought);
      expect(brought).toBeLessThan(28e6);

      delete registry.faults.bytesPerSecond;
      const options = 'num_thread=1\nnum_ctx=256\nnum_predict=8';
      const ran = await warm(empty, { ...model, options, runs: '1' });
      expectVerdict(ran, 'passed');
      expect(ran.outputs['digest']).toBe(registry.digest('large'));
      // The parts that were under way are fetched again.
      expect(sent()).toBeLessThan(36e6);
    });
  });
});
