import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { tinyDigest } from '../shared/model/recorded.ts';
import { pullLines, type Script, type Scripted, scripted, stream } from '../shared/model/scripted.ts';
import { type Ran, runAction } from './harness.ts';

const servers: Scripted[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function open(script: Script = {}): Promise<Scripted> {
  const server = await scripted(script);
  servers.push(server);
  return server;
}

const warm = (inputs: Record<string, string>, env: Record<string, string> = {}) =>
  runAction('warm-model', { inputs: { model: 'tiny', ...inputs }, env });

interface Evidence {
  readonly schema: string;
  readonly verdict: string;
  readonly servers: readonly {
    readonly url: string;
    readonly steps: readonly { name: string; verdict: string }[];
    readonly answers: readonly unknown[];
  }[];
}

const evidenceOf = ({ outputs }: Ran) => JSON.parse(readFileSync(outputs['evidence'] ?? '', 'utf8')) as Evidence;
const everything = (ran: Ran) =>
  [ran.stdout, ran.stderr, ran.summary, JSON.stringify(ran.outputs), outputsEvidence(ran)].join('\n');
const outputsEvidence = ({ outputs }: Ran) => (outputs['evidence'] ? readFileSync(outputs['evidence'], 'utf8') : '');

describe('a model that is warm', () => {
  it('passes with its numbers as outputs, its evidence as a file and its steps in the summary', async () => {
    const { url } = await open({ loading: 0.05 });
    const ran = await warm({ url, digest: `sha256:${tinyDigest.toUpperCase()}`, options: 'num_ctx=512' });
    expect(ran).toMatchObject({ code: 0, stderr: '', errors: [] });
    expect(ran.outputs).toEqual({
      verdict: 'passed',
      digest: tinyDigest,
      'p95-seconds': expect.stringMatching(/^0\.\d+$/),
      'first-token-seconds': expect.stringMatching(/^0\.\d+$/),
      'tokens-per-second': expect.stringMatching(/^126\d\d\.\d+$/),
      'cold-seconds': expect.stringMatching(/^0\.\d+$/),
      residency: '0%',
      evidence: expect.stringMatching(/evidence\.json$/),
      'derived-model': expect.stringMatching(/^tiny-jarvis-[0-9a-f]{12}$/),
      'kept-model': '',
    });
    const evidence = evidenceOf(ran);
    expect(evidence).toMatchObject({ schema: 'jarvis.warm-model/1', verdict: 'passed', servers: [{ url: `${url}/` }] });
    expect(evidence.servers[0]?.steps.map(({ name }) => name)).toEqual([
      'reach',
      'identity',
      'options',
      'load',
      'residency',
      'generate',
      'objective',
      'after',
    ]);
    expect(evidence.servers[0]?.answers).toHaveLength(5);
    expect(ran.summary).toMatch(/^## ✅ passed · warm-model\n\ntiny:latest is warm\.\n/);
    expect(ran.summary).toContain('| after | ✅ passed |');
    expect(ran.summary).toContain('xychart-beta');
  });

  it('at several servers passes at all of them, and gives the outputs of the slowest', async () => {
    const [quick, slow] = [await open(), await open({ answering: 0.08 })];
    const ran = await warm({ url: `${quick.url},${slow.url}` });
    expect(ran.code).toBe(0);
    expect(Number(ran.outputs['p95-seconds'])).toBeGreaterThan(0.08);
    expect(evidenceOf(ran).servers).toHaveLength(2);
    expect(ran.summary).toContain(`| ${quick.url}/ | ✅ passed |`);
    expect(ran.summary).toContain(`| ${slow.url}/ | ✅ passed |`);
  });

  it('with another digest does not pass, and is told by the digest that was found', async () => {
    const { url } = await open();
    const ran = await warm({ url, digest: '0'.repeat(64) });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings', digest: tinyDigest } });
    expect(evidenceOf(ran).servers[0]).toMatchObject({ digest: tinyDigest });
  });

  it('at one of two servers alone does not pass, and says which', async () => {
    const [good, bad] = [await open(), await open({ models: {} })];
    const ran = await warm({ url: `${good.url} ${bad.url}` });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings' } });
    expect(ran.errors).toEqual([
      `::error::findings: ${new URL(bad.url).host}: identity: there is no model tiny:latest; no model is installed; correct the input model, or set pull to missing`,
    ]);
  });

  it('is asked what the file of prompts says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jarvis-prompts-'));
    writeFileSync(join(folder, 'prompts.txt'), '\uFEFFwhat is one\r\n\nwhat is two\n');
    const server = await open();
    const ran = await runAction('warm-model', {
      inputs: { model: 'tiny', url: server.url, prompts: 'prompts.txt', runs: '2' },
      cwd: folder,
    });
    expect(ran.code).toBe(0);
    const asked = server.requests.flatMap(({ body }) =>
      body['prompt'] === undefined ? [] : [String(body['prompt']).replace(/^\[\w+-\d+\] /, '')],
    );
    expect(asked).toEqual(['what is one', 'what is two', 'what is one', 'what is two']);
  });
});

