/** What came of one run, and what many runs say together. */

export interface Outcome {
  readonly kind: 'rolled-back' | 'promoted' | 'inconclusive';
  /** Seconds since the first raise. */
  readonly t: number;
  /** Requests that the canary served (since its fault began), and those of them that failed. */
  readonly requests: number;
  readonly failed: number;
  readonly looks: number;
  /** Raises while the baseline was beyond its objective. */
  readonly rash: number;
  /** Requests after which the oracle rolled the same canary back; infinite when it did not. */
  readonly oracle?: number;
}

const sorted = (values: readonly number[]) => Float64Array.from(values).sort();

/** The q-quantile; what never happened counts as infinite. */
export function quantile(values: readonly number[], q: number): number {
  const at = Math.min(values.length - 1, Math.max(0, Math.floor(values.length * q)));
  return sorted(values)[at] ?? Number.POSITIVE_INFINITY;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** The lowest that the median may be, `doubt` standard errors below what was seen. */
export function medianAtLeast(values: readonly number[], doubt: number): number {
  return quantile(values, 0.5 - doubt / (2 * Math.sqrt(values.length)));
}

export function countOf(outcomes: readonly Outcome[], kind: Outcome['kind']): number {
  return outcomes.filter((outcome) => outcome.kind === kind).length;
}

export function shareOf(outcomes: readonly Outcome[], kind: Outcome['kind']): number {
  return countOf(outcomes, kind) / outcomes.length;
}

/** Canary requests until the rollback, misses infinite. */
export function untilRollback(outcomes: readonly Outcome[]): number[] {
  return outcomes.map(({ kind, requests }) => (kind === 'rolled-back' ? requests : Number.POSITIVE_INFINITY));
}

/** Limits of a share after Wilson, `z` standard errors to either side: 1.96 for 95 %. */
export function limitsOf(
  successes: number,
  runs: number,
  z: number,
): { readonly lower: number; readonly upper: number } {
  const share = successes / runs;
  const centre = share + (z * z) / (2 * runs);
  const spread = z * Math.sqrt((share * (1 - share)) / runs + (z * z) / (4 * runs * runs));
  const scale = 1 + (z * z) / runs;
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) };
}

export const percentText = (share: number) => `${Number((100 * share).toFixed(2))} %`;
export const numberText = (value: number) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : 'never');
