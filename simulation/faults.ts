/** Everything that can go wrong in a simulated release; `at` is a count of calls or readings, or seconds. */
import type { Chance } from './random.ts';

/** At one call that orders something. */
const calls = [
  'call-fails',
  'call-hangs',
  'call-errs-though-done',
  'call-late',
  'call-twice',
  'answer-lost',
  'killed-at-call',
  'killed-after-call',
] as const;
/** At one reading of the counts. */
const readings = ['reading-lost', 'reading-late', 'reading-twice', 'counters-reset'] as const;
/** At one moment. */
const moments = [
  'journal-torn',
  'journal-stale',
  'journal-full',
  'store-away',
  'controller-paused',
  'killed',
  'second-controller',
  'target-restarted',
  'router-restarted',
  'stable-dead',
  'stable-ill',
  'stable-short',
  'canary-dead',
  'canary-ill',
  'both-dead',
  'controller-leaps',
  'target-leaps',
  'cancelled',
  'cancelled-twice',
  'stable-slow',
  'rerun-beside-post',
] as const;
/** Of the whole run. */
const wholes = ['promote-expires', 'approved-late', 'approved-twice', 'controller-drifts', 'target-drifts'] as const;

export const kinds = [...calls, ...readings, ...moments, ...wholes] as const;
export type FaultKind = (typeof kinds)[number];
export type MomentKind = (typeof moments)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly at: number;
  /** How long, or how much: a share of what is usual for the kind, 0 to 1. */
  readonly size: number;
}

/** Faults after which a good canary should still be promoted or held: they pass, and end nobody. */
const passing = new Set<FaultKind>([
  ...calls.filter((kind) => !kind.startsWith('killed')),
  ...readings,
  'journal-full',
  'store-away',
  'second-controller',
  'router-restarted',
  'approved-twice',
  'controller-drifts',
  'target-drifts',
]);

export const passes = ({ kind }: Fault) => passing.has(kind);

const isOneOf = <T extends string>(list: readonly T[], kind: string): kind is T => list.some((each) => each === kind);
export const isCallFault = (kind: FaultKind) => isOneOf(calls, kind);
export const isReadingFault = (kind: FaultKind) => isOneOf(readings, kind);
export const isMoment = (kind: FaultKind): kind is MomentKind => isOneOf(moments, kind);

/** Seconds of a usual run, and calls and readings of one. */
const [length, ordered, read] = [32, 22, 14] as const;

export function anyFault(chance: Chance): Fault {
  const kind = chance.pick(kinds as unknown as readonly [FaultKind, ...FaultKind[]]);
  const size = chance.between(0, 1);
  if (isCallFault(kind)) return { kind, at: chance.whole(1, ordered), size };
  if (isReadingFault(kind)) return { kind, at: chance.whole(1, read), size };
  return { kind, at: chance.between(0.5, length), size };
}
