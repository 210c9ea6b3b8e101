/**
 * How many times as often as the baseline the canary fails, as a confidence sequence: limits that hold however often one
 * looks. For readers only; nothing is decided by it.
 */
import type { EvidenceLine, Observation } from './evidence.ts';
import type { Trial } from './judge/errors.ts';
import { logSum } from './judge/logs.ts';
import { emptyWindow, join, rest, type Stratum, type Window } from './judge/window.ts';

/** One stratum; its evidence is divided by `dispersion` (at least 1), as the judge divides its own. */
export interface RatioTrial extends Trial {
  readonly dispersion: number;
}

/** Limits of the canary's error rate over the baseline's; no `high` where nothing bounds it yet, `low` is 0 likewise. */
export interface RatioLimits {
  readonly low: number;
  readonly high: number | undefined;
}

/** Confidence that is usual among readers; the judge's own alpha is spent on decisions. */
export const ratioAlpha = 0.05;

/**
 * How far the alternatives lie from a ratio that is doubted: far ones tell with few errors, near ones with many. The
 * nearest bounds how narrow limits ever get: 5 % to each side, where 2 alone would leave 44 %.
 */
const factors = [1.1, 1.5, 3, 8] as const;

/** The strata that the judge weighed, each with the dispersion it was weighed with; what it left out is left out. */
export function trialsOf(lines: readonly EvidenceLine[]): RatioTrial[] {
  const dispersions = dispersionsOf(lines);
  const found: RatioTrial[] = [];
  let window: Window = emptyWindow;
  let weight = 0;
  let dispersion = 1;
  const keep = (stratum: Stratum | undefined) => {
    if (stratum) found.push(trial(stratum, dispersion));
  };
  for (const line of lines.filter(isJudged)) {
    if (line.weight !== weight) {
      keep(rest(window, line.from));
      window = emptyWindow;
      weight = line.weight;
    }
    dispersion = dispersions.get(line.t) ?? dispersion;
    const joined = join(window, line);
    window = joined.window;
    keep(joined.stratum);
  }
  return found;
}

function isJudged(line: EvidenceLine): line is Observation {
  return 'from' in line && line.t > 0 && line.weight > 0;
}

function dispersionsOf(lines: readonly EvidenceLine[]): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (const line of lines) {
    if (!('decision' in line)) continue;
    const { dispersion } = line.detail;
    if (typeof dispersion === 'number' && dispersion >= 1) known.set(line.t, dispersion);
  }
  return known;
}

function trial({ canary, baseline }: Stratum, dispersion: number): RatioTrial {
  return {
    canary: canary.requests,
    canaryBad: canary.errors,
    baseline: baseline.requests,
    baselineBad: baseline.errors,
    dispersion,
  };
}

/** Evidence (ln e-values) that the ratio is above, or below, the one that is doubted. */
export interface Against {
  readonly above: number;
  readonly below: number;
}

const alternatives = [...factors, ...factors.map((factor) => 1 / factor)];
/** Growth of every alternative before anything was seen. */
export const noGrowth: readonly number[] = alternatives.map(() => 0);

/**
 * The growth (ln) of every alternative with one stratum more. Given all the errors of a stratum, the canary's share of
 * them is about binomial, whatever the baseline's rate is, so that a growth is a log likelihood ratio: k_c ln f - (k_c +
 * k_b) ln((f r n_c + n_b) / (r n_c + n_b)); 1 + x <= e^x keeps it valid where errors are not rare.
 */
export function grown(growth: readonly number[], seen: RatioTrial, ratio: number): readonly number[] {
  const { canary, canaryBad, baseline, baselineBad, dispersion } = seen;
  const errors = canaryBad + baselineBad;
  if (canary === 0 || baseline === 0 || errors === 0) return growth;
  const share = (ratio * canary) / (ratio * canary + baseline);
  return growth.map((before, index) => {
    const factor = alternatives[index] ?? 1;
    return before + (canaryBad * Math.log(factor) - errors * Math.log1p((factor - 1) * share)) / dispersion;
  });
}

/** Averages the alternatives of each side; "at most the ratio" and "at least the ratio" are refuted each by its own. */
export function evidence(growth: readonly number[]): Against {
  const mean = (side: readonly number[]) => logSum(side) - Math.log(side.length);
  return { above: mean(growth.slice(0, factors.length)), below: mean(growth.slice(factors.length)) };
}

function against(trials: readonly RatioTrial[], lnRatio: number): Against {
  const ratio = Math.exp(lnRatio);
  return evidence(trials.reduce((growth, seen) => grown(growth, seen, ratio), noGrowth));
}

/** Limits beyond these, up or down, are none. */
const farthest = Math.log(1e6);
/** Halvings of the search: limits are exact to far more digits than are shown. */
const halvings = 40;

/**
 * Both limits at 1 - `alpha`: ratios that neither one-sided evidence refutes at 2 / `alpha`. Each side is monotone in the
 * ratio, as the likelihood is log-concave in ln(ratio); hence always an interval, and never empty. With a ratio that
 * changed on the way, `low` is still at most its highest and `high` at least its lowest value. The limits of earlier looks
 * are not intersected: after a late fault nothing would be left of an interval.
 */
export function ratioLimits(trials: readonly RatioTrial[], alpha: number = ratioAlpha): RatioLimits {
  const needed = Math.log(2 / alpha);
  const low = edge((at) => against(trials, at).above >= needed, -farthest, farthest);
  const high = edge((at) => against(trials, at).below >= needed, farthest, -farthest);
  return { low: low === undefined ? 0 : Math.exp(low), high: high === undefined ? undefined : Math.exp(high) };
}

/** Where what holds at `from` ceases to hold on the way `to` the other end; undefined when it does not hold at `from`. */
function edge(holds: (at: number) => boolean, from: number, to: number): number | undefined {
  if (!holds(from)) return undefined;
  let [held, failed] = [from, to];
  for (let left = halvings; left > 0; left -= 1) {
    const middle = (held + failed) / 2;
    if (holds(middle)) held = middle;
    else failed = middle;
  }
  return held;
}
