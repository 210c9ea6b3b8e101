/** A model server, and one request to it. */

export interface Server {
  /** With a path where the server stands below one. */
  readonly url: URL;
  /** For the header `authorization`; see `mayCarryToken`. */
  readonly token?: string;
  readonly signal: AbortSignal;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Such as `/api/ps`. */
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Seconds for all of it. */
  readonly limit: number;
  /** Seconds without a byte, from the sending on; `limit` where there is none. */
  readonly stall?: number;
  /** Bytes of the answer. */
  readonly most?: number;
}

/** Without slashes at its end, which the path of a call would double. */
export function baseOf(url: URL): URL {
  const base = new URL(url);
  base.pathname = base.pathname.replace(/\/+$/, '');
  return base;
}

/** Whether a token may go there: over TLS, or without leaving this machine. */
export function mayCarryToken(url: URL): boolean {
  return url.protocol === 'https:' || isLoopback(url);
}

export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
