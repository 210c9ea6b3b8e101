// A service with metrics of its own: FAULT=errors fails a third of its requests, FAULT=mute hangs at /metrics from its
// 50th request on. Probes and scrapes are not counted.
import { createServer } from 'node:http';
import { Gauge, Histogram, register } from 'prom-client';

const duration = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time to the last byte',
  labelNames: ['code'],
  buckets: process.env.BUCKETS ? JSON.parse(process.env.BUCKETS) : [0.05, 0.1, 0.5, 1, 2, 5],
});
new Gauge({ name: 'process_start_time_seconds', help: 'Start' }).set(Date.now() / 1000);

let served = 0;
const server = createServer(async (request, response) => {
  if (request.url === '/metrics' && process.env.FAULT === 'mute' && served > 50) return;
  if (request.url === '/metrics') return response.end(await register.metrics());
  if (request.url === '/health') return response.end('ok\n');
  const end = duration.startTimer();
  served += 1;
  const bad = process.env.FAULT === 'errors' && served % 3 === 0;
  response.on('finish', () => end({ code: response.statusCode }));
  response.writeHead(bad ? 500 : 200, { 'content-type': 'text/plain' });
  response.end(`${process.env.VERSION}\n`);
});
server.keepAliveTimeout = 75_000;
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
