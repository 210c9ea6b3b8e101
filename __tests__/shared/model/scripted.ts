/** A server that speaks Ollama's protocol with recorded replies, and misbehaves where a test asks it to. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { recorded, recordedLines, tinyDigest } from './recorded.ts';

type Json = Record<string, unknown>;

export interface Request {
  readonly route: string;
  readonly body: Json;
  readonly headers: IncomingMessage['headers'];
  /** How often this route was asked before. */
  readonly before: number;
}

/** Answers in place of the server; `usual` does what it would have done. */
export type Fault = (response: ServerResponse, request: Request, usual: () => Promise<void>) => unknown;

export interface Model {
  readonly digest: string;
  parameters: Json;
  capabilities?: readonly string[];
  remoteHost?: string;
  /** The name that it was made from. */
  parent?: string;
  /** Seconds since 1970, when its name was written. */
  modified?: number;
}

export interface Row {
  name: string;
  digest: string;
  context: number;
  /** Share of it in GPU memory. */
  share: number;
  /** Seconds since 1970, on the server's clock. */
  expires: number;
}

export interface Script {
  /** By route, such as `GET /api/ps`. */
  readonly faults?: Readonly<Record<string, Fault>>;
  readonly models?: Readonly<Record<string, Model>>;
  /** Names that a pull finds. */
  readonly registry?: readonly string[];
  /** What a pull brings by name, where that is not the usual model. */
  readonly brings?: Readonly<Record<string, Model>>;
  readonly share?: number;
  /** Seconds that the server's clock is ahead. */
  readonly skew?: number;
  /** Seconds that a load and an answer take. */
  readonly loading?: number;
  readonly answering?: number;
  readonly version?: string;
  /** Whether it takes models of a cloud; a server that does not say where it is absent. */
  readonly cloud?: boolean;
  /** Where it listens; at 127.0.0.1 where nothing is said. */
  readonly address?: string;
}

export interface Scripted {
  readonly url: string;
  readonly requests: readonly Request[];
  readonly models: Map<string, Model>;
  loaded: Row[];
  close(): Promise<void>;
}

const tiny: Model = { digest: tinyDigest, parameters: { num_ctx: 256, num_predict: 32 } };
const century = 200 * 365 * 86_400;

