/** `npm run pipeline`: reads the command line, runs, and ends with the exit code that says what happened. */
import { join } from 'node:path';
import { InputError } from '../shared/action/errors.ts';
import { type Options, readOptions, usage } from './options.ts';
import { linger, runPipeline } from './pipeline.ts';
import { writeNow } from './record.ts';
import { killAll } from './runner/process.ts';
import { finalState } from './service.ts';
import { createView } from './view.ts';

/** The bundle lies in `dist/local` of the repository it belongs to. */
const root = join(import.meta.dirname, '../..');
/** The runner executes `using: node24` with the very Node that runs it. */
const oldest = 24;
const exit = { expected: 0, other: 1, usage: 2 };

function fateOf({ keep, stop }: Options, service: string, serving: boolean): string {
  if (stop || !serving) return serving ? 'has ended' : 'was not started';
  return keep
    ? `stays up; npm run status -- --stop --port ${new URL(service).port} ends it`
    : `answers for ${linger} s more`;
}

async function main(argv: readonly string[]): Promise<number> {
  if (Number.parseInt(process.versions.node, 10) < oldest) {
    throw new InputError(
      `Node ${process.versions.node} is too old for actions that say node24: npm run pipeline brings the right one`,
    );
  }
  const options = readOptions(argv);
  const write = (line: string) => writeNow(1, `${line}\n`);
  const warn = (line: string) => writeNow(2, `${line}\n`);
  if (options.help) {
    write(usage);
    return exit.expected;
  }
  const colours = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  let serving = false;
  const view = createView(colours, (service) => fateOf(options, service, serving));
  const show = (lines: readonly string[]): void => {
    if (lines.length > 0) write(lines.join('\n'));
  };
  const happened = await runPipeline({
    options,
    root,
    onEvent: (event) => {
      if (options.json) write(JSON.stringify(event));
      else show(view.event(event));
    },
    onLine: (line) => {
      if (!options.json) show(view.line(line));
    },
    warn,
    finalState: async (service) => {
      const state = await finalState(service);
      serving = state !== undefined;
      return state;
    },
  });
  return happened ? exit.expected : exit.other;
}

process.umask(0o077);
process.on('exit', killAll);
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  writeNow(2, `${error instanceof InputError ? error.message : ((error as Error).stack ?? String(error))}\n`);
  process.exitCode = error instanceof InputError ? exit.usage : exit.other;
}
process.exit();
