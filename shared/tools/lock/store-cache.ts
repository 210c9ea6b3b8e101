/**
 * What was fetched, kept from one job to the next. Optional: without it everything is fetched again. Its bytes are compared
 * with the lock like any others; but the runner unpacks an archive wherever its entries point, so whoever can write the
 * cache of a repository's default branch can write files of its jobs. It is for those who accept that of caches anyway.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../action/errors.ts';
import type { Env } from '../environment.ts';

export interface StoreCache {
  /** Whether it was there. Never throws. */
  restore(folder: string, key: string): Promise<boolean>;
  /** Never throws. */
  save(folder: string, key: string): Promise<void>;
}

/** Seconds until we go on without. */
const patience = 120;

/** The runner's cache; undefined where this process was given none. */
export function actionsCache(env: Env, say: (line: string) => void, limit = patience): StoreCache | undefined {
  if (!env('ACTIONS_RESULTS_URL') || !env('ACTIONS_RUNTIME_TOKEN')) return undefined;
  const softly = async <T>(what: string, work: () => Promise<T>, otherwise: T): Promise<T> => {
    const late = new AbortController();
    try {
      const tooLong = sleep(limit * 1000, undefined, { signal: late.signal, ref: false }).then(() => {
        throw new Error(`no answer within ${limit} s`);
      });
      return await Promise.race([work(), tooLong]);
    } catch (error) {
      say(`the cache could not be ${what}, going on without: ${messageOf(error)}`);
      return otherwise;
    } finally {
      late.abort();
    }
  };
  return {
    restore: (folder, key) =>
      softly(
        'read',
        async () => (await (await import('@actions/cache')).restoreCache([folder], key)) !== undefined,
        false,
      ),
    save: (folder, key) =>
      softly('written', async () => void (await (await import('@actions/cache')).saveCache([folder], key)), undefined),
  };
}
