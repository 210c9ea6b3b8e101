/** Taking the lock of a release, waiting for it, and giving it back. */
import { within } from '../action/abortable.ts';
import { TargetError } from '../action/errors.ts';
import type { Work } from '../action/work.ts';
import type { AcquireRequest, Ticket } from '../release/target.ts';
import { answerLimit, Session } from './session.ts';

export interface Taken {
  readonly ticket: Ticket;
  readonly session: Session;
}

type Request = Omit<AcquireRequest, 'holder' | 'nonce' | 'lease'> & { readonly lease?: number };

/** Tries of a call that was not answered, each under the same nonce. */
const tries = 3;

/** @throws TargetError with the target's refusal: `busy` says whose the release is */
export async function take(work: Work, asked: Request, onCancel: 'rollback' | 'hold'): Promise<Taken> {
  const { target, plan, holder } = work;
  const request = { lease: plan.canary.lease, ...asked, holder, nonce: crypto.randomUUID() };
  const acquire = () => within(answerLimit(work), target.acquire(request));
  const ticket = await again(work, acquire);
  work.remember({ release: ticket.release, fence: ticket.fence, onCancel });
  return { ticket, session: new Session(target, ticket, work) };
}

async function again<T>({ clock, signal }: Work, call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const answered = !(error instanceof TargetError) || error.refusal !== undefined;
      if (answered || attempt === tries || signal.aborted) throw error;
      await clock.sleep(0.5, signal);
    }
  }
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
    }
  }
}

/** Gives the lock back, so that whoever comes next (a rollback step, a person) is not told to wait; keeps the error. */
export async function giveBack(session: Session, heldFor: number, error: unknown): Promise<never> {
  const reason = error instanceof Error ? error.message : String(error);
  await session.hold({ heldFor, reason }).catch(() => undefined);
  throw error;
}
