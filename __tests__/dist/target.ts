/** A target of a test's own: its plan in a folder of its own, its traffic, and its end. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endTarget, runningTargets } from '../../shared/targets/local/running.ts';

export interface TestTarget {
  readonly port: number;
  readonly plan: string;
  readonly env: Readonly<Record<string, string>>;
  /** Sends requests one after another on some connections until told to stop; counts the answers by version. */
  traffic(): { stop(): Promise<Readonly<Record<string, number>>> };
  end(): Promise<void>;
}

/** Below the ports that a system gives to outgoing connections, so that none takes it while nobody listens there. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer();
    server.on('error', () => resolve(freePort()));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(port)));
  });
}

function planText(port: number, changes: string, steps: string): string {
  return [
    'service: tiny',
    'target:',
    '  kind: local',
    `  listen: 127.0.0.1:${port}`,
    `  command: [${process.execPath}, service.mjs]`,
    `  cwd: ${import.meta.dirname}`,
    '  versions: { bad: { env: { FAULT: errors } }, dead: { env: { FAULT: crash } }, hung: { env: { FAULT: hang } } }',
    '  drain: 2s',
    'health: { every: 200ms, start: 10s }',
    'smoke: [{ path: /smoke }]',
    'canary:',
    `  steps: ${steps}`,
    `  analysis: { every: 200ms, dwell: 600ms, deadline: 30s, harm-budget: 2% }`,
    '  lease: 5s',
    changes,
    '',
  ].join('\n');
}

function send(port: number, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({ port, host: '127.0.0.1', path: '/', agent }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        const version = answer.headers['x-jarvis-version'];
        const failed = (answer.statusCode ?? 500) >= 500;
        resolve(failed ? `failed ${version ?? 'router'}` : String(version));
      });
    });
    sent.on('error', () => resolve('lost'));
    sent.end();
  });
}

function startTraffic(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const counts: Record<string, number> = {};
  let going = true;
  const user = async () => {
    while (going) {
      const answer = await send(port, agent);
      counts[answer] = (counts[answer] ?? 0) + 1;
      await sleep(4);
    }
  };
  const users = Promise.all([user(), user(), user(), user()]);
  return {
    async stop() {
      going = false;
      await users;
      agent.destroy();
      return counts;
    },
  };
}

/** `changes` is appended to the plan's canary section. */
export async function testTarget(changes = '', steps = '[20%, 100%]'): Promise<TestTarget> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-plan-'));
  const plan = join(folder, 'jarvis.yml');
  writeFileSync(plan, planText(port, changes, steps));
  return {
    port,
    plan,
    env: { JARVIS_OWNER_PID: String(process.pid), JARVIS_LINGER: '0' },
    traffic: () => startTraffic(port),
    async end() {
      await Promise.all((await runningTargets(port)).map(endTarget));
    },
  };
}
