/** A service's instance for tests: prom-client's own counters, served at /metrics over loopback. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Served {
  readonly url: string;
  readonly host: string;
  close(): Promise<void>;
}

export function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => unknown,
  port = 0,
): Promise<Served> {
  const server: Server = createServer((request, response) => void answer(request, response));
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
      const close = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ url: `http://${host}`, host, close });
    });
  });
}

/** Counts as a common exporter does; `restart` is what a new process would show. */
export class Instance {
  private readonly buckets: number[];
  private registry = new Registry();
  private histogram: Histogram;
  private errors: Counter;
  private starts = 1_700_000_000;

  constructor(buckets: number[]) {
    this.buckets = buckets;
    [this.histogram, this.errors] = this.create();
  }

  handle(code: number, seconds: number, times = 1): void {
    for (let count = 0; count < times; count++) this.histogram.observe({ code: String(code), path: '/' }, seconds);
    if (code >= 500) this.errors.inc(times);
  }

  restart(): void {
    this.starts += 60;
    this.registry = new Registry();
    [this.histogram, this.errors] = this.create();
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private create(): [Histogram, Counter] {
    const registers = [this.registry];
    new Gauge({ name: 'process_start_time_seconds', help: 'start', registers }).set(this.starts);
    const labelNames = ['code', 'path'];
    return [
      new Histogram({
        name: 'http_request_duration_seconds',
        help: 'latency',
        labelNames,
        buckets: this.buckets,
        registers,
      }),
      new Counter({ name: 'http_failures_total', help: 'failures', registers }),
    ];
  }
}
