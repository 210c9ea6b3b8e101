import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { StepName } from '../../../shared/model/check/step.ts';
import type { UpdateWish, Wish } from '../../../shared/model/check/wish.ts';
import type { UpdateTask } from '../../../shared/model/update/ledger.ts';
import { rollBackOllama } from '../../../shared/model/update/roll-back-ollama.ts';
import { updateOllama } from '../../../shared/model/update/update-ollama.ts';
import type { WarmResult } from '../../../shared/model/warm.ts';
import { type Fault, type Model, pullLines, type Script, type Scripted, scripted, stream } from './scripted.ts';
import { type Told, taskOf } from './task.ts';

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const model = (letter: string): Model => ({ digest: letter.repeat(64), parameters: { num_ctx: 256 } });
const [old, fresh, other] = [model('a'), model('b'), model('c')];
const [keptOld, keptAlias] = [`tiny:before-${'a'.repeat(12)}`, `clients:before-${'c'.repeat(12)}`];
const alias = 'clients:latest';
const restoring = { wait: 2, hurry: 2, calm: 0.2, pause: 0.02 };

interface Scene {
  readonly script?: Script;
  readonly wish?: Partial<Wish>;
  readonly update?: Partial<UpdateWish>;
  readonly task?: Partial<UpdateTask>;
}

/** Version a under the tag and c under the alias; the registry has b. */
async function open(script: Script = {}): Promise<Scripted> {
  const models = { 'tiny:latest': old, [alias]: other, 'foreign:latest': model('f') };
  const server = await scripted({ models, brings: { 'tiny:latest': fresh }, ...script });
  servers.push(server);
  return server;
}

function updateTask(server: Scripted, { wish, update, task }: Scene = {}): Told & UpdateTask {
  return { ...taskOf(server, wish, task), update: { alias, removeUnused: false, ...update }, restoring };
}

async function run(scene: Scene = {}) {
  const server = await open(scene.script);
  const task = updateTask(server, scene);
  return { server, result: await updateOllama(task), lines: task.lines };
}

const digests = ({ models }: Scripted) =>
  Object.fromEntries([...models].map(([name, { digest }]) => [name, digest.slice(0, 1)]));
const asBefore = { 'tiny:latest': 'a', [alias]: 'c', 'foreign:latest': 'f' };
const step = ({ steps }: WarmResult, name: StepName) => steps.find((one) => one.name === name);

