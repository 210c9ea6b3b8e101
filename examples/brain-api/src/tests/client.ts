/** How the tests talk to a service: in this process for what has to be arranged, as a child for what a user sees. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { noFault } from '../fault.ts';
import { createService, type ServiceOptions } from '../service.ts';

/** A service under test. */
export interface Running {
  readonly url: string;
  close(): Promise<void>;
}

/** A service in this process, on a free port. */
export async function serve(options: Partial<ServiceOptions> = {}): Promise<Running> {
  const defaults = { version: 'test', fault: noFault, ollama: undefined, random: () => 0.5 };
  const { server, close } = createService({ ...defaults, ...options });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

/** The bundles lie beside this one. */
export const bundle = (name: string): string => join(dirname(process.argv[1] ?? ''), '..', name, 'index.js');

/** A child process with everything it said. */
export interface Child {
  readonly process: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exit: Promise<number | null>;
}

/** Starts a bundle with exactly this environment. */
export function start(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Child {
  const child = spawn(process.execPath, [bundle(name), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => (said.stdout += data));
  child.stderr.on('data', (data) => (said.stderr += data));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, stdout: () => said.stdout, stderr: () => said.stderr, exit };
}

/** The built server on a free port; resolves once it says where it listens. */
export async function startServer(
  env: Readonly<Record<string, string>> = {},
): Promise<Child & { readonly url: string }> {
  const child = start('server', [], { PORT: '0', ...env });
  for (;;) {
    const [url] = /http:\S+/.exec(child.stdout()) ?? [];
    if (url !== undefined) return { ...child, url };
    if (child.process.exitCode !== null) throw new Error(`the server ended: ${child.stderr()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Asks for a chat. */
export function ask(url: string, body: unknown, init: RequestInit = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${url}/v1/chat`, { method: 'POST', body: text, ...init });
}

/** One line of an answer. */
export interface Line {
  readonly message?: { readonly role: string; readonly content: string };
  readonly done?: boolean;
  readonly error?: string;
}

/** The lines of an answer. */
export function linesOf(text: string): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}
