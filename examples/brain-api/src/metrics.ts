/** What /metrics shows. */
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds; 2 s is the objective of the plan and so has to be one of them. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];

/** The counters of one service. */
export interface Metrics {
  readonly contentType: string;
  text(): Promise<string>;
  count(route: string, status: number, seconds: number): void;
}

/** Counters in a registry of their own, so that two services in one process do not share them. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by route and status (499: the client left first).',
    labelNames: ['route', 'status'],
    registers,
  });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the last byte of its answer.',
    labelNames: ['route'],
    buckets,
    registers,
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    count(route, status, seconds) {
      requests.inc({ route, status });
      duration.observe({ route }, seconds);
    },
  };
}