describe('an update that passes', () => {
  it('gives clients the new model, and keeps both old ones by names of their own', async () => {
    const { server, result } = await run({ wish: { digest: fresh.digest } });
    expect(result).toMatchObject({
      verdict: 'passed',
      digest: fresh.digest,
      update: { name: alias, from: other.digest, to: fresh.digest, kept: keptAlias },
    });
    expect(digests(server)).toEqual({
      ...{ 'tiny:latest': 'b', [alias]: 'b', 'foreign:latest': 'f' },
      ...{ [keptOld]: 'a', [keptAlias]: 'c' },
    });
    expect(result.steps.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      ...['reach passed', 'identity passed', 'keep passed', 'pull passed', 'options not-asked', 'load passed'],
      ...['residency passed', 'generate passed', 'objective passed', 'after passed', 'switch passed'],
      'clean not-asked',
    ]);
  });

  it('switches after the last question to the new model, and asks for nothing before the copies are there', async () => {
    const { server } = await run();
    const routes = server.requests.map(({ route }) => route);
    const copies = routes.flatMap((route, index) => (route === 'POST /api/copy' ? [index] : []));
    expect(copies).toHaveLength(3);
    expect(routes.indexOf('POST /api/pull')).toBeGreaterThan(copies[1] ?? Infinity);
    expect(copies[2]).toBeGreaterThan(routes.lastIndexOf('POST /api/generate'));
  });

  it('switches the alias to the derived model where options are asked for', async () => {
    const { server, result } = await run({ wish: { options: { num_ctx: 512 } } });
    expect(result.derived).toMatch(/^tiny-jarvis-[0-9a-f]{12}$/);
    expect(server.models.get(alias)?.digest).toBe(server.models.get(`${result.derived}:latest`)?.digest);
    expect(server.models.get(alias)?.parameters['num_ctx']).toBe(512);
  });

  it('makes an alias that is not there yet', async () => {
    const { result } = await run({ update: { alias: 'new-one:latest' } });
    expect(result).toMatchObject({ verdict: 'passed', update: { to: fresh.digest, kept: keptOld } });
    expect(result.update?.from).toBeUndefined();
  });

  it('without an alias leaves the tag at the new model', async () => {
    const server = await open();
    const { update, ...task } = updateTask(server);
    const result = await updateOllama({ ...task, update: { removeUnused: update.removeUnused } });
    expect(result).toMatchObject({ verdict: 'passed', update: { from: old.digest, to: fresh.digest, kept: keptOld } });
    expect(step(result, 'switch')).toMatchObject({ verdict: 'not-asked' });
    expect(digests(server)).toEqual({ ...asBefore, 'tiny:latest': 'b', [keptOld]: 'a' });
  });

  it('that finds nothing new proves what is there, and leaves no copies', async () => {
    const models = { 'tiny:latest': fresh, [alias]: fresh };
    const { server, result } = await run({ script: { models } });
    expect(result).toMatchObject({ verdict: 'passed', update: { from: fresh.digest, to: fresh.digest } });
    expect(result.update?.kept).toBeUndefined();
    expect(step(result, 'pull')?.words).toContain('the registry has nothing new');
    expect(step(result, 'switch')?.words).toContain('already');
    expect(digests(server)).toEqual({ 'tiny:latest': 'b', [alias]: 'b' });
  });

  it('may push its older version out of memory, and no other model', async () => {
    const row = { context: 256, share: 0, expires: 9e9 };
    for (const [digest, verdict] of [
      [other.digest, 'passed'],
      ['f'.repeat(64), 'findings'],
    ] as const) {
      const server = await open({
        faults: {
          'POST /api/generate': (_response, { body }, usual) => {
            if (body['prompt'] === undefined) server.loaded = [];
            return usual();
          },
        },
      });
      server.loaded = [{ ...row, name: 'whoever:latest', digest }];
      expect(await updateOllama(updateTask(server))).toMatchObject({ verdict });
    }
  });

  it('reuses a copy that is there, and refuses one that is another model', async () => {
    const models = { 'tiny:latest': old, [alias]: other };
    const { result } = await run({ script: { models: { ...models, [keptOld]: old } } });
    expect(result.verdict).toBe('passed');
    const foreign = await run({ script: { models: { ...models, [keptOld]: model('d') } } });
    expect(step(foreign.result, 'keep')).toMatchObject({
      verdict: 'findings',
      words: expect.stringContaining(keptOld),
    });
    expect(digests(foreign.server)).toEqual({ 'tiny:latest': 'a', [alias]: 'c', [keptOld]: 'd' });
  });
});

/** By the time that it comes to, and the request before which it does. */
const failing = (route: string, fault: Fault, from = 0): Script => ({
  faults: {
    [route]: (response, request, usual) => (request.before < from ? usual() : fault(response, request, usual)),
  },
});
const broken: Fault = (response) => response.writeHead(500).end('{"error":"out of order"}');

