/** What runs must come to: the figures as verdicts over outcomes. */
import type { Conclude } from './cell.ts';
import {
  countOf,
  limitsOf,
  median,
  medianAtLeast,
  numberText,
  percentText,
  quantile,
  shareOf,
  untilRollback,
} from './outcome.ts';
import type { Scenario } from './scenario.ts';

/** Share of all requests that a bad version may cost; ladder and settings are those of `ours.ts`. */
export const harmBudget = 0.005;
const horizon = 1800;
const firstShare = 0.05;
/** 95 %. */
const z = 1.96;

/** A cell fails when even the lower limit of what was seen is above the bound. */
export function falseRollbacks(bound: number): Conclude {
  return (outcomes, doubt) => {
    const rolled = countOf(outcomes, 'rolled-back');
    const looks = median(outcomes.map((outcome) => outcome.looks));
    return {
      values: {
        runs: String(outcomes.length),
        'rolled back': percentText(rolled / outcomes.length),
        looks: numberText(looks),
      },
      target: `<= ${percentText(bound)}`,
      pass: limitsOf(rolled, outcomes.length, Math.max(z, doubt)).lower <= bound,
    };
  };
}

/** What figure 2 holds a regression to, if to anything. */
export interface Limit {
  readonly requests: number;
  readonly words: string;
}

export interface Regression {
  /** Wald's number. */
  readonly number: number;
  /** Times Wald that are allowed. */
  readonly times: number;
  /** Share of all requests that it costs beyond the baseline's. */
  readonly extra: number;
}

/** Requests of the canary in so many scrapes at the first weight. */
export function inScrapes({ rps, every, ladder }: Scenario, scrapes: number): number {
  return scrapes * rps * every * ((ladder?.[0] ?? 100 * firstShare) / 100);
}

/** Failures of the baseline before t = 0; with fewer than 8 nobody knows how they are spread. */
const known = ({ rps, history = horizon, errors }: Scenario) => rps * history * errors('baseline', -1) >= 8;

/**
 * Where Wald's number itself is small, or little is known, scrapes are the limit. A limit below Wald's number would be
 * one that no rule can keep, so Wald's is the least.
 */
export function limitOf(scenario: Scenario, { number, times, extra }: Regression): Limit | undefined {
  if (extra <= harmBudget + 1e-9) return undefined;
  if (inScrapes(scenario, horizon / scenario.every) < 5 * number) return undefined;
  const few = Math.max(10, inScrapes(scenario, 3));
  const isFew = number < 30 || number < inScrapes(scenario, 2) || !known(scenario);
  if (isFew && few >= number) return { requests: few, words: `<= ${numberText(few)} requests` };
  return { requests: times * number, words: `<= ${times} x Wald` };
}

export function detection(number: number, limit: Limit | undefined): Conclude {
  return (outcomes, doubt) => {
    const needed = untilRollback(outcomes);
    const middle = median(needed);
    const seconds = outcomes.filter(({ kind }) => kind === 'rolled-back').map(({ t }) => t);
    const oracles = outcomes.flatMap(({ oracle }) => oracle ?? []);
    const found = limitsOf(countOf(outcomes, 'rolled-back'), outcomes.length, doubt).upper;
    return {
      values: {
        Wald: numberText(number),
        ...(oracles.length === 0 ? {} : { SPRT: numberText(median(oracles)) }),
        requests: numberText(middle),
        p95: numberText(quantile(needed, 0.95)),
        failed: numberText(median(outcomes.map(({ failed }) => failed))),
        'x Wald': Number.isFinite(middle) ? (middle / number).toFixed(2) : '-',
        'rolled back': percentText(shareOf(outcomes, 'rolled-back')),
        promoted: percentText(shareOf(outcomes, 'promoted')),
        seconds: numberText(median(seconds)),
      },
      target: limit ? `${limit.words}, >= 98 %` : '',
      pass: limit && medianAtLeast(needed, doubt) <= limit.requests && found >= 0.98,
    };
  };
}

/** An outright fault is over after so many requests or seconds. */
export function outright(by: 'requests' | 'seconds', most: number): Conclude {
  return (outcomes, doubt) => {
    const taken = {
      requests: untilRollback(outcomes),
      seconds: outcomes.map(({ kind, t }) => (kind === 'rolled-back' ? t : Number.POSITIVE_INFINITY)),
    };
    const found = limitsOf(countOf(outcomes, 'rolled-back'), outcomes.length, doubt).upper;
    return {
      values: {
        requests: numberText(median(taken.requests)),
        seconds: numberText(median(taken.seconds)),
        'rolled back': percentText(shareOf(outcomes, 'rolled-back')),
      },
      target: `<= ${most} ${by === 'requests' ? 'requests' : 's'}, >= 98 %`,
      pass: medianAtLeast(taken[by], doubt) <= most && found >= 0.98,
    };
  };
}

export function promotion(seconds: number): Conclude {
  return (outcomes, doubt) => {
    const took = outcomes.map(({ kind, t }) => (kind === 'promoted' ? t : Number.POSITIVE_INFINITY));
    return {
      values: {
        promoted: percentText(shareOf(outcomes, 'promoted')),
        'rolled back': percentText(shareOf(outcomes, 'rolled-back')),
        seconds: numberText(median(took)),
      },
      target: `<= ${seconds} s`,
      pass: medianAtLeast(took, doubt) <= seconds,
    };
  };
}

/** At the harm budget or beyond it. */
export const harm: Conclude = (outcomes, doubt) => {
  const promoted = countOf(outcomes, 'promoted');
  return {
    values: {
      promoted: percentText(promoted / outcomes.length),
      'rolled back': percentText(shareOf(outcomes, 'rolled-back')),
    },
    target: '<= 5 % promoted',
    pass: limitsOf(promoted, outcomes.length, Math.max(z, doubt)).lower <= 0.05,
  };
};

/** Both versions are beyond the objective: a release under way must stand still. */
export const rash: Conclude = (outcomes) => {
  const raised = outcomes.filter((outcome) => outcome.rash > 0).length;
  return {
    values: {
      'raised in it': String(raised),
      promoted: percentText(shareOf(outcomes, 'promoted')),
      'rolled back': percentText(shareOf(outcomes, 'rolled-back')),
    },
    target: 'no raise during a shared incident',
    pass: raised === 0,
  };
};
