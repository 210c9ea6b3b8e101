/** What other clients of a server see and do. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { OllamaServer } from '../ollama-server.ts';

export interface Resident {
  readonly name: string;
  readonly digest: string;
  readonly context_length: number;
  readonly expires_at: string;
}

export async function residents(at: OllamaServer): Promise<Resident[]> {
  return (JSON.parse((await at.ask('/api/ps')).text) as { models: Resident[] }).models;
}

export async function installed(at: OllamaServer): Promise<string[]> {
  const { models } = JSON.parse((await at.ask('/api/tags')).text) as { models: { name: string }[] };
  return models.map(({ name }) => name).sort();
}

/** Another client's question. */
export function generate(at: OllamaServer, body: object): Promise<unknown> {
  return at.ask('/api/generate', { body: { model: 'tiny', stream: false, ...body } });
}

/** Takes everything out of memory; the server says so before it is done. */
export async function unload(at: OllamaServer): Promise<void> {
  for (const { name } of await residents(at)) await generate(at, { model: name, keep_alive: 0 });
  for (let tries = 0; tries < 100 && (await residents(at)).length > 0; tries++) await sleep(20);
}
