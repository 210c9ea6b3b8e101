/** Which tools look at a site, and that they do. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReaderId } from '../../shared/findings/readers/reader.ts';
import { fitting, type ToolId, toolIds } from '../../shared/tools/all.ts';
import type { Ran } from '../../shared/tools/tool.ts';
import { runTools } from './collect.ts';
import { providing } from './provide.ts';
import type { Site } from './site.ts';
import type { Check } from './task.ts';

/** Runs those that were asked for, or those that fit; one that has nothing to look at or cannot be run is said too. */
export async function look(task: Check, site: Site): Promise<readonly Ran[]> {
  const { host, inputs, signal, raw } = task;
  const asked = inputs.tools === 'auto' ? undefined : inputs.tools;
  const runnable = asked?.filter(isRunnable);
  const tools = fitting(site.files, runnable);
  const folder = mkdtempSync(join(raw, 'site-'));
  const provide = startingLast(providing(task));
  const ran = await runTools(host, tools, async (tool) => ({
    exec: site.git.exec,
    env: (name) => host.env(name),
    workspace: site.workspace,
    folder,
    files: site.files,
    limit: inputs.limit,
    signal,
    ...(await provide(tool)),
  }));
  return [...ran, ...(asked ?? []).filter((id) => !tools.some((tool) => tool.id === id)).map(idle)];
}

/** Seconds that secretlint waits for programs to be found: one that is installed first may take minutes. */
const patience = 1;

/** Secretlint computes in our own process, so that other tools would start late; programs run beside it. */
function startingLast(provide: ReturnType<typeof providing>): ReturnType<typeof providing> {
  const others: Promise<unknown>[] = [];
  return async (tool) => {
    if (tool.id !== 'secretlint') {
      const provided = provide(tool);
      others.push(provided);
      return provided;
    }
    // All tools ask before the first of them has its answer.
    await Promise.resolve();
    await Promise.race([Promise.allSettled(others), sleep(1000 * patience, undefined, { ref: false })]);
    return provide(tool);
  };
}

function isRunnable(id: ReaderId): id is ToolId {
  return toolIds.some((known) => known === id);
}

function idle(id: ReaderId): Ran {
  const message = isRunnable(id)
    ? 'the workspace has nothing for it to look at'
    : 'it is not run from here: give its report in the input reports';
  return { id, version: null, seconds: 0, report: null, beside: {}, failure: { kind: 'absent', message } };
}
