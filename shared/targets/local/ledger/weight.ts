/** Moves the weight of the canary, and says what share each version really gets. */
import type { WeightChange } from '../../../release/target.ts';
import {
  entered,
  type Health,
  type Instant,
  type Ledger,
  lowering,
  openRelease,
  type Reduced,
  type Refused,
  type Release,
  raising,
  refuse,
} from './ledger.ts';

/** Smallest step of a weight, in percent. */
export const granularity = 0.1;

export function setWeight(
  ledger: Ledger,
  release: Release,
  change: WeightChange,
  health: Health,
  now: Instant,
): Reduced {
  const { weight, step, reason, memo } = change;
  const refused = unfit(release, weight, health);
  if (refused) return refused;
  const phase = weight > 0 ? 'running' : release.phase;
  const deadline = now.mono + release.lease;
  const kept = memo === undefined ? release.memo : memo;
  const next = { ...release, weight, step, reason, phase, deadline, memo: kept } as const;
  const effects = weight < release.weight ? lowering : raising;
  return { ledger: entered(ledger, next, 'set-weight', reason, now), effects };
}

function unfit(release: Release, weight: number, health: Health): Refused | null {
  const steps = weight / granularity;
  if (!(weight >= 0 && weight <= 100) || Math.abs(steps - Math.round(steps)) > 1e-6) {
    return refuse('invalid', `weight: ${weight} is not a share; expected 0 to 100 in steps of ${granularity}`);
  }
  if (weight === 0) return strandedBy(release, health);
  if (weight <= release.weight) return null;
  if (release.returning) {
    return refuse('ended', `release ${release.id} is being taken back: ${release.version} gets no more traffic in it`);
  }
  if (release.baseline === null) {
    return refuse('invalid', `there is no stable version beside ${release.version}: make it the stable one instead`);
  }
  return health.canary
    ? null
    : refuse('unhealthy', `${release.version} does not pass its health check: it gets no more traffic`);
}

/** Traffic never goes to a dead stable while the canary that has some of it is healthy. */
export function strandedBy({ version, baseline, weight }: Release, health: Health): Refused | null {
  if (weight === 0 || health.stable || !health.canary) return null;
  const message = `${baseline ?? 'the stable version'} is not healthy and ${version} is: traffic stays at ${version}`;
  return refuse('stable-unhealthy', `${message}; promote it, or wait until the stable version is back`);
}

/**
 * The canary's share in percent as the router serves it: the ledger's weight while both are healthy, else all to the
 * healthy one, but never to a canary that has no weight of its own.
 */
export function servedWeight(ledger: Ledger, health: Health): number {
  const weight = openRelease(ledger)?.weight ?? 0;
  if (weight === 0 || !health.canary) return 0;
  if (!health.stable) return 100;
  return health.lapsed ? 0 : weight;
}
