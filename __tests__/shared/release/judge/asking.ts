/** Traffic whose requests ask a model: exact shares of each law, so that nothing in it is left to chance. */
import type { Observation, Side } from '../../../../shared/release/evidence.ts';
import type { ModelMetric } from '../../../../shared/release/judge/types.ts';
import { type Flow, flow, history } from './worlds.ts';

export const seconds = [0.1, 0.2, 0.5, 1, 2];
export const rates = [5, 10, 20, 40];
export const firstToken: ModelMetric = { name: 'first-token', worse: 'higher', bounds: seconds, alpha: 0.005 / 3 };
export const rate: ModelMetric = { name: 'tokens-per-second', worse: 'lower', bounds: rates, alpha: 0.005 / 3 };
export const errorLines: ModelMetric = { name: 'error-lines', worse: 'higher', bounds: [], alpha: 0.005 / 3 };
const model = [firstToken, rate, errorLines];
export const asked = { alpha: 0.005, model };

/** Cumulative shares of first tokens (s) and of rates (tokens/s), and the share of answers that break off. */
interface Law {
  readonly first: readonly number[];
  readonly rate: readonly number[];
  readonly broken: number;
}
export const good: Law = { first: [0.2, 0.6, 0.95, 0.99, 0.999, 1], rate: [0.001, 0.01, 0.05, 0.6, 1], broken: 0.002 };
export const lateFirst: Law = { ...good, first: [0.05, 0.3, 0.7, 0.9, 0.98, 1] };
export const slow: Law = { ...good, rate: [0.05, 0.3, 0.6, 0.95, 1] };
export const broken: Law = { ...good, broken: 0.1 };

const grown = (share: number, from: number, to: number) => Math.round(share * to) - Math.round(share * from);

/** Answers `from` to `to` of one side, exact shares of each law. */
function answered(from: number, to: number, law: Law): Side['model'] {
  const spread = (shares: readonly number[]) => shares.map((upTo, at) => grown(upTo - (shares[at - 1] ?? 0), from, to));
  const requests = to - from;
  return {
    'first-token': { requests, errors: 0, buckets: spread(law.first) },
    'tokens-per-second': { requests, errors: 0, buckets: spread(law.rate) },
    'error-lines': { requests, errors: grown(law.broken, from, to), buckets: [] },
  };
}

/** Lines whose sides ask the model with every second request, unless said. */
export function asking(lines: readonly Observation[], canary: Law, baseline = good, share = 0.5): Observation[] {
  const counted = { canary: 0, baseline: 0 };
  const side = (name: 'canary' | 'baseline', counts: Side | null, law: Law): Side | null => {
    if (counts === null) return null;
    const from = counted[name];
    counted[name] = from + Math.round(counts.requests * share);
    return { ...counts, model: answered(from, counted[name], law) };
  };
  return lines.map((line) => ({
    ...line,
    canary: side('canary', line.canary, canary),
    baseline: side('baseline', line.baseline, baseline),
  }));
}

/** Half an hour of history, and then 10 min at 25 % unless said. */
export const at = (given: Partial<Flow> = {}) => [...history(), ...flow({ from: 0, to: 600, weight: 25, ...given })];
