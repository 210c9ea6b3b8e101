// A service with metrics of its own: FAULT=errors fails a third of its requests, FAULT=mute hangs at /metrics from its
// 50th request on. Probes and scrapes are not counted. Every request counts an answer of a model;
// FAULT=tokens makes half as many tokens a second.
import { createServer } from 'node:http';
import { Counter, Gauge, Histogram, register } from 'prom-client';

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to the last byte',
  labelNames: ['code'],
  buckets: process.env.BUCKETS ? JSON.parse(process.env.BUCKETS) : [0.05, 0.1, 0.5, 1, 2, 5],
});
new Gauge({ name: 'process_start_time_seconds', help: 'Start' }).set(Date.now() / 1000);

const model = {
  first: new Histogram({ name: 'llm_first_token_seconds', help: 'First token', buckets: [0.1, 0.2, 0.5, 1, 2] }),
  rate: new Histogram({ name: 'llm_tokens_per_second', help: 'Tokens', buckets: [5, 10, 20, 40, 80] }),
  coarse: new Histogram({ name: 'llm_coarse_seconds', help: 'First token', buckets: [1] }),
  answers: new Counter({ name: 'llm_answers_total', help: 'Answers', labelNames: ['outcome'] }),
};

let served = 0;
const server = createServer(async (request, response) => {
  if (request.url === '/metrics' && process.env.FAULT === 'mute' && served > 50) return;
  if (request.url === '/metrics') return response.end(await register.metrics());
  if (request.url === '/health') return response.end('ok\n');
  const end = duration.startTimer();
  served += 1;
  const bad = process.env.FAULT === 'errors' && served % 3 === 0;
  const first = 0.1 + 0.2 * Math.random();
  model.first.observe(first);
  model.coarse.observe(first);
  model.rate.observe((process.env.FAULT === 'tokens' ? 8 : 16) * (1 + Math.random()));
  model.answers.inc({ outcome: served % 200 === 0 ? 'error' : 'done' });
  response.on('finish', () => end({ code: response.statusCode }));
  response.writeHead(bad ? 500 : 200, { 'content-type': 'text/plain' });
  response.end(`${process.env.VERSION}\n`);
});
server.keepAliveTimeout = 75_000;
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
