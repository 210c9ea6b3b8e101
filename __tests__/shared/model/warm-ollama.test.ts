import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { StepName } from '../../../shared/model/check/step.ts';
import type { Wish } from '../../../shared/model/check/wish.ts';
import type { WarmResult, WarmTask } from '../../../shared/model/warm.ts';
import { warmOllama } from '../../../shared/model/warm-ollama.ts';
import { recordedLines, tinyDigest } from './recorded.ts';
import { type Fault, play, pullLines, type Script, type Scripted, scripted, stream } from './scripted.ts';
import { taskOf } from './task.ts';

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function open(script: Script = {}): Promise<Scripted> {
  const server = await scripted(script);
  servers.push(server);
  return server;
}

async function warm(script: Script, wanted: Partial<Wish> = {}, more: Partial<WarmTask> = {}) {
  const server = await open(script);
  const task = taskOf(server, wanted, more);
  const result = await warmOllama(task);
  return { server, result, lines: task.lines };
}

const step = ({ steps }: WarmResult, name: StepName) => steps.find((one) => one.name === name);
const verdicts = ({ steps }: WarmResult) => steps.map(({ name, verdict }) => `${name} ${verdict}`);

describe('a model that is there', () => {
  it('passes every step that was asked for, with its numbers', async () => {
    const { result, server } = await warm({ loading: 0.05 }, { digest: tinyDigest });
    expect(verdicts(result)).toEqual([
      'reach passed',
      'identity passed',
      'options not-asked',
      'load passed',
      'residency passed',
      'generate passed',
      'objective passed',
      'after passed',
    ]);
    expect(result).toMatchObject({ verdict: 'passed', reason: '', digest: tinyDigest, share: 0 });
    expect(result.cold).toBeGreaterThan(0.05);
    expect(result.numbers?.count).toBe(5);
    // 4 tokens in 317,121 ns, as it was recorded.
    expect(result.numbers?.tokensPerSecond).toBeCloseTo(4 / 0.000317121, 3);
    const prompts = server.requests.flatMap(({ body }) => (typeof body['prompt'] === 'string' ? [body['prompt']] : []));
    expect(new Set(prompts).size).toBe(7);
    expect(prompts.every((prompt) => prompt.startsWith('[a1b2-'))).toBe(true);
  });

  it('that is in memory already has no cold time', async () => {
    const server = await open();
    server.loaded = [{ name: 'tiny:latest', digest: tinyDigest, context: 256, share: 1, expires: 9e9 }];
    const result = await warmOllama(taskOf(server));
    expect(result.cold).toBeUndefined();
    expect(step(result, 'load')).toMatchObject({ verdict: 'passed', words: expect.stringContaining('already') });
  });

  it.each([
    ['lists thinking', ['completion', 'thinking'], 'low'],
    ['does not', ['completion'], undefined],
  ])('is sent think where it %s', async (_, capabilities, think) => {
    const models = { 'tiny:latest': { digest: tinyDigest, parameters: {}, capabilities } };
    const { result, server } = await warm({ models });
    expect(result.verdict).toBe('passed');
    const asked = server.requests.filter(({ body }) => body['prompt'] !== undefined);
    expect(new Set(asked.map(({ body }) => body['think']))).toEqual(new Set([think]));
  });

  it('is measured at the concurrency that was asked for', async () => {
    let [open, most] = [0, 0];
    const { result } = await warm(
      {
        faults: {
          'POST /api/generate': async (_response, { body }, usual) => {
            open += 1;
            if (body['prompt'] !== undefined) most = Math.max(most, open);
            await sleep(20);
            await usual();
            open -= 1;
          },
        },
      },
      { runs: 12, concurrency: 4 },
    );
    expect(result).toMatchObject({ verdict: 'passed', numbers: { count: 12 } });
    expect(most).toBe(4);
  });
});

