import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type Model, type Script, type Scripted, scripted } from '../shared/model/scripted.ts';
import { type Ran, runAction } from './harness.ts';

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const model = (letter: string): Model => ({ digest: letter.repeat(64), parameters: { num_ctx: 256 } });
const [old, fresh] = [model('a'), model('b')];
const kept = `tiny:before-${'a'.repeat(12)}`;

/** Clients and the tag have version a, and the registry has b. */
async function open(script: Script = {}): Promise<Scripted> {
  const models = { 'tiny:latest': old, 'clients:latest': old };
  const server = await scripted({ models, brings: { 'tiny:latest': fresh }, ...script });
  servers.push(server);
  return server;
}

const update = (inputs: Record<string, string>) =>
  runAction('warm-model', { inputs: { model: 'tiny', mode: 'update', alias: 'clients', ...inputs } });

interface Evidence {
  readonly servers: readonly Readonly<Record<string, unknown>>[];
}

const evidenceOf = ({ outputs }: Ran) => JSON.parse(readFileSync(outputs['evidence'] ?? '', 'utf8')) as Evidence;
const digests = ({ models }: Scripted) =>
  Object.fromEntries([...models].map(([name, { digest }]) => [name, digest.slice(0, 1)]));

describe('an update', () => {
  it('that passes says what clients had and have, and how they get it back', async () => {
    const server = await open();
    const ran = await update({ url: server.url });
    expect(ran).toMatchObject({ code: 0, stderr: '', errors: [] });
    expect(ran.outputs).toMatchObject({
      ...{ verdict: 'passed', digest: fresh.digest, 'kept-model': kept, 'derived-model': '' },
      'p95-seconds': expect.stringMatching(/^0\.\d+$/),
    });
    expect(evidenceOf(ran)).toMatchObject({
      ...{ schema: 'jarvis.warm-model/1', mode: 'update', verdict: 'passed' },
      servers: [{ alias: 'clients:latest', from: old.digest, to: fresh.digest, kept, untouched: false }],
    });
    expect(ran.summary).toMatch(/^## ✅ passed · warm-model\n\nClients have the tiny:latest that was asked for\.\n/);
    expect(ran.summary).toContain(
      `\`clients:latest\` was \`${'a'.repeat(12)}\` and is \`${'b'.repeat(12)}\`. The way back: \`mode: update\` with \`roll-back: ${kept}\`.`,
    );
    const back = await update({ url: server.url, 'roll-back': kept });
    expect(back).toMatchObject({ code: 0, outputs: { verdict: 'passed', digest: old.digest } });
    expect(digests(server)).toMatchObject({ 'clients:latest': 'a', 'tiny:latest': 'b' });
  });

  it('that does not pass brings the old model back, and the log tells of it', async () => {
    const server = await open({ answering: 0.06 });
    const ran = await update({ url: server.url, p95: '50ms', options: 'num_ctx=512' });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings', 'kept-model': '', 'derived-model': '' } });
    expect(ran.errors).toEqual([expect.stringContaining('::error::findings: objective: ')]);
    expect(ran.stdout).toMatch(/^restore: passed: tiny:latest is a{12} again; took /m);
    expect(ran.summary).toContain(`\`clients:latest\` is \`${'a'.repeat(12)}\` as before.`);
    expect(digests(server)).toEqual({ 'clients:latest': 'a', 'tiny:latest': 'a' });
  });

  it('at several servers ends at the first that does not pass, and leaves the others', async () => {
    const [first, bad, last] = [await open(), await open({ brings: {} }), await open()];
    const ran = await update({ url: `${first.url} ${bad.url} ${last.url}` });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings' } });
    expect(ran.errors.join()).toContain(`; not touched: ${new URL(last.url).host}`);
    expect(evidenceOf(ran).servers.map(({ verdict, untouched }) => [verdict, untouched])).toEqual([
      ['passed', false],
      ['findings', false],
      ['not-run', true],
    ]);
    expect(last.requests).toEqual([]);
    expect([first, bad, last].map((one) => digests(one)['clients:latest'])).toEqual(['b', 'a', 'a']);
    expect(ran.summary).toContain('`clients:latest` was not touched.');
  });

  it('that is rolled back at several servers does not wait for one that is gone', async () => {
    const models = { 'clients:latest': fresh, 'tiny:latest': fresh, [kept]: old };
    const server = await open({ models });
    const ran = await update({ url: `http://127.0.0.1:9 ${server.url}`, 'roll-back': kept });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(digests(server)['clients:latest']).toBe('a');
  });

  it.each(['POST /api/pull', 'POST /api/create', 'POST /api/generate'])(
    'that is cancelled in %s has brought the old model back before the runner ends it',
    async (route) => {
      const server = await open({
        faults: {
          [route]: async (_response, _request, usual) => {
            await sleep(700);
            await usual();
          },
        },
      });
      let from = 0;
      const ran = await runAction('warm-model', {
        inputs: { model: 'tiny', mode: 'update', alias: 'clients', options: 'num_ctx=512', url: server.url },
        watch: (child) => {
          const timer = setInterval(() => {
            if (!server.requests.some((one) => one.route === route)) return;
            clearInterval(timer);
            from = performance.now();
            child.kill('SIGINT');
          }, 10);
          child.on('close', () => clearInterval(timer));
        },
      });
      expect(performance.now() - from).toBeLessThan(6000);
      expect(ran).toMatchObject({
        code: 1,
        outputs: { verdict: 'error' },
        errors: [expect.stringContaining('cancelled by SIGINT')],
      });
      expect(digests(server)).toEqual({ 'clients:latest': 'a', 'tiny:latest': 'a' });
    },
  );
});

describe('bad input is refused before the server is touched', () => {
  const cases: [name: string, inputs: Record<string, string>, error: string][] = [
    [
      'an alias in another mode',
      { mode: 'warm' },
      'inputs mode (warm) and alias ("clients") contradict each other; expected mode update, or no alias',
    ],
    [
      'a roll back in another mode',
      { mode: 'warm', alias: '', 'roll-back': kept },
      `inputs mode (warm) and roll-back ("${kept}") contradict each other; expected mode update, or no roll-back`,
    ],
    [
      'a removal in another mode',
      { mode: 'warm', alias: '', 'remove-unused': 'true' },
      'inputs mode (warm) and remove-unused ("true") contradict each other; expected mode update, or no remove-unused',
    ],
    ['another kind', { kind: 'openai' }, 'inputs mode (update) and kind (openai) contradict each other'],
    [
      'a pull of what is missing alone',
      { pull: 'missing' },
      'inputs mode (update) and pull (missing) contradict each other; expected no pull, since an update always asks the registry',
    ],
    [
      'an alias that is the model',
      { alias: 'Tiny:latest' },
      'inputs alias (Tiny:latest) and model (tiny:latest) contradict each other; expected another name for clients, or no alias',
    ],
    ['an alias that is no name', { alias: 'a b' }, 'input alias is "a b"; expected the name of a model'],
    [
      'a roll back to where clients are',
      { 'roll-back': 'clients' },
      'inputs roll-back (clients:latest) and alias contradict each other; expected the name of a kept model',
    ],
    [
      'a roll back that pulls',
      { 'roll-back': kept, pull: 'always' },
      'inputs roll-back and pull (always) contradict each other',
    ],
    [
      'a roll back that removes',
      { 'roll-back': kept, 'remove-unused': 'true' },
      'inputs roll-back and remove-unused contradict each other',
    ],
    [
      'a roll back to a digest',
      { 'roll-back': kept, digest: 'a'.repeat(64) },
      'inputs roll-back and digest contradict each other',
    ],
  ];
  it.each(cases)('%s', async (_, inputs, error) => {
    const server = await open();
    const ran = await update({ url: server.url, ...inputs });
    expect(ran).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'error' } });
    expect(ran.errors).toEqual([expect.stringContaining(`::error::${error}`)]);
    expect(server.requests).toEqual([]);
  });
});
