/** Runs the built warm-model, and reads what it leaves. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from '@jest/globals';
import { type Ran, runAction } from '../../dist/harness.ts';
import { type OllamaServer, startOllama } from '../ollama-server.ts';

interface Step {
  readonly name: string;
  readonly verdict: string;
  readonly words: string;
  readonly evidence: Readonly<Record<string, unknown>>;
}

export interface Evidence {
  readonly schema: string;
  readonly verdict: string;
  readonly servers: readonly {
    readonly url: string;
    readonly verdict: string;
    readonly steps: readonly Step[];
    readonly numbers: Readonly<Record<string, number>>;
    readonly answers: readonly { readonly seconds: number; readonly done: boolean; readonly tokens: number }[];
  }[];
}

export type Inputs = Readonly<Record<string, string>>;

/** `hears` gets every line of the log while the action runs, `meddles` the process with all that it has said. */
export function warm(
  at: OllamaServer,
  inputs: Inputs = {},
  hears: (line: string) => void = () => undefined,
  meddles: (child: ChildProcess, output: string) => void = () => undefined,
): Promise<Ran> {
  let told = 0;
  return runAction('warm-model', {
    inputs: { url: at.url, model: 'tiny', ...inputs },
    watch: (child, output) =>
      child.stdout?.on('data', () => {
        const lines = output().split('\n').slice(0, -1);
        for (const line of lines.slice(told)) hears(line);
        told = lines.length;
        meddles(child, `\n${output()}`);
      }),
  });
}

/** Does `meddle` once the action has had its first answer, and ends after both. */
export async function warmWhile(at: OllamaServer, inputs: Inputs, meddle: () => Promise<unknown>): Promise<Ran> {
  let meddling: Promise<unknown> | undefined;
  const ran = await warm(at, inputs, (line) => {
    if (line.startsWith('generate: ')) meddling ??= meddle();
  });
  if (meddling === undefined) throw new Error(`it never came to its first answer: ${ran.stdout}`);
  await meddling;
  return ran;
}

export function evidenceOf(ran: Ran): Evidence {
  return JSON.parse(readFileSync(ran.outputs['evidence'] ?? '', 'utf8')) as Evidence;
}

/** The evidence of a run at one server. */
export function only(ran: Ran): Evidence['servers'][number] {
  const [one, ...others] = evidenceOf(ran).servers;
  if (one === undefined || others.length > 0) throw new Error(`evidence of ${others.length + 1} servers`);
  return one;
}

export function step(ran: Ran, name: string): Step | undefined {
  return only(ran).steps.find((each) => each.name === name);
}

/** Output, evidence and exit code agree; a gate that is not passed has failed. */
export function expectVerdict(ran: Ran, verdict: string): void {
  expect({ verdict: ran.outputs['verdict'], code: ran.code, stderr: ran.stderr }).toEqual({
    ...{ verdict, stderr: '' },
    code: verdict === 'passed' ? 0 : 1,
  });
  expect(evidenceOf(ran).verdict).toBe(verdict);
}

/** Servers of single tests, which end together. */
export function ownServers(program: string) {
  const started: OllamaServer[] = [];
  return {
    async start(settings: Readonly<Record<string, string>> = {}, listen?: string): Promise<OllamaServer> {
      const server = await startOllama(program, settings, listen);
      started.push(server);
      return server;
    },
    async end(): Promise<void> {
      for (const server of started.splice(0)) await server.end();
    },
  };
}
