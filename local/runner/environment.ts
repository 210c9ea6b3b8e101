/** The clean environment of a job: an allow-list, never the host's own variables. */
import { delimiter, dirname } from 'node:path';

export interface Host {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  readonly platform: string;
  readonly arch: string;
}

/** Folders and files of one job. */
export interface JobFolders {
  readonly base: string;
  readonly workspace: string;
  readonly home: string;
  readonly temp: string;
}

const inherited = ['LANG', 'TZ', 'TMPDIR'];

/** Names that hold a secret, as far as a name can tell. */
export function looksSecret(name: string): boolean {
  return /TOKEN|KEY|SECRET|PASSWORD/i.test(name);
}

/** What a process of the job gets from the machine; the folder of this Node comes first on PATH. */
export function hostVariables(host: Host, folders: JobFolders): Record<string, string> {
  const passed = inherited.flatMap((name): [string, string][] => {
    const value = host.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  const path = [dirname(host.execPath), host.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'].join(delimiter);
  return { ...Object.fromEntries(passed), PATH: path, HOME: folders.home, CI: 'true', GITHUB_ACTIONS: 'true' };
}

/** The `runner` context. */
export function runnerContext(host: Host, folders: JobFolders): Record<string, string> {
  return {
    name: 'local',
    os: host.platform === 'darwin' ? 'macOS' : 'Linux',
    arch: host.arch === 'arm64' ? 'ARM64' : 'X64',
    temp: folders.temp,
    tool_cache: `${folders.base}/tools`,
    workspace: folders.base,
    environment: 'self-hosted',
    debug: '',
  };
}

/** A context as the `PREFIX_NAME` variables that GitHub makes of it; nested values have none. */
export function contextVariables(prefix: string, context: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && value !== '' && name !== 'token' ? [[`${prefix}_${name.toUpperCase()}`, value]] : [],
    ),
  );
}

/** `INPUT_<NAME>`: upper case, and only spaces become underscores. */
export function inputVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replace(/ /g, '_').toUpperCase()}`, value]),
  );
}
