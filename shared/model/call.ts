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
