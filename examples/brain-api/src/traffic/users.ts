/**
 * The users: ten of them, each an autocannon of one connection. Apart from each other they can be started in turns, which
 * makes ten bursts a second out of one (autocannon spends a second's requests as fast as it can and then waits), and a
 * user whose connection broke can begin anew: autocannon itself goes on with the broken answer's parser state.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon, { type Client, type Options } from 'autocannon';
import type { TrafficOptions } from './options.ts';
import type { Tally } from './tally.ts';

const most = 10;
/** Seconds an answer may take. */
const timeout = 10;
/** How soon a user notices that its connection is gone. */
const notice = 200;
/** The pause of a user who got no answer at all: a service that is away must not cost more than one that works. */
const pause = 1000;
const questions =
  'how are you|what is a canary|tell me a story|how fast are you|is it safe|who answers|sum it up'.split('|');

/** What a run tells while it goes on. */
export interface Watcher {
  readonly tally: Tally;
  /** Anything was answered, whatever the status. */
  answered(): void;
  /** A connection failed. */
  broken(error: Error): void;
}

interface Job extends Watcher {
  readonly url: string;
  readonly rate: number;
  readonly ended: AbortSignal;
}

/** What one connection knows: the client, and when its request left; one is on its way at most. */
interface Connection {
  client?: Client;
  sent?: number | undefined;
  answered?: boolean;
}

function listen(job: Job, connection: Connection, client: Client): void {
  connection.client = client;
  const end = (): void => {
    if (connection.sent !== undefined) job.tally.lost();
    connection.sent = undefined;
    client.destroy();
  };
  client.on('request', () => {
    if (job.ended.aborted) return;
    // The one before has no answer and never will: the connection was closed under it.
    if (connection.sent !== undefined) end();
    else connection.sent = performance.now();
  });
  client.on('timeout', () => job.tally.timedOut());
  client.on('connError', (error: Error) => {
    job.broken(error);
    end();
  });
}

function optionsFor(job: Job, connection: Connection): Options {
  const onResponse: Options['requests'][number]['onResponse'] = (status, body, _, headers) => {
    const version = headers['x-jarvis-version'];
    const ok = status >= 200 && status < 300 && body.includes('"done":true');
    job.tally.answered(typeof version === 'string' ? version : 'none', ok, performance.now() - (connection.sent ?? 0));
    connection.sent = undefined;
    connection.answered = true;
    job.answered();
    if (job.ended.aborted) connection.client?.destroy();
  };
  const requests = questions.map((message) => ({
    method: 'POST',
    path: '/v1/chat',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
    onResponse,
  }));
  return {
    url: job.url,
    connections: 1,
    overallRate: job.rate,
    // Longer than any run: the users decide when to go, between two requests.
    duration: 86_400,
    timeout,
    sampleInt: notice,
    ignoreCoordinatedOmission: true,
    requests,
    setupClient: (client) => listen(job, connection, client),
  };
}

async function user(job: Job, delay: number): Promise<void> {
  const wait = (time: number) => sleep(time, undefined, { signal: job.ended }).catch(() => undefined);
  await wait(delay);
  while (!job.ended.aborted) {
    const connection: Connection = {};
    // Whoever waits for an answer goes once it is there; everyone else goes now.
    const leave = (): void => {
      if (connection.sent === undefined) connection.client?.destroy();
    };
    job.ended.addEventListener('abort', leave, { once: true });
    await autocannon(optionsFor(job, connection));
    job.ended.removeEventListener('abort', leave);
    if (connection.answered !== true) await wait(pause);
  }
}

/** Runs all users until `ended`; resolves when each has its last answer. */
export async function runUsers({ origin, rate }: TrafficOptions, watcher: Watcher, ended: AbortSignal): Promise<void> {
  const users = Math.min(most, rate);
  const start = (_: unknown, at: number): Promise<void> => {
    const own = Math.floor(rate / users) + (at < rate % users ? 1 : 0);
    return user({ ...watcher, url: origin, rate: own, ended }, (at * 1000) / users);
  };
  await Promise.all(Array.from({ length: users }, start));
}
