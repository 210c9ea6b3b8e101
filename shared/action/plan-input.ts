/** The input `plan`: a path, or the YAML itself. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Plan } from '../plan/plan.ts';
import { InputError } from './errors.ts';
import type { Host } from './host.ts';

/**
 * Reads the plan that an input names. The environment's JARVIS_LISTEN overrides `target.listen`, so that one plan serves
 * several runs on a machine.
 * @throws InputError for a missing file or a wrong plan
 */
export async function loadPlan(host: Host, input: string): Promise<Plan> {
  const inline = /\n|^\s*service\s*:/.test(input);
  const root = host.env('GITHUB_WORKSPACE') ?? process.cwd();
  const path = resolve(root, input);
  const text = inline ? input : readPlanFile(input, path);
  // YAML and the schema are most of a start, so a plan that is not there does not wait for them.
  const { readPlan } = await import('../plan/read.ts');
  const plan = readPlan(text, inline ? 'plan' : relative(root, path));
  const listen = host.env('JARVIS_LISTEN');
  return listen === undefined ? plan : { ...plan, target: { ...plan.target, ...listenAt(listen) } };
}

function readPlanFile(input: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return missing(input, path, error as NodeJS.ErrnoException);
  }
}

function missing(input: string, path: string, error: NodeJS.ErrnoException): never {
  const why = error.code === 'ENOENT' ? `there is no file ${path}` : `${path} cannot be read (${error.code})`;
  throw new InputError(
    `input plan is ${JSON.stringify(input)}: ${why}; expected the path of a plan such as jarvis.yml, or the plan's YAML itself`,
  );
}

function listenAt(listen: string): { readonly host: string; readonly port: number } {
  const port = Number(/^(?:127\.0\.0\.1|localhost):(\d{1,5})$/.exec(listen)?.[1]);
  if (port >= 1 && port <= 65535) return { host: '127.0.0.1', port };
  throw new InputError(
    `JARVIS_LISTEN is ${JSON.stringify(listen)}; expected a loopback address and a port, such as 127.0.0.1:8080`,
  );
}
