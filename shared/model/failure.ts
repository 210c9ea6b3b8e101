/** Why a model server gave no answer that can be used. */

export const failureKinds = [
  'dns',
  'refused',
  'tls',
  'reset',
  'unauthorized',
  'proxy-auth',
  'forbidden',
  'absent',
  'limited',
  'busy',
  'redirect',
  'status',
  'late',
  'stalled',
  'too-large',
  'broken',
  'said-error',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** The message names the request and what came of it, ready for a log; it never holds the token. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly kind: FailureKind;
  /** What to do about it; undefined where nobody can tell. */
  readonly fix: string | undefined;
  /** The status of the answer; undefined without one. */
  readonly status: number | undefined;
  constructor(kind: FailureKind, message: string, status?: number) {
    super(message);
    this.kind = kind;
    this.fix = fixes[kind];
    this.status = status;
  }
}

const fixes: Readonly<Partial<Record<FailureKind, string>>> = {
  dns: 'correct the host in url, or the DNS that this machine asks',
  refused: 'start the server, or correct the port in url',
  tls: 'correct the certificate of the server; NODE_EXTRA_CA_CERTS names a file with a CA of your own',
  unauthorized: 'give the name of the variable with a valid token in token-env',
  'proxy-auth': 'a proxy on the way asks for a login of its own: give an address that does not lead through it',
  forbidden: 'the token, the address or the model is not allowed there: ask the owner of the server',
  limited: 'wait, or ask for a higher limit',
  busy: 'lower concurrency, raise OLLAMA_MAX_QUEUE, or check when fewer clients ask',
  redirect: 'give the address that it points to in url',
  stalled: 'look into the log of the server',
};

const kindsByStatus: Readonly<Record<number, FailureKind>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'absent',
  407: 'proxy-auth',
  429: 'limited',
  503: 'busy',
};

export function kindOfStatus(status: number): FailureKind {
  return kindsByStatus[status] ?? (status >= 300 && status < 400 ? 'redirect' : 'status');
}

const kindsByCode: Readonly<Record<string, FailureKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_NODATA: 'dns',
  EAI_FAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  EPROTO: 'tls',
};

/** Of a connection that failed; Node's own codes, and OpenSSL's by their form. */
export function kindOfCode(code: string): FailureKind {
  const known = kindsByCode[code];
  if (known !== undefined) return known;
  if (code.startsWith('HPE_')) return 'broken';
  return /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/.test(code) ? 'tls' : 'reset';
}
