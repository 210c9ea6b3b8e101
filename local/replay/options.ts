/** The command line of `npm run replay`. Pure but for the error it throws. */
import { parseArgs } from 'node:util';
import { InputError } from '../../shared/action/errors.ts';
import { nearest } from '../../shared/plan/nearest.ts';

export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly plan: string | undefined;
  readonly files: readonly string[];
}

export const usage = `Usage: npm run replay -- [--plan jarvis.yml] [--json] FILE...

Judges recorded canaries (evidence.ndjson) again, and shows each decision and where it differs from what was recorded.

  --plan FILE  judges with this plan; otherwise with what the evidence says it was judged with, else the defaults
  --json       one JSON object a file on stdout: file, verdict, t, reason, odds, canaryRequests
  --help       this text

The verdict is rollback, dead-canary, promote or inconclusive. What is wrong with a file stands on stderr.
Exit code: 0 all files were read, 1 one or more could not be, 2 wrong usage.`;

const definitions = {
  help: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  plan: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** Reads the arguments; an InputError says what is wrong with them. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parse(argv);
  if (values.plan.length > 1) throw new InputError('--plan was given more than once; expected one plan for all files');
  if (positionals.length === 0 && !values.help) {
    throw new InputError('no file to replay; expected one or more, such as evidence.ndjson; --help lists the options');
  }
  return { help: values.help, json: values.json, plan: values.plan[0], files: positionals };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: definitions, allowPositionals: true });
  } catch (error) {
    const message = (error as Error).message.split('. ')[0] ?? '';
    const unknown = /Unknown option '--([^']+)'/.exec(message)?.[1];
    const hint = unknown === undefined ? '' : ` (did you mean --${nearest(unknown, Object.keys(definitions))}?)`;
    throw new InputError(`${message}${hint}; --help lists the options`);
  }
}
