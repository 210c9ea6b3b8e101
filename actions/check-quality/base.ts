/** The commit that this one is compared with, by what the run's event says. */
import { readFileSync } from 'node:fs';
import type { Host } from '../../shared/action/host.ts';

/**
 * A commit or branch; undefined where the event names none. A push to another branch than the default one is compared with
 * that one: what stood there before the push is what the branch itself brought, and nobody has let it pass.
 */
export function baseOf(host: Host): string | undefined {
  const event = eventOf(host);
  const main = text(event, 'repository', 'default_branch');
  const isMain = main !== undefined && text(event, 'ref') === `refs/heads/${main}`;
  const named = [
    text(event, 'pull_request', 'base', 'sha'),
    text(event, 'merge_group', 'base_sha'),
    isMain || main === undefined ? text(event, 'before') : undefined,
  ];
  const commit = named.find((each) => each !== undefined && /^[0-9a-f]{40,64}$/.test(each) && !/^0+$/.test(each));
  const branch = host.env('GITHUB_BASE_REF') ?? main;
  const safe = branch !== undefined && /^[\w][\w./-]*$/.test(branch);
  return commit ?? (safe ? `refs/remotes/origin/${branch}` : undefined);
}

function eventOf(host: Host): unknown {
  const path = host.env('GITHUB_EVENT_PATH');
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // Without an event there is no base to name; whoever asks says so.
    return undefined;
  }
}

function text(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );
  return typeof found === 'string' ? found : undefined;
}
