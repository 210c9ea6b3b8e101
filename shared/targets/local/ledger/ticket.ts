/** Compares a ticket with the ledger: a stale writer is refused here and nowhere else. */
import type { Ticket } from '../../../release/target.ts';
import { type Ledger, openRelease, type Refused, type Release, type Repeated, refuse } from './ledger.ts';
import { endedOrUnknown } from './lock.ts';

export interface Admitted {
  readonly release: Release;
}

/** The open release with the ticket's sequence used up, or why the ticket is not good for `kind`. */
export function admit(ledger: Ledger, ticket: Ticket, kind: string): Admitted | Refused | Repeated {
  const { release, fence, sequence } = ticket;
  const known = ledger.release;
  const current = known?.id === release && known.fence === fence;
  if (current && known.sequence === sequence && known.last === kind) return { repeated: true };
  const open = openRelease(ledger);
  if (open?.id !== release) return endedOrUnknown(ledger, release);
  if (open.fence !== fence) {
    return refuse('stale', `release ${release} has changed hands: fence ${fence} is not the current ${open.fence}`);
  }
  if (open.holder === null)
    return refuse('stale', `the lock of release ${release} was given back: take it again first`);
  if (sequence !== open.sequence + 1) {
    return refuse('stale', `release ${release} expects call ${open.sequence + 1}, not ${sequence}`);
  }
  return { release: { ...open, sequence, last: kind } };
}