describe('what the server shows decides', () => {
  const cases: [name: string, script: Script, wanted: Partial<Wish>, at: StepName, words: RegExp][] = [
    ['an absent model', {}, { model: 'tinny:latest' }, 'identity', /no model tinny:latest; installed are tiny:latest/],
    ['another digest', {}, { digest: 'b'.repeat(64) }, 'identity', new RegExp(`${tinyDigest}.*${'b'.repeat(64)}`)],
    ['another quantisation', {}, { quantization: 'MXFP4' }, 'identity', /F16, and not as MXFP4/],
    ['an old version', {}, { minVersion: '0.30.11' }, 'reach', /0\.17\.4 is older than min-version 0\.30\.11/],
    ['a model on the CPU', {}, { residency: { kind: 'share', least: 1 } }, 'residency', /only 0% .* asks for 100%/],
    [
      'a model partly on the CPU',
      { share: 0.89 },
      { residency: { kind: 'share', least: 0.9 } },
      'residency',
      /only 89% .* asks for 90%/,
    ],
    ['a load over its budget', { loading: 0.15 }, { coldBudget: 0.1 }, 'load', /more than cold-budget 0\.1 s/],
    ['a missed objective', { answering: 0.06 }, { p95: 0.05 }, 'objective', /p95 .* below 50 ms/],
    [
      'a name for a model in a cloud',
      {
        models: { 'tiny:latest': { digest: tinyDigest, parameters: {}, remoteHost: 'https://ollama.com' } },
        faults: { 'GET /api/status': (response) => response.end('{"cloud":{"disabled":true}}') },
      },
      { requireNoCloud: true },
      'identity',
      /only a name for a model at https:\/\/ollama\.com/,
    ],
    [
      'a server that takes models of a cloud',
      { faults: { 'GET /api/status': (response) => response.end('{"cloud":{"disabled":false}}') } },
      { requireNoCloud: true },
      'reach',
      /takes models of a cloud/,
    ],
    [
      'an embedding model',
      { models: { 'tiny:latest': { digest: tinyDigest, parameters: {}, capabilities: ['embedding'] } } },
      {},
      'identity',
      /makes no text \(embedding\)/,
    ],
  ];
  it.each(cases)('%s is a finding', async (_, script, wanted, at, words) => {
    const { result } = await warm(script, wanted);
    expect(result.verdict).toBe('findings');
    expect(step(result, at)).toMatchObject({
      verdict: 'findings',
      words: expect.stringMatching(words),
      fix: expect.any(String),
    });
    expect(result.reason).toMatch(words);
  });

  it.each([
    ['digest', { digest: 'b'.repeat(64) }],
    ['quantisation', { quantization: 'MXFP4' }],
  ])('another %s is told with the digest that was found', async (_, wanted) => {
    expect((await warm({}, wanted)).result).toMatchObject({ verdict: 'findings', digest: tinyDigest });
  });

  it('a cloud that the server does not speak of is not-run where it was asked for', async () => {
    expect((await warm({}, { requireNoCloud: true })).result).toMatchObject({ verdict: 'not-run' });
    expect((await warm({})).result).toMatchObject({ verdict: 'passed' });
  });

  it.each([
    ['far ahead', 7200],
    ['far behind', -7200],
  ])('a clock that is %s changes nothing', async (_, skew) => {
    const { result } = await warm({ skew }, { keepAlive: 1800 });
    expect(result.verdict).toBe('passed');
    expect(step(result, 'residency')?.evidence['staysSeconds']).toBeLessThanOrEqual(1801);
  });
});

