/** Connections from the router to one process. */
import type { Dispatcher } from 'undici';
import Pool from 'undici/lib/dispatcher/pool.js';

/**
 * Nothing is ever sent twice. A kept connection is given up before its server would close it: 2 s before the time that
 * the server announces, or after 1 s when it announces none.
 * @param idle seconds that the process may be silent, before its headers and between two pieces of its answer
 */
export function openPool(port: number, idle: number): Dispatcher {
  return new Pool(`http://127.0.0.1:${port}`, {
    pipelining: 1,
    maxHeaderSize: 65_536,
    connect: { timeout: 5000 },
    headersTimeout: idle * 1000,
    bodyTimeout: idle * 1000,
    keepAliveTimeout: 1000,
    keepAliveTimeoutThreshold: 2000,
    keepAliveMaxTimeout: 60_000,
  });
}
