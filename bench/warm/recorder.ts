/** Passes calls on to a server and writes down what was asked. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Call {
  readonly method: string;
  readonly path: string;
  /** As it was sent; empty without one. */
  readonly body: string;
}

export interface Recorder {
  readonly url: string;
  /** In the order in which they came. */
  readonly calls: readonly Call[];
  close(): void;
}

export async function record(url: string): Promise<Recorder> {
  const calls: Call[] = [];
  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk);
    const { method = 'GET', url: path = '/' } = asked;
    const body = Buffer.concat(chunks);
    calls.push({ method, path, body: body.toString() });
    const passed = request(url + path, { method, headers: asked.headers, agent: false }, (heard) => {
      answer.writeHead(heard.statusCode ?? 502, heard.headers);
      heard.pipe(answer);
    });
    passed.on('error', () => answer.destroy()).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, calls, close: () => server.close() };
}