describe('what other clients do meanwhile', () => {
  it('a model that is pushed out between load and check is a finding', async () => {
    const evicted = { name: 'big:latest', digest: 'c'.repeat(64), context: 4096, share: 1, expires: 9e9 };
    const server = await open({
      faults: {
        'GET /api/ps': (_response, { before }, usual) => {
          if (before === 1) server.loaded = [evicted];
          return usual();
        },
      },
    });
    const result = await warmOllama(taskOf(server));
    expect(step(result, 'residency')).toMatchObject({
      verdict: 'findings',
      words: 'it was loaded and is gone: in memory are big:latest',
    });
    expect(step(result, 'objective')).toMatchObject({
      verdict: 'not-run',
      words: 'not looked at, because of residency',
    });
  });

  it('a model that is pushed out while it is measured is a finding', async () => {
    const server = await open({
      faults: {
        'GET /api/ps': (_response, { before }, usual) => {
          if (before === 2) server.loaded = [];
          return usual();
        },
      },
    });
    const result = await warmOllama(taskOf(server));
    expect(step(result, 'after')).toMatchObject({ verdict: 'findings', words: 'it is no longer in memory' });
  });

  it('another model that had to leave for it is a finding, one whose time was over is not', async () => {
    const other = { digest: 'd'.repeat(64), context: 4096, share: 1 };
    const server = await open({
      faults: {
        'POST /api/generate': (_response, _request, usual) => {
          server.loaded = server.loaded.filter(({ name }) => name === 'tiny:latest');
          return usual();
        },
      },
    });
    server.loaded = [{ ...other, name: 'embed:latest', expires: Date.now() / 1000 + 3600 }];
    expect(step(await warmOllama(taskOf(server)), 'after')).toMatchObject({
      verdict: 'findings',
      words: 'embed:latest had to leave memory',
    });
    server.loaded = [{ ...other, name: 'embed:latest', expires: Date.now() / 1000 + 0.001 }];
    expect(step(await warmOllama(taskOf(server)), 'after')).toMatchObject({ verdict: 'passed' });
  });

  it('a context length that another client changed is a finding', async () => {
    const server = await open({
      faults: {
        'GET /api/ps': (_response, { before }, usual) => {
          if (before === 2) for (const row of server.loaded) row.context = 8192;
          return usual();
        },
      },
    });
    const result = await warmOllama(taskOf(server));
    expect(step(result, 'after')).toMatchObject({
      verdict: 'findings',
      words: expect.stringContaining('256 before, 8192 now'),
    });
  });

  it('a keep_alive that another client shortened is a finding', async () => {
    const server = await open({
      faults: {
        'GET /api/ps': (_response, { before }, usual) => {
          if (before === 2) for (const row of server.loaded) row.expires = Date.now() / 1000 + 300;
          return usual();
        },
      },
    });
    const result = await warmOllama(taskOf(server));
    expect(step(result, 'after')).toMatchObject({
      verdict: 'findings',
      words: expect.stringMatching(/leaves memory in [45](\.\d)? min, and keep-alive asks it to stay/),
    });
  });

  it.each([
    ['in the discarded answer', 1],
    ['in a measured answer', 4],
  ])('a reload %s is a finding', async (_, at) => {
    const lines = recordedLines('08-generate-stream');
    let asked = 0;
    const { result } = await warm({
      faults: {
        'POST /api/generate': (response, { body }, usual) => {
          if (body['prompt'] === undefined || asked++ !== at) return usual();
          return stream(
            response,
            lines.map((line) => (line['done'] === true ? { ...line, load_duration: 289_000_000 } : line)),
          );
        },
      },
    });
    expect(step(result, 'objective')).toMatchObject({
      verdict: 'findings',
      words: expect.stringContaining('waited up to 289 ms for the model'),
      evidence: { reloads: 1 },
    });
  });
});

