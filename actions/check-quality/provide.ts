/** Where the programs of tools come from: as the machine has them, or as this action pins them. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemExec } from '../../shared/action/exec.ts';
import { provide } from '../../shared/tools/lock/provide.ts';
import { actionsCache } from '../../shared/tools/lock/store-cache.ts';
import type { Tool } from '../../shared/tools/tool.ts';
import type { Check } from './task.ts';

/** @throws ToolError where a program is not there, or one that nothing may run */
export function providing({
  host,
  signal,
  inputs,
}: Check): (tool: Tool) => Promise<{ readonly program?: string; readonly version?: string }> {
  const env = (name: string) => host.env(name);
  const say = (line: string) => host.info(line);
  const { from, mirror, offline } = inputs;
  const cache = join(env('RUNNER_TOOL_CACHE') ?? join(env('HOME') ?? homedir(), '.cache'), 'jarvis-tools');
  const storeCache = actionsCache(env, say);
  const options = {
    ...{ from, exec: systemExec, env, signal, cache, say },
    platform: `${process.platform}-${process.arch}`,
    ...(mirror === undefined ? {} : { mirror }),
    ...(offline === undefined ? {} : { offline }),
    ...(storeCache === undefined ? {} : { storeCache }),
    askLater: true as const,
  };
  return async ({ id }) => {
    // It is a part of this action.
    if (id === 'secretlint') return {};
    const { program, version } = await provide(id, options);
    return version === null ? { program } : { program, version };
  };
}
