/** One health check over a connection of its own: a process that accepts none is not healthy. */
import { get } from 'node:http';

/**
 * @param timeout seconds for the whole check
 * @returns why the process is not healthy, or null when it is
 */
export function probe(port: number, path: string, timeout: number): Promise<string | null> {
  return new Promise((resolve) => {
    const signal = AbortSignal.timeout(timeout * 1000);
    const request = get({ host: '127.0.0.1', port, path, agent: false, signal }, (response) => {
      const { statusCode = 0 } = response;
      response.on('error', () => resolve(`${path} broke off`));
      response.on('end', () => resolve(statusCode < 400 ? null : `${path} answers ${statusCode}`));
      response.resume();
    });
    request.on('error', (error) =>
      resolve(
        signal.aborted ? `${path} does not answer within ${timeout} s` : `${path} cannot be reached: ${error.message}`,
      ),
    );
  });
}