describe('options', () => {
  const options = { num_ctx: 512, temperature: 0.5, stop: ['</end>', 'a "b"'] };

  it('are frozen in a derived model, which is what is loaded, looked for and asked', async () => {
    const { result, server } = await warm({}, { options });
    expect(result).toMatchObject({
      verdict: 'passed',
      derived: expect.stringMatching(/^tiny-jarvis-[0-9a-f]{12}$/),
      digest: tinyDigest,
    });
    const asked = server.requests.filter(({ route }) => route === 'POST /api/generate');
    expect(new Set(asked.map(({ body }) => body['model']))).toEqual(new Set([result.derived]));
    expect(step(result, 'residency')?.evidence).toMatchObject({ context: 512 });
  });

  it('that are frozen already are not frozen again', async () => {
    const server = await open();
    const [once, twice] = [
      await warmOllama(taskOf(server, { options })),
      await warmOllama(taskOf(server, { options })),
    ];
    expect(twice.derived).toBe(once.derived);
    expect(server.requests.filter(({ route }) => route === 'POST /api/create')).toHaveLength(1);
  });

  it('that somebody changed in the derived model are frozen again', async () => {
    const server = await open();
    const { derived } = await warmOllama(taskOf(server, { options }));
    const model = server.models.get(`${derived}:latest`);
    if (model) model.parameters = { ...model.parameters, num_ctx: 64 };
    expect(await warmOllama(taskOf(server, { options }))).toMatchObject({ verdict: 'passed', derived });
    expect(server.requests.filter(({ route }) => route === 'POST /api/create')).toHaveLength(2);
  });

  it('that the server does not take over are an error, and what it made is taken away', async () => {
    const create: Script = {
      faults: {
        'POST /api/create': async (_response, { body }, usual) => {
          body['parameters'] = {};
          await usual();
        },
      },
    };
    const { result, server } = await warm(create, { options });
    expect(step(result, 'options')).toMatchObject({
      verdict: 'error',
      words: expect.stringContaining('without num_ctx, temperature, stop'),
    });
    expect([...server.models.keys()]).toEqual(['tiny:latest']);
  });

  it('do not send a num_predict of ours where they have one', async () => {
    const { server } = await warm({}, { options: { num_predict: 16 } });
    const asked = server.requests.filter(({ body }) => body['prompt'] !== undefined);
    expect(asked.every(({ body }) => JSON.stringify(body['options']) === '{}')).toBe(true);
  });
});

describe('a run that is cancelled', () => {
  it.each(['during create', 'after create'])('%s leaves no derived model behind, within 5 s', async (when) => {
    const stop = new AbortController();
    const server = await open({
      faults: {
        'POST /api/create': async (_response, _request, usual) => {
          if (when === 'during create') stop.abort('SIGINT');
          // As a real server does, it makes what it was told to although nobody listens.
          await sleep(100);
          await usual();
        },
        'POST /api/generate': (_response, _request, usual) => {
          stop.abort('SIGINT');
          return usual();
        },
      },
    });
    const task = taskOf(
      server,
      { options: { num_ctx: 512 } },
      { server: { url: new URL(server.url), signal: stop.signal } },
    );
    const began = performance.now();
    const result = await warmOllama(task);
    expect(result).toMatchObject({ verdict: 'error', reason: expect.stringMatching(/^\w+: cancelled by SIGINT$/) });
    expect(verdicts(result).slice(0, 2)).toEqual(['reach passed', 'identity passed']);
    expect(step(result, 'after')).toMatchObject({ verdict: 'not-run' });
    expect(performance.now() - began).toBeLessThan(5000);
    expect([...server.models.keys()]).toEqual(['tiny:latest']);
  });

  it('keeps a derived model that was there before', async () => {
    const server = await open();
    const { derived } = await warmOllama(taskOf(server, { options: { num_ctx: 512 } }));
    const stop = new AbortController();
    const task = taskOf(
      server,
      { options: { num_ctx: 512 } },
      {
        server: { url: new URL(server.url), signal: stop.signal },
        say: (line) => line.startsWith('load') && stop.abort('SIGINT'),
      },
    );
    expect(await warmOllama(task)).toMatchObject({ verdict: 'error', derived });
    expect(server.models.has(`${derived}:latest`)).toBe(true);
  });
});

