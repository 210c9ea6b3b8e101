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
  private readonly model = new Map<string, Histogram | Counter>();
  private starts = 1_700_000_000;

  constructor(buckets: number[]) {
    this.buckets = buckets;
    [this.histogram, this.errors] = this.create();
  }

  handle(code: number, seconds: number, times = 1): void {
    for (let count = 0; count < times; count++) this.histogram.observe({ code: String(code), path: '/' }, seconds);
    if (code >= 500) this.errors.inc(times);
  }

  /** One answer of the model: seconds to its first token, tokens a second, and whether it broke off. */
  answer(first: number, rate: number, times = 1, outcome: 'done' | 'error' = 'done'): void {
    const registers = [this.registry];
    const histogram = (name: string, buckets: number[]) => {
      const known = this.model.get(name) ?? new Histogram({ name, help: name, buckets, registers });
      this.model.set(name, known);
      if (known instanceof Histogram) return known;
      throw new Error(`${name} is no histogram`);
    };
    const [byTime, byRate] = [
      histogram('llm_first_token_seconds', [0.1, 0.5, 1, 2]),
      histogram('llm_rate', [5, 10, 40]),
    ];
    const name = 'llm_answers_total';
    const answers = this.model.get(name) ?? new Counter({ name, help: name, labelNames: ['outcome'], registers });
    this.model.set(name, answers);
    for (let count = 0; count < times; count++) {
      byTime.observe(first);
      byRate.observe(rate);
    }
    if (answers instanceof Counter) answers.inc({ outcome }, times);
  }

  restart(): void {
    this.model.clear();
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
