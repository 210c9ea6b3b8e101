/** Brings a model from its registry: what it has already it keeps, a stall is ended, and it goes on where it stood. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Cancelled } from '../action/errors.ts';
import { bytesText } from './bytes.ts';
import type { Server } from './call.ts';
import { ModelError } from './failure.ts';
import { pull } from './ollama.ts';
import type { ProgressLine } from './replies.ts';

export interface PullMeans {
  readonly say: (line: string) => void;
  /** Seconds on a clock that only goes forward. */
  readonly now: () => number;
  /** Bytes that are free for models; undefined where nobody can tell. */
  readonly free: number | undefined;
  readonly patience?: Patience;
}

/** Seconds, and tries. */
export interface Patience {
  /** Without a byte more while it downloads. */
  readonly stall: number;
  /** Without a line while it checks and writes what came: gigabytes are read once more then. */
  readonly quiet: number;
  /** Tries in a row that bring nothing. */
  readonly tries: number;
  /** Before the next try; doubled each time. */
  readonly pause: number;
  /** Between two lines of progress. */
  readonly pace: number;
}

const usualPatience: Patience = { stall: 60, quiet: 900, tries: 4, pause: 2, pace: 5 };

/** Seconds that one try may take at most. */
const longest = 24 * 3600;

/** Too little room for a model: nothing is wrong with the server. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';
}

export interface Pulled {
  readonly bytes: number;
  readonly seconds: number;
  readonly tries: number;
}

/** @throws ModelError when the registry has no such model, or when nothing comes any more; DiskFull, Cancelled */
export async function bring(server: Server, model: string, means: PullMeans): Promise<Pulled> {
  const { say, now, patience = usualPatience } = means;
  const began = now();
  const layers = layerBook(means);
  for (let [tries, idle, reached] = [1, 1, 0]; ; tries += 1) {
    try {
      layers.begin();
      await attempt(server, model, layers, means);
      return { bytes: layers.arrived(), seconds: now() - began, tries };
    } catch (error) {
      if (!(error instanceof ModelError) || !isWorthAnotherTry(error)) throw error;
      idle = layers.completed() > reached ? 1 : idle + 1;
      reached = Math.max(reached, layers.completed());
      if (idle > patience.tries) throw error;
      const wait = patience.pause * 2 ** (idle - 1);
      say(`the pull stopped (${error.message}); it goes on in ${wait} s with what is there`);
      await sleep(wait * 1000, undefined, { signal: server.signal }).catch(() => undefined);
      if (server.signal.aborted) throw new Cancelled(server.signal);
    }
  }
}

/** What the registry says of a model that it does not have, or not for this version of Ollama, it will say again. */
const final =
  /file does not exist|not found|unauthorized|invalid model name|newer version|no space left|x509|certificate/i;

function isWorthAnotherTry({ kind, message }: ModelError): boolean {
  if (kind === 'said-error') return !final.test(message);
  return ['reset', 'stalled', 'busy', 'limited', 'broken', 'status'].includes(kind);
}

/** One try, ended when no byte more arrives: lines come even then. */
async function attempt(
  server: Server,
  model: string,
  layers: LayerBook,
  { say, now, patience = usualPatience }: PullMeans,
): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([server.signal, stop.signal]);
  let timer = setTimeout(() => stop.abort(), patience.stall * 1000);
  const wait = (seconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), seconds * 1000);
  };
  let told = now();
  try {
    await pull({ ...server, signal }, model, patience.quiet, longest, (line) => {
      const isDownload = line.total !== undefined;
      if (layers.hear(line) || !isDownload) wait(isDownload ? patience.stall : patience.quiet);
      if (now() - told < patience.pace) return;
      told = now();
      say(layers.progress(line));
    });
  } catch (error) {
    if (stop.signal.aborted && !server.signal.aborted) {
      throw new ModelError('stalled', `POST /api/pull: no byte came for ${patience.stall} s`);
    }
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

type LayerBook = ReturnType<typeof layerBook>;

interface Layer {
  readonly total: number;
  readonly completed: number;
  /** What its first line told of: from an earlier pull, or come in the 60 ms before that line. */
  readonly had: number;
  /** All of it came since. */
  readonly isNew: boolean;
}

/** What is known of the layers, over all tries. */
function layerBook({ free, now }: PullMeans) {
  const layers = new Map<string, Layer>();
  const told = new Set<string>();
  const sum = (pick: (layer: Layer) => number) => [...layers.values()].reduce((all, one) => all + pick(one), 0);
  const began = now();
  const arrived = () => sum(({ completed, had, isNew }) => (isNew ? completed : completed - had));
  return {
    /** Before each try. */
    begin: () => told.clear(),
    completed: () => sum(({ completed }) => completed),
    arrived,
    /** True when it tells of more than before. @throws DiskFull */
    hear({ digest, total, completed = 0 }: ProgressLine): boolean {
      if (digest === undefined || total === undefined) return false;
      const before = layers.get(digest);
      // Ollama tells once a try of a layer that is there, and every 60 ms of one that it fetches (server/download.go).
      const isFetched = told.has(digest) && before?.had === total;
      told.add(digest);
      layers.set(digest, {
        total,
        completed: Math.max(completed, before?.completed ?? 0),
        had: before?.had ?? completed,
        isNew: isFetched || before?.isNew === true,
      });
      const needed = sum(({ total, had }) => total - had);
      if (free !== undefined && needed > free)
        throw new DiskFull(`it needs ${bytesText(needed)} more on the disk, and ${bytesText(free)} are free`);
      return before === undefined || completed > before.completed;
    },
    progress({ status }: ProgressLine): string {
      const [all, here] = [sum(({ total }) => total), sum(({ completed }) => completed)];
      if (all === 0) return `pull: ${status}`;
      const rate = arrived() / Math.max(0.001, now() - began);
      return `pull: ${Math.floor((100 * here) / all)} % of ${bytesText(all)} (${bytesText(here)}), ${bytesText(rate)}/s: ${status}`;
    },
  };
}
