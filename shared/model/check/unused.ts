/** What an update has made and nobody needs any more. */
import { findInstalled } from './identity.ts';
import { isKept, type Kept, type Standing } from './kept.ts';
import { isDerivedName, isSameName } from './name.ts';
import type { Installed } from './wish.ts';

/** Copies that a run made of what it then did not replace. @param made names that it made */
export function superfluous(
  standings: readonly Standing[],
  kept: readonly Kept[],
  made: readonly string[],
  installed: readonly Installed[],
): string[] {
  const stands = (digest: string) =>
    standings.every(({ name, was }) => was?.digest !== digest || findInstalled(installed, name)?.digest === was.digest);
  return kept.flatMap(({ name, digest }) => (made.includes(name) && stands(digest) ? [name] : []));
}

export interface Family {
  /** The tag first, then the alias where there is one. */
  readonly names: readonly [string, ...string[]];
  /** The name that a model was made from, by its own name; absent where the server does not say. */
  readonly parents: ReadonlyMap<string, string>;
  /** Of the model that clients are to use. */
  readonly chosen: string;
  /** Of what this run replaced: the way back, however long its copy has been there. */
  readonly replaced: readonly string[];
}

/** Copies and derived models that an update of these names made, by their own names and what they were made from. */
function oursAmong(installed: readonly Installed[], { names, parents }: Pick<Family, 'names' | 'parents'>) {
  const [tag] = names;
  const isCopy = (one: Installed) => names.some((name) => isKept(one, name));
  const isOfFamily = (name: string) =>
    names.some((one) => isSameName(one, name)) || installed.some((one) => isSameName(one.name, name) && isCopy(one));
  return installed.filter((one) => {
    if (names.some((name) => isSameName(name, one.name))) return false;
    if (isCopy(one)) return true;
    const parent = parents.get(one.name);
    return isDerivedName(one.name, tag) && parent !== undefined && isOfFamily(parent);
  });
}

/** Of them those that neither a name of the family, nor the clients' model, nor the newest copy of a name needs. */
export function unused(installed: readonly Installed[], family: Family): string[] {
  const { names, chosen, replaced } = family;
  const newest = names.flatMap((name) => newestKept(installed, name)?.digest ?? []);
  const stand = names.flatMap((name) => findInstalled(installed, name)?.digest ?? []);
  const needed = new Set([...stand, ...newest, ...replaced, chosen]);
  return oursAmong(installed, family).flatMap(({ name, digest }) => (needed.has(digest) ? [] : [name]));
}

/** The copy of a name that was made last, other than of what it stands for now. */
function newestKept(installed: readonly Installed[], of: string): Installed | undefined {
  const now = findInstalled(installed, of)?.digest;
  return installed
    .filter((one) => isKept(one, of) && one.digest !== now)
    .toSorted((a, b) => (b.modified ?? 0) - (a.modified ?? 0))[0];
}
