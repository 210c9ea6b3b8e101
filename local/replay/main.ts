/** `npm run replay`: reads the command line, replays every file, and ends with the exit code that says whether it could. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../../shared/action/errors.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import { readPlan } from '../../shared/plan/read.ts';
import { judgeSettings } from '../../shared/release/settings.ts';
import { writeNow } from '../record.ts';
import { type FileListener, replayFile } from './file.ts';
import { type Options, readOptions, usage } from './options.ts';
import { Output } from './output.ts';
import type { Given } from './reader.ts';
import { decisionLine, jsonLine, problemLine, strayLine, titleLine, verdictLine } from './text.ts';

const exit = { read: 0, broken: 1, usage: 2 };

/** npm runs scripts in the repository's folder; a path is meant from where one was. */
const here = process.env['npm_lifecycle_event'] === 'replay' ? (process.env['INIT_CWD'] ?? '.') : '.';
const pathOf = (file: string) => resolve(here, file);

function planAt(file: string): Plan {
  let text: string;
  try {
    text = readFileSync(pathOf(file), 'utf8');
  } catch (error) {
    throw new InputError(`--plan ${file} cannot be read: ${(error as Error).message}`);
  }
  return readPlan(text, file);
}

function listenerFor(file: string, { json }: Options, output: Output): FileListener {
  const say = (line: string) => {
    if (!json) output.line(line);
  };
  return {
    began: (header) => say(titleLine(file, header)),
    judged: (line, decision, recorded) => say(decisionLine(line, decision, recorded)),
    stray: (recorded) => say(strayLine(recorded)),
    warned: (problem) => output.error(`warning: ${problemLine(problem)}`),
  };
}

/** Whether the file could be read. */
function replayOne(file: string, given: Given | undefined, options: Options, output: Output): boolean {
  try {
    const replayed = replayFile(file, pathOf(file), given, listenerFor(file, options, output));
    output.line(options.json ? jsonLine(file, replayed) : verdictLine(file, replayed));
    return true;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const problem of error.problems) output.error(problemLine(problem));
    return false;
  }
}

function main(argv: readonly string[]): number {
  const options = readOptions(argv);
  const output = new Output();
  if (options.help) output.line(usage);
  const plan = options.plan === undefined ? undefined : planAt(options.plan);
  const given: Given | undefined = plan && ((counted) => judgeSettings(plan, counted));
  let code = exit.read;
  for (const file of options.help ? [] : options.files) {
    if (!replayOne(file, given, options, output)) code = exit.broken;
    if (output.closed) break;
  }
  output.flush();
  return code;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const usageError = error instanceof InputError;
  const lines = usageError ? [error.message, ...error.problems.map(problemLine)] : [(error as Error).stack];
  writeNow(2, `${lines.join('\n')}\n`);
  process.exitCode = usageError ? exit.usage : exit.broken;
}
