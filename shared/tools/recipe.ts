/** How one program is asked, and what its end means; the same for all but secretlint, which is a library. */
import { chmod, mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Done, endedBadly } from '../action/exec.ts';
import type { ReaderId } from '../findings/readers/reader.ts';
import { type Needs, scannerEnvironment } from './environment.ts';
import { failureOfThrown } from './failure.ts';
import type { Ran, Tool, ToolMeans } from './tool.ts';
import { versionIn } from './version.ts';

/** Folders and files of one run of one tool. */
export interface Work {
  readonly folder: string;
  readonly home: string;
  readonly report: string;
}

export interface Start {
  readonly args: readonly string[];
  /** The workspace where it says nothing else. */
  readonly cwd?: string;
  readonly needs?: Needs;
  /** Its standard output is the report. */
  readonly stdout?: true;
  /** The reader's name for a file that gets the end of its standard error. */
  readonly log?: string;
  readonly beside?: Readonly<Record<string, string>>;
  /** What in the workspace tells the tool to look away, or elsewhere: a pull request could have brought it. */
  readonly notes?: readonly string[];
}

export interface Recipe {
  readonly id: ReaderId;
  /** As PATH knows it. */
  readonly program: string;
  readonly target?: string;
  fits(files: readonly string[]): boolean;
  /** @throws ToolError where something is missing that only the user can give */
  prepare(means: ToolMeans, work: Work): Start | Promise<Start>;
  /** Exit codes after which the report decides. */
  readonly codes: readonly number[];
  /** A report without a byte is one. */
  readonly mayBeEmpty?: true;
}

/** Seconds for `--version`. */
const versionLimit = 20;

export function toolOf(recipe: Recipe): Tool {
  return { id: recipe.id, fits: recipe.fits, run: (means) => run(recipe, means) };
}

async function run(recipe: Recipe, means: ToolMeans): Promise<Ran> {
  const began = performance.now();
  const { id, target } = recipe;
  const base = { id, ...(target === undefined ? {} : { target }), beside: {} };
  const outcome = (more: Pick<Ran, 'version' | 'report'> & Partial<Ran>): Ran => {
    return { ...base, seconds: (performance.now() - began) / 1000, ...more };
  };
  try {
    const work = await workOf(id, means.folder);
    const start = await recipe.prepare(means, work);
    // Asked at the same time: for some, starting is a good part of the whole run.
    const [version, done] = await Promise.all([
      versionOf(recipe, start, means, work),
      execute(recipe, start, means, work),
    ]);
    const failure = await failureOf(recipe, done, work, means.limit);
    if (failure !== undefined) return outcome({ version, report: null, failure });
    const { notes } = start;
    return outcome({
      ...{ version, report: work.report, beside: await besideOf(start, done, work) },
      ...(notes === undefined || notes.length === 0 ? {} : { notes }),
    });
  } catch (error) {
    return outcome({ version: null, report: null, failure: failureOfThrown(error) });
  }
}

async function workOf(id: ReaderId, parent: string): Promise<Work> {
  const folder = await mkdtemp(join(parent, `${id}-`));
  const work = { folder, home: join(folder, 'home'), report: join(folder, 'report') };
  await mkdir(work.home);
  await writeFile(work.report, '', { mode: 0o600 });
  return work;
}

function execute(recipe: Recipe, start: Start, means: ToolMeans, work: Work): Promise<Done> {
  const command = {
    program: means.program ?? recipe.program,
    args: start.args,
    cwd: start.cwd ?? means.workspace,
    env: scannerEnvironment(means.env, work.home, start.needs),
    limit: means.limit,
    ...(start.stdout ? { stdout: work.report } : {}),
  };
  return means.exec.run(command, means.signal);
}

/** A program that does not say its version may still work. */
async function versionOf(recipe: Recipe, { needs }: Start, means: ToolMeans, { home }: Work): Promise<string | null> {
  if (means.version !== undefined) return means.version;
  const program = means.program ?? recipe.program;
  const command = {
    program,
    args: ['--version'],
    cwd: home,
    env: scannerEnvironment(means.env, home, needs?.own === undefined ? {} : { own: needs.own }),
    limit: Math.min(versionLimit, means.limit),
  };
  const { stdout, stderr, code } = await means.exec.run(command, means.signal);
  return code === 0 ? versionIn(`${stdout}\n${stderr}`) : null;
}

async function failureOf(recipe: Recipe, done: Done, work: Work, limit: number): Promise<Ran['failure']> {
  if (done.ended === 'timed-out')
    return { kind: 'timed-out', message: `${recipe.id} was ended because it took longer than ${limit} s` };
  if (done.ended === 'cancelled') return { kind: 'cancelled', message: `${recipe.id} was ended by a cancel` };
  if (done.code === null || !recipe.codes.includes(done.code))
    return { kind: 'failed', message: endedBadly(recipe.program, done).message };
  const size = await stat(work.report).then(
    (file) => file.size,
    () => 0,
  );
  // A program that makes the file anew makes it readable for all; it may hold secrets in clear.
  if (size > 0) await chmod(work.report, 0o600);
  if (size > 0 || recipe.mayBeEmpty) return undefined;
  return { kind: 'failed', message: `${endedBadly(recipe.program, done).message} (it wrote no report)` };
}

async function besideOf({ log, beside = {} }: Start, done: Done, work: Work): Promise<Ran['beside']> {
  if (log === undefined) return beside;
  const path = join(work.folder, 'log');
  await writeFile(path, done.stderr, { mode: 0o600 });
  return { ...beside, [log]: path };
}

/** Of files that a tool obeys, those that are there, as notes. */
export function obeyed(files: readonly string[], names: readonly (string | undefined)[]): string[] {
  return names.flatMap((name) =>
    name !== undefined && files.includes(name) ? [`obeys ${name} of the repository, which may make it look away`] : [],
  );
}
