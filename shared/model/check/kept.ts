/** Names under which an update keeps the models that it replaces. */
import { findInstalled } from './identity.ts';
import { isSameName, withTag } from './name.ts';
import type { Installed } from './wish.ts';

/** A name that an update may write, and what it stood for before; undefined where it stood for nothing. */
export interface Standing {
  /** With its tag. */
  readonly name: string;
  readonly was: Installed | undefined;
}

/** A copy by a name of its own, so that its weights stay when the first name is overwritten. */
export interface Kept {
  readonly name: string;
  readonly digest: string;
  /** The name that was copied. */
  readonly of: string;
}

const digits = 12;
/** Ollama takes so many characters in a tag. */
const longestTag = 80;

/** The end of every such name. */
export const keptEnd = (digest: string) => `before-${digest.slice(0, digits)}`;

/** Whether some update kept it, of whatever name. */
export function isKeptCopy({ name, digest }: Installed): boolean {
  return name.endsWith(keptEnd(digest));
}

/** `gpt-oss:20b-latest` gives `gpt-oss:20b-latest-before-1f2e3d4c5b6a`, one that is `:latest` gives `:before-1f2e3d4c5b6a`. */
export function keptName(name: string, digest: string): string {
  const full = withTag(name);
  const colon = full.lastIndexOf(':');
  const [head, tag] = [full.slice(0, colon), full.slice(colon + 1)];
  const end = keptEnd(digest);
  if (tag.toLowerCase() === 'latest') return `${head}:${end}`;
  return `${head}:${tag.slice(0, longestTag - end.length - 1)}-${end}`;
}

/** A copy has its own digest in its name, so that no name that somebody else gave is taken for one. */
export function isKept({ name, digest }: Installed, of: string): boolean {
  return isSameName(name, keptName(of, digest));
}

export interface Keeping {
  /** What is to be kept, each digest once. */
  readonly kept: readonly Kept[];
  /** Of these names the ones that are not there yet. */
  readonly missing: readonly Kept[];
  /** A model of somebody else that stands where a copy would. */
  readonly foreign: Installed | undefined;
}

export function toKeep(standings: readonly Standing[], installed: readonly Installed[]): Keeping {
  const kept: Kept[] = [];
  for (const { name, was } of standings) {
    if (was === undefined || kept.some(({ digest }) => digest === was.digest)) continue;
    kept.push({ name: keptName(name, was.digest), digest: was.digest, of: name });
  }
  const there = (one: Kept) => findInstalled(installed, one.name);
  const foreign = kept.find((one) => (there(one)?.digest ?? one.digest) !== one.digest);
  return {
    kept,
    missing: kept.filter((one) => there(one) === undefined),
    foreign: foreign === undefined ? undefined : there(foreign),
  };
}