describe('a pull', () => {
  it('brings a model that is missing, and goes on with it', async () => {
    const { result, lines } = await warm({ models: {}, registry: ['tiny:latest'] }, { pull: 'missing' });
    expect(result.verdict).toBe('passed');
    expect(step(result, 'identity')?.evidence).toMatchObject({ pulledBytes: 1000, pullTries: 1 });
    expect(lines.join('\n')).toMatch(/pull: 45 % of 1\.1 kB|pull: 40 % of 1 kB/);
  });

  it('is not made where the model is there, or where it must not be', async () => {
    const { server } = await warm({ registry: ['tiny:latest'] }, { pull: 'missing' });
    const { server: other, result } = await warm({ models: {}, registry: ['tiny:latest'] }, { pull: 'never' });
    expect([...server.requests, ...other.requests].some(({ route }) => route === 'POST /api/pull')).toBe(false);
    expect(result.verdict).toBe('findings');
  });

  it('of a name that the registry does not have is a finding with the nearest names', async () => {
    const { result } = await warm({ registry: [] }, { pull: 'missing', model: 'tiny:20b' });
    expect(result).toMatchObject({
      verdict: 'findings',
      reason: expect.stringMatching(/registry has no tiny:20b.*installed are tiny:latest/),
    });
  });

  it('that would fill the disk is a finding before the bytes come', async () => {
    const { result } = await warm(
      { models: {}, registry: ['tiny:latest'] },
      { pull: 'missing' },
      { free: async () => 999 },
    );
    expect(step(result, 'identity')).toMatchObject({
      verdict: 'findings',
      words: 'it needs 1 kB more on the disk, and 999 B are free',
    });
  });

  it('that stalls is ended and goes on where it stood', async () => {
    const { result, lines } = await warm(
      {
        models: {},
        registry: ['tiny:latest'],
        faults: {
          'POST /api/pull': async (response, { before }, usual) => {
            if (before > 0) return usual();
            response.writeHead(200);
            for (const line of pullLines.slice(0, 3)) response.write(`${JSON.stringify(line)}\n`);
            // Lines go on, bytes do not: a look at the connection alone would wait for ever.
            for (let times = 0; times < 40 && !response.destroyed; times++) {
              response.write(`${JSON.stringify(pullLines[2])}\n`);
              await sleep(50);
            }
            return undefined;
          },
        },
      },
      { pull: 'missing' },
    );
    expect(result.verdict).toBe('passed');
    expect(step(result, 'identity')?.evidence).toMatchObject({ pullTries: 2 });
    expect(lines.join('\n')).toContain('no byte came for 0.3 s');
  });

  it('that brings nothing any more is an error after a few tries', async () => {
    const { result, server } = await warm(
      {
        models: {},
        faults: {
          'POST /api/pull': (response) => {
            response.writeHead(200).write('{"status":"pulling manifest"}\n');
            response.destroy();
          },
        },
      },
      { pull: 'missing' },
    );
    expect(step(result, 'identity')).toMatchObject({
      verdict: 'error',
      words: expect.stringContaining('POST /api/pull'),
    });
    expect(server.requests.filter(({ route }) => route === 'POST /api/pull')).toHaveLength(2);
  });
});

