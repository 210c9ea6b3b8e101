/** What a look at the target means for the controller. */
import type { ControllerEvent } from '../../shared/release/control.ts';
import type { TargetStatus } from '../../shared/release/target.ts';

/** The canary's state, or that the release is no longer this run's. */
export function eventOf(
  { versions, release }: TargetStatus,
  canary: string,
  mine: { readonly release: string; readonly fence: number },
): ControllerEvent {
  const same = release?.id === mine.release;
  if (!same || release.fence !== mine.fence || release.phase !== 'running') {
    const ended = same && release.verdict !== null;
    const reason = ended ? release.reason : 'another run took the release over';
    return { kind: 'taken', verdict: (same ? release.verdict : null) ?? 'error', reason };
  }
  const found = versions.find(({ version }) => version === canary);
  return { kind: 'seen', canary: found?.state ?? 'gone', problem: found?.problem ?? '', approved: release.approved };
}
