/** What the judge runs with, what it remembers and what it says; plain JSON throughout. */
import type { Pooled } from '../counts.ts';
import type { Decision } from '../evidence.ts';
import type { Ambient } from './guard.ts';
import type { Pivot, SafetyBets } from './harm.ts';
import type { Mix } from './mix.ts';
import type { Dispersion, Placebo } from './placebo.ts';
import type { Window } from './window.ts';

/** Everything that the decisions depend on beside the observations. Seconds; rates as shares of requests (0 to 1). */
export interface JudgeSettings {
  readonly version: 'e-process/1';
  /** Upper bounds of the latency buckets, seconds, rising. */
  readonly bounds: readonly number[];
  /** The ladder: weights in percent, and how long each lasts at least. */
  readonly steps: readonly { readonly weight: number; readonly dwell: number }[];
  readonly deadline: number;
  /** Seconds since the first raise for which latency is not judged. */
  readonly warmUp: number;
  readonly noData: 'hold' | 'rollback';
  /** Objectives, absolute: share of failed requests, and the p95 latency in seconds. */
  readonly errorRate: number;
  readonly latencyP95: number;
  /** Largest tolerable extra share of failed requests over all traffic. */
  readonly harmBudget: number;
  /** Bound on the probability that a version no worse than the baseline is ever rolled back by its own requests. */
  readonly alpha: number;
  /** What the service counts of its model, beside its requests; absent where the plan names nothing. */
  readonly model?: readonly ModelMetric[];
  /** The histogram alone is judged: there is nothing that could fail. */
  readonly only?: 'latency';
}

/** A metric of the service's model, judged as if it were a service of its own. */
export interface ModelMetric {
  readonly name: string;
  /** Which values are worse; of counted failures higher ones. */
  readonly worse: 'higher' | 'lower';
  /** Upper bounds of its histogram, rising, in the metric's own unit; empty where only failures are counted. */
  readonly bounds: readonly number[];
  /** Its own part of the bound on rolling back a version that is no worse. */
  readonly alpha: number;
}

export interface Judged {
  readonly state: JudgeState;
  readonly decision: Decision;
}

/** Where a weight stands: counts of both sides at it, and when it passed. */
export interface Stage {
  /** Percent. */
  readonly weight: number;
  /** When it began; moves on while nothing can be read. */
  readonly since: number;
  readonly canary: Pooled;
  readonly baseline: Pooled;
  /** Strata judged here. */
  readonly strata: number;
  /** When its rule held first; the deadline's clock stands still from then until the next weight. */
  readonly passedAt: number | null;
}

/** Bets on the canary being worse. */
export interface Harm {
  readonly errors: Mix;
  readonly latency: Mix;
  /** Against the objectives, and against failing outright. */
  readonly errorRate: Mix;
  readonly latencyP95: Mix;
  readonly outright: Mix;
  /** Against the baseline as it was, once no traffic is left to it. */
  readonly alone: Mix;
}

/** Bets on the canary costing no more than the budget at one weight. */
export interface Safe {
  /** Percent: the weight that this would allow. */
  readonly weight: number;
  readonly errors: SafetyBets;
  readonly latency: SafetyBets;
}

/** Readings in a row in which a side was missing, and the seconds they cover. */
export interface Blind {
  readonly canary: Unread;
  readonly baseline: Unread;
  readonly both: Unread;
}

export interface Unread {
  readonly readings: number;
  readonly seconds: number;
}

export interface JudgeState {
  readonly settings: JudgeSettings;
  readonly stage: Stage;
  readonly raises: number;
  /** Seconds for which the deadline's clock stood still at earlier weights. */
  readonly idle: number;
  readonly window: Window;
  /** Requests that the canary was given since t = 0, judged or not. */
  readonly served: number;
  /** The baseline before t = 0, and what was judged of it since. */
  readonly history: Pooled;
  readonly baseline: Pooled;
  /** Share of each latency bucket that bets are placed on; null until enough is known. */
  readonly shape: readonly number[] | null;
  readonly harm: Harm;
  readonly safe: readonly Safe[];
  /** The highest weight that was ever shown to be safe, percent. */
  readonly cleared: number;
  readonly pivots: { readonly errors: Pivot; readonly latency: Pivot } | null;
  /** What the baseline, and what the canary does at the moment. */
  readonly ambient: Ambient;
  readonly own: Ambient;
  readonly placebo: Placebo;
  /** As it was found in this minute since t = 0. */
  readonly dispersion: Dispersion & { readonly minute: number };
  readonly blind: Blind;
  /** Since when (seconds) no line has shown the split that was ordered; null when one has. */
  readonly unsettled: number | null;
  /** Worth another look at once. */
  readonly hurried: boolean;
  /** The same of each metric of the model, by name. */
  readonly model?: Readonly<Record<string, JudgeState>>;
}
