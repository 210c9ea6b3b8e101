/** Where a tool of the lock is installed, and with what. */
import { ToolError } from '../../action/errors.ts';
import { type Command, type Done, type Exec, endedBadly } from '../../action/exec.ts';
import { type Env, networkVariables, safePath } from '../environment.ts';

export interface Site {
  readonly exec: Exec;
  readonly env: Env;
  readonly signal: AbortSignal;
  /** Empty and this installation's own; it keeps its path, which a virtual environment has written into it. */
  readonly folder: string;
  /**
   * What was fetched: wheels, archives, npm's cache, executables. Whatever lies there is compared with the lock before it
   * is used, so it may come from a cache that others can write.
   */
  readonly store: string;
  /** Such as `linux-x64`. */
  readonly platform: string;
  /** Address under which `pypi/simple`, `npm`, `go` and `download` stand instead of the public ones. */
  readonly mirror?: string;
  /** Nothing but the store is asked. */
  readonly offline: boolean;
}

/** Seconds for one step; a large wheel over a slow line takes minutes. */
const limit = 900;

/** Of the settings of the user's clients those that say where packages come from. */
const clients = [
  'PIP_INDEX_URL',
  'PIP_EXTRA_INDEX_URL',
  'PIP_CERT',
  'PIP_CONFIG_FILE',
  'PIP_DEFAULT_TIMEOUT',
  'NPM_CONFIG_REGISTRY',
  'npm_config_registry',
  'NPM_CONFIG_USERCONFIG',
  'GOPROXY',
  'GOMODCACHE',
  'GOCACHE',
  'GOPATH',
] as const;

/** Runs one step of an installation. @throws ToolError when it does not end well */
export async function step(
  site: Site,
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Done> {
  const command: Command = {
    program,
    args,
    cwd: site.folder,
    env: { ...installerEnvironment(site.env), ...env },
    limit,
  };
  const done = await site.exec.run(command, site.signal);
  if (done.code !== 0 || done.ended !== 'by itself') throw endedBadly(program, done);
  return done;
}

/** Installers have the user's home and settings, for mirrors, and still no token. */
function installerEnvironment(env: Env): Record<string, string> {
  const settings = clients.flatMap((name) => {
    const value = env(name);
    return value ? [[name, value] as const] : [];
  });
  return {
    PATH: safePath(env),
    HOME: env('HOME') ?? '/nonexistent',
    TMPDIR: env('TMPDIR') ?? '/tmp',
    LANG: 'C.UTF-8',
    ...networkVariables(env),
    ...Object.fromEntries(settings),
  };
}

/** @throws ToolError which tells what the tool needs */
export async function need<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ToolError && error.kind === 'absent')
      throw new ToolError(`${error.message}: ${what}`, 'absent', { cause: error });
    throw error;
  }
}
