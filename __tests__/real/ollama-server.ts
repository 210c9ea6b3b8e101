/** A real Ollama server of a test's own: on loopback, with a folder, a home and models of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, ask, objects, type Question } from './ollama/ask.ts';
import { freePort } from './prometheus-server.ts';
import { tiny, writeModel } from './tiny-model/model.ts';
import type { Shape } from './tiny-model/weights.ts';

/** What `/api/create` is told of a model besides its weights. */
export interface Making {
  readonly template?: string;
  readonly parameters?: Readonly<Record<string, number>>;
}

/** One thread, since a machine of tests is busy. */
const usual = {
  template: '{{ .Prompt }}',
  parameters: { num_thread: 1, num_ctx: 256, temperature: 0, seed: 1 },
};

export interface OllamaServer {
  readonly url: string;
  readonly port: number;
  /** `OLLAMA_MODELS`: has `manifests` and `blobs`. */
  readonly models: string;
  ask(path: string, question?: Question): Promise<Answer>;
  /** Writes a model and creates it on the server. */
  create(name: string, shape?: Shape, making?: Making): Promise<void>;
  /** Model as `/api/tags` has it. @throws Error when the server has none of the name */
  digest(name: string): Promise<string>;
  /** What the server has said, which is its log. */
  said(): string;
  /** How often it has started a runner for a model, by its log. */
  loads(): number;
  /** Politely, or not; the runners end with it either way. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** With the same folder and port. */
  start(): Promise<void>;
  end(): Promise<void>;
}

/** Milliseconds. */
const patience = { ready: 30_000, between: 25 };

/** `settings` are variables such as `OLLAMA_MAX_LOADED_MODELS`; it listens at the address `listen`. */
export async function startOllama(
  program: string,
  settings: Readonly<Record<string, string>> = {},
  listen = '127.0.0.1',
): Promise<OllamaServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-ollama-'));
  const [home, models] = [join(folder, 'home'), join(folder, 'models')];
  mkdirSync(home);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...{ PATH: '/usr/bin:/bin', HOME: home, TMPDIR: folder, LANG: 'C.UTF-8' },
    ...{ OLLAMA_HOST: `${listen}:${port}`, OLLAMA_MODELS: models, OLLAMA_NO_CLOUD: '1' },
    ...settings,
  };
  let running: Running | undefined;
  let earlier = '';
  const server: OllamaServer = {
    ...{ url, port, models },
    ask: (path, question) => ask(`${url}${path}`, question),
    create: (name, shape = tiny, making = usual) => create(url, folder, name, shape, making),
    digest: (name) => digestOf(url, name),
    said: () => earlier + (running?.said() ?? ''),
    loads: () => server.said().match(/msg="starting runner" cmd="[^"]* --model /g)?.length ?? 0,
    async start() {
      running = run(program, folder, env);
      await ready(url, running);
    },
    async stop(signal = 'SIGTERM') {
      await running?.stop(signal);
      earlier = server.said();
      running = undefined;
    },
    async end() {
      await server.stop('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start().catch(async (error) => {
    await server.end();
    throw error;
  });
  return server;
}

interface Running {
  readonly child: ChildProcess;
  said(): string;
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

function run(program: string, cwd: string, env: Readonly<Record<string, string>>): Running {
  // A group of its own: a runner outlives a server that is killed.
  const child = spawn(program, ['serve'], { cwd, env, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const signalGroup = (signal: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // Nobody is left in it.
    }
  };
  return {
    child,
    said: () => said,
    async stop(signal) {
      signalGroup(signal);
      await Promise.race([gone, sleep(5000, undefined, { ref: false })]);
      signalGroup('SIGKILL');
      await gone;
    },
  };
}

async function ready(url: string, { child, said, stop }: Running): Promise<void> {
  let failed: Error | undefined;
  child.once('error', (error) => {
    failed = error;
  });
  for (const began = performance.now(); performance.now() - began < patience.ready; await sleep(patience.between)) {
    if (failed !== undefined || child.exitCode !== null) break;
    const answer = await ask(`${url}/api/version`).catch(() => undefined);
    if (answer?.status === 200) return;
  }
  if (failed === undefined) await stop('SIGKILL');
  throw new Error(`ollama is not ready: ${failed?.message ?? said().slice(-1000)}`);
}

async function create(url: string, folder: string, name: string, shape: Shape, making: Making): Promise<void> {
  const path = join(folder, 'model.gguf');
  const { sha256 } = writeModel(path, shape);
  const blob = `${url}/api/blobs/sha256:${sha256}`;
  const sent = await ask(blob, { method: 'POST', body: readFileSync(path) });
  rmSync(path);
  if (sent.status !== 201 && sent.status !== 200) throw new Error(`${blob} answered ${sent.status} ${sent.text}`);
  const body = { model: name, files: { 'model.gguf': `sha256:${sha256}` }, ...making };
  const created = await ask(`${url}/api/create`, { body });
  if (objects(created).at(-1)?.status !== 'success') throw new Error(`${name} was not created: ${created.text}`);
}

async function digestOf(url: string, name: string): Promise<string> {
  const { models } = JSON.parse((await ask(`${url}/api/tags`)).text) as { models: { name: string; digest: string }[] };
  const found = models.find((each) => each.name === (name.includes(':') ? name : `${name}:latest`));
  if (found === undefined) throw new Error(`${url} has no ${name}, only ${models.map((each) => each.name).join(', ')}`);
  return found.digest;
}
