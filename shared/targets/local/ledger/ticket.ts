/** Compares a ticket with the ledger: a stale writer is refused here and nowhere else. */
import type { Ticket } from '../../../release/target.ts';
import { type Ledger, openRelease, type Refused, type Release, type Repeated, refuse } from './ledger.ts';
import { endedOrUnknown } from './lock.ts';

export interface Admitted {
  readonly release: Release;
}

/** The open release with the ticket's sequence used up, or why the ticket is not good for `call`. */
export function admit(ledger: Ledger, ticket: Ticket, call: string): Admitted | Refused | Repeated {
  const { release, fence, sequence } = ticket;
  const known = ledger.release;
  const current = known?.id === release && known.fence === fence;
  if (current && known.sequence === sequence && known.last === call) return { repeated: true };
  const open = openRelease(ledger);
  if (open?.id !== release) return endedOrUnknown(ledger, release);
  if (open.fence !== fence) {
    return refuse('stale', `release ${release} has changed hands: fence ${fence} is not the current ${open.fence}`);
  }
  if (open.holder === null)
    return refuse('stale', `the lock of release ${release} was given back: take it again first`);
  // Calls may be lost, but none may come after a later one: what was ordered last holds.
  if (sequence <= open.sequence) {
    return refuse('stale', `release ${release} is at call ${open.sequence}: call ${sequence} (${call}) came too late`);
  }
  return { release: { ...open, sequence, last: call } };
}
