/** How a release ends, in the words that every action writes to its `verdict` output. */
export const verdicts = ['promoted', 'held', 'rolled-back', 'refused', 'inconclusive', 'error'] as const;
export type Verdict = (typeof verdicts)[number];

/** A step of a workflow passes on these two alone. */
export function passes(verdict: Verdict): boolean {
  return verdict === 'promoted' || verdict === 'held';
}