describe('an update that does not pass leaves everything as it was', () => {
  const once = (route: string, at: number, fault: Fault): Script => ({
    faults: {
      [route]: (response, request, usual) => (request.before === at ? fault(response, request, usual) : usual()),
    },
  });
  const withoutCopying: Fault = (response) => response.writeHead(200).end();
  const cases: [name: string, scene: Scene, verdict: string, at: StepName][] = [
    ['a copy that fails', { script: once('POST /api/copy', 1, broken) }, 'error', 'keep'],
    ['a copy that is not made', { script: once('POST /api/copy', 1, withoutCopying) }, 'error', 'keep'],
    ['a pull that fails', { script: failing('POST /api/pull', broken) }, 'error', 'pull'],
    ['a name that the registry does not have', { script: { brings: {} } }, 'findings', 'pull'],
    ['another digest', { wish: { digest: 'e'.repeat(64) } }, 'findings', 'pull'],
    ['a disk that is full', { task: { free: async () => 999 } }, 'findings', 'pull'],
    [
      'a model that makes no text',
      { script: { brings: { 'tiny:latest': { ...fresh, capabilities: ['embedding'] } } } },
      'findings',
      'pull',
    ],
    [
      'options that cannot be frozen',
      { wish: { options: { num_ctx: 512 } }, script: failing('POST /api/create', broken) },
      'error',
      'options',
    ],
    ['a load over its budget', { script: { loading: 0.15 }, wish: { coldBudget: 0.1 } }, 'findings', 'load'],
    ['a model on the CPU', { wish: { residency: { kind: 'share', least: 1 } } }, 'findings', 'residency'],
    ['answers that fail', { script: failing('POST /api/generate', broken, 1) }, 'error', 'generate'],
    [
      'a model that is too slow',
      { script: { answering: 0.06 }, wish: { p95: 0.05, options: { num_ctx: 512 } } },
      'findings',
      'objective',
    ],
    ['a switch that fails', { script: once('POST /api/copy', 2, broken) }, 'error', 'switch'],
    ['a switch that is not made', { script: once('POST /api/copy', 2, withoutCopying) }, 'error', 'switch'],
  ];
  it.each(cases)('%s', async (name, scene, verdict, at) => {
    const { server, result } = await run(scene);
    expect(result).toMatchObject({ verdict, update: { from: other.digest, to: other.digest } });
    expect(step(result, at)?.verdict).toBe(verdict);
    if (name === 'another digest') expect(result.digest).toBe(fresh.digest);
    expect(step(result, 'restore')).toMatchObject({ verdict: 'passed' });
    expect(result.update?.kept).toBeUndefined();
    expect(result.derived).toBeUndefined();
    expect(digests(server)).toEqual(asBefore);
  });

  it('an old server, before anything is written', async () => {
    const { server, result } = await run({ wish: { minVersion: '99.0' } });
    expect(result.verdict).toBe('findings');
    expect(server.requests.every(({ route }) => route.startsWith('GET'))).toBe(true);
  });

  it('a first install that fails is taken away', async () => {
    const { server, result } = await run({ script: { models: {}, answering: 0.06 }, wish: { p95: 0.05 } });
    expect(result).toMatchObject({ verdict: 'findings', update: { name: alias } });
    expect(digests(server)).toEqual({});
  });

  it('and what clients had in memory is there again, the new one not', async () => {
    const server = await open({
      answering: 0.06,
      faults: {
        'POST /api/generate': (_response, { body, before }, usual) => {
          if (body['prompt'] === undefined && before === 0) server.loaded = [];
          return usual();
        },
      },
    });
    server.loaded = [{ name: alias, digest: other.digest, context: 256, share: 0, expires: 9e9 }];
    const result = await updateOllama(updateTask(server, { wish: { p95: 0.05 } }));
    expect(step(result, 'restore')?.words).toContain(`loaded ${alias} again`);
    expect(server.loaded.map(({ digest }) => digest)).toEqual([other.digest]);
  });

  it('an alias that somebody else changed stays with them', async () => {
    const server = await open({
      faults: {
        'POST /api/pull': async (_response, _request, usual) => {
          server.models.set(alias, model('e'));
          await usual();
        },
      },
    });
    const result = await updateOllama(updateTask(server));
    expect(step(result, 'switch')).toMatchObject({ verdict: 'findings', words: expect.stringContaining('somebody') });
    expect(digests(server)).toEqual({ ...asBefore, [alias]: 'e' });
  });

  it('a server that goes on late is brought back too', async () => {
    const server = await open({
      faults: {
        'POST /api/pull': async (response) => {
          // As a real server does that has all bytes: it writes the name although nobody listens.
          response.destroy();
          await sleep(60);
          server.models.set('tiny:latest', fresh);
        },
      },
    });
    const result = await updateOllama(updateTask(server));
    expect(result.verdict).toBe('error');
    expect(digests(server)).toEqual(asBefore);
  });
});

