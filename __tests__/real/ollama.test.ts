/** What warm-model takes for granted of a real Ollama server. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { objects } from './ollama/ask.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { tiny } from './tiny-model/model.ts';
import { spoken, words } from './tiny-model/vocabulary.ts';
import { withTool } from './tool.ts';

interface Resident {
  readonly name: string;
  readonly digest: string;
  readonly size: number;
  readonly size_vram: number;
  readonly context_length: number;
  readonly expires_at: string;
}

withTool('ollama', 'a real Ollama server', (program) => {
  let server: OllamaServer;
  const post = async (path: string, body: object) => {
    const answer = await server.ask(path, { body });
    return { ...answer, last: objects(answer).at(-1) ?? {} };
  };
  const generate = (body: object) => post('/api/generate', { model: 'tiny', stream: false, ...body });
  const got = async <T>(path: string) => JSON.parse((await server.ask(path)).text) as T;
  const residents = async () => (await got<{ models: Resident[] }>('/api/ps')).models;
  const secondsLeft = ({ expires_at }: Resident) => (Date.parse(expires_at) - Date.now()) / 1000;
  const gone = async () => {
    for (let tries = 0; tries < 100 && (await residents()).length > 0; tries++) await sleep(20);
  };
  const unload = async (model: string) => {
    await generate({ model, keep_alive: 0 });
    await gone();
  };

  beforeAll(async () => {
    server = await startOllama(program);
    await server.create('tiny');
  });
  afterAll(() => server?.end());

  describe('says who it is', () => {
    it('by version, and whether models may come from a cloud', async () => {
      expect(await got('/api/version')).toEqual({ version: '0.17.4' });
      expect(await got('/api/status')).toEqual({ cloud: { disabled: true, source: 'env' } });
    });

    it('by digest, size and quantisation of each model', async () => {
      const { models } = await got<{ models: object[] }>('/api/tags');
      expect(models).toContainEqual(
        expect.objectContaining({
          ...{ name: 'tiny:latest', model: 'tiny:latest', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
          size: expect.any(Number),
          details: expect.objectContaining({ format: 'gguf', family: 'llama', quantization_level: 'F16' }),
        }),
      );
    });

    it('by what a model can do, its parameters as text, and the context it was made for', async () => {
      const { last } = await post('/api/show', { model: 'tiny' });
      expect(last.capabilities).toEqual(['completion']);
      expect(last.parameters).toMatch(/^num_ctx +256$/m);
      expect(last.model_info).toMatchObject({ 'llama.context_length': tiny.context });
    });

    it('and a model made again of the same bytes has the same digest, one of other bytes another', async () => {
      const before = await server.digest('tiny');
      await server.create('again');
      await server.create('other', { ...tiny, seed: 2 });
      expect(await server.digest('again')).toBe(before);
      expect(await server.digest('other')).not.toBe(before);
    });
  });

  describe('loads a model', () => {
    it('that is asked nothing, and tells no time of it', async () => {
      await unload('tiny');
      const { last } = await generate({ keep_alive: '2m' });
      expect(last).toMatchObject({ model: 'tiny', response: '', done: true, done_reason: 'load' });
      expect(last).not.toHaveProperty('load_duration');
    });

    it('and shows it resident: on the processor here, with its context and until when', async () => {
      await generate({ keep_alive: '2m' });
      const [resident] = await residents();
      expect(resident).toMatchObject({ name: 'tiny:latest', size_vram: 0, context_length: 256 });
      expect(resident?.digest).toBe(await server.digest('tiny'));
      expect(resident?.size).toBeGreaterThan(tiny.embedding);
      expect(resident && secondsLeft(resident)).toBeCloseTo(120, -1);
    });

    it.each([
      ['a duration', '10m', 590, 610],
      ['seconds', 30, 20, 31],
      ['for ever', -1, 1e9, Number.POSITIVE_INFINITY],
    ])('and keeps it for what the last one asked: %s', async (_what, keepAlive, least, most) => {
      await generate({ keep_alive: keepAlive });
      const [resident] = await residents();
      const left = resident === undefined ? 0 : secondsLeft(resident);
      expect(left).toBeGreaterThan(least);
      expect(left).toBeLessThan(most);
    });

    it('and leaves what was asked before alone where nothing is asked', async () => {
      await generate({ keep_alive: '10m' });
      await generate({ prompt: 'x', options: { num_predict: 1 } });
      const [resident] = await residents();
      expect(resident && secondsLeft(resident)).toBeGreaterThan(590);
    });

    it('and unloads it when told to: said at once, seen soon after', async () => {
      await generate({ keep_alive: '2m' });
      const { last } = await generate({ keep_alive: 0 });
      expect(last).toMatchObject({ done: true, done_reason: 'unload' });
      await gone();
      expect(await residents()).toEqual([]);
    });
  });

  describe('answers', () => {
    it('in a stream, a word a line, with the times and counts on the last', async () => {
      const answer = await post('/api/generate', { model: 'tiny', prompt: 'hello', options: { num_predict: 5 } });
      const lines = objects(answer);
      expect(lines.map(({ response }) => response).join('')).toBe(spoken(5));
      expect(lines.map(({ done }) => done)).toEqual([false, false, false, false, false, true]);
      expect(answer.last).toMatchObject({ done_reason: 'length', eval_count: 5, prompt_eval_count: 7 });
      const { total_duration, load_duration, eval_duration } = answer.last as Record<string, number>;
      expect(total_duration).toBeGreaterThan(Number(load_duration) + Number(eval_duration));
    });

    it('warm, with little of the time for the load, and a load after an unload with most of it', async () => {
      await unload('tiny');
      const load = async () =>
        Number((await generate({ prompt: 'x', options: { num_predict: 1 } })).last.load_duration);
      const [cold, warm] = [await load(), await load()];
      expect(warm).toBeLessThan(Math.max(100e6, cold / 2));
      expect(cold).toBeGreaterThan(warm * 2);
    });

    it('to the end of what it has to say', async () => {
      await server.create('ending', { ...tiny, speaks: 'to the end' });
      const { last } = await generate({ model: 'ending', prompt: 'x' });
      expect(last).toMatchObject({ response: spoken(words.length), done_reason: 'stop' });
    });

    it('without an end where a model repeats itself: no last line, and no error either', async () => {
      await server.create('stuck', { ...tiny, speaks: 'one word' });
      const answer = await post('/api/generate', { model: 'stuck', prompt: 'x' });
      expect(answer.status).toBe(200);
      expect(objects(answer).every((line) => line.done === false && !('error' in line))).toBe(true);
      const whole = await generate({ model: 'stuck', prompt: 'x' });
      expect(whole.status).toBe(200);
      expect(whole.last).toMatchObject({ done: false });
      expect(whole.last).not.toHaveProperty('done_reason');
    });

    it('an OpenAI-style client too: its models, and a chat as a stream of events', async () => {
      expect(await got('/v1/models')).toMatchObject({
        object: 'list',
        data: expect.arrayContaining([expect.objectContaining({ id: 'tiny:latest', object: 'model' })]),
      });
      const messages = [{ role: 'user', content: 'hello' }];
      const asked = { model: 'tiny', messages, stream: true, max_tokens: 3, stream_options: { include_usage: true } };
      const { text } = await server.ask('/v1/chat/completions', { body: asked });
      const events = text.split('\n\n').filter((event) => event !== '');
      expect(events.at(-1)).toBe('data: [DONE]');
      const chunks = events.slice(0, -1).map((event) => JSON.parse(event.replace(/^data: /, '')));
      expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(spoken(3));
      expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 3 } });
    });
  });

  describe('refuses', () => {
    it.each([
      ['a model that it has not', '/api/generate', { model: 'nobody', prompt: 'x' }, 404, "model 'nobody' not found"],
      ['to show such a model', '/api/show', { model: 'nobody' }, 404, "model 'nobody' not found"],
      ['an option of another type', '/api/generate', { model: 'tiny', options: { num_ctx: 'many' } }, 500, 'num_ctx'],
      ['a duration without unit', '/api/generate', { model: 'tiny', keep_alive: '10' }, 400, 'missing unit'],
      [
        'to think where the model cannot',
        '/api/generate',
        { model: 'tiny', prompt: 'x', think: true },
        400,
        'thinking',
      ],
    ])('%s', async (_what, path, body, status, words) => {
      const answer = await post(path, body);
      expect(answer.status).toBe(status);
      expect(answer.last.error).toContain(words);
    });

    it('in the stream of a pull, when the answer has begun as a good one', async () => {
      const answer = await post('/api/pull', { model: 'http://127.0.0.1:9/library/tiny', insecure: true });
      expect(answer.status).toBe(200);
      expect(objects(answer)[0]).toEqual({ status: 'pulling manifest' });
      expect(answer.last.error).toContain('connection refused');
    });

    it('requests beyond its queue', async () => {
      const busy = await startOllama(program, { OLLAMA_MAX_QUEUE: '1', OLLAMA_NUM_PARALLEL: '1' });
      try {
        await busy.create('tiny');
        const body = { model: 'tiny', prompt: 'x', stream: false, options: { num_predict: 200 } };
        const answers = await Promise.all(Array.from({ length: 12 }, () => busy.ask('/api/generate', { body })));
        const refused = answers.filter(({ status }) => status === 503);
        expect(refused.length).toBeGreaterThan(0);
        expect(refused[0]?.text).toContain('server busy');
      } finally {
        await busy.end();
      }
    });
  });
});
