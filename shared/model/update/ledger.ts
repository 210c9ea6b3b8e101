/** What an update has found and done at one server, so that it can be taken back. */
import { findInstalled } from '../check/identity.ts';
import { isKept, type Kept, type Standing } from '../check/kept.ts';
import { isDerivedName } from '../check/name.ts';
import type { Changes, Deed } from '../check/restoration.ts';
import type { Installed, Loaded, UpdateWish } from '../check/wish.ts';
import type { Made } from '../derive.ts';
import { tags } from '../ollama.ts';
import type { Updated, WarmTask } from '../warm.ts';

export interface UpdateTask extends WarmTask {
  readonly update: UpdateWish;
  readonly restoring?: RestorePatience;
}

/** Seconds. */
export interface RestorePatience {
  /** For all of it, since a server may start again meanwhile. */
  readonly wait: number;
  /** From a cancel on: the runner ends the process 7.5 s after it. */
  readonly hurry: number;
  /** A server may go on for a moment with a request whose client is gone. */
  readonly calm: number;
  readonly pause: number;
}

export interface Ledger {
  standings: readonly Standing[];
  kept: readonly Kept[];
  readonly touched: Set<string>;
  readonly made: Made;
  /** What was in memory at the beginning. */
  resident: readonly Loaded[];
  /** The name by which this run loads a model that was not in memory. */
  loaded: string | undefined;
  /** What was installed when it was looked at last. */
  seen: readonly Installed[];
  /** What could not be taken back. */
  left: readonly Deed[];
}

export function newLedger(): Ledger {
  const lists = { standings: [], kept: [], resident: [], seen: [], left: [] };
  return { ...lists, touched: new Set(), made: new Map(), loaded: undefined };
}

export function changesOf({ standings, kept, touched, made }: Ledger): Changes {
  return { standings, kept, touched, made: [...made.keys()] };
}

export async function look(server: UpdateTask['server'], ledger: Ledger): Promise<readonly Installed[]> {
  ledger.seen = await tags(server);
  return ledger.seen;
}

/** The name that clients use. */
export function clientName({ wish, update }: Pick<UpdateTask, 'wish' | 'update'>): string {
  return update.alias ?? wish.model;
}

/** Digests of older versions: a new one may push them out of memory. */
export function olderOnes({ wish }: UpdateTask, { standings, seen }: Ledger): readonly string[] {
  const made = seen.filter(
    (one) => isDerivedName(one.name, wish.model) || standings.some(({ name }) => isKept(one, name)),
  );
  return [...standings.flatMap(({ was }) => was?.digest ?? []), ...made.map(({ digest }) => digest)];
}

/** What came of it, by what was seen last. */
export function updatedBy(task: UpdateTask, ledger: Ledger): Updated {
  const name = clientName(task);
  const { standings, kept, seen, left } = ledger;
  const from = standings.find((one) => one.name === name)?.was?.digest;
  const to = findInstalled(seen, name)?.digest;
  // The clients' own name first: it is the one to roll back.
  const replaced = [...standings]
    .toSorted((a, b) => Number(b.name === name) - Number(a.name === name))
    .find((one) => one.was !== undefined && findInstalled(seen, one.name)?.digest !== one.was.digest);
  const unrestored = left.flatMap((deed) => (deed.kind === 'copy' ? [deed.from] : []))[0];
  const copy = kept.find(({ digest }) => digest === replaced?.was?.digest)?.name;
  const held = unrestored ?? (copy === undefined ? undefined : findInstalled(seen, copy)?.name);
  return {
    name,
    ...(standings.length === 0 ? { unseen: true } : {}),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(held === undefined ? {} : { kept: held }),
  };
}
