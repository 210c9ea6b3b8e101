/** The loopback proxy in front of the versions: picks one by weight, passes the request on, never sends it twice. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import { bucketOf } from './affinity.ts';
import type { Backend } from './backend.ts';
import { bodyOf, Exchange, type Passage, reply } from './exchange.ts';
import { endToEnd } from './headers.ts';
import type { Tally } from './tally.ts';

/** Who gets the traffic. `weight` is the canary's share in percent, as served. */
export interface Split {
  readonly stable: Backend | null;
  readonly canary: Backend | null;
  readonly weight: number;
  readonly affinity: 'none' | 'cookie' | 'header';
  /** Seconds; see TrafficSpec. */
  readonly patience: number;
}

export class Router {
  split: Split = { stable: null, canary: null, weight: 0, affinity: 'none', patience: Number.POSITIVE_INFINITY };
  /** The running process of a version, for testers; set by its owner. */
  find: (version: string) => Backend | undefined = () => undefined;
  readonly server: Server;
  private readonly tally: Tally;

  constructor(tally: Tally) {
    this.tally = tally;
    // Long uploads and streams are legitimate; a head that does not come is not.
    this.server = createServer({ noDelay: true, requestTimeout: 0, keepAliveTimeout: 65_000 }, (request, response) =>
      this.route(request, response),
    );
    // Above every limit of the exchange itself, so that only a client that stopped reading or sending is cut off.
    this.server.timeout = 150_000;
    this.server.on('connect', (_request, socket) =>
      socket.end('HTTP/1.1 501 Not Implemented\r\nconnection: close\r\n\r\n'),
    );
  }

  /** @throws the listening error, such as EADDRINUSE */
  listen(host: string, port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ host, port, backlog: 1024 }, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** Takes no new connections; resolves when the present ones are done. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
    });
  }

  private route(request: IncomingMessage, response: ServerResponse): void {
    const { headers } = request;
    const { upgrade } = headers;
    // `h2c` is an offer that may be passed over; any other upgrade would wait for an answer that never comes.
    if (upgrade !== undefined && upgrade.toLowerCase() !== 'h2c') {
      reply(response, 501, `no upgrade to ${upgrade} here`);
      return;
    }
    const tester = headers['x-jarvis-version'];
    if (typeof tester === 'string') {
      const backend = this.find(tester);
      const uncounted = { counts: null, cookie: undefined, patience: Number.POSITIVE_INFINITY };
      pass({ request, response, backend, ...uncounted }, `version ${tester} is not running here`);
      return;
    }
    const { value, cookie } = bucketOf(this.split.affinity, headers, Math.random());
    const backend = value < this.split.weight ? this.split.canary : this.split.stable;
    const counts = backend && this.tally.of(backend.version);
    const { patience } = this.split;
    pass({ request, response, backend, counts, cookie, patience }, 'no healthy version of this service is running');
  }
}

type Wanted = Omit<Passage, 'backend'> & { readonly backend: Backend | null | undefined };

function pass({ backend, ...wanted }: Wanted, otherwise: string): void {
  const { request, response } = wanted;
  if (backend?.dispatcher) send(new Exchange({ ...wanted, backend }), request, backend.dispatcher);
  else reply(response, 503, otherwise);
}

function send(exchange: Exchange, request: IncomingMessage, dispatcher: Dispatcher): void {
  const { method = 'GET', rawHeaders } = request;
  const headers = endToEnd(rawHeaders, request.headers.connection, 'expect');
  dispatcher.dispatch({ path: pathOf(request.url ?? '/'), method, headers, body: bodyOf(request) }, exchange);
}

/** The path of an absolute request target too (`GET http://host/path`). */
function pathOf(url: string): string {
  if (url.startsWith('/')) return url;
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.pathname}${parsed.search}`;
}