export async function scripted(script: Script = {}): Promise<Scripted> {
  const requests: Request[] = [];
  const state: Scripted = {
    url: '',
    requests,
    models: new Map(Object.entries(script.models ?? { 'tiny:latest': tiny })),
    loaded: [],
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const server = createServer(async (incoming, response) => {
    const route = `${incoming.method} ${incoming.url}`;
    const body = await bodyOf(incoming);
    const before = requests.filter((one) => one.route === route).length;
    const request = { route, body, headers: incoming.headers, before };
    requests.push(request);
    const now = () => Date.now() / 1000 + (script.skew ?? 0);
    response.setHeader('date', new Date(now() * 1000).toUTCString());
    response.on('error', () => undefined);
    const usual = async () => {
      await (routes[route] ?? notThere)({ response, body, state, script, now });
    };
    await (script.faults?.[route] ?? ((_r, _q, go) => go()))(response, request, usual);
  });
  server.listen(0, script.address ?? '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return Object.assign(state, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

async function bodyOf(incoming: IncomingMessage): Promise<Json> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return text === '' ? {} : (JSON.parse(text) as Json);
}

interface Means {
  readonly response: ServerResponse;
  readonly body: Json;
  readonly state: Scripted;
  readonly script: Script;
  readonly now: () => number;
}

type Play = (means: Means) => unknown;

const notThere: Play = ({ response }) => play(response, '27-err-404');

/** As it was recorded, with another body where one is given. */
export function play(response: ServerResponse, name: string, body?: string): void {
  const reply = recorded(name);
  response.writeHead(reply.status, { 'content-type': reply.type }).end(body ?? reply.body);
}

/** The lines of a stream, each a chunk of its own. */
export async function stream(response: ServerResponse, lines: readonly Json[], pause = 0): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  for (const line of lines) {
    response.write(`${JSON.stringify(line)}\n`);
    if (pause > 0) await sleep(pause * 1000);
  }
  response.end();
}

const first = (name: string): Json => recordedLines(name)[0] ?? {};

const nameOf = (name: unknown) => (String(name).includes(':') ? String(name) : `${name}:latest`);

const routes: Readonly<Record<string, Play>> = {
  'GET /api/version': ({ response, script }) =>
    play(response, '01-version', JSON.stringify({ version: script.version ?? '0.17.4' })),
  'GET /api/status': ({ response, script }) =>
    script.cloud === undefined
      ? play(response, '27-err-404')
      : response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ cloud: { disabled: !script.cloud, source: 'env' } })),
  'GET /api/tags': ({ response, state }) => {
    const [row] = first('02-tags')['models'] as Json[];
    const models = [...state.models].map(([name, { digest, remoteHost, modified }]) => ({
      ...row,
      ...{ name, model: name, digest },
      ...(modified === undefined ? {} : { modified_at: new Date(modified * 1000).toISOString() }),
      ...(remoteHost ? { remote_host: remoteHost, remote_model: name } : {}),
    }));
    play(response, '02-tags', JSON.stringify({ models }));
  },
  'POST /api/show': ({ response, body, state }) => {
    const model = state.models.get(nameOf(body['model']));
    if (model === undefined) return play(response, '22-err-unknown-show');
    // A line a value, as Go prints it.
    const parameters = Object.entries(model.parameters).flatMap(([name, value]) =>
      [value].flat().map((one) => `${name.padEnd(30)} ${JSON.stringify(one)}`),
    );
    const details = { parent_model: model.parent ?? '' };
    const shown = { ...first('03-show'), parameters: parameters.join('\n'), details };
    return play(
      response,
      '03-show',
      JSON.stringify({ ...shown, ...(model.capabilities ? { capabilities: model.capabilities } : {}) }),
    );
  },
  'GET /api/ps': ({ response, state }) => {
    const [row] = first('06-ps-loaded')['models'] as Json[];
    const models = state.loaded.map(({ name, digest, context, share, expires }) => ({
      ...row,
      ...{ name, model: name, digest, context_length: context },
      size_vram: Math.round(345984 * share),
      expires_at: new Date(expires * 1000).toISOString(),
    }));
    play(response, '06-ps-loaded', JSON.stringify({ models }));
  },
  'POST /api/pull': ({ response, body, state, script }) => {
    const name = String(body['model']);
    const brought = script.brings?.[name] ?? (script.registry?.includes(name) ? tiny : undefined);
    if (brought === undefined) {
      return stream(response, [{ status: 'pulling manifest' }, { error: 'pull model manifest: file does not exist' }]);
    }
    state.models.set(nameOf(name), { ...brought, modified: Date.now() / 1000 });
    return stream(response, pullLines);
  },
  'POST /api/create': ({ response, body, state }) => {
    const from = state.models.get(nameOf(body['from']));
    if (from === undefined) return stream(response, [{ error: 'model not found' }]);
    const parameters = { ...from.parameters, ...(body['parameters'] as Json) };
    const digest = createHash('sha256')
      .update(from.digest + JSON.stringify(parameters))
      .digest('hex');
    const made = { digest, parameters, parent: nameOf(body['from']), modified: Date.now() / 1000 };
    state.models.set(nameOf(body['model']), { ...from, ...made });
    return stream(response, [
      { status: 'using existing layer' },
      { status: 'writing manifest' },
      { status: 'success' },
    ]);
  },
  'POST /api/copy': ({ response, body, state }) => {
    const source = state.models.get(nameOf(body['source']));
    if (source === undefined) return response.writeHead(404).end('{"error":"model not found"}');
    state.models.set(nameOf(body['destination']), { ...source, modified: Date.now() / 1000 });
    return response.writeHead(200).end();
  },
  'DELETE /api/delete': ({ response, body, state }) =>
    state.models.delete(nameOf(body['model'])) ? response.writeHead(200).end() : play(response, '34-delete-unknown'),
  'POST /api/generate': (means) =>
    means.body['prompt'] === undefined ? load(means) : answer(means, '08-generate-stream'),
  'GET /v1/models': ({ response, state }) => {
    const [row] = first('35-openai-models')['data'] as Json[];
    play(
      response,
      '35-openai-models',
      JSON.stringify({ object: 'list', data: [...state.models.keys()].map((id) => ({ ...row, id })) }),
    );
  },
  'POST /v1/chat/completions': async (means) => {
    await sleep(1000 * (means.script.answering ?? 0));
    const { status, type, body } = recorded('37-openai-chat-stream');
    means.response.writeHead(status, { 'content-type': type });
    for (const event of body.split('\n\n')) {
      means.response.write(`${event}\n\n`);
      await sleep(2);
    }
    means.response.end();
  },
};

/** Two layers, as a real pull tells of them. */
export const pullLines: readonly Json[] = [
  { status: 'pulling manifest' },
  { status: 'pulling aaaaaaaaaaaa', digest: 'sha256:a', total: 1000 },
  { status: 'pulling aaaaaaaaaaaa', digest: 'sha256:a', total: 1000, completed: 400 },
  { status: 'pulling aaaaaaaaaaaa', digest: 'sha256:a', total: 1000, completed: 1000 },
  { status: 'pulling bbbbbbbbbbbb', digest: 'sha256:b', total: 100, completed: 100 },
  { status: 'verifying sha256 digest' },
  { status: 'writing manifest' },
  { status: 'success' },
];

export function put(
  { state, now, script }: Pick<Means, 'state' | 'now' | 'script'>,
  name: string,
  keep: unknown,
): void {
  const model = state.models.get(name);
  if (model === undefined) return;
  const seconds = keep === -1 ? century : Number(String(keep ?? '300s').replace('s', ''));
  const context = Number(model.parameters['num_ctx'] ?? 4096);
  state.loaded = state.loaded.filter((row) => row.name !== name);
  state.loaded.push({ name, digest: model.digest, context, share: script.share ?? 0, expires: now() + seconds });
}

async function load(means: Means): Promise<void> {
  const name = nameOf(means.body['model']);
  if (!means.state.models.has(name)) return play(means.response, '20-err-unknown-generate');
  if (means.body['keep_alive'] === 0) {
    const { digest } = means.state.models.get(name) ?? {};
    means.state.loaded = means.state.loaded.filter((row) => row.digest !== digest);
    return play(means.response, '05-generate-load');
  }
  await sleep(1000 * (means.script.loading ?? 0));
  put(means, name, means.body['keep_alive']);
  return play(means.response, '05-generate-load');
}

async function answer({ response, body, state, script }: Means, name: string): Promise<void> {
  if (!state.models.has(nameOf(body['model']))) return play(response, '20-err-unknown-generate');
  await sleep(1000 * (script.answering ?? 0));
  return stream(response, recordedLines(name));
}
