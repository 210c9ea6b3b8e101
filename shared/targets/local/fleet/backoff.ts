/** How long to wait before a dead process is started again. Pure; seconds. */

export interface Backoff {
  readonly wait: number;
  /** When it last became healthy on the monotonic clock; null when it has not since its last start. */
  readonly healthySince: number | null;
}

export const calm: Backoff = { wait: 0, healthySince: null };
const [first, longest, reset] = [0.2, 10, 30] as const;

/** Twice as long each time, and from the beginning after 30 s of health. */
export function next({ wait, healthySince }: Backoff, now: number): Backoff {
  const steady = healthySince !== null && now - healthySince >= reset;
  return { wait: steady || wait === 0 ? first : Math.min(longest, wait * 2), healthySince: null };
}
