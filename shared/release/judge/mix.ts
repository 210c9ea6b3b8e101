/**
 * A mixture of bets: one wealth per alternative, started at several times. Each bet multiplies by e-values, so that the
 * mixture is a supermartingale below 1 under "no worse", and its odds may be looked at after every scrape (Ville).
 */
import { logAdd, logSum } from './logs.ts';

export interface Mix {
  /** Stake that has not been placed yet, of 1. */
  readonly unspent: number;
  /** When the open block began, seconds, and the most (ln) that a bet may grow in it. */
  readonly opened: number;
  readonly cap: number;
  /** ln wealth of every alternative at the start of the open block; empty before the first. */
  readonly base: readonly number[];
  /** ln growth of every alternative within the open block, before the cap. */
  readonly run: readonly number[];
}

/** Before the first stratum. */
export const unstaked: Mix = { unspent: 1, opened: 0, cap: 0, base: [], run: [] };

/**
 * The most that a bet may grow in one block. From even odds no single scrape decides, two must agree: a glitch of one
 * reading is no fault. Where faults of the baseline last, three blocks must. Capping each bet, and not their sum, keeps
 * the odds monotone in the canary's errors; the minimum of a supermartingale and a constant is a supermartingale.
 */
export const growthCaps = { usual: Math.log(40), lasting: Math.log(10) };

export interface Bets {
  /** End of the stratum, seconds. */
  readonly t: number;
  /** Seconds that a block lasts; strata that end within it share one cap. */
  readonly block: number;
  readonly cap: number;
  /** Stake that is due by now, of 1. */
  readonly due: number;
  /** Share of every stake that each alternative gets; sums to 1. */
  readonly prior: readonly number[];
  /** ln e-value of every alternative for this stratum. */
  readonly growth: readonly number[];
}

/** The mixture after one stratum. Stakes are placed where blocks begin. */
export function bet(mix: Mix, { t, block, cap, due, prior, growth }: Bets): Mix {
  const begins = mix.base.length === 0 || t >= mix.opened + block;
  if (!begins) return { ...mix, run: mix.run.map((run, index) => run + (growth[index] ?? 0)) };
  const stake = Math.max(0, Math.min(mix.unspent, due - (1 - mix.unspent)));
  return { unspent: mix.unspent - stake, opened: t, cap, base: staked(settled(mix), stake, prior), run: growth };
}

function staked(base: readonly number[], stake: number, prior: readonly number[]): readonly number[] {
  if (stake === 0 && base.length > 0) return base;
  return prior.map((share, index) => {
    const known = base[index];
    const fresh = Math.log(Math.max(stake * share, 1e-12));
    return known === undefined ? fresh : logAdd(known, fresh);
  });
}

function settled({ base, run, cap }: Mix): number[] {
  return base.map((wealth, index) => wealth + Math.min(run[index] ?? 0, cap));
}

/** ln of the odds against "no worse". */
export function wealth(mix: Mix): number {
  if (mix.base.length === 0) return 0;
  const bets = logSum(settled(mix));
  return mix.unspent > 0 ? logAdd(Math.log(mix.unspent), bets) : bets;
}

/** Gives up what was won, bet by bet: wealth may be burnt at any time, since less of it decides later. */
export function burn(mix: Mix, prior: readonly number[]): Mix {
  const spent = 1 - mix.unspent;
  const base = settled(mix).map((won, index) => Math.min(won, Math.log(spent * (prior[index] ?? 0))));
  return { ...mix, base, run: base.map(() => 0) };
}

/** Whether a bet grew as much as one block lets it: suspicious enough to look again at once. */
export function capped({ run, cap }: Mix): boolean {
  return run.some((growth) => growth >= cap);
}
