// The smallest service a target can run: FAULT=errors fails every request, FAULT=crash dies at start, and so does a
// version that has a file of its name in the folder DOWN.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';

if (process.env.FAULT === 'crash' || existsSync(`${process.env.DOWN}/${process.env.VERSION}`)) {
  console.error(`${'a long traceback '.repeat(400)}\ncannot read the model: no such file`);
  process.exit(3);
}
if (process.env.FAULT === 'hang') setInterval(() => undefined, 1000);
const server = createServer((request, response) => {
  // A stream that outlasts every patience of a test.
  if (request.url === '/stream') {
    response.writeHead(200).write('first');
    setTimeout(() => response.end('last'), 15_000).unref();
    return;
  }
  if (request.url === '/pid') {
    response.end(String(process.pid));
    return;
  }
  // A request that is under way when something dies.
  if (request.url === '/slow') {
    setTimeout(() => response.end('late'), 100);
    return;
  }
  const bad = process.env.FAULT === 'errors' && request.url !== '/health' && request.url !== '/smoke';
  response.writeHead(bad ? 500 : 200, { 'content-type': 'text/plain' });
  response.end(`${process.env.VERSION}\n`);
});
server.keepAliveTimeout = 75_000;
if (process.env.FAULT !== 'hang') server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => server.close(() => process.exit(0)));
