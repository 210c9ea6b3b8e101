/** Which tools look at a site, and that they do. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
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
  const provide = providing(task);
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

function isRunnable(id: ReaderId): id is ToolId {
  return toolIds.some((known) => known === id);
}

function idle(id: ReaderId): Ran {
  const message = isRunnable(id)
    ? 'the workspace has nothing for it to look at'
    : 'it is not run from here: give its report in the input reports';
  return { id, version: null, seconds: 0, report: null, beside: {}, failure: { kind: 'absent', message } };
}
