/** The demo's users: `start` leaves them in the background, `stop` ends them and prints what they saw. */
import { appendFileSync } from 'node:fs';
import { run, start, stop } from './traffic/background.ts';
import { type Command, parseCommand, usage } from './traffic/options.ts';
import { asMarkdown, asText } from './traffic/report.ts';

function command(): Command {
  try {
    return parseCommand(process.argv.slice(2));
  } catch (error) {
    console.error(`traffic: ${error instanceof Error ? error.message : error}\n${usage}`);
    process.exit(2);
  }
}

async function end(folder: string): Promise<void> {
  const report = await stop(folder);
  if (report === undefined) {
    console.log('traffic: nothing runs, and there is no report');
    return;
  }
  console.log(asText(report));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (summary) appendFileSync(summary, asMarkdown(report));
}

async function main(): Promise<void> {
  const asked = command();
  if (asked.name === 'stop') return end(asked.folder);
  if (asked.name === 'run') return run(asked.folder, asked.options);
  await start(asked.folder, asked.options);
  const { origin, rate, seconds } = asked.options;
  console.log(`traffic: ${rate} requests a second to ${origin}, for ${seconds} s at most`);
}

main().catch((error: unknown) => {
  console.error(`traffic: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