describe('an update that cannot be taken back', () => {
  it('keeps the copy, and says which command finishes it', async () => {
    const scene: Scene = { script: { ...failing('POST /api/copy', broken, 2), answering: 0.06 }, wish: { p95: 0.05 } };
    const { server, result } = await run(scene);
    expect(result).toMatchObject({ verdict: 'error', update: { kept: keptOld } });
    expect(step(result, 'restore')).toMatchObject({
      verdict: 'error',
      fix: `finish it by hand: ollama cp ${keptOld} tiny:latest`,
    });
    expect(digests(server)).toMatchObject({ [keptOld]: 'a', [alias]: 'c' });
  });

  it('at a server that is gone says the same', async () => {
    const server = await open({ answering: 0.01 });
    const task = updateTask(server, {
      task: { say: (line) => void (line.startsWith('generate') && server.close()) },
    });
    const result = await updateOllama(task);
    expect(result).toMatchObject({ verdict: 'error', update: { kept: keptOld } });
    expect(result.reason).toContain(`ollama cp ${keptOld} tiny:latest`);
  });
});

describe('an update that is cancelled', () => {
  const steps: readonly string[] = ['keep', 'pull', 'options', 'load', 'residency', 'generate', 'objective', 'after'];
  it.each(steps)('after %s leaves everything as it was, within 5 s', async (name) => {
    const stop = new AbortController();
    const server = await open();
    const { restoring: _, ...task } = updateTask(server, {
      wish: { options: { num_ctx: 512 } },
      task: {
        server: { url: new URL(server.url), signal: stop.signal },
        say: (line) => line.startsWith(`${name}: `) && stop.abort('SIGINT'),
      },
    });
    const began = performance.now();
    await expect(updateOllama(task)).resolves.toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('cancelled by SIGINT'),
    });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(digests(server)).toEqual(asBefore);
  });

  it.each([
    ['a copy', 'POST /api/copy', 0],
    ['the pull', 'POST /api/pull', 0],
    ['the making of the derived model', 'POST /api/create', 0],
    ['an answer', 'POST /api/generate', 2],
    ['the switch', 'POST /api/copy', 2],
  ])('in %s, with which the server goes on, as well', async (_, route, at) => {
    const stop = new AbortController();
    const server = await open({
      faults: {
        [route]: async (_response, { before }, usual) => {
          if (before === at) {
            stop.abort('SIGINT');
            await sleep(100);
          }
          await usual();
        },
      },
    });
    const signal = stop.signal;
    const task = updateTask(server, {
      wish: { options: { num_ctx: 512 } },
      task: { server: { url: new URL(server.url), signal } },
    });
    await expect(updateOllama(task)).resolves.toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('cancelled by SIGINT'),
    });
    expect(digests(server)).toEqual(asBefore);
  });

  it('says in the log what is left where the server does not answer any more', async () => {
    const stop = new AbortController();
    const server = await open({
      faults: {
        'POST /api/generate': () => {
          stop.abort('SIGINT');
          return server.close();
        },
      },
    });
    const task = updateTask(server, { task: { server: { url: new URL(server.url), signal: stop.signal } } });
    await expect(updateOllama(task)).resolves.toMatchObject({
      verdict: 'error',
      reason: expect.stringMatching(new RegExp(`cancelled by SIGINT; restore: .*ollama cp ${keptOld} tiny:latest`)),
    });
  });
});

describe('a server that hangs', () => {
  it('is not waited for longer than a cancelled run may take', async () => {
    const stop = new AbortController();
    const server = await open({
      faults: {
        'GET /api/tags': (_response, { before }, usual) => (before < 5 ? usual() : undefined),
        'POST /api/generate': () => stop.abort('SIGINT'),
      },
    });
    const { restoring: _, ...task } = updateTask(server, {
      task: { server: { url: new URL(server.url), signal: stop.signal } },
    });
    const began = performance.now();
    await expect(updateOllama(task)).resolves.toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining(`ollama cp ${keptOld} tiny:latest`),
    });
    expect(performance.now() - began).toBeLessThan(6500);
  }, 10_000);
});

