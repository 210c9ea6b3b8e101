/** What the judge says to a reader. */
import { errorRate, type Pooled } from '../counts.ts';
import { wealth } from './mix.ts';
import { odds } from './odds.ts';
import { type Because, type Carrier, lacking, minStrata, type Ruling, safeOdds } from './rule.ts';
import { dwellOf, nextWeight } from './settings.ts';
import type { JudgeSettings, JudgeState } from './types.ts';

/** The reason of a ruling at `t` (seconds), with the numbers that it rests on. */
export function reasonOf(state: JudgeState, { because, carrier, decision, late }: Ruling, t: number): string {
  const reason = carrier ? harmText(state, carrier) : text(state, because, t);
  if (late) return lateText(state.settings.deadline, reason);
  return decision === 'rollback' && carrier === undefined ? `${reason}; the plan rolls back then` : reason;
}

/** @param deadline seconds */
export function lateText(deadline: number, reason: string): string {
  return `the deadline of ${deadline} s came first (${reason})`;
}

export const claims: Readonly<Record<Carrier, (settings: JudgeSettings) => string>> = {
  errors: () => 'no worse than the baseline',
  latency: () => 'no worse than the baseline',
  outright: () => 'at most 25 % of the requests fail',
  errorRate: (settings) => `at most ${share(settings.errorRate)} of the requests fail`,
  latencyP95: (settings) => `95 % of the requests take at most ${settings.latencyP95} s`,
  alone: () => 'fails no more often than the baseline did',
};

function harmText({ harm, settings, stage, baseline }: JudgeState, carrier: Carrier): string {
  const against = carrier === 'errors' || carrier === 'latency' ? odds(harm, settings) : wealth(harm[carrier]);
  const mine = `canary ${failures(stage.canary)}`;
  const seen: Readonly<Record<Carrier, string>> = {
    errors: `${mine}, baseline ${failures(stage.baseline)}`,
    latency: `${valuesOf(settings)} of ${stage.canary.requests} requests, over the whole histogram`,
    errorRate: mine,
    outright: mine,
    latencyP95: `latencies of ${stage.canary.requests} requests`,
    alone: `${mine}, the baseline ${failures(baseline)} until it had no traffic`,
  };
  return `${ratioText(against)} against "${claims[carrier](settings)}": ${seen[carrier]}`;
}

const valuesOf = ({ only }: JudgeSettings) => (only === undefined ? 'latencies' : 'values');

function failures(side: Pooled): string {
  return `${side.errors} of ${side.requests} failed (${share(errorRate(side))})`;
}

function text(state: JudgeState, because: Because, t: number): string {
  const { blind, stage, settings, harm } = state;
  const seconds = Math.round(t - stage.since);
  switch (because) {
    case 'idle':
      return 'no traffic on the canary';
    case 'unread':
      return `the canary could not be read for ${Math.round(blind.canary.seconds)} s, the baseline could`;
    case 'no-counts':
      return `no counts at all for ${Math.round(blind.both.seconds)} s`;
    case 'blind':
      return 'not both versions could be read, and nothing goes on unseen';
    case 'failing':
      return 'the canary misses an objective at the moment';
    case 'transition':
      return 'the split has not converged yet';
    case 'unsettled':
      return `the split did not become ${stage.weight} % in ${Math.round(t - (state.unsettled ?? t))} s`;
    case 'no-requests':
      return `no request of the canary in ${seconds} s`;
    case 'few':
      return `${stage.canary.requests} requests of the canary in ${stage.strata} of ${minStrata} readings at ${stage.weight} %`;
    case 'dwell':
      return `${seconds} of ${dwellOf(settings, stage.weight)} s at ${stage.weight} %`;
    case 'suspected':
      return `suspected: ${ratioText(odds(harm, settings))} against "no worse"`;
    case 'unsafe':
      return unsafeText(state, nextWeight(settings, stage.weight));
    case 'safe':
      return `no worse over ${stage.canary.requests} requests at ${stage.weight} %`;
    default:
      return 'the baseline misses an objective too';
  }
}

function unsafeText(state: JudgeState, weight: number): string {
  const [metric, against] = lacking(state, weight) ?? ['errors', 0];
  const needed = ratioText(safeOdds);
  const what = state.settings.only === undefined ? metric : valuesOf(state.settings);
  return `${ratioText(against)} that ${weight} % keeps the ${what} within the harm budget, ${needed} are needed`;
}

/** Why the rule of the last step holds, or not. */
export function lastReason(state: JudgeState, because: Because, t: number): string {
  if (because === 'unsafe') return unsafeText(state, 100);
  return because === 'safe' ? 'no worse, and safe for all traffic' : text(state, because, t);
}

/** ln odds as a reader says them: `118 : 1`. */
function ratioText(ln: number): string {
  const value = Math.exp(Math.min(ln, 500));
  return value >= 1e6 ? `${value.toExponential(1)} : 1` : `${Number(value.toPrecision(3))} : 1`;
}

const share = (rate: number) => `${Number((rate * 100).toFixed(2))} %`;