describe('an answer that is broken is an error', () => {
  const generate = (fault: Fault, at = 2): Script => {
    let asked = 0;
    return {
      faults: {
        'POST /api/generate': (response, request, usual) => {
          if (request.body['prompt'] === undefined || asked++ !== at) return usual();
          return fault(response, request, usual);
        },
      },
    };
  };
  const lines = recordedLines('08-generate-stream');

  it.each([0, 1, 2, 3])('an error line after %i good ones', async (good) => {
    const { result } = await warm(
      generate((response) =>
        stream(response, [...lines.slice(0, good), { error: 'llama runner process has terminated' }]),
      ),
    );
    expect(step(result, 'objective')).toMatchObject({
      verdict: 'error',
      words: 'POST /api/generate: it said "llama runner process has terminated"',
    });
  });

  it('a connection that is cut at any boundary of two chunks', async () => {
    for (let cut = 0; cut <= lines.length - 1; cut++) {
      const { result } = await warm(
        generate(async (response) => {
          response.writeHead(200);
          response.flushHeaders();
          for (const line of lines.slice(0, cut)) {
            response.write(`${JSON.stringify(line)}\n`);
            await sleep(1);
          }
          response.destroy();
        }),
      );
      expect({ cut, step: step(result, 'objective') }).toMatchObject({
        cut,
        step: { verdict: 'error', evidence: { failure: 'reset' } },
      });
    }
  });

  it('a full queue', async () => {
    const { result } = await warm(
      generate((response) =>
        response.writeHead(503).end('{"error":"server busy, please try again. maximum pending requests exceeded"}'),
      ),
    );
    expect(step(result, 'objective')).toMatchObject({
      verdict: 'error',
      words: expect.stringContaining('503 (server busy'),
      fix: expect.stringContaining('OLLAMA_MAX_QUEUE'),
    });
  });

  it('an answer without a word', async () => {
    const { result } = await warm(generate((response) => stream(response, lines.slice(-1)), 0));
    expect(step(result, 'generate')).toMatchObject({ verdict: 'error', words: 'it answered without a word' });
  });

  it('a page of a proxy', async () => {
    const { result } = await warm({ faults: { 'GET /api/tags': (response) => response.end('<html>Welcome</html>') } });
    expect(step(result, 'identity')).toMatchObject({ verdict: 'error', words: expect.stringContaining('no JSON') });
  });

  it('a reply of another form', async () => {
    const { result } = await warm({
      faults: { 'GET /api/tags': (response) => response.end('{"models":[{"name":5}]}') },
    });
    expect(step(result, 'identity')).toMatchObject({
      verdict: 'error',
      words: expect.stringContaining('models.0.name'),
    });
  });
});

describe('an answer that only looks broken', () => {
  it('that ends without done, as when a model repeats itself, is counted and passes', async () => {
    const { result } = await warm({
      faults: {
        'POST /api/generate': (response, { body, before }, usual) =>
          body['prompt'] !== undefined && before % 2 === 1
            ? stream(response, recordedLines('08-generate-stream').slice(0, -1))
            : usual(),
      },
    });
    expect(result).toMatchObject({ verdict: 'passed', numbers: { count: 5, unfinished: 3 } });
    expect(step(result, 'objective')?.words).toContain('3 ended without saying so');
  });

  it('that has bytes which are no UTF-8 passes', async () => {
    const { result } = await warm({
      faults: {
        'POST /api/generate': (response, { body }, usual) => {
          if (body['prompt'] === undefined) return usual();
          response.write(
            Buffer.concat([
              Buffer.from('{"response":"'),
              Buffer.from([0xff, 0xc3, 0x28]),
              Buffer.from('","done":false}\n'),
            ]),
          );
          return response.end(JSON.stringify(recordedLines('08-generate-stream').at(-1)));
        },
      },
    });
    expect(result.verdict).toBe('passed');
  });
});

describe('a runner under another name of the same weights', () => {
  it('is the one that was asked for, as Ollama has one for both, and was in memory already', async () => {
    const loaded = { name: 'tiny:latest', digest: tinyDigest, context: 512, share: 1, expires: 9e9 };
    const server = await open({
      faults: {
        'POST /api/generate': (response, { body }, usual) =>
          body['prompt'] === undefined ? play(response, '05-generate-load') : usual(),
      },
    });
    server.loaded = [loaded];
    const result = await warmOllama(taskOf(server, { options: { num_ctx: 512 } }));
    expect(result).toMatchObject({ verdict: 'passed', share: 1 });
    expect(result.cold).toBeUndefined();
  });

  it('makes way for one with other options, which has a cold time', async () => {
    const server = await open({
      faults: {
        'POST /api/generate': (_response, { body }, usual) => {
          if (body['prompt'] === undefined) server.loaded = [];
          return usual();
        },
      },
    });
    server.loaded = [{ name: 'tiny:latest', digest: tinyDigest, context: 256, share: 1, expires: 9e9 }];
    const result = await warmOllama(taskOf(server, { options: { num_ctx: 512 } }));
    expect(result.verdict).toBe('passed');
    expect(result.cold).toBeGreaterThan(0);
  });
});
