/** The target's status in the words of the contract. */
import type { ReleaseStatus, TargetStatus, VersionStatus } from '../../../release/target.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { RunningVersion } from '../fleet/version.ts';
import { type Instant, type Ledger, openRelease, type Release } from '../ledger/ledger.ts';

interface Scene {
  readonly ledger: Ledger;
  readonly fleet: Fleet;
  /** The canary's share in percent as it is served. */
  readonly served: number;
  readonly url: string;
  readonly now: Instant;
}

export function describe({ ledger, fleet, served, url, now }: Scene): TargetStatus {
  const { service, stable, former, journal, release } = ledger;
  const canary = fleet.find(openRelease(ledger)?.version ?? '');
  const first = fleet.find(stable?.version ?? '');
  const versions = [
    ...(first ? [describeVersion(first, 'stable', 100 - served)] : []),
    ...(canary ? [describeVersion(canary, 'canary', served)] : []),
    ...fleet.retired().map((version) => describeVersion(version, 'retired', 0)),
  ];
  return {
    service,
    url,
    stable: stable?.version ?? null,
    versions,
    release: release && describeRelease(release, now),
    former: former.map(({ version }) => version),
    journal,
  };
}

export function describeVersion(running: RunningVersion, role: VersionStatus['role'], weight: number): VersionStatus {
  const { spec, state, restarts, url, problem, backend } = running;
  // One process a version: it carries everything, or nothing.
  const carries = { since: new Date(running.since).toISOString(), capacity: state === 'healthy' ? 100 : 0 };
  const status = { version: spec.version, role, state, ...carries, weight, inFlight: backend.inFlight, restarts, url };
  return problem === undefined ? status : { ...status, problem };
}

function describeRelease(release: Release, { mono }: Instant): ReleaseStatus {
  const { last, nonce, worker, deadline, overdue, spec, ...status } = release;
  return { ...status, expiresIn: deadline === null ? null : Math.max(0, deadline - mono) };
}
