/** What came of a run, and whether it is what was expected. Pure. */
import { type Verdict, verdicts } from '../shared/release/verdict.ts';
import type { Conclusion } from './runner/graph.ts';
import type { RunResult } from './runner/run-state.ts';
import type { Scenario } from './scenario.ts';

export interface Final {
  readonly conclusion: Conclusion;
  readonly verdict: Verdict;
  readonly weight: number;
}

/** Verdict and weight as the last job to end reported them; without a report the verdict is `error`. */
export function readFinal(result: RunResult): Final {
  const byEnd = result.jobs.toSorted((a, b) => b.endedAt - a.endedAt);
  const word = byEnd.map(({ outputs }) => outputs['verdict']).find((value) => value !== undefined);
  const share = byEnd.map(({ outputs }) => outputs['weight']).find((value) => value !== undefined);
  const weight = Number.parseFloat(share ?? '');
  return {
    conclusion: result.conclusion,
    verdict: verdicts.find((verdict) => verdict === word) ?? 'error',
    weight: Number.isNaN(weight) ? 0 : Math.min(100, Math.max(0, weight)),
  };
}

/** How people read the end of a job: one that was skipped has proved nothing. */
export function jobWord(conclusion: Conclusion): string {
  return conclusion === 'skipped' ? 'not-run' : conclusion;
}

/** Every way in which the end differs from what was expected; without a scenario only success is. */
export function compare(final: Final, expected: Scenario['expect'] | undefined): string[] {
  if (expected === undefined)
    return final.conclusion === 'success' ? [] : [`conclusion ${final.conclusion}, not success`];
  const keys = ['conclusion', 'verdict', 'weight'] as const;
  return keys.flatMap((key) => (final[key] === expected[key] ? [] : [`${key} ${final[key]}, not ${expected[key]}`]));
}
