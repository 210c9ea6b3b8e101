/** The scenario families that the judge's constants were chosen on. */
import { type Distribution, scaled, slowPath, usual } from './law.ts';
import type { Scenario } from './scenario.ts';

export interface Traffic {
  readonly rps: number;
  /** The baseline's share of failed requests. */
  readonly errors: number;
  readonly every?: number;
}

const percent = (share: number) => `${Number((100 * share).toFixed(2))} %`;

export function named(what: string, { rps, errors, every = 5 }: Traffic): string {
  return `${what} · ${rps} rps, ${percent(errors)}${every === 5 ? '' : `, ${every} s`}`;
}

/** Two identical versions. */
export function identical(traffic: Traffic, what = 'identical'): Scenario {
  const { rps, errors, every = 5 } = traffic;
  return { name: named(what, traffic), rps, every, errors: () => errors, latency: () => usual };
}

/** The canary fails this share of its requests, from `from` seconds on. */
export function failing(traffic: Traffic, bad: number, what: string, from = 0): Scenario {
  const errors: Scenario['errors'] = (side, t) => (side === 'canary' && t >= from ? bad : traffic.errors);
  return { ...identical(traffic, what), errors };
}

export function slower(traffic: Traffic, law: Distribution, what: string): Scenario {
  return { ...identical(traffic, what), latency: (side) => (side === 'canary' ? law : usual) };
}

/** A fault that nobody could see before `since`. */
export function laterBy(since: number, scenario: Scenario): Scenario {
  return { ...scenario, since };
}

/** The canary's process never answers, and has no counters to read. */
export function dying(traffic: Traffic): Scenario {
  return { ...identical(traffic, 'dead at once'), dead: 0 };
}

/** Latency regressions of figure 6, and how many times Wald's number they may take; 10 % is within the tolerance. */
export const slownesses: Readonly<Record<string, { readonly law: Distribution; readonly times?: number }>> = {
  'latency x1.1': { law: scaled(usual, 1.1) },
  'latency x1.5': { law: scaled(usual, 1.5), times: 2.5 },
  'latency x2': { law: scaled(usual, 2), times: 3.3 },
  '2 % slow path': { law: slowPath(0.02), times: 3.3 },
};

const hotter: Distribution[] = Array.from({ length: 40 }, (_, index) => scaled(usual, 0.4 + index / 10));

/** Load swings and comes in bursts of 30 s; errors and latency follow it. */
function bursty(traffic: Traffic): Scenario {
  const swing = (t: number) => 1 + 0.5 * Math.sin((2 * Math.PI * t) / 600);
  const none = { block: Number.NaN, factor: 1 };
  let burst = none;
  return {
    ...identical(traffic, 'bursty'),
    begin: () => {
      burst = none;
    },
    load: (t, draw) => {
      const block = Math.floor(t / 30);
      if (block !== burst.block) burst = { block, factor: draw.gamma(2, 1) };
      return swing(t) * burst.factor;
    },
    errors: (_, t) => Math.min(0.9, traffic.errors * swing(t) * Math.max(0.1, burst.factor)),
    latency: (_, t) => hotter[Math.min(39, Math.round(10 * (Math.sqrt(swing(t) * burst.factor) - 0.4)))] ?? usual,
  };
}

const slow = scaled(usual, 3);

/** For three minutes both versions fail 40 % more of their requests, and take three times as long. */
export function incident(traffic: Traffic, what: string, from = 600): Scenario {
  const outage = (t: number) => t >= from && t < from + 180;
  return {
    ...identical(traffic, what),
    errors: (_, t) => traffic.errors + (outage(t) ? 0.4 : 0),
    latency: (_, t) => (outage(t) ? slow : usual),
  };
}

/** What must not be taken for a bad canary, by family. */
export const disturbances: Readonly<Record<string, (traffic: Traffic) => Scenario>> = {
  bursty,
  gaps: (traffic) => ({ ...identical(traffic, 'gaps'), gaps: { lost: 0.2, from: 600, to: 660 } }),
  outage: (traffic) => incident(traffic, 'outage'),
  'outage, late baseline': (traffic) => ({ ...incident(traffic, 'outage, late baseline'), late: 'baseline' }),
  clustered: (traffic) => ({ ...identical(traffic, 'clustered'), cluster: 5 }),
  'sick instances': (traffic) => ({
    ...identical(traffic, 'sick instances'),
    errors: () => 0,
    instances: 19,
    sick: { seconds: 20, errors: 0.2, time: traffic.errors / 0.2 },
  }),
};
