/**
 * What the target knows of its service: who is stable, the one open release with its lock, fence and lease, and the
 * journal. Plain JSON, so that it can be kept in a file; only the reducers of this folder make a new one.
 */
import { createHash } from 'node:crypto';
import type { Holder, JournalEntry, Refusal, ReleasePhase, Ticket } from '../../../release/target.ts';
import type { Verdict } from '../../../release/verdict.ts';
import type { ProcessSpec, TrafficSpec } from '../spec.ts';

export interface Release {
  readonly id: string;
  readonly version: string;
  readonly baseline: string | null;
  readonly phase: ReleasePhase;
  readonly weight: number;
  readonly step: number;
  /** The last step that the judge has passed, -1 before any. */
  readonly passed: number;
  readonly approved: readonly number[];
  readonly fence: number;
  readonly sequence: number;
  /** The call that carried `sequence` in words, so that another one under the same number is no repetition of it. */
  readonly last: string;
  readonly since: string;
  readonly holder: Holder | null;
  /** Who worked on it last; the holder while there is one. */
  readonly worker: Holder;
  /** Marks the acquire that made this fence, so that a repeated one gets the same ticket. */
  readonly nonce: string;
  /** Seconds on the target's monotonic clock of this boot. */
  readonly deadline: number | null;
  /** Seconds that the holder asked for last; a change of weight renews by as much. */
  readonly lease: number;
  /** The deadline has passed, but traffic could only have gone to a dead stable. */
  readonly overdue: boolean;
  /** It was to be taken back; see Holding. */
  readonly returning: boolean;
  readonly spec: ProcessSpec | null;
  readonly verdict: Verdict | null;
  readonly reason: string;
  readonly memo: unknown;
}

export interface Ended {
  readonly id: string;
  readonly verdict: Verdict;
  readonly reason: string;
}

export interface Ledger {
  readonly schema: 'jarvis.ledger/1';
  readonly service: string;
  readonly stable: ProcessSpec | null;
  /** Newest first. */
  readonly former: readonly ProcessSpec[];
  readonly traffic: TrafficSpec;
  /** The highest fence given out; rises with every change of hands and every revert. */
  readonly fence: number;
  /** The open release, or else the one that ended last. */
  readonly release: Release | null;
  readonly ended: readonly Ended[];
  readonly journal: readonly JournalEntry[];
}

/** One moment on both clocks: monotonic seconds for durations, Unix milliseconds for what people read. */
export interface Instant {
  readonly mono: number;
  readonly wall: number;
}

/** Which of the two versions of the ledger answers its health checks. */
export interface Health {
  readonly stable: boolean;
  readonly canary: boolean;
  /** The canary was unhealthy while no controller watched: it may serve again only when one does. */
  readonly lapsed: boolean;
}

/**
 * What the shell does, in this order. `apply` makes the new ledger the one in force and moves the split; `save` makes
 * it durable.
 */
export type Effect =
  | { readonly kind: 'save' }
  | { readonly kind: 'apply' }
  | { readonly kind: 'start'; readonly spec: ProcessSpec }
  | { readonly kind: 'retire'; readonly version: string };

export interface Applied {
  readonly ledger: Ledger;
  readonly effects: readonly Effect[];
  /** Set by `acquire` alone; the other answers are read from the target afterwards. */
  readonly ticket?: Ticket;
}

export interface Refused {
  readonly refusal: Refusal;
  readonly message: string;
  /** Set when the refused call has used up its sequence. */
  readonly ledger?: Ledger;
}

/** The call was applied before: nothing changes, the answer is the one given then. */
export interface Repeated {
  readonly repeated: true;
}

export type Reduced = Applied | Refused | Repeated;

const journalLimit = 200;
export const endedLimit = 50;
export const formerLimit = 10;
/** A raise is durable before it takes effect; a lowering takes effect first. */
export const raising: readonly Effect[] = [{ kind: 'save' }, { kind: 'apply' }];
export const lowering: readonly Effect[] = [{ kind: 'apply' }, { kind: 'save' }];

export function emptyLedger(service: string): Ledger {
  const traffic: TrafficSpec = { bounds: [0.1, 0.5, 1, 2, 5, 10], affinity: 'none' };
  const nothing = { stable: null, former: [], fence: 0, release: null, ended: [], journal: [] };
  return { schema: 'jarvis.ledger/1', service, traffic, ...nothing };
}

/** Whether two specs are the same process: SHA-256 over their JSON with sorted keys. */
export function digestOf(spec: ProcessSpec): string {
  return createHash('sha256').update(JSON.stringify(spec, sorted)).digest('hex');
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function openRelease({ release }: Ledger): Release | null {
  return release === null || release.phase === 'ended' ? null : release;
}

/** The ledger with another release state, and a line of the journal about it. */
export function entered(
  ledger: Ledger,
  release: Release,
  command: JournalEntry['command'],
  reason: string,
  now: Instant,
): Ledger {
  const { id, fence, sequence, weight } = release;
  const at = new Date(now.wall).toISOString();
  const entry: JournalEntry = { at, release: id, fence, sequence, command, weight, reason };
  const fenced = Math.max(ledger.fence, fence);
  return { ...ledger, fence: fenced, release, journal: [...ledger.journal, entry].slice(-journalLimit) };
}

export function refuse(refusal: Refusal, message: string): Refused {
  return { refusal, message };
}
