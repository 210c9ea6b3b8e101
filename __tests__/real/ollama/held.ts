/** Stands before a server and holds its answer to one request back, so that a client can be met while it waits for it. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Held {
  readonly url: string;
  /** Settles once the server has answered the request and its client has heard nothing of it. */
  readonly answered: Promise<void>;
  end(): Promise<void>;
}

/** @param route such as `POST /api/create`; the answer to it is never passed on */
export async function holdAnswer(url: string, route: string): Promise<Held> {
  const { promise: answered, resolve: tell } = Promise.withResolvers<void>();
  const server = createServer((asked, answer) => {
    const { method, headers } = asked;
    const passed = request(new URL(asked.url ?? '/', url), { method, headers, agent: false }, (heard) => {
      if (`${method} ${asked.url}` === route) return void heard.resume().on('end', tell);
      answer.writeHead(heard.statusCode ?? 502, heard.headers);
      return void heard.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    answered,
    end() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
