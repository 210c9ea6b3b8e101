/** `npm run status`: what the targets of this machine run, how traffic is split, and who holds the lock. */
import { parseArgs } from 'node:util';
import { endTarget, type RunningTarget, runningTargets } from '../shared/targets/local/running.ts';
import { statusText } from './status-text.ts';

const usage = `Usage: npm run status -- [--json] [--port PORT] [--stop]

Shows the releases on this machine's local targets: versions, weights, journal, and who holds the lock.

  --json       one JSON object a target on stdout
  --port PORT  only the target whose service listens there
  --stop       ends them, after they have drained
  --help       this text

Exit code: 0 a target runs, 1 none does, 2 wrong usage.`;

interface Options {
  readonly json: boolean;
  readonly port: number | undefined;
  readonly stop: boolean;
  readonly help: boolean;
}

function readOptions(args: readonly string[]): Options {
  const flag = { type: 'boolean' } as const;
  const options = { json: flag, port: { type: 'string' }, stop: flag, help: flag } as const;
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(port >= 1 && port <= 65535))
    throw new Error(`--port is ${values.port}; expected 1 to 65535`);
  return { json: values.json === true, port, stop: values.stop === true, help: values.help === true };
}

function show(targets: readonly RunningTarget[], { json, port }: Options): number {
  for (const { folder, status } of targets) {
    console.log(json ? JSON.stringify({ folder, ...status }) : statusText(status, folder));
  }
  if (targets.length > 0) return 0;
  console.error(`No target runs here${port === undefined ? '' : ` at port ${port}`}; deploy-staging starts one.`);
  return 1;
}

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    console.log(usage);
    return 0;
  }
  const targets = await runningTargets(options.port);
  const code = show(targets, options);
  if (!options.stop) return code;
  await Promise.all(targets.map(endTarget));
  for (const { status } of targets) console.error(`${status.service} at ${status.url} ends when it has drained`);
  return code;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(`${error.message}\n\n${usage}`);
  return 2;
});
