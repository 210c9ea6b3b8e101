/** Families that no constant was chosen on: other laws, rates, scrapes, ladders and faults. */
import { type Cell, cellOf } from './cell.ts';
import { failing, identical, laterBy, named, slower, type Traffic } from './families.ts';
import { bucketShares, type Distribution, logNormal, mixed, pareto, scaled, usual, weibull } from './law.ts';
import { wald } from './limits.ts';
import type { Scenario } from './scenario.ts';
import { detection, falseRollbacks, limitOf } from './targets.ts';

const traffics: readonly Traffic[] = [
  { rps: 30, errors: 0.003 },
  { rps: 300, errors: 0.003 },
  { rps: 30, errors: 0.03 },
  { rps: 300, errors: 0.0002 },
  { rps: 300, errors: 0.03, every: 2 },
  { rps: 60, errors: 0.005, every: 15 },
  { rps: 200, errors: 0.002, every: 10 },
];

/** A cache answers 70 % of the requests in milliseconds. */
const cached = mixed(0.7, logNormal(0.35, 0.5), logNormal(0.008, 0.4));
const streamed = weibull(1.2, 1.4);

function drifting(traffic: Traffic): Scenario {
  const rate = (t: number) => traffic.errors * (t < 400 ? 1 : 2.5) * (1 + 0.6 * Math.sin(t / 140));
  return {
    ...identical(traffic, 'drift with a step'),
    errors: (_, t) => rate(t),
    load: (t) => 1 + 0.7 * Math.sin(t / 300),
  };
}

function shaped(what: string, law: Distribution) {
  return (traffic: Traffic): Scenario => ({ ...identical(traffic, what), latency: () => law });
}

const spike = (t: number) => t >= 333 && t < 353;

const calm: Readonly<Record<string, readonly [number, (traffic: Traffic) => Scenario]>> = {
  'identical, other rates': [0.005, (traffic) => identical(traffic, 'identical, other rates')],
  'cached latencies': [0.005, shaped('cached latencies', cached)],
  'streamed latencies': [0.005, shaped('streamed latencies', streamed)],
  'drift with a step': [0.005, drifting],
  'outage of 20 s': [
    0.005,
    (traffic) => ({
      ...identical(traffic, 'outage of 20 s'),
      errors: (_, t) => traffic.errors + (spike(t) ? 0.6 : 0),
    }),
  ],
  'outage, late canary': [
    0.01,
    (traffic) => ({
      ...identical(traffic, 'outage, late canary'),
      errors: (_, t) => traffic.errors + (t >= 700 && t < 820 ? 0.3 : 0),
      late: 'canary',
    }),
  ],
  'pairs of errors': [0.015, (traffic) => ({ ...identical(traffic, 'pairs of errors'), cluster: 2 })],
  'clusters of 20': [0.015, (traffic) => ({ ...identical(traffic, 'clusters of 20'), cluster: 20 })],
  'sick for a minute, 1 of 8': [
    0.04,
    (traffic) => ({
      ...identical(traffic, 'sick for a minute, 1 of 8'),
      errors: () => traffic.errors / 2,
      instances: 7,
      sick: { seconds: 60, errors: 0.3, time: traffic.errors / 0.6 },
    }),
  ],
  'a single instance': [0.005, (traffic) => ({ ...identical(traffic, 'a single instance'), instances: 1 })],
  'two minutes of history': [0.005, (traffic) => ({ ...identical(traffic, 'two minutes of history'), history: 120 })],
  'no history': [0.005, (traffic) => ({ ...identical(traffic, 'no history'), history: 0 })],
  'from 1 %': [0.005, (traffic) => ({ ...identical(traffic, 'from 1 %'), ladder: [1, 10, 50] })],
  'from 10 %': [0.005, (traffic) => ({ ...identical(traffic, 'from 10 %'), ladder: [10, 40, 80] })],
  'restarts of the baseline': [
    0.005,
    (traffic) => ({ ...identical(traffic, 'restarts of the baseline'), restarts: [122, 503, 504, 1201] }),
  ],
};

function calmCells(): Cell[] {
  return Object.values(calm).flatMap(([bound, make]) =>
    traffics.map((traffic) => cellOf(8, make(traffic), falseRollbacks(bound), { force: true, part: 0.5 })),
  );
}

/** Faults that begin, end and change; Wald's number is that of the fault while it lasts. */
function faults(traffic: Traffic): readonly (readonly [Scenario, number, number])[] {
  const bad = Math.min(0.9, 6 * traffic.errors + 0.01);
  const number = wald([bad, 1 - bad], [traffic.errors, 1 - traffic.errors]);
  const base = failing(traffic, bad, 'x6 and 1 pp');
  const rising: Scenario['errors'] = (side, t) =>
    side === 'canary' ? traffic.errors + (bad - traffic.errors) * Math.min(1, t / 300) : traffic.errors;
  const pulsing: Scenario['errors'] = (side, t) => (side === 'canary' && t % 60 < 10 ? 0.5 : traffic.errors);
  return [
    [base, number, bad],
    [laterBy(420, failing(traffic, bad, 'after 7 minutes', 420)), number, bad],
    [{ ...base, name: named('rising over 5 minutes', traffic), errors: rising }, number, bad],
    [{ ...base, name: named('10 s of every minute', traffic), errors: pulsing }, number, 0.08],
    [
      { ...base, name: named('errors and latency', traffic), latency: (side) => (side === 'canary' ? slow : usual) },
      number,
      bad,
    ],
  ];
}

const slow = scaled(usual, 1.4);
const plain = ['x6 and 1 pp', 'errors and latency'];

function faultCells(): Cell[] {
  return traffics.flatMap((traffic) =>
    faults(traffic).map(([scenario, number, bad]) => {
      const held = plain.some((name) => scenario.name.startsWith(name));
      const limit = held ? limitOf(scenario, { number, times: 1.9, extra: bad - traffic.errors }) : undefined;
      return cellOf(9, scenario, detection(number, limit), { part: 0.1, force: scenario.since !== undefined });
    }),
  );
}

function slowCells(): Cell[] {
  const laws: readonly (readonly [string, Distribution, Distribution])[] = [
    ['cached x1.6', cached, scaled(cached, 1.6)],
    ['cache lost', cached, mixed(0.05, logNormal(0.35, 0.5), logNormal(0.008, 0.4))],
    ['streamed x1.7', streamed, scaled(streamed, 1.7)],
    ['1 % takes 5 s', usual, mixed(0.01, usual, pareto(5, 2))],
  ];
  return traffics.flatMap((traffic) =>
    laws.map(([what, good, bad]) => {
      const scenario = { ...slower(traffic, bad, what), latency: lawOf(good, bad) };
      return cellOf(10, scenario, detection(wald(bucketShares(bad), bucketShares(good)), undefined), { part: 0.1 });
    }),
  );
}

function lawOf(good: Distribution, bad: Distribution): Scenario['latency'] {
  return (side) => (side === 'canary' ? bad : good);
}

export function holdouts(): Cell[] {
  return [...calmCells(), ...faultCells(), ...slowCells()];
}
