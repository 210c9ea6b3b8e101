/** Checks every server beside the others. */
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { codeOf, InputError } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import { isLoopback } from '../../shared/model/call.ts';
import { ownPrompts, promptsIn } from '../../shared/model/check/prompts.ts';
import { warmTask } from '../../shared/model/task.ts';
import type { WarmResult, WarmTask } from '../../shared/model/warm.ts';
import { warmOllama } from '../../shared/model/warm-ollama.ts';
import { warmOpenai } from '../../shared/model/warm-openai.ts';
import { freeForModels } from './disk.ts';
import type { WarmInputs } from './inputs.ts';
import { nameIn } from './servers.ts';

export interface Check {
  readonly host: Host;
  readonly signal: AbortSignal;
  readonly inputs: WarmInputs;
}

/** @throws what the first of them threw, once all have ended and taken back what they were making */
export async function check(check: Check): Promise<readonly WarmResult[]> {
  const { kind, urls } = check.inputs;
  const prompts = promptsOf(check);
  const warm = kind === 'ollama' ? warmOllama : warmOpenai;
  const settled = await Promise.allSettled(urls.map((url) => warm(taskOf(check, url, prompts))));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

export function taskOf({ host, signal, inputs }: Check, url: URL, prompts: readonly string[]): WarmTask {
  const { token, wish, urls } = inputs;
  return warmTask({
    host,
    server: { url, signal, ...(token === undefined ? {} : { token }) },
    wish: { ...wish, prompts },
    name: nameIn(urls, url),
    free: async () => (isLoopback(url) ? freeForModels((name) => host.env(name)) : undefined),
  });
}

/** Bytes; a prompt is a question, not a library. */
const mostPrompts = 1_000_000;

export function promptsOf({ host, inputs }: Check): readonly string[] {
  const name = inputs.promptsFile;
  if (name === undefined) return ownPrompts;
  const root = host.env('GITHUB_WORKSPACE') ?? process.cwd();
  const path = isAbsolute(name) ? name : join(root, name);
  const wrong = (why: string) =>
    new InputError(`input prompts is ${JSON.stringify(name)}: ${why}; expected a file with a prompt a line`);
  try {
    if (statSync(path).size > mostPrompts) throw wrong(`${path} is larger than ${mostPrompts} bytes`);
    const prompts = promptsIn(readFileSync(path, 'utf8'));
    if (prompts.length === 0) throw wrong(`${path} has none`);
    return prompts;
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw wrong(codeOf(error) === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${codeOf(error)})`);
  }
}
