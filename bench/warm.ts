/** `npm run bench -- warm`: what the built warm check takes over a bare client that makes the same calls. Ends with 1 where a target is missed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table, verdict } from './measure.ts';
import { type Compared, compare } from './warm/pairs.ts';
import { type BenchServer, playedServer, realServer } from './warm/server.ts';

const runs = 20;
/** Milliseconds, and percent of the run. */
const targets = { added: 200, share: 5 };

/** `played` or `real` asks for one of the servers alone. */
export async function benchWarm([only]: readonly string[]): Promise<void> {
  const met = [
    only === 'real' || (await measure(await playedServer(), 5, targets)),
    // Its tiny model answers in 40 ms and not evenly: there the share is that of a run which no real model has.
    only === 'played' || (await measure(await realServer(), 25, { added: targets.added })),
  ];
  if (met.includes(false)) process.exitCode = 1;
}

type Targets = Partial<typeof targets>;

/** Whether the targets were met; so they are where there is no server. */
async function measure(server: BenchServer | undefined, pairs: number, most: Targets): Promise<boolean> {
  if (server === undefined) return true;
  const folder = mkdtempSync(join(tmpdir(), 'bench-warm-'));
  try {
    const compared = await compare(folder, server.url, runs, pairs);
    console.log(`${server.what}: ${runs} runs, ${compared.calls} calls, ${pairs} pairs with a bare client`);
    return report(compared, most);
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function report({ added, share, hand, whole }: Compared, most: Targets): boolean {
  const row = (what: string, value: number, unit: string, limit: number | undefined) => [
    ...[what, `${value.toFixed(1)} ${unit}`],
    ...(limit === undefined ? ['', ''] : [`at most ${limit} ${unit}`, verdict(value, limit)]),
  ];
  table([
    ['warm', 'median', 'target', ''],
    row('outside the calls', added, 'ms', most.added),
    row('share of the run', share, '%', most.share),
    ['check / bare client', `${whole.toFixed(0)} / ${hand.toFixed(0)} ms`, '', ''],
  ]);
  return added <= (most.added ?? Infinity) && share <= (most.share ?? Infinity);
}
