/**
 * What a scanner may know of the machine: enough to run, and nothing that is worth stealing. Its input is whatever a pull
 * request brought, so it gets no token, no cloud credentials, and no configuration of the user's.
 */
import { delimiter, isAbsolute } from 'node:path';

/** The environment of our own process; `''` counts as absent. */
export type Env = (name: string) => string | undefined;

/**
 * How the outside is reached. Proxies may carry a password, so only a tool that cannot work without the network gets them;
 * certificates are needed behind a proxy that opens connections.
 */
const network = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'REQUESTS_CA_BUNDLE',
  'NODE_EXTRA_CA_CERTS',
] as const;

export interface Needs {
  readonly network?: true;
  /** Variables of the tool's own, given as they are. */
  readonly own?: Readonly<Record<string, string>>;
}

/** @param home an empty folder of this run, which is also the tool's HOME, so that files of the user's are not read */
export function scannerEnvironment(env: Env, home: string, needs: Needs = {}): Record<string, string> {
  return {
    PATH: safePath(env),
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    NO_COLOR: '1',
    // A tool of the lock must stay as it was installed.
    PYTHONDONTWRITEBYTECODE: '1',
    // `python -m` would look for modules in the folder that it is started in, which a pull request may fill.
    PYTHONSAFEPATH: '1',
    ...(needs.network ? networkVariables(env) : {}),
    ...needs.own,
  };
}

/** A relative entry would let the workspace bring its own programs. */
export function safePath(env: Env): string {
  return (env('PATH') ?? '/usr/local/bin:/usr/bin:/bin').split(delimiter).filter(isAbsolute).join(delimiter);
}

export function networkVariables(env: Env): Record<string, string> {
  const names = network.flatMap((name) => [name, name.toLowerCase()]);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env(name);
      return value ? [[name, value] as const] : [];
    }),
  );
}
