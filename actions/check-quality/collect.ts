/** Runs the tools beside each other, and says while they work who still does. */
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../shared/action/errors.ts';
import type { Host } from '../../shared/action/host.ts';
import type { Ran, Tool, ToolMeans } from '../../shared/tools/tool.ts';

/** Seconds between two lines about what still runs. */
const pace = 15;

/** Resolves when all have ended, each by itself or by its limit; what a tool throws is its own failure. */
export async function runTools(
  host: Pick<Host, 'info'>,
  tools: readonly Tool[],
  meansOf: (tool: Tool) => Promise<ToolMeans>,
): Promise<readonly Ran[]> {
  const working = new Set(tools.map(({ id }) => id));
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const over = new AbortController();
  const told = tell(host, working, seconds, over.signal);
  const runs = tools.map(async (tool) => {
    const ran = await runOne(tool, meansOf, seconds);
    working.delete(tool.id);
    host.info(endOf(ran));
    return ran;
  });
  const all = await Promise.all(runs);
  over.abort();
  await told;
  return all;
}

async function runOne(tool: Tool, meansOf: (tool: Tool) => Promise<ToolMeans>, seconds: () => number): Promise<Ran> {
  const began = seconds();
  try {
    return await tool.run(await meansOf(tool));
  } catch (error) {
    const failure = { kind: 'failed', message: messageOf(error) } as const;
    return { id: tool.id, version: null, seconds: seconds() - began, report: null, beside: {}, failure };
  }
}

async function tell(
  host: Pick<Host, 'info'>,
  working: ReadonlySet<string>,
  seconds: () => number,
  over: AbortSignal,
): Promise<void> {
  for (;;) {
    await sleep(1000 * pace, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    host.info(`${Math.round(seconds())} s: still at work: ${[...working].join(', ')}`);
  }
}

function endOf({ id, version, seconds, failure }: Ran): string {
  const name = version === null ? id : `${id} ${version}`;
  const time = `${seconds.toFixed(1)} s`;
  return failure === undefined
    ? `${name}: ended after ${time}`
    : `${name}: ${failure.kind}: ${failure.message} (${time})`;
}
