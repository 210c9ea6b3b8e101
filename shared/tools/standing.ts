/** What stands where names were listed: tools get files alone, as a link may lead to any file of the machine. */
import { lstatSync, realpathSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';

/** Names relative with `/`, in the order of the list. */
export interface Standing {
  readonly files: readonly string[];
  /** Symbolic links to what is not in the workspace. */
  readonly leading: readonly string[];
  /** Repositories of their own: submodules, and checkouts within. */
  readonly nested: readonly string[];
  /** Names that are not UTF-8: no tool can be given such a file. */
  readonly unnamed: readonly string[];
  /** Listed, and not there: deleted, or left out of a sparse checkout. */
  readonly gone: readonly string[];
}

type Kind = keyof Standing | 'link';

export function standing(workspace: string, names: readonly string[]): Standing {
  const root = realpathSync(workspace);
  const kinds = Map.groupBy(names, (name) => kindOf(workspace, name));
  const of = (kind: Kind) => kinds.get(kind) ?? [];
  return {
    files: of('files'),
    leading: of('link').filter((name) => leadsOut(join(workspace, name), root)),
    nested: of('nested'),
    unnamed: of('unnamed'),
    gone: of('gone'),
  };
}

function kindOf(workspace: string, name: string): Kind {
  const stats = statsOf(join(workspace, name));
  if (stats?.isFile()) return 'files';
  if (stats?.isSymbolicLink()) return 'link';
  if (stats?.isDirectory()) return 'nested';
  // What cannot be decoded was replaced by this character, and is not found by it.
  return name.includes('\ufffd') ? 'unnamed' : 'gone';
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    // Not there, or a file stands where its folder was.
    return undefined;
  }
}

/** One that leads nowhere, or to itself, shows nothing of the machine. */
function leadsOut(path: string, root: string): boolean {
  try {
    const target = realpathSync(path);
    return target !== root && !target.startsWith(root + sep);
  } catch {
    return false;
  }
}
