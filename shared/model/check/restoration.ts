/** What an update that did not pass has to do so that everything is as it was. */
import { findInstalled } from './identity.ts';
import type { Kept, Standing } from './kept.ts';
import type { Installed } from './wish.ts';

/** What a run has done to a server so far, or may have done: a request without an answer counts. */
export interface Changes {
  readonly standings: readonly Standing[];
  readonly kept: readonly Kept[];
  /** Names of the standings that it has written. */
  readonly touched: ReadonlySet<string>;
  /** Names of models that it has made, copies among them. */
  readonly made: readonly string[];
}

export type Deed =
  | { readonly kind: 'copy'; readonly from: string; readonly to: string; readonly digest: string }
  | { readonly kind: 'remove'; readonly name: string };

/**
 * The deeds that are next; none once all is as it was. Nothing is removed before every name has its old digest again, so
 * that a copy is there for as long as it is needed.
 * @param installed undefined where nobody could look: then all that may have to be done
 */
export function restoration({ standings, kept, touched, made }: Changes, installed?: readonly Installed[]): Deed[] {
  const found = (name: string) => (installed === undefined ? undefined : findInstalled(installed, name));
  const written = standings.filter(({ name }) => touched.has(name));
  const copies = written.flatMap(({ name, was }): Deed[] => {
    if (was === undefined || found(name)?.digest === was.digest) return [];
    const from = kept.find(({ digest }) => digest === was.digest)?.name;
    return from === undefined ? [] : [{ kind: 'copy', from, to: name, digest: was.digest }];
  });
  if (installed !== undefined && copies.length > 0) return copies;
  const fresh = written.flatMap(({ name, was }) => (was === undefined ? [name] : []));
  const removals = [...fresh, ...made]
    .filter((name) => installed === undefined || found(name) !== undefined)
    .map((name): Deed => ({ kind: 'remove', name }));
  return [...copies, ...removals];
}

/** The command that does the same by hand. */
export function commandOf(deed: Deed): string {
  return deed.kind === 'copy' ? `ollama cp ${deed.from} ${deed.to}` : `ollama rm ${deed.name}`;
}
