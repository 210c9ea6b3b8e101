/** Brings a server back to what it was before an update that did not pass. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Cancelled } from '../../action/errors.ts';
import type { Outcome } from '../book.ts';
import type { Server } from '../call.ts';
import { findInstalled } from '../check/identity.ts';
import { century } from '../check/memory.ts';
import { commandOf, type Deed, restoration } from '../check/restoration.ts';
import { passed } from '../check/step.ts';
import { ModelError } from '../failure.ts';
import { copy, load, ps, remove, unload } from '../ollama.ts';
import { loadLimit } from '../warm.ts';
import { changesOf, type Ledger, look, type RestorePatience, type UpdateTask } from './ledger.ts';

const usual: RestorePatience = { wait: 60, hurry: 5, calm: 2.5, pause: 0.25 };

/** Milliseconds for giving back the memory of a model that did not pass; names come first. */
const unloading = 1000;

/** Also once the run's own signal has come. @param isUnsure whether a request may still be worked at */
export async function restore(task: UpdateTask, ledger: Ledger, isUnsure: boolean): Promise<Outcome<true>> {
  const { done, left, why } = await putBack(task, ledger, isUnsure);
  ledger.left = left;
  const evidence = { done: done.map(commandOf), left: left.map(commandOf) };
  if (left.length > 0) {
    return {
      verdict: 'error',
      words: `not all is as it was${why === undefined ? '' : ` (${why})`}`,
      fix: `finish it by hand: ${left.map(commandOf).join(' && ')}`,
      evidence,
    };
  }
  if (done.length === 0) return { ...passed('nothing had changed', evidence), value: true };
  const back = await reload(task, ledger);
  return { ...passed([...done.map(wordsOf), ...back].join('; '), evidence), value: true };
}

function wordsOf(deed: Deed): string {
  return deed.kind === 'copy' ? `${deed.to} is ${deed.digest.slice(0, 12)} again` : `took ${deed.name} away`;
}

interface PutBack {
  readonly done: readonly Deed[];
  /** What could not be done in time. */
  readonly left: readonly Deed[];
  readonly why: string | undefined;
}

async function putBack(task: UpdateTask, ledger: Ledger, isUnsure: boolean): Promise<PutBack> {
  const { now, restoring: patience = usual } = task;
  const began = now();
  const { server, end } = ownServer(task.server, patience);
  const done: Deed[] = [];
  // Before the server was asked for once: what it would have to be if everything had been changed.
  let left = restoration(changesOf(ledger));
  let why: string | undefined;
  try {
    await giveMemoryBack(server, ledger);
    while (!server.signal.aborted) {
      try {
        left = restoration(changesOf(ledger), await look(server, ledger));
        const isCalm = !isUnsure || now() - began >= patience.calm;
        if (isCalm && left.length === 0) break;
        const due = isCalm ? left : left.filter((deed) => !isCopyTaken(deed, ledger));
        for (const deed of due) await perform(server, deed);
        done.push(...due.filter((deed) => !done.some((one) => commandOf(one) === commandOf(deed))));
      } catch (error) {
        if (!(error instanceof ModelError || error instanceof Cancelled)) throw error;
        if (error instanceof ModelError) why = error.message;
      }
      await sleep(patience.pause * 1000);
    }
  } finally {
    end();
  }
  return { done, left, why };
}

/** A copy must be there for as long as the server may still overwrite what it is of. */
function isCopyTaken(deed: Deed, { kept }: Ledger): boolean {
  return deed.kind === 'remove' && kept.some(({ name }) => name === deed.name);
}

async function perform(server: Server, deed: Deed): Promise<void> {
  if (deed.kind === 'copy') await copy(server, deed.from, deed.to);
  else await remove(server, deed.name);
}

/** The server with a time limit of its own instead of the run's signal, which then only makes it hurry. */
function ownServer({ url, token, signal: outer }: Server, { wait, hurry }: RestorePatience) {
  const stop = new AbortController();
  const timers = [setTimeout(() => stop.abort(), wait * 1000)];
  const hasten = () => void timers.push(setTimeout(() => stop.abort(), hurry * 1000));
  if (outer.aborted) hasten();
  else outer.addEventListener('abort', hasten, { once: true });
  const server: Server = { url, signal: stop.signal, ...(token === undefined ? {} : { token }) };
  return {
    server,
    end() {
      outer.removeEventListener('abort', hasten);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** While the name still stands for it: later nobody could say which model is meant. */
async function giveMemoryBack(server: Server, { loaded }: Ledger): Promise<void> {
  if (loaded === undefined) return;
  const signal = AbortSignal.any([server.signal, AbortSignal.timeout(unloading)]);
  await unload({ ...server, signal }, loaded).catch((error: unknown) => {
    if (!(error instanceof ModelError || error instanceof Cancelled)) throw error;
  });
}

/** What clients had in memory and the new model pushed out comes back before their next request. */
async function reload(task: UpdateTask, { resident, seen }: Ledger): Promise<readonly string[]> {
  const { server, wish, clock } = task;
  if (server.signal.aborted) return [];
  const was = resident.filter(({ name, digest }) => findInstalled(seen, name)?.digest === digest);
  const said: string[] = [];
  try {
    for (const { name, digest: lost, expires } of was.toReversed()) {
      const { models } = await ps(server, clock);
      if (models.some(({ digest }) => digest === lost)) continue;
      await load(server, name, stayOf(expires, clock()), loadLimit(wish));
      said.push(`loaded ${name} again, which was in memory before`);
    }
  } catch (error) {
    if (!(error instanceof ModelError || error instanceof Cancelled)) throw error;
    said.push(`what was in memory before is not there again (${error.message})`);
  }
  return said;
}

/** As long as it had left; Ollama writes what stays as what expires in centuries. */
function stayOf(expires: number | undefined, now: number): string | number {
  const left = (expires ?? now) - now;
  if (left > century) return -1;
  return `${Math.max(60, Math.round(left))}s`;
}