describe('after a run that was killed', () => {
  it('between pull and switch an update goes on: the first copy stays, and the alias is switched', async () => {
    const models = { 'tiny:latest': fresh, [alias]: old, [keptOld]: old };
    const { server, result } = await run({ script: { models } });
    expect(result).toMatchObject({ verdict: 'passed', update: { from: old.digest, to: fresh.digest } });
    expect(digests(server)).toEqual({
      ...{ 'tiny:latest': 'b', [alias]: 'b', [keptOld]: 'a' },
      [`clients:before-${'a'.repeat(12)}`]: 'a',
    });
  });
});

describe('remove-unused', () => {
  it('removes what updates made and nobody needs, and nothing else', async () => {
    const derived = `tiny-jarvis-${'0'.repeat(12)}`;
    const [older, looksLikeOne] = [`tiny:before-${'d'.repeat(12)}`, `tiny:before-${'9'.repeat(12)}`];
    const { server, result } = await run({
      script: {
        models: {
          ...{ 'tiny:latest': old, [alias]: other, 'foreign:latest': model('f') },
          [`${derived}:latest`]: { ...model('5'), parent: 'tiny:latest' },
          [`tiny-jarvis-${'1'.repeat(12)}:latest`]: { ...model('6'), parent: 'foreign:latest' },
          [`tiny-jarvis-${'2'.repeat(12)}:latest`]: model('7'),
          'tiny-jarvis-mine:latest': { ...model('8'), parent: 'tiny:latest' },
          [older]: { ...model('d'), modified: 1 },
          [looksLikeOne]: model('e'),
        },
      },
      update: { removeUnused: true },
    });
    expect(result.verdict).toBe('passed');
    expect(step(result, 'clean')?.evidence['removed']).toEqual([`${derived}:latest`, older]);
    expect(Object.keys(digests(server)).toSorted()).toEqual(
      [
        ...['tiny:latest', alias, 'foreign:latest', 'tiny-jarvis-mine:latest', looksLikeOne, keptOld, keptAlias],
        ...[`tiny-jarvis-${'1'.repeat(12)}:latest`, `tiny-jarvis-${'2'.repeat(12)}:latest`],
      ].toSorted(),
    );
  });

  it('is only told of where it was not asked for, and not done after an update that did not pass', async () => {
    const older = `tiny:before-${'d'.repeat(12)}`;
    const models = { 'tiny:latest': old, [older]: { ...model('d'), modified: 1 } };
    const told = await run({ script: { models } });
    expect(step(told.result, 'clean')).toMatchObject({ verdict: 'not-asked', words: expect.stringContaining(older) });
    const failed = await run({
      script: { models, answering: 0.06 },
      wish: { p95: 0.05 },
      update: { removeUnused: true },
    });
    expect(failed.server.models.has(older)).toBe(true);
  });
});

