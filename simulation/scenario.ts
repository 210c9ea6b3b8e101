/** From a seed to one release with its faults: plain data, so that a failing one can be made smaller. */
import { anyFault, type Fault } from './faults.ts';
import { Chance } from './random.ts';

export interface Scenario {
  readonly seed: number;
  /** By the rules of target `local`, and not by the simulated target's own. */
  readonly ledger: boolean;
  readonly canary: 'good' | 'bad' | 'turns-bad';
  /** The second step waits for an approval, which comes that many seconds later; null: no gate. */
  readonly gate: number | null;
  /** The canary job ends at 50 % first, and another one goes on. */
  readonly halts: boolean;
  readonly onCancel: 'rollback' | 'hold';
  readonly onDeadline: 'rollback' | 'hold';
  /** The pipeline has a rollback step for when something failed. */
  readonly rollsBack: boolean;
  /** Somebody wants it stable by hand, whatever became of it. */
  readonly insists: boolean;
  /** The second run begins with the canary: only what failed is run again. */
  readonly resumes: boolean;
  /** Nobody runs `post` after a kill: the runner died. */
  readonly runnerDies: boolean;
  /** Somebody runs the pipeline again that many seconds after it failed. */
  readonly rerun: number | null;
  readonly faults: readonly Fault[];
}

export function scenarioOf(seed: number, ledger = false): Scenario {
  const chance = new Chance('scenario', seed);
  const single = Array.from({ length: chance.pick([0, 1, 1, 1, 2, 2, 3, 4]) }, () => anyFault(chance));
  const faults = [...single, ...single.flatMap((fault) => followers(fault, chance))];
  const gated = faults.some(({ kind }) => kind.startsWith('approved')) || chance.happens(0.15);
  return {
    seed,
    ledger,
    canary: chance.pick(['good', 'good', 'good', 'good', 'good', 'good', 'bad', 'turns-bad']),
    gate: gated ? chance.between(1, 12) : null,
    halts: chance.happens(0.15),
    onCancel: chance.pick(['rollback', 'rollback', 'hold']),
    onDeadline: chance.pick(['rollback', 'rollback', 'hold']),
    rollsBack: chance.happens(0.6),
    insists: chance.happens(0.2),
    resumes: chance.happens(0.5),
    runnerDies: chance.happens(0.4),
    rerun: chance.happens(0.5) ? chance.between(0.5, 25) : null,
    faults,
  };
}

/** What chance alone would seldom bring together: the lease of a killed run ends while the stable version is down. */
function followers({ kind, at }: Fault, chance: Chance): Fault[] {
  if (!['killed', 'controller-paused', 'cancelled'].includes(kind) || !chance.happens(0.4)) return [];
  const [after, size] = [kind === 'cancelled' ? chance.between(-3, 0) : chance.between(4, 12), chance.between(0, 1)];
  return [
    {
      kind: chance.pick(['stable-dead', 'stable-slow', 'stable-short', 'both-dead']),
      at: Math.max(0.5, at + after),
      size,
    },
  ];
}
