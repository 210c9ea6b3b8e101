/** What a simulated target remembers: its own notion of a release, written apart from every real target's. */
import { TargetError } from '../../shared/action/errors.ts';
import type { Holder, JournalEntry, Refusal, ReleaseStatus, Ticket } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';

export interface Lease {
  readonly id: string;
  readonly version: string;
  readonly baseline: string | null;
  readonly phase: ReleaseStatus['phase'];
  readonly weight: number;
  readonly step: number;
  readonly passed: number;
  readonly returning: boolean;
  readonly approved: readonly number[];
  readonly fence: number;
  readonly sequence: number;
  /** The words of the call that carried the sequence. */
  readonly call: string;
  readonly nonce: string;
  readonly holder: Holder | null;
  readonly worker: Holder;
  readonly since: string;
  /** Seconds that the holder asked for, and the target's time at which they are over. */
  readonly lease: number;
  readonly due: number | null;
  readonly stranded: boolean;
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly memo: unknown;
}

export interface Over {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly nonce: string;
}

export interface Book {
  readonly stable: string | null;
  readonly former: readonly string[];
  readonly fence: number;
  readonly release: Lease | null;
  readonly ended: readonly Over[];
  readonly journal: readonly JournalEntry[];
}

export const emptyBook: Book = { stable: null, former: [], fence: 0, release: null, ended: [], journal: [] };

export function openOf({ release }: Book): Lease | null {
  return release === null || release.verdict !== null ? null : release;
}

export function refused(refusal: Refusal, message: string): never {
  throw new TargetError(message, refusal);
}

/** The book with a release as it is now, and a line about it. */
export function noted(book: Book, release: Lease, command: JournalEntry['command'], at: string, reason: string): Book {
  const { id, fence, sequence, weight } = release;
  const entry = { at, release: id, fence, sequence, command, weight, reason };
  return { ...book, fence: Math.max(book.fence, fence), release, journal: [...book.journal, entry].slice(-200) };
}

export function ended(book: Book, release: Lease, verdict: Verdict, reason: string, weight: number) {
  const over = {
    ...release,
    phase: 'ended',
    verdict,
    reason,
    weight,
    holder: null,
    due: null,
    stranded: false,
  } as const;
  return {
    release: over,
    book: { ...book, ended: [{ id: release.id, verdict, reason, nonce: release.nonce }, ...book.ended].slice(0, 50) },
  };
}

/** The release that a ticket is good for; the same call once more is 'again'. @throws TargetError when it is stale */
export function admitted(book: Book, { release: id, fence, sequence }: Ticket, call: string): Lease | 'again' {
  const known = book.release;
  if (known?.id === id && known.fence === fence && known.sequence === sequence && known.call === call) return 'again';
  const open = openOf(book);
  if (open?.id !== id) return unknown(book, id);
  if (open.fence !== fence) return refused('stale', `fence ${fence} of ${id} is not the current ${open.fence}`);
  if (open.holder === null) return refused('stale', `the lock of ${id} was given back`);
  if (sequence <= open.sequence) return refused('stale', `call ${sequence} of ${id} came after ${open.sequence}`);
  return { ...open, sequence, call };
}

export function unknown(book: Book, id: string): never {
  const past = book.ended.find((each) => each.id === id);
  if (past) return refused('ended', `release ${id} has ended: ${past.verdict} (${past.reason})`);
  return refused('unknown-release', `release ${id} is not known`);
}

/** Whose it is, for whoever wants it too. */
export function busy({ id, version, weight, since, worker }: Lease): never {
  const who = `${worker.actor} (${worker.run}, attempt ${worker.attempt})`;
  return refused('busy', `release ${id} of version ${version}, at ${weight} % since ${since}, is worked on by ${who}`);
}
