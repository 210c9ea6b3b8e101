/** Puts the release's process beside the stable one at weight 0. */
import type { ProcessSpec, TrafficSpec } from '../spec.ts';
import { digestOf, entered, type Instant, type Ledger, type Reduced, type Release, raising, refuse } from './ledger.ts';

interface Stage {
  readonly spec: ProcessSpec | 'recorded';
  readonly traffic: TrafficSpec;
}

/** A release is of one process for its whole life: another spec under the same release is refused. */
export function stage(ledger: Ledger, release: Release, { spec: asked, traffic }: Stage, now: Instant): Reduced {
  const { version } = release;
  const spec = asked === 'recorded' ? recorded(ledger, release) : asked;
  if (spec === undefined) return refuse('unknown-version', `${version} was never stable here; ${formerly(ledger)}`);
  if (spec.version !== version) return refuse('invalid', `release ${release.id} is of ${version}, not ${spec.version}`);
  if (release.spec && digestOf(release.spec) !== digestOf(spec)) {
    const message = `release ${release.id} of ${version} was staged with another command, folder or environment`;
    return refuse('other-digest', `${message}: end it with rollback, or release it under a version of its own`);
  }
  const next: Release = { ...release, spec };
  // Counters under other bounds start from 0, which must not happen to a release that is being judged.
  const counted = release.weight === 0 ? { ...ledger, traffic } : ledger;
  const applied = entered(counted, next, 'stage', `${version} is started beside ${release.baseline ?? 'nothing'}`, now);
  return { ledger: applied, effects: [...raising, { kind: 'start', spec }] };
}

function recorded({ former }: Ledger, release: Release): ProcessSpec | undefined {
  return release.spec ?? former.find(({ version }) => version === release.version);
}

function formerly({ former }: Ledger): string {
  if (former.length === 0) return 'no earlier version is on record';
  return `versions on record: ${former.map(({ version }) => version).join(', ')}`;
}
