/** A `run:` step: the script in a file, and the shell's command line as GitHub builds it. */
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from './expression.ts';
import { runStepProcess } from './run-process.ts';
import type { StageContext, StageEnd } from './stage-context.ts';
import type { RunStep } from './workflow.ts';

/** The command line for a script file; only an explicit `bash` fails on a broken pipe, as on GitHub. */
export function shellCommand(shell: string | undefined, file: string): readonly [string, ...string[]] {
  if (shell === undefined) return ['bash', '-e', file];
  if (shell === 'bash') return ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail', file];
  if (shell === 'sh') return ['sh', '-e', file];
  if (shell === 'python') return ['python3', file];
  const [command = 'bash', ...rest] = shell.split(/\s+/).map((part) => part.replaceAll('{0}', file));
  return [command, ...rest];
}

/** Writes the script and runs it in the step's folder. */
export async function runScript(context: StageContext, step: RunStep): Promise<StageEnd> {
  const { job, scope, log } = context;
  const { run, job: definition } = job.request;
  const script = text(step.run, scope);
  const file = join(job.folders.temp, `${randomUUID()}${step.shell === 'python' ? '.py' : '.sh'}`);
  await mkdir(job.folders.temp, { recursive: true });
  await writeFile(file, `${script}\n`);
  const defaults = [definition.defaults, run.request.workflow.defaults];
  const shell = step.shell ?? defaults.find((item) => item.shell !== undefined)?.shell;
  const folder =
    step.workingDirectory ?? defaults.find((item) => item.workingDirectory !== undefined)?.workingDirectory;
  const [command, ...args] = shellCommand(shell, file);
  for (const line of script.trimEnd().split('\n')) log.detail(`$ ${line}`);
  return runStepProcess(context, { command, args, cwd: resolve(job.folders.workspace, text(folder, scope)), env: {} });
}
