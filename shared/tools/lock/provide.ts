/** Where a tool's program comes from: the machine, or the tool lock. */
import { constants } from 'node:fs';
import { access, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { ToolError } from '../../action/errors.ts';
import { safePath, scannerEnvironment } from '../environment.ts';
import type { ToolSource } from '../tool.ts';
import { versionIn } from '../version.ts';
import { denialOf, deniedVersions } from './denied.ts';
import { type Entry, type Lock, readLock } from './entry.ts';
import { type InstallOptions, install } from './install.ts';

export interface ProvideOptions extends InstallOptions {
  readonly from: ToolSource;
  /** That of the repository where it is not given. */
  readonly lock?: Lock;
  /** The machine's program is asked only where a version of it is denied, because whoever runs it will ask it then. */
  readonly askLater?: true;
}

export interface Provided {
  /** Absolute. */
  readonly program: string;
  /** Null where the machine's program does not tell, or was not asked. */
  readonly version: string | null;
  readonly from: 'path' | 'lock';
}

/** Seconds for `--version`. */
const versionLimit = 20;
/** The program of a tool that has another name than it; npm comes with Node. */
const programs: Readonly<Record<string, string>> = { 'npm-audit': 'npm' };

/** @throws ToolError `absent` where it is not to be had, `denied` for a version that nothing may run */
export async function provide(id: string, options: ProvideOptions): Promise<Provided> {
  const name = programs[id] ?? id;
  const entry = (options.lock ?? readLock())[name];
  if (options.from !== 'lock') {
    const found = await fromPath(entry?.program ?? name, options);
    if (found !== undefined) return found;
    if (options.from === 'path' || entry === undefined)
      throw new ToolError(`${name} is not there: ${instead(id, entry !== undefined)}`, 'absent');
  }
  if (entry === undefined) throw new ToolError(`the tool lock has no ${name}`, 'absent');
  return fromLock(name, entry, options);
}

function instead(id: string, locked: boolean): string {
  const own = locked ? ', let tools-from: any install what this action pins,' : '';
  return `install it before this step${own} or name ${id} in optional`;
}

async function fromLock(name: string, entry: Entry, options: ProvideOptions): Promise<Provided> {
  refuseDenied(entry.program, entry.version);
  return { program: await install(name, entry, options), version: entry.version, from: 'lock' };
}

async function fromPath(name: string, options: ProvideOptions): Promise<Provided | undefined> {
  const program = await onPath(name, safePath(options.env));
  if (program === undefined) return undefined;
  const later = options.askLater === true && !deniedVersions.some((each) => each.program === name);
  const version = later ? null : await versionOf(program, options);
  refuseDenied(name, version);
  return { program, version, from: 'path' };
}

/** The first executable of that name. */
async function onPath(name: string, path: string): Promise<string | undefined> {
  for (const folder of path.split(delimiter)) {
    const program = join(folder, name);
    const runs = await access(program, constants.X_OK).then(
      async () => (await stat(program)).isFile(),
      () => false,
    );
    if (runs) return program;
  }
  return undefined;
}

async function versionOf(program: string, { exec, env, signal }: ProvideOptions): Promise<string | null> {
  // Some tools ask for a newer version before they tell their own.
  const needs = { own: { SEMGREP_ENABLE_VERSION_CHECK: '0' } } as const;
  const home = await mkdtemp(join(tmpdir(), 'jarvis-version-'));
  try {
    const environment = scannerEnvironment(env, home, needs);
    const command = { program, args: ['--version'], cwd: home, env: environment, limit: versionLimit };
    const { code, stdout, stderr } = await exec.run(command, signal);
    return code === 0 ? versionIn(`${stdout}\n${stderr}`) : null;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

function refuseDenied(program: string, version: string | null): void {
  const denial = denialOf(program, version);
  if (denial !== undefined) throw new ToolError(denial, 'denied');
}
