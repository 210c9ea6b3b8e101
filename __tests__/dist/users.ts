/** Users of a test's target whose every request is on record: when it was sent, when it was answered, and by whom. */
import { Agent, type ClientRequest, get, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Times are of `performance.now()`. */
export interface Asked {
  readonly sent: number;
  readonly done: number;
  /** Who answered with 200; null when the request was lost. */
  readonly version: string | null;
  /** Why it was lost. */
  readonly problem: string;
}

export interface Users {
  /** Oldest first, by their answers. */
  readonly asked: readonly Asked[];
  stop(): Promise<void>;
}

/** Milliseconds: between two requests of a user, after a lost one, and until a request without an answer is lost. */
const [pause, retreat, patience] = [8, 20, 10_000] as const;
/** What each user asks for: some requests are always under way. */
const crowd = ['/', '/', '/', '/slow', '/slow'] as const;

function ask(port: number, agent: Agent, path: string): Promise<Asked> {
  const sent = performance.now();
  return new Promise((resolve) => {
    const end = (version: string | null, problem: string) =>
      resolve({ sent, done: performance.now(), version, problem });
    const asking = request({ port, host: '127.0.0.1', path, agent, timeout: patience }, (answer) => {
      answer.resume();
      answer.on('error', (error) => end(null, error.message));
      answer.on('end', () => {
        const version = String(answer.headers['x-jarvis-version']);
        if (answer.statusCode === 200) end(version, '');
        else end(null, `${answer.statusCode} of ${version}`);
      });
    });
    asking.on('timeout', () => asking.destroy(new Error('no answer')));
    asking.on('error', (error) => end(null, error.message));
    asking.end();
  });
}

/** Some crowds of users, each user with one request after another, until they are told to stop. */
export function startUsers(port: number, crowds = 1): Users {
  const all = Array.from({ length: crowds }, () => crowd).flat();
  const agent = new Agent({ keepAlive: true, maxSockets: all.length });
  const asked: Asked[] = [];
  let going = true;
  const user = async (path: string) => {
    while (going) {
      const answer = await ask(port, agent, path);
      asked.push(answer);
      await sleep(answer.version === null ? retreat : pause);
    }
  };
  const users = Promise.all(all.map(user));
  return {
    asked,
    async stop() {
      going = false;
      await users;
      agent.destroy();
    },
  };
}

/** Who answers that many requests, one after another; a lost one is named by its problem. */
export async function answerers(port: number, requests: number): Promise<readonly string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const seen = new Set<string>();
  for (let left = requests; left > 0; left -= 1) {
    const { version, problem } = await ask(port, agent, '/');
    seen.add(version ?? `lost: ${problem}`);
  }
  agent.destroy();
  return [...seen];
}

/** A request to that version which does not end by itself; resolves once it is under way. */
export function openStream(port: number, version: string): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = { 'x-jarvis-version': version };
    const asking = get({ port, host: '127.0.0.1', path: '/stream', headers }, (answer) => {
      answer.on('error', () => undefined).resume();
      const from = String(answer.headers['x-jarvis-version']);
      if (from === version) resolve(asking);
      else reject(new Error(`${from} answered in place of ${version}`));
    });
    asking.on('error', reject);
  });
}