describe('a roll back', () => {
  const back = async (scene: Scene = {}, kept = keptOld) => {
    const server = await open({ models: { 'tiny:latest': fresh, [alias]: fresh, [keptOld]: old }, ...scene.script });
    const task = updateTask(server, scene);
    return { server, result: await rollBackOllama(task, kept), lines: task.lines };
  };
  const keptNew = `clients:before-${'b'.repeat(12)}`;

  it('gives clients the kept model at once, keeps what they had, and loads it then', async () => {
    const { server, result } = await back();
    expect(result).toMatchObject({
      verdict: 'passed',
      digest: old.digest,
      update: { name: alias, from: fresh.digest, to: old.digest, kept: keptNew },
    });
    expect(digests(server)).toEqual({ 'tiny:latest': 'b', [alias]: 'a', [keptOld]: 'a', [keptNew]: 'b' });
    expect(server.loaded.map(({ name }) => name)).toEqual([alias]);
    expect(result.steps.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      ...['reach passed', 'identity passed', 'keep passed', 'options not-asked', 'switch passed'],
      ...['load passed', 'residency passed'],
    ]);
  });

  it('of one that is not there is refused before anything is written, with the nearest names', async () => {
    const { server, result } = await back({}, 'tiny:before-nothing');
    expect(result).toMatchObject({
      verdict: 'findings',
      reason: expect.stringMatching(
        /no model tiny:before-nothing; installed are .*tiny:before-a.*; correct the input roll-back/,
      ),
    });
    expect(server.requests.every(({ route }) => route.startsWith('GET'))).toBe(true);
  });

  it('freezes the options again where the kept model is without them', async () => {
    const { server, result } = await back({ wish: { options: { num_ctx: 512 } } });
    expect(result).toMatchObject({ verdict: 'passed', derived: expect.stringMatching(/^tiny-jarvis-/) });
    expect(server.models.get(alias)?.parameters['num_ctx']).toBe(512);
    const has = await back({ wish: { options: { num_ctx: 256 } } });
    expect(has.result.derived).toBeUndefined();
    expect(has.server.models.get(alias)?.digest).toBe(old.digest);
  });

  it('that cannot switch leaves everything as it was', async () => {
    const { server, result } = await back({ script: failing('POST /api/copy', broken, 1) });
    expect(result.verdict).toBe('error');
    expect(digests(server)).toEqual({ 'tiny:latest': 'b', [alias]: 'b', [keptOld]: 'a' });
  });

  it.each([
    ['before the switch leaves everything as it was', 'POST /api/show', 'b'],
    ['after it stays rolled back', 'POST /api/generate', 'a'],
  ])('that is cancelled %s', async (_, route, clients) => {
    const stop = new AbortController();
    const kept = { 'tiny:latest': fresh, [alias]: fresh, [keptOld]: old };
    const server = await open({ models: kept, faults: { [route]: () => stop.abort('SIGINT') } });
    const signal = stop.signal;
    const wish = { options: { num_ctx: 256 } };
    const task = updateTask(server, { wish, task: { server: { url: new URL(server.url), signal } } });
    await expect(rollBackOllama(task, keptOld)).resolves.toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('cancelled'),
    });
    expect(digests(server)).toMatchObject({ 'tiny:latest': 'b', [alias]: clients, [keptOld]: 'a' });
    expect(server.models.has(keptNew)).toBe(clients === 'a');
  });

  it('whose model does not load stays rolled back, and says so', async () => {
    const { server, result } = await back({ script: failing('POST /api/generate', broken) });
    expect(result).toMatchObject({ verdict: 'error', update: { to: old.digest } });
    expect(server.models.get(alias)?.digest).toBe(old.digest);
  });

  it('without an alias gives the tag its old model', async () => {
    const server = await open({ models: { 'tiny:latest': fresh, [keptOld]: old } });
    const result = await rollBackOllama({ ...updateTask(server), update: { removeUnused: false } }, keptOld);
    expect(result).toMatchObject({ verdict: 'passed', update: { name: 'tiny:latest', to: old.digest } });
    expect(digests(server)).toEqual({ 'tiny:latest': 'a', [keptOld]: 'a', [`tiny:before-${'b'.repeat(12)}`]: 'b' });
  });
});

describe('a pull on the way', () => {
  it('that is cancelled in the middle of its bytes leaves the old model', async () => {
    const stop = new AbortController();
    const server = await open({
      faults: {
        'POST /api/pull': (response) => {
          setTimeout(() => stop.abort('SIGINT'), 50);
          return stream(response, Array(50).fill(pullLines[2]), 0.02);
        },
      },
    });
    const task = updateTask(server, { task: { server: { url: new URL(server.url), signal: stop.signal } } });
    await expect(updateOllama(task)).resolves.toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('cancelled'),
    });
    expect(digests(server)).toEqual(asBefore);
  });
});
