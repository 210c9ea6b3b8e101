/** The cells of figures 1 to 3, 5 and 6: what our judge alone is held to. */
import { oracleFor } from './against.ts';
import { type Cell, cellOf } from './cell.ts';
import {
  disturbances,
  dying,
  failing,
  identical,
  incident,
  laterBy,
  slower,
  slownesses,
  type Traffic,
} from './families.ts';
import { bucketShares, usual } from './law.ts';
import { wald } from './limits.ts';
import type { Scenario } from './scenario.ts';
import {
  detection,
  falseRollbacks,
  harm,
  harmBudget,
  inScrapes,
  limitOf,
  outright,
  promotion,
  rash,
} from './targets.ts';

const rates = [10, 100, 1000] as const;
export const baselines = [0.001, 0.01] as const;
export const traffics: readonly Traffic[] = rates.flatMap((rps) => baselines.map((errors) => ({ rps, errors })));
export const slowest: readonly Traffic[] = baselines.map((errors) => ({ rps: 1, errors }));

const bounds: Readonly<Record<string, number>> = {
  'outage, late baseline': 0.01,
  clustered: 0.015,
  'sick instances': 0.04,
};

function figure1(): Cell[] {
  const force = { force: true };
  const plain = [...slowest, ...traffics].map((traffic) => cellOf(1, identical(traffic), falseRollbacks(0.005), force));
  const disturbed = Object.entries(disturbances).flatMap(([family, make]) =>
    traffics.map((traffic) => cellOf(1, make(traffic), falseRollbacks(bounds[family] ?? 0.005), force)),
  );
  return [...plain, ...disturbed];
}

export const bernoulli = (rate: number) => [rate, 1 - rate];

/** How a canary that fails a share `bad` of its requests is found; `limited` to figure 2's target. */
function errorCell(scenario: Scenario, good: number, bad: number, how: { limited: boolean; force: boolean }): Cell {
  const number = wald(bernoulli(bad), bernoulli(good));
  const limit = how.limited ? limitOf(scenario, { number, times: 1.9, extra: bad - good }) : undefined;
  const oracle = oracleFor('errors', bernoulli(bad), bernoulli(good));
  return cellOf(2, scenario, detection(number, limit), { part: 0.25, oracle, force: how.force });
}

function figure2(): Cell[] {
  return [...slowest, ...traffics].flatMap((traffic) => {
    const { errors: good } = traffic;
    const bads = [2, 5, 10].map((times) => [times * good, `errors x${times}`] as const);
    const now = [...bads, [0.5, '50 % errors'] as const].map(([bad, what]) =>
      errorCell(failing(traffic, bad, what), good, bad, { limited: true, force: false }),
    );
    // The report measured late faults without setting a figure; the timetable keeps the first weight until then.
    const late = laterBy(420, failing(traffic, 10 * good, 'errors x10 from 7 min', 420));
    return [...now, errorCell(late, good, 10 * good, { limited: false, force: true })];
  });
}

function figure3(): Cell[] {
  const fast = [100, 1000].flatMap((rps) => baselines.map((errors) => ({ rps, errors, every: 1 })));
  const faults = [...slowest, ...traffics.filter(({ rps }) => rps <= 10), ...fast].map((traffic) =>
    cellOf(
      3,
      failing(traffic, 0.5, '50 % errors'),
      traffic.rps <= 10 ? outright('requests', 10) : outright('seconds', 2),
      { part: 0.25 },
    ),
  );
  const deaths = [1, 10, 100].map((rps) =>
    cellOf(3, dying({ rps, errors: 0.01 }), outright('seconds', 15), { part: 0.1 }),
  );
  return [...faults, ...deaths];
}

function figure5(): Cell[] {
  const within: readonly (readonly [Traffic, number])[] = [
    [{ rps: 100, errors: 0.001 }, 120],
    [{ rps: 100, errors: 0.01 }, 240],
    [{ rps: 10, errors: 0.001 }, 660],
  ];
  const good = within.map(([traffic, seconds]) =>
    cellOf(5, identical(traffic, 'identical, promoted'), promotion(seconds), { part: 0.25 }),
  );
  const harmful = traffics.flatMap((traffic) =>
    [1, 2].map((times) => {
      const bad = traffic.errors + times * harmBudget;
      return cellOf(5, failing(traffic, bad, `${times} x the harm budget`), harm, { part: 0.5 });
    }),
  );
  // At 10 minutes most releases at 100 rps are over; the early outage meets them at their first or second weight.
  const incidents = traffics.flatMap((traffic) =>
    [incident(traffic, 'outage', 600), incident(traffic, 'outage at 45 s', 45)].map((scenario) =>
      cellOf(5, scenario, rash, { part: 0.25 }),
    ),
  );
  return [...good, ...harmful, ...incidents];
}

function figure6(): Cell[] {
  const slow = traffics.filter(({ errors }) => errors === 0.001);
  return slow.flatMap((traffic) =>
    Object.entries(slownesses).map(([what, { law, times }]) => {
      const scenario = slower(traffic, law, what);
      const [bad, good] = [bucketShares(law), bucketShares(usual)];
      const number = wald(bad, good);
      const most = Math.max((times ?? 0) * number, inScrapes(scenario, 3));
      const limit = times === undefined ? undefined : { requests: most, words: `<= ${times} x Wald or three scrapes` };
      const oracle = oracleFor('buckets', bad, good);
      return cellOf(6, scenario, detection(number, limit), { part: 0.25, oracle });
    }),
  );
}

/** Every cell, in the order of the figures. */
export function figures(): readonly Cell[] {
  return [...figure1(), ...figure2(), ...figure3(), ...figure5(), ...figure6()];
}
