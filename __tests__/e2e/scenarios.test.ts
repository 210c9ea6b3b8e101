import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { endTarget, runningTargets } from '../../shared/targets/local/running.ts';
import { scripted } from '../shared/model/scripted.ts';

const root = join(import.meta.dirname, '../..');
type Event = Readonly<Record<string, unknown>> & { readonly event: string };

interface Run {
  readonly code: number | null;
  readonly events: readonly Event[];
  readonly folder: string;
  readonly service: string;
}

/** `npm run pipeline` as a user runs it; `onEvent` sees every event and the runner's pid. */
function pipeline(
  args: readonly string[],
  onEvent: (event: Event, pid: number) => void = () => undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'dist/local/index.js'), '--json', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const events: Event[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = JSON.parse(line) as Event;
      events.push(event);
      onEvent(event, Number(events[0]?.pid));
    }
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [first] = events;
      resolve({ code, events, folder: String(first?.folder), service: String(first?.service) });
    });
  });
}

/** The version that answers a user; sends 60 requests, one after another. */
async function whoAnswers(service: string): Promise<string[]> {
  const seen = new Set<string>();
  for (let index = 0; index < 60; index++) {
    const version = await new Promise<string>((resolve, reject) => {
      const sent = request(`${service}/health`, (answer) => {
        answer.resume();
        resolve(`${answer.statusCode} ${answer.headers['x-jarvis-version']}`);
      });
      sent.on('error', reject);
      sent.end();
    });
    seen.add(version);
  }
  return [...seen];
}

async function endService(service: string): Promise<void> {
  await Promise.all((await runningTargets(Number(new URL(service).port))).map(endTarget));
}

function trafficOf(folder: string): { readonly versions?: Readonly<Record<string, unknown>> } {
  return JSON.parse(readFileSync(join(folder, 'artifacts/canary/traffic.json'), 'utf8'));
}

const limit = 90_000;

describe('the pipeline on this machine', () => {
  const cases: [scenario: string, conclusion: string, verdict: string, weight: number][] = [
    ['good', 'success', 'promoted', 100],
    ['bad-canary', 'failure', 'rolled-back', 0],
    ['slow-canary', 'failure', 'rolled-back', 0],
    ['late-onset', 'failure', 'rolled-back', 0],
  ];
  it.each(cases)(
    '%s: %s, %s',
    async (scenario, conclusion, verdict, weight) => {
      const run = await pipeline(['--scenario', scenario, '--stop']);
      expect(run.code).toBe(0);
      expect(run.events.at(0)).toMatchObject({
        event: 'run',
        folder: run.folder,
        service: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      });
      expect(run.events.at(-1)).toMatchObject({ event: 'end', conclusion, verdict, weight });
      const left = readdirSync(run.folder);
      expect(left).toEqual(
        expect.arrayContaining([
          'summary.md',
          'events.ndjson',
          'logs',
          'outputs.json',
          'annotations.json',
          'artifacts',
          'evidence.ndjson',
        ]),
      );
      expect(readFileSync(join(run.folder, 'summary.md'), 'utf8').split('\n')[0]).toContain(verdict);
    },
    limit,
  );

  it(
    'crash: refused, and no user meets the version',
    async () => {
      const run = await pipeline(['--scenario', 'crash', '--stop']);
      expect(run.code).toBe(0);
      expect(run.events.at(-1)).toMatchObject({ conclusion: 'failure', verdict: 'refused', weight: 0 });
      expect(Object.keys(trafficOf(run.folder).versions ?? {})).toEqual(['v1']);
    },
    limit,
  );

  it(
    'cancel: the stable version has all traffic when the command returns',
    async () => {
      const run = await pipeline(['--scenario', 'cancel']);
      expect(run.code).toBe(0);
      expect(run.events.at(-1)).toMatchObject({ conclusion: 'cancelled', verdict: 'rolled-back', weight: 0 });
      expect(await whoAnswers(run.service)).toEqual(['200 v1']);
      await endService(run.service);
    },
    limit,
  );

  it(
    'a signal to the runner in the middle of the canary: the same, and the exit code says it was not expected',
    async () => {
      let sent = false;
      const run = await pipeline([], (event, pid) => {
        if (sent || event.event !== 'step-start' || event.step !== 'canary' || event.stage !== 'main') return;
        sent = true;
        setTimeout(() => process.kill(pid, 'SIGINT'), 7000);
      });
      expect(sent).toBe(true);
      expect(run.code).toBe(1);
      expect(run.events.at(-1)).toMatchObject({ conclusion: 'cancelled', verdict: 'rolled-back', weight: 0 });
      expect(await whoAnswers(run.service)).toEqual(['200 v1']);
      await endService(run.service);
    },
    limit,
  );
});

describe('the model of the pipeline', () => {
  const named = ['--stop', '--env', 'OLLAMA_BASE_URL', '--env', 'OLLAMA_MODEL'];
  const jobOf = ({ events }: Run, job: string) =>
    events.find((one) => one.event === 'job-end' && one['job'] === job)?.['conclusion'];
  const summaryOf = ({ folder }: Run) => readFileSync(join(folder, 'summary.md'), 'utf8');

  it(
    'is not-run where no Ollama is named, and holds no release up',
    async () => {
      const run = await pipeline(['--stop']);
      expect(run).toMatchObject({ code: 0 });
      expect(jobOf(run, 'model')).toBe('skipped');
      expect(summaryOf(run)).toContain('- model: not-run\n');
      expect(summaryOf(run)).toContain('Model: not-run (no OLLAMA_BASE_URL)');
    },
    limit,
  );

  it(
    'passes where it is warm, before the release begins',
    async () => {
      const server = await scripted();
      const run = await pipeline(named, undefined, { OLLAMA_BASE_URL: server.url, OLLAMA_MODEL: 'tiny' });
      await server.close();
      expect(run).toMatchObject({ code: 0 });
      expect(jobOf(run, 'model')).toBe('success');
      expect(summaryOf(run)).toContain('Model: passed');
      expect(readdirSync(join(run.folder, 'artifacts/model'))).toEqual(['evidence.json']);
    },
    limit,
  );

  it(
    'lets no release begin where the server is not there',
    async () => {
      const run = await pipeline(named, undefined, { OLLAMA_BASE_URL: 'http://127.0.0.1:9', OLLAMA_MODEL: 'tiny' });
      expect(run).toMatchObject({ code: 1 });
      expect([jobOf(run, 'model'), jobOf(run, 'release')]).toEqual(['failure', 'skipped']);
      expect(summaryOf(run)).toContain('Model: error');
    },
    limit,
  );
});
