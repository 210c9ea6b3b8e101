/** How traffic goes back to the stable version: looked at first, and in steps while that one is short of capacity. Pure. */
import type { TargetStatus, VersionStatus } from './target.ts';

export type Move =
  /** Everything goes back now, and the canary is taken away. */
  | { readonly kind: 'discard' }
  /** Percent: as much goes back as the stable version can carry. */
  | { readonly kind: 'lower'; readonly weight: number }
  | { readonly kind: 'wait' }
  /** Nobody is there to go back to: the canary keeps what it has, under the target's deadline. */
  | { readonly kind: 'hold'; readonly reason: string };

export interface Return {
  readonly stable: VersionStatus | undefined;
  readonly canary: VersionStatus | undefined;
  /** Percent that is in force. */
  readonly weight: number;
  /** Seconds since the return began, and how many it may take. */
  readonly waited: number;
  readonly patience: number;
}

/** What is looked at before a return, of a release of `version`. */
export function sceneOf({ stable, versions, release }: TargetStatus, version: string) {
  const find = (name: string | null) => versions.find((each) => each.version === name);
  return { stable: find(stable), canary: find(version), weight: release?.weight ?? 0, step: release?.step ?? -1 };
}

/** A canary that is ill, or has no traffic, has nothing to wait for; a healthy one bridges the time that the stable one needs. */
export function nextMove({ stable, canary, weight, waited, patience }: Return): Move {
  if (weight === 0 || canary?.state !== 'healthy') return { kind: 'discard' };
  if (stable?.state !== 'healthy') {
    if (waited < patience) return { kind: 'wait' };
    // Last, because it may be the long end of a log.
    const why = stable?.problem === undefined ? '' : ` (${stable.problem})`;
    const who = stable === undefined ? 'the stable version' : `the stable version ${stable.version}`;
    const reason = `traffic stays at ${canary.version}, because ${who} is ${stable?.state ?? 'gone'} and has not come back in ${patience} s${why}`;
    return { kind: 'hold', reason };
  }
  // After that a short stable version is better than one that was found bad.
  if (stable.capacity >= 100 || waited >= patience) return { kind: 'discard' };
  const lower = Math.ceil((100 - stable.capacity) * 10) / 10;
  return lower < weight ? { kind: 'lower', weight: lower } : { kind: 'wait' };
}

/** Since when and until when (ISO) nobody healthy served, where that is over: the canary fell ill before the stable one recovered. */
export function darkBefore({ stable, canary }: Pick<Return, 'stable' | 'canary'>): readonly [string, string] | null {
  const ill = canary?.state === 'unhealthy' || canary?.state === 'stopped';
  if (!ill || stable?.state !== 'healthy' || stable.since <= canary.since) return null;
  return [canary.since, stable.since];
}

/** Since when nobody healthy serves (ISO), where that is so: users see errors. */
export function darkSince({ stable, canary }: Pick<Return, 'stable' | 'canary'>): string | null {
  const known = [stable, canary].filter((version) => version !== undefined);
  if (known.length === 0 || known.some(({ state }) => state === 'healthy')) return null;
  return (
    known
      .map(({ since }) => since)
      .toSorted()
      .at(-1) ?? null
  );
}
