/** Who this run is, for the lock and the journal. */
import type { Holder } from '../release/target.ts';
import type { Host } from './host.ts';

export function holderOf(host: Host): Holder {
  const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map((name) =>
    host.env(name),
  );
  return {
    actor: host.env('GITHUB_ACTOR') ?? 'unknown',
    run: server && repository && id ? `${server}/${repository}/actions/runs/${id}` : 'local',
    attempt: Number(host.env('GITHUB_RUN_ATTEMPT') ?? 1),
  };
}
