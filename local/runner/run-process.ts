/** Runs a process for a step with everything a runner gives it, and takes what it hands back. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { contextVariables, hostVariables } from './environment.ts';
import { FileCommandError, parsePaths, parseValues, parseVariables } from './file-command.ts';
import { trackingVariable } from './orphan.ts';
import { runProcess } from './process.ts';
import type { StageContext, StageEnd } from './stage-context.ts';

export interface StepProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Beside what every process of the job gets. */
  readonly env: Readonly<Record<string, string>>;
  /** Where the state that the process saves is kept. */
  readonly state?: Record<string, string>;
}

const fileNames = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;
type Files = Readonly<Record<(typeof fileNames)[number], string>>;

/** GitHub refuses a larger summary. */
const largestSummary = 1024 * 1024;

/** Runs it to its end and applies its file commands, also after it was stopped. */
export async function runStepProcess(context: StageContext, wanted: StepProcess): Promise<StageEnd> {
  const { job, log } = context;
  const folder = join(job.folders.base, 'commands', randomUUID());
  const files = await createFiles(folder);
  const { command, args, cwd } = wanted;
  const env = { ...variables(context), ...wanted.env, ...files };
  const { hurry } = job.request.run.request;
  const end = await runProcess({ command, args, cwd, env, onLine: log.line, stop: context.stop, hurry });
  if (end.code !== 0 && !end.stopped) log.annotate('error', `Process completed with exit code ${end.code}.`);
  const outputs = await applyFiles(context, files, wanted.state ?? {});
  await rm(folder, { recursive: true, force: true });
  Object.assign(wanted.state ?? {}, log.said.state);
  return {
    ok: end.code === 0 && outputs !== undefined && log.said.problems === 0,
    stopped: end.stopped,
    outputs: { ...log.said.outputs, ...outputs },
  };
}

async function createFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true });
  const pairs = fileNames.map((name) => [name, join(folder, name.toLowerCase())] as const);
  await Promise.all(pairs.map(([, path]) => writeFile(path, '')));
  return Object.fromEntries(pairs) as Files;
}

/** The runner's own variables win over the workflow's, which win over the machine's. */
function variables({ job, scope, env }: StageContext): Record<string, string> {
  const { github, runner } = scope.contexts as { github: Record<string, unknown>; runner: Record<string, unknown> };
  const host = { ...hostVariables(process, job.folders), ...job.request.run.request.env, ...env };
  return {
    ...host,
    PATH: [...job.paths, host['PATH'] ?? ''].join(delimiter),
    ...contextVariables('GITHUB', github),
    ...contextVariables('RUNNER', runner),
    [trackingVariable]: job.trackingId,
  };
}

/** Answers with the outputs; undefined when a file was malformed, which has been said then. */
async function applyFiles(
  { job, log }: StageContext,
  files: Files,
  state: Record<string, string>,
): Promise<Record<string, string> | undefined> {
  const read = (name: keyof Files): Promise<string> => readFile(files[name], 'utf8').catch(() => '');
  const parts: [keyof Files, (content: string) => void][] = [
    ['GITHUB_ENV', (content) => Object.assign(job.env, parseVariables(content))],
    ['GITHUB_PATH', (content) => job.paths.unshift(...parsePaths(content))],
    ['GITHUB_STATE', (content) => Object.assign(state, parseValues(content))],
  ];
  let failed = false;
  const attempt = <T>(name: string, parse: () => T): T | undefined => {
    try {
      return parse();
    } catch (error) {
      if (!(error instanceof FileCommandError)) throw error;
      failed = true;
      log.annotate(
        'error',
        `Unable to process file command '${name.replace('GITHUB_', '').toLowerCase()}' successfully.`,
      );
      log.annotate('error', error.message);
      return undefined;
    }
  };
  for (const [name, apply] of parts) {
    const content = await read(name);
    attempt(name, () => apply(content));
  }
  await takeSummary(job.summaries, await read('GITHUB_STEP_SUMMARY'), log, job.masker.hide);
  const written = await read('GITHUB_OUTPUT');
  const outputs = attempt('GITHUB_OUTPUT', () => parseValues(written));
  return failed ? undefined : outputs;
}

async function takeSummary(
  summaries: string[],
  content: string,
  log: StageContext['log'],
  hide: (text: string) => string,
): Promise<void> {
  if (content.trim() === '') return;
  if (Buffer.byteLength(content) > largestSummary) {
    log.annotate('error', '$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k.');
  } else summaries.push(hide(content.trimEnd()));
}
