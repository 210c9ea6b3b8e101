/** The command line of `npm run pipeline`. Pure but for the error it throws. */
import { parseArgs } from 'node:util';
import { InputError } from '../shared/action/errors.ts';
import { nearest } from '../shared/plan/nearest.ts';

export interface Options {
  readonly help: boolean;
  readonly scenario: string | undefined;
  readonly json: boolean;
  readonly keep: boolean;
  readonly stop: boolean;
  /** Host variables that jobs may see. */
  readonly env: readonly string[];
  readonly workflow: string | undefined;
  readonly root: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: 'workflow_dispatch' | 'push';
}

export const usage = `Usage: npm run pipeline -- [options]

Runs .github/workflows/pipeline.yml on this machine, as GitHub would.

  --scenario NAME     what is released and what must come of it (default: good)
  --json              one JSON event a line on stdout, nothing else
  --keep              the service stays up after the run
  --stop              the service ends with the run
  --env NAME          lets a variable of this machine into the jobs and into vars (repeatable)
  --workflow FILE     another workflow; it is expected to succeed
  --input NAME=VALUE  an input of the workflow (repeatable)
  --event NAME        workflow_dispatch (default) or push
  --root DIR          another repository than this one
  --help              this text

Exit code: 0 the expected happened, 1 it did not, 2 wrong usage.`;

const definitions = {
  help: { type: 'boolean', default: false },
  scenario: { type: 'string' },
  json: { type: 'boolean', default: false },
  keep: { type: 'boolean', default: false },
  stop: { type: 'boolean', default: false },
  env: { type: 'string', multiple: true, default: [] as string[] },
  workflow: { type: 'string' },
  root: { type: 'string' },
  input: { type: 'string', multiple: true, default: [] as string[] },
  event: { type: 'string', default: 'workflow_dispatch' },
} as const;

/** Reads the arguments; an InputError says what is wrong with them. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parse(argv);
  const { event, keep, stop } = values;
  if (event !== 'workflow_dispatch' && event !== 'push') {
    throw new InputError(`--event must be workflow_dispatch or push, not ${event}`);
  }
  if (keep && stop) throw new InputError('--keep and --stop contradict each other');
  return {
    help: values.help,
    scenario: values.scenario,
    json: values.json,
    keep,
    stop,
    env: values.env,
    workflow: values.workflow,
    root: values.root,
    inputs: Object.fromEntries(values.input.map(readInput)),
    event,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: definitions, allowPositionals: false });
  } catch (error) {
    const message = (error as Error).message.split('. ')[0] ?? '';
    throw new InputError(`${message}${suggestion(message)}; --help lists the options`);
  }
}

function suggestion(message: string): string {
  const unknown = /Unknown option '--([^']+)'/.exec(message)?.[1];
  const near = unknown === undefined ? undefined : nearest(unknown, Object.keys(definitions));
  return near === undefined ? '' : ` (did you mean --${near}?)`;
}

function readInput(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new InputError(`--input must be NAME=VALUE, not ${text}`);
  return [text.slice(0, at), text.slice(at + 1)];
}
