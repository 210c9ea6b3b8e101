/** Finds a free loopback port for a child. */
import { createServer } from 'node:net';

/** Below the range that systems take for outgoing connections, so that none of ours can land on it in between. */
const [lowest, highest] = [20_000, 32_000] as const;

/** @throws Error when a hundred tries in a row were taken */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${lowest} and ${highest} on 127.0.0.1`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port }, () => server.close(() => resolve(true)));
  });
}