describe('a server of the other kind', () => {
  it('passes with its latencies, and what it cannot show is unknown', async () => {
    const { url } = await open({ answering: 0.01 });
    const ran = await warm({ url: `${url}/v1/`, kind: 'openai' });
    expect(ran).toMatchObject({
      code: 0,
      outputs: {
        verdict: 'passed',
        digest: 'unknown',
        residency: 'unknown',
        'cold-seconds': 'unknown',
        'derived-model': '',
      },
    });
    expect(Number(ran.outputs['p95-seconds'])).toBeGreaterThan(0.01);
    expect(Number(ran.outputs['tokens-per-second'])).toBeGreaterThan(0);
  });

  it.each([
    ['digest', { digest: tinyDigest }],
    ['residency', { residency: 'gpu' }],
    ['keep-alive', { 'keep-alive': '30m' }],
    ['min-version', { 'min-version': '1.0' }],
    ['quantization', { quantization: 'MXFP4' }],
    ['require-no-cloud', { 'require-no-cloud': 'true' }],
  ])('is not-run where %s was asked for', async (_, inputs) => {
    const { url } = await open();
    expect(await warm({ url, kind: 'openai', runs: '1', ...inputs })).toMatchObject({
      code: 1,
      outputs: { verdict: 'not-run' },
    });
  });

  it('with an error event in its stream is an error', async () => {
    const { url } = await open({
      faults: {
        'POST /v1/chat/completions': (response) => response.end('data: {"error":{"message":"out of memory"}}\n\n'),
      },
    });
    const ran = await warm({ url, kind: 'openai' });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(ran.errors[0]).toContain('out of memory');
  });
});

describe('bad input is refused before the server is touched', () => {
  const cases: [name: string, inputs: Record<string, string>, error: string][] = [
    ['no model', { model: '' }, 'input model is missing; expected the name of a model, such as gpt-oss:20b'],
    [
      'a model that is no name',
      { model: '../etc/passwd x' },
      'input model is "../etc/passwd x"; expected the name of a model, such as gpt-oss:20b',
    ],
    [
      'a short digest',
      { digest: '34fabe0f7ec6' },
      'input digest is "34fabe0f7ec6"; expected 64 hexadecimal digits, with or without sha256: before them (ollama list only shows the first 12; /api/tags has all)',
    ],
    ['a duration without unit', { p95: '10' }, 'input p95 is "10"; expected a duration above 0, such as 30s or 10m'],
    [
      'a budget of nothing',
      { 'cold-budget': '0s' },
      'input cold-budget is "0s"; expected a duration above 0, such as 30s or 10m',
    ],
    [
      'a keep-alive that unloads',
      { 'keep-alive': '0s' },
      'input keep-alive is "0s"; expected -1 or a duration such as 30m; 0 would take the model out of memory',
    ],
    ['a mode that is not there', { mode: 'check' }, 'input mode is "check"; expected warm or verify or update'],
    ['an unknown kind', { kind: 'llama' }, 'input kind is "llama"; expected ollama or openai'],
    [
      'an address without its scheme',
      { url: 'localhost:11434' },
      'input url has "localhost:11434"; expected an address such as http://127.0.0.1:11434',
    ],
    [
      'an address with a login',
      { url: 'http://me:word@127.0.0.1:1' },
      'input url has a login in the address of 127.0.0.1:1; give the name of a variable with a token in token-env',
    ],
    [
      'a share without its sign',
      { residency: '90' },
      'input residency is "90"; expected any, gpu or a share such as 90%25',
    ],
    ['no runs', { runs: '0' }, 'input runs is "0"; expected a whole number from 1 to 10000'],
    [
      'more at a time than in all',
      { runs: '2', concurrency: '4' },
      'inputs concurrency (4) and runs (2) contradict each other; expected at least as many runs as are asked for at a time',
    ],
    [
      'an unknown option',
      { options: 'num_ctxt=1' },
      'input options has "num_ctxt", which is no option of a model; did you mean num_ctx? Known are num_ctx, num_batch',
    ],
    [
      'an option that Ollama drops',
      { options: '{"use_mlock": true}' },
      'input options has use_mlock, which Ollama takes no more and silently drops; leave it out',
    ],
    [
      'an option of another type',
      { options: 'num_ctx=many' },
      'input options: num_ctx is "many"; expected a whole number of at least 1',
    ],
    [
      'an option with two values',
      { options: 'num_ctx=1\nnum_ctx=2' },
      'input options has num_ctx twice: 1 and 2; expected one of them',
    ],
    [
      'options that do not fit',
      { options: 'num_ctx=10\nnum_predict=20' },
      'input options: num_predict 20 does not fit into num_ctx 10; raise num_ctx or lower num_predict',
    ],
    [
      'no GPU and all of it',
      { options: 'num_gpu=0', residency: 'gpu' },
      'inputs options (num_gpu 0) and residency contradict each other; expected one that lets the model into the GPU',
    ],
    [
      'a cloud that must not be',
      { model: 'gpt-oss:20b-cloud', 'require-no-cloud': 'true' },
      'inputs model ("gpt-oss:20b-cloud") and require-no-cloud contradict each other; expected a model that is not in a cloud',
    ],
    [
      'options for another kind',
      { kind: 'openai', options: 'num_ctx=1' },
      'inputs kind (openai) and options contradict each other; expected options at the start of such a server, since its interface cannot set them',
    ],
    [
      'a pull for another kind',
      { kind: 'openai', pull: 'missing' },
      'inputs kind (openai) and pull (missing) contradict each other; expected pull: never, since such a server cannot bring a model',
    ],
    [
      'a token that is not set',
      { 'token-env': 'NOWHERE' },
      'input token-env names NOWHERE, which is not set; expected a variable with a token',
    ],
    ['no file of prompts', { prompts: 'none.txt' }, 'input prompts is "none.txt": there is no file '],
  ];
  it.each(cases)('%s', async (_, inputs, error) => {
    const server = await open();
    const ran = await warm({ url: server.url, ...inputs });
    expect(ran).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'error' } });
    expect(ran.errors).toEqual([expect.stringContaining(`::error::${error}`)]);
    expect(ran.errors.length).toBe(1);
    expect(server.requests).toEqual([]);
  });
});

