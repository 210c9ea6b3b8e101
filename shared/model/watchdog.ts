/** Ends a request that takes too long, or that nobody wants any more, and remembers why. */
import { Cancelled } from '../action/errors.ts';
import type { Call } from './call.ts';
import { ModelError } from './failure.ts';

export interface Watch {
  readonly signal: AbortSignal;
  readonly alive: () => void;
  /** Why it was ended early; undefined where it was not. */
  readonly why: () => Error | undefined;
  /** Of a request that came to its end, or after `drop`. */
  readonly end: () => void;
  /** Ends the connection of one that did not. */
  readonly drop: () => void;
}

export function watchdog({ method, path, limit, stall }: Call, outer: AbortSignal): Watch {
  const stop = new AbortController();
  let reason: Error | undefined;
  const giveUp = (error: Error) => {
    reason ??= error;
    stop.abort();
  };
  const late = (kind: 'late' | 'stalled', words: string) => () =>
    giveUp(new ModelError(kind, `${method} ${path}: ${words}`));
  const cancel = () => giveUp(new Cancelled(outer));
  outer.addEventListener('abort', cancel, { once: true });
  const total = setTimeout(late('late', `no whole answer within ${round(limit)} s`), limit * 1000);
  const quiet =
    stall === undefined ? undefined : setTimeout(late('stalled', `nothing came for ${round(stall)} s`), stall * 1000);
  return {
    signal: stop.signal,
    alive: () => quiet?.refresh(),
    why: () => reason,
    end: () => {
      clearTimeout(total);
      clearTimeout(quiet);
      outer.removeEventListener('abort', cancel);
    },
    drop: () => stop.abort(),
  };
}

const round = (seconds: number) => Number(seconds.toFixed(1));
