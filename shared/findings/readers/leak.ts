/** What the readers of secret scanners share. */
import type { Draft } from '../model.ts';

/** The secret that a field holds in clear; undefined where the tool blotted it out. */
export function secretOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  return /^\s*(\*+|\[?redacted\]?)\s*$/i.test(value) ? undefined : value;
}

/** A finding of this kind with what is the same for all of them: it blocks unless somebody says otherwise. */
export function leak(draft: Omit<Draft, 'category' | 'aliases' | 'severity'>, original: string | null = null): Draft {
  return { category: 'secret', aliases: [], severity: { level: 'high', original }, ...draft };
}

/** A title out of the rule's name alone, as every other text of such a report may hold the secret. */
export const titleOf = (kind: string) => `A secret is in the open: ${kind}`;

/** Where it stands in the history; empty for what is no commit. */
export function commitOf(value: unknown): string {
  return typeof value === 'string' && /^[0-9a-f]{7,64}$/.test(value)
    ? ` It stands in commit ${value.slice(0, 12)}.`
    : '';
}
