/** What a reading holds, and how readings add up. */
import { bounds } from './law.ts';

export interface Counts {
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
  readonly instances?: Readonly<Record<string, { readonly requests: number; readonly errors: number }>>;
}

/** One reading; a side that could not be read is null, and its counts follow with the next. */
export interface Reading {
  readonly canary: Counts | null;
  readonly baseline: Counts | null;
  /** Instances that restarted since the reading before. */
  readonly resets?: readonly string[];
}

export const nothing: Counts = { requests: 0, errors: 0, buckets: [...bounds, 0].map(() => 0) };

/** Two readings as one. */
export function plus(one: Counts, other: Counts): Counts {
  const names = new Set([...Object.keys(one.instances ?? {}), ...Object.keys(other.instances ?? {})]);
  const instances = Object.fromEntries(
    [...names].map((name) => {
      const [a, b] = [one.instances?.[name], other.instances?.[name]];
      const requests = (a?.requests ?? 0) + (b?.requests ?? 0);
      return [name, { requests, errors: (a?.errors ?? 0) + (b?.errors ?? 0) }];
    }),
  );
  return {
    requests: one.requests + other.requests,
    errors: one.errors + other.errors,
    buckets: one.buckets.map((count, index) => count + (other.buckets[index] ?? 0)),
    ...(names.size === 0 ? {} : { instances }),
  };
}
