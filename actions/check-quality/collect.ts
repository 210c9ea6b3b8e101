/** Runs the tools beside each other, and says while they work who still does. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Host } from '../../shared/action/host.ts';
import { failureOfThrown } from '../../shared/tools/failure.ts';
import type { Ran, Tool, ToolMeans } from '../../shared/tools/tool.ts';

/** Seconds between two lines about what still runs. */
const pace = 15;

/** Resolves when all have ended, each by itself or by its limit; what a tool throws is its own failure. */
export async function runTools(
  host: Pick<Host, 'info'>,
  tools: readonly Tool[],
  meansOf: (tool: Tool) => Promise<ToolMeans>,
): Promise<readonly Ran[]> {
  const working = new Set(tools);
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const over = new AbortController();
  const told = tell(host, working, seconds, over.signal);
  const runs = tools.map(async (tool) => {
    const ran = await runOne(tool, meansOf, seconds);
    working.delete(tool);
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
    const failure = failureOfThrown(error);
    return { id: tool.id, version: null, seconds: seconds() - began, report: null, beside: {}, failure };
  }
}

async function tell(
  host: Pick<Host, 'info'>,
  working: ReadonlySet<Tool>,
  seconds: () => number,
  over: AbortSignal,
): Promise<void> {
  for (;;) {
    await sleep(1000 * pace, undefined, { signal: over }).catch(() => undefined);
    if (over.aborted) return;
    host.info(
      `${Math.round(seconds())} s: still at work: ${[...new Set([...working].map(({ id }) => id))].join(', ')}`,
    );
  }
}

function endOf({ id, target, version, seconds, failure }: Ran): string {
  const name = version === null ? id : `${id} ${version}`;
  const label = target === undefined ? name : `${name} (${target})`;
  const time = `${seconds.toFixed(1)} s`;
  // What a program said when it failed is told later, once it is known what in it is secret.
  return failure === undefined ? `${label}: ended after ${time}` : `${label}: ${failure.kind} (${time})`;
}
