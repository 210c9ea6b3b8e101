/** Sequences of updates, and their ends at bad moments: what clients had stays within reach. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { withTag } from '../../../shared/model/check/name.ts';
import type { UpdateTask } from '../../../shared/model/update/ledger.ts';
import { rollBackOllama } from '../../../shared/model/update/roll-back-ollama.ts';
import { updateOllama } from '../../../shared/model/update/update-ollama.ts';
import type { WarmTask } from '../../../shared/model/warm.ts';
import { warmOllama } from '../../../shared/model/warm-ollama.ts';
import { warmMarkdown } from '../../../shared/report/warm.ts';
import { type Model, pullLines, type Script, type Scripted, scripted, stream } from './scripted.ts';
import { serverAt, taskOf } from './task.ts';

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
async function open(script: Script): Promise<Scripted> {
  const server = await scripted(script);
  servers.push(server);
  return server;
}

const model = (letter: string): Model => ({ digest: letter.repeat(64), parameters: { num_ctx: 256 } });
const alias = 'clients:latest';
const digests = ({ models }: Scripted) =>
  Object.fromEntries([...models].map(([name, { digest }]) => [name, digest.slice(0, 1)]));

function updating(
  server: { readonly url: string },
  wish: Parameters<typeof taskOf>[1] = {},
  update: Partial<UpdateTask['update']> = {},
  task: Partial<WarmTask> = {},
): UpdateTask {
  return {
    ...taskOf(server, wish, task),
    update: { alias, removeUnused: false, ...update },
    restoring: { wait: 1, hurry: 1, calm: 0.2, pause: 0.02 },
  };
}

describe('the way back', () => {
  it('stays after a roll back and another update, though its copy is the older one', async () => {
    const brings: Record<string, Model> = {};
    const server = await open({ models: {}, brings });
    const options = { num_ctx: 512 };
    const to = async (letter: string, removeUnused = false) => {
      brings['tiny:latest'] = model(letter);
      const result = await updateOllama(updating(server, { options }, { removeUnused }));
      // Ollama's times of models are told apart by seconds here.
      await sleep(1100);
      return result;
    };
    await to('a');
    const second = await to('b');
    const back = await rollBackOllama(updating(server, { options }), second.update?.kept ?? '');
    const third = await to('c', true);
    expect(third).toMatchObject({ verdict: 'passed', update: { kept: second.update?.kept } });
    expect([...server.models.values()].map(({ digest }) => digest)).toContain(back.update?.to);
  }, 15_000);

  it('is kept of a model that is given by its full name', async () => {
    const server: Scripted = await open({
      models: { 'tiny:latest': model('a') },
      faults: {
        'POST /api/pull': (response) => {
          server.models.set('tiny:latest', model('b'));
          return stream(response, pullLines);
        },
      },
    });
    const { update: _, ...task } = updating(server, { model: withTag('library/tiny'), digest: 'e'.repeat(64) });
    const result = await updateOllama({ ...task, update: { removeUnused: false } });
    expect(result.verdict).toBe('findings');
    expect(digests(server)).toEqual({ 'tiny:latest': 'a' });
  });

  it('leads to no model that no update has kept', async () => {
    const server = await open({
      models: { 'tiny:latest': model('a'), [alias]: model('a'), 'somebody:latest': model('c') },
    });
    const result = await rollBackOllama(updating(server), 'somebody:latest');
    expect(result).toMatchObject({
      verdict: 'findings',
      reason: expect.stringContaining('somebody:latest is no copy that an update kept'),
    });
    expect(digests(server)[alias]).toBe('a');
  });
});

describe('an end at a bad moment', () => {
  const models = { 'tiny:latest': model('a'), [alias]: model('c') };
  const brings = { 'tiny:latest': model('b') };

  it('while it cleans up has its evidence, and clients have the new model', async () => {
    const stop = new AbortController();
    let looks = 0;
    const server: Scripted = await open({
      ...{ models, brings },
      faults: {
        'GET /api/tags': (_response, _request, usual) => {
          const isSwitched = server.models.get(alias)?.digest === 'b'.repeat(64);
          if (isSwitched && looks++ > 0) return stop.abort('SIGINT');
          return usual();
        },
      },
    });
    const task = updating(server, {}, {}, { server: serverAt(server.url, stop.signal) });
    expect(await updateOllama(task)).toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('clean: cancelled'),
      update: { to: 'b'.repeat(64) },
    });
  });

  it('with the server gone for good says what is left to do', async () => {
    const server: Scripted = await open({
      ...{ models: {}, brings },
      faults: {
        'POST /api/generate': async (response) => {
          response.destroy();
          await server.close();
        },
      },
    });
    const { steps } = await updateOllama(updating(server, { options: { num_ctx: 512 } }));
    const restored = steps.find(({ name }) => name === 'restore');
    expect(restored).toMatchObject({
      verdict: 'error',
      fix: expect.stringMatching(/ollama rm tiny:latest && ollama rm tiny-jarvis-/),
    });
  });

  it('of a warm check names no derived model that it has taken away', async () => {
    const stop = new AbortController();
    const server = await open({ faults: { 'POST /api/generate': () => stop.abort('SIGINT') } });
    const task = taskOf(server, { options: { num_ctx: 512 } }, { server: serverAt(server.url, stop.signal) });
    const { derived, verdict } = await warmOllama(task);
    expect([verdict, derived]).toEqual(['error', undefined]);
    expect([...server.models.keys()].join()).not.toContain('jarvis');
  });

  it('before anything was seen is not told as a model that is not there', async () => {
    const result = await rollBackOllama(updating({ url: 'http://127.0.0.1:9' }), 'tiny:before-aaaaaaaaaaaa');
    const { verdict, reason } = result;
    const text = warmMarkdown('warm-model', { verdict, reason, model: 'tiny', p95: 1 }, [result]);
    expect(text).toContain('What `clients:latest` stands for was not seen.');
  });
});
