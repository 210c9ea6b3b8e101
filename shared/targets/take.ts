/** Taking the lock of a release, waiting for it, and giving it back. */
import { messageOf, stopIfCancelled, TargetError } from '../action/errors.ts';
import type { Work } from '../action/work.ts';
import type { AcquireRequest, Ticket } from '../release/target.ts';
import { answered, Session } from './session.ts';

export interface Taken {
  readonly ticket: Ticket;
  readonly session: Session;
}

type Request = Omit<AcquireRequest, 'holder' | 'nonce' | 'lease'> & { readonly lease?: number };

/** @throws TargetError with the target's refusal: `busy` says whose the release is */
export async function take(work: Work, asked: Request, onCancel: 'rollback' | 'hold'): Promise<Taken> {
  const { target, plan, holder } = work;
  stopIfCancelled(work.signal);
  const request = { lease: plan.canary.lease, ...asked, holder, nonce: crypto.randomUUID() };
  // It was there when it was looked at: gone now, it may have given the lock out all the same.
  const ticket = await answered(work, () => target.acquire(request), undefined, true);
  work.remember({ release: ticket.release, fence: ticket.fence, onCancel });
  return { ticket, session: new Session(target, ticket, work) };
}

/** Seconds between two tries of what another run is in the way of. */
const pace = 2;

/**
 * Tells the story again, from its beginning, while another run has the service, for at most `wait` seconds.
 * @throws TargetError `busy` when it has it still
 */
export async function inTurn<T>({ clock, signal, say }: Work, wait: number, story: () => Promise<T>): Promise<T> {
  const limit = clock.now() + wait;
  let told = false;
  for (;;) {
    try {
      return await story();
    } catch (error) {
      const busy = error instanceof TargetError && error.refusal === 'busy';
      const left = limit - clock.now();
      if (!busy || left <= 0 || signal.aborted) throw error;
      if (!told) say(`waiting for at most ${Math.round(left)} s: ${error.message}`);
      told = true;
      await clock.sleep(Math.min(pace, left), signal);
      // The other run may have ended just now, but nobody wants this one any more.
      stopIfCancelled(signal);
    }
  }
}

/** Gives the lock back, so that whoever comes next (a rollback step, a person) is not told to wait; keeps the error. */
export async function giveBack(session: Session, heldFor: number, error: unknown): Promise<never> {
  await session.hold({ heldFor, reason: messageOf(error) }).catch(() => undefined);
  throw error;
}
