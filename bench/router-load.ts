/** Two kinds of load for the router's benchmark: as much as goes, and a steady rate. */
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

interface Result {
  readonly requests: { readonly average: number };
}
type Autocannon = (options: Readonly<Record<string, unknown>>) => PromiseLike<Result>;

/** Requests a second that 32 connections get through. @param seconds how long */
export async function saturate(url: string, seconds: number): Promise<number> {
  const { default: autocannon } = await import('autocannon');
  const { requests } = await (autocannon as unknown as Autocannon)({ url, connections: 32, duration: seconds });
  return requests.average;
}

export interface Steady {
  /** Milliseconds from sending to the last byte, of the requests that were answered with 200. */
  readonly latencies: number[];
  readonly failed: number;
}

/** Sends `rate` requests a second, whether the earlier ones are answered or not, for `seconds` or until told to stop. */
export async function steady(url: string, rate: number, seconds: number, signal?: AbortSignal): Promise<Steady> {
  const agent = new http.Agent({ keepAlive: true });
  const latencies: number[] = [];
  const open = new Set<Promise<void>>();
  let failed = 0;
  const one = async () => {
    const sentAt = performance.now();
    if (await isAnswered(url, agent)) latencies.push(performance.now() - sentAt);
    else failed += 1;
  };
  const startedAt = performance.now();
  for (let sent = 0; signal?.aborted !== true; ) {
    const elapsed = (performance.now() - startedAt) / 1000;
    if (elapsed > seconds) break;
    for (; sent < elapsed * rate; sent += 1) {
      const request = one();
      open.add(request);
      void request.then(() => open.delete(request));
    }
    await sleep(1);
  }
  await Promise.all(open);
  agent.destroy();
  return { latencies, failed };
}

function isAnswered(url: string, agent: http.Agent): Promise<boolean> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent }, (response) => {
      response.on('error', () => resolve(false));
      response.on('end', () => resolve(response.statusCode === 200)).resume();
    });
    request.on('error', () => resolve(false));
  });
}