describe('a token', () => {
  const token = ['tok', 'en-', 'of-the-test'].join('');

  it('is sent to this machine, and stands nowhere although the server sends it back', async () => {
    const server = await open({
      faults: {
        'POST /api/generate': (response, { headers }) =>
          response.writeHead(500).end(JSON.stringify({ error: `you sent ${headers.authorization}` })),
      },
    });
    const ran = await warm({ url: server.url, 'token-env': 'PROXY_TOKEN' }, { PROXY_TOKEN: token });
    expect(server.requests.every(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true);
    expect(ran.outputs['verdict']).toBe('error');
    expect(everything(ran).replace(`::add-mask::${token}`, '')).not.toContain(token);
    expect(everything(ran)).toContain('you sent Bearer ***');
  });

  it('is not sent in clear to another machine', async () => {
    const ran = await warm({ url: 'http://192.0.2.1:11434', 'token-env': 'PROXY_TOKEN' }, { PROXY_TOKEN: token });
    expect(ran.errors).toEqual([
      '::error::inputs token-env and url: the token would go to 192.0.2.1:11434 in clear; expected an address that begins with https://',
    ]);
    expect(ran.outputs['verdict']).toBe('error');
  });
});

describe('a server that does not answer is an error that says why', () => {
  const answers: [name: string, status: number, words: string][] = [
    [
      'a token that is missing',
      401,
      'it answered 401 (who are you); give the name of the variable with a valid token in token-env',
    ],
    ['a proxy on the way', 407, 'it answered 407 (who are you); a proxy on the way asks for a login'],
    [
      'what is not allowed',
      403,
      'it answered 403 (who are you); the token, the address or the model is not allowed there',
    ],
    ['too many requests', 429, 'it answered 429 (who are you); wait'],
    ['another address', 307, 'it answered 307 (to https://elsewhere.test/); give the address that it points to in url'],
  ];
  it.each(answers)('%s', async (_, status, words) => {
    const { url } = await open({
      faults: {
        'GET /api/version': (response) =>
          response.writeHead(status, { location: 'https://elsewhere.test/' }).end('{"error":"who are you"}'),
      },
    });
    const ran = await warm({ url });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error', digest: 'unknown', 'p95-seconds': 'unknown' } });
    expect(ran.errors).toEqual([expect.stringContaining(`::error::error: reach: GET /api/version: ${words}`)]);
  });

  it.each([
    ['a name that nobody knows', 'http://nowhere.invalid:11434', 'the name of the host is not known'],
    ['a port where nothing listens', 'http://127.0.0.1:9', 'nothing listens there (ECONNREFUSED); start the server'],
  ])('%s', async (_, url, words) => {
    const ran = await warm({ url });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(ran.errors).toEqual([expect.stringContaining(words)]);
    expect(ran.summary).toContain('## ❌ error · warm-model');
  });

  it('one that does not speak TLS where https was given', async () => {
    const { url } = await open();
    const ran = await warm({ url: url.replace('http:', 'https:') });
    expect(ran.errors).toEqual([expect.stringMatching(/no secure connection \(\w+\); correct the certificate/)]);
  });
});

describe('a run that is cancelled', () => {
  const interrupted = async (
    server: Scripted,
    inputs: Record<string, string>,
    route: string,
    signal: 'SIGINT' | 'SIGTERM' = 'SIGINT',
  ) => {
    let from = 0;
    const ran = await runAction('warm-model', {
      inputs: { model: 'tiny', url: server.url, ...inputs },
      watch: (child) => {
        const timer = setInterval(() => {
          if (!server.requests.some((one) => one.route === route)) return;
          clearInterval(timer);
          from = performance.now();
          child.kill(signal);
        }, 10);
        child.on('close', () => clearInterval(timer));
      },
    });
    return { ran, seconds: (performance.now() - from) / 1000 };
  };

  it.each(['POST /api/create', 'POST /api/generate'])(
    'at %s leaves no derived model behind, and says error within 5 s',
    async (route) => {
      const server = await open({
        faults: {
          [route]: async (_response, _request, usual) => {
            await sleep(700);
            await usual();
          },
        },
      });
      const { ran, seconds } = await interrupted(server, { options: 'num_ctx=512' }, route);
      expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
      expect(ran.errors).toEqual([expect.stringMatching(/^::error::error: \w+: cancelled by SIGINT$/)]);
      expect(seconds).toBeLessThan(5);
      // What the server was told to make it makes, although nobody listens any more.
      await sleep(800);
      expect([...server.models.keys()]).toEqual(['tiny:latest']);
    },
  );

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s leaves what it has seen as evidence and summary', async (signal) => {
    const server = await open({ answering: 0.2 });
    const { ran, seconds } = await interrupted(server, { runs: '1000' }, 'GET /api/ps', signal);
    expect(seconds).toBeLessThan(2);
    expect(ran).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'error', digest: tinyDigest } });
    const evidence = evidenceOf(ran);
    expect(evidence).toMatchObject({ verdict: 'error', reason: expect.stringContaining(`cancelled by ${signal}`) });
    const { steps = [] } = evidence.servers[0] ?? {};
    expect(steps).toHaveLength(8);
    expect(steps.slice(0, 3).map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
      'reach passed',
      'identity passed',
      'options not-asked',
    ]);
    expect(steps.filter(({ verdict }) => verdict === 'error')).toHaveLength(1);
    expect(steps.at(-1)).toMatchObject({ name: 'after', verdict: 'not-run' });
    expect(ran.summary).toMatch(/^## ❌ error · warm-model\n\n\w+: cancelled by SIG/);
    expect(ran.summary).toContain('| reach | ✅ passed |');
  });

  it('at one of the other kind leaves its evidence too', async () => {
    const server = await open({ answering: 0.2 });
    const { ran } = await interrupted(server, { kind: 'openai', runs: '1000' }, 'POST /v1/chat/completions');
    expect(evidenceOf(ran).servers[0]?.steps.map(({ verdict }) => verdict)).toContain('error');
    expect(ran.errors).toEqual([expect.stringContaining('cancelled by SIGINT')]);
  });

  it('in a pull ends at once', async () => {
    const server = await open({
      models: {},
      faults: {
        'POST /api/pull': (response) =>
          stream(
            response,
            [...Array(200)].map(() => pullLines[2] ?? {}),
            0.1,
          ),
      },
    });
    const { ran, seconds } = await interrupted(server, { pull: 'missing' }, 'POST /api/pull');
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'error' } });
    expect(seconds).toBeLessThan(2);
  });
});

describe('what a server says', () => {
  it('is no command of the workflow and no markup', async () => {
    const name = 'a\n::set-output name=verdict::passed\n| `x` <b>';
    const { url } = await open({ models: { [name]: { digest: tinyDigest, parameters: {} } } });
    const ran = await warm({ url });
    expect(ran).toMatchObject({ code: 1, outputs: { verdict: 'findings' } });
    expect(ran.stdout).not.toMatch(/^\s*::set-output/m);
    expect(ran.summary).not.toContain('<b>');
  });
});
