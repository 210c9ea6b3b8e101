/** The command line of the simulation. */
import { availableParallelism } from 'node:os';

export interface Options {
  readonly seeds: number;
  readonly from: number;
  /** One seed alone, told step by step. */
  readonly seed: number | undefined;
  readonly jobs: number;
  /** Ends at the first batch in which a seed fails. */
  readonly first: boolean;
  /** Breaks things on purpose and expects them to be found. */
  readonly mutants: boolean;
  /** By the rules of target `local`. */
  readonly ledger: boolean;
}

export const usage = `usage: npm run simulate -- --seeds N [--from SEED] [--jobs N]
       npm run simulate -- --seed SEED    one seed alone, made smaller when it fails
       npm run simulate -- --mutants      breaks things on purpose, and expects to find each
       --ledger                           by the rules of target local, and not the simulated target's own
       --first                            ends at the first failing seed`;

/** The options, or what is wrong with them. */
export function readOptions(all: readonly string[]): Options | string {
  const flags = ['--first', '--mutants', '--ledger'];
  const [first = false, mutants = false, ledger = false] = flags.map((flag) => all.includes(flag));
  const args = all.filter((each) => !flags.includes(each));
  const given = new Map<string, number>();
  for (let index = 0; index < args.length; index += 2) {
    const [name = '', text] = [args[index], args[index + 1]];
    const value = Number(text);
    if (!['--seeds', '--from', '--seed', '--jobs'].includes(name)) return `${name} is not known`;
    if (
      text === undefined ||
      !Number.isSafeInteger(value) ||
      value < (name === '--from' || name === '--seed' ? 0 : 1)
    ) {
      return `${name} is ${JSON.stringify(text ?? '')}; expected a whole number`;
    }
    given.set(name, value);
  }
  return {
    seeds: given.get('--seeds') ?? 1000,
    from: given.get('--from') ?? 0,
    seed: given.get('--seed'),
    jobs: given.get('--jobs') ?? availableParallelism(),
    first,
    mutants,
    ledger,
  };
}
