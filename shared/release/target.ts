/**
 * The target: where versions run and traffic is split. The domain owns this interface, adapters implement it.
 * Weights are percent of user traffic, times are seconds unless a name says otherwise.
 */
import type { Verdict } from './verdict.ts';

/** Who works on a release, so that a second one can be told whose it is. */
export interface Holder {
  readonly actor: string;
  /** Address of the workflow run, or `local`. */
  readonly run: string;
  readonly attempt: number;
}

/**
 * Carried by every mutating call and compared by the target itself: a stale fence is refused; within a fence sequences
 * only rise, so that a call which comes late finds that it was overtaken; the same call again answers as the first time.
 */
export interface Ticket {
  readonly release: string;
  readonly fence: number;
  readonly sequence: number;
}

export type VersionState = 'starting' | 'healthy' | 'unhealthy' | 'draining' | 'stopped';

export interface VersionStatus {
  readonly version: string;
  readonly role: 'stable' | 'canary' | 'retired';
  readonly state: VersionState;
  /** When the state began. */
  readonly since: string;
  /** Share of all traffic that its ready instances can carry, percent; 0 while it is not healthy. */
  readonly capacity: number;
  readonly weight: number;
  readonly inFlight: number;
  readonly restarts: number;
  /** Where this version alone answers; for smoke tests and testers. */
  readonly url: string | null;
  /** Why it is not healthy, with the end of its stderr. */
  readonly problem?: string;
}

/** `staged` waits at weight 0, `running` has a controller, `held` waits at its weight under a deadline. */
export type ReleasePhase = 'staged' | 'running' | 'held' | 'ended';

/** One line of the journal: what was ordered, by whom, and what the weight was from then on. */
export interface JournalEntry {
  readonly at: string;
  readonly release: string;
  readonly fence: number;
  readonly sequence: number;
  readonly command: 'acquire' | 'stage' | 'set-weight' | 'hold' | 'approve' | 'promote' | 'discard' | 'revert';
  readonly weight: number;
  readonly reason: string;
}

export interface ReleaseStatus {
  readonly id: string;
  readonly version: string;
  readonly baseline: string | null;
  readonly phase: ReleasePhase;
  readonly weight: number;
  /** Index into the plan's steps that the weight stands for, -1 before the first. */
  readonly step: number;
  /** The last step that the judge has passed, -1 before any. */
  readonly passed: number;
  /** It was to be taken back, and waits for a healthy stable version; nothing of it goes up any more. */
  readonly returning: boolean;
  /** Gates opened by hand, by step index. */
  readonly approved: readonly number[];
  readonly fence: number;
  readonly sequence: number;
  readonly since: string;
  readonly holder: Holder | null;
  /** Seconds until the target reverts by itself; null when nothing runs out. */
  readonly expiresIn: number | null;
  readonly verdict: Verdict | null;
  readonly reason: string;
  /** What the controller left to continue from; plain JSON, opaque to the target. */
  readonly memo: unknown;
}

export interface TargetStatus {
  readonly service: string;
  /** Where users reach the service. */
  readonly url: string;
  readonly stable: string | null;
  readonly versions: readonly VersionStatus[];
  /** The open release, or else the one that ended last; null when there never was one. */
  readonly release: ReleaseStatus | null;
  /** Versions that were stable before, newest first. */
  readonly former: readonly string[];
  readonly journal: readonly JournalEntry[];
}

/** Cumulative counts of one process or pod of a version. */
export interface InstanceCounters {
  readonly requests: number;
  readonly errors: number;
  readonly buckets?: readonly number[];
  /** How often its own counters began again, where the source has evened that out. */
  readonly restarts?: number;
}

/** Cumulative counts since they began. `buckets` are not cumulative over bounds; last = above. */
export interface Counted {
  readonly requests: number;
  readonly errors: number;
  readonly buckets: readonly number[];
  /** The same by instance, where the source tells them apart. */
  readonly instances?: Readonly<Record<string, InstanceCounters>>;
}

/** Cumulative counts of one version. */
export interface Counters extends Counted {
  /** Latency to the first byte, over the same bounds. */
  readonly firstByte: readonly number[];
  /** What it counted of its model, by metric; one that cannot be read is absent. */
  readonly model?: Readonly<Record<string, Counted>>;
}

/** All counters at one instant of the target's clock; a side that cannot be read is absent. */
export interface Sample {
  /** Seconds on the target's monotonic clock. */
  readonly at: number;
  /** Changes when the counters restart from 0 (another epoch is a reset of everything). */
  readonly epoch: string;
  readonly bounds: readonly number[];
  readonly weight: number;
  readonly versions: Readonly<Record<string, Counters>>;
  /** The bounds of each metric of the model, in its own unit; empty where only failures are counted. */
  readonly model?: Readonly<Record<string, readonly number[]>>;
}

export interface Capabilities {
  readonly affinity: readonly ('none' | 'cookie' | 'header')[];
  /** Smallest step of a weight, in percent. */
  readonly granularity: number;
}

/** Takes the lock: of a staged release by id or version, or of a new one for `version` where `create` is set. */
export interface AcquireRequest {
  readonly release?: string;
  readonly version?: string;
  readonly create?: boolean;
  /** Names this attempt: sent again, it gets the same ticket. */
  readonly nonce: string;
  readonly holder: Holder;
  readonly lease: number;
}

export interface Target {
  readonly capabilities: Capabilities;
  inspect(): Promise<TargetStatus>;
  acquire(request: AcquireRequest): Promise<Ticket>;
  /**
   * Starts the ticket's version at weight 0 and waits until it is healthy; rejects with why it is not. `recorded` starts
   * it as it ran when it was stable, and not as the plan says today.
   */
  stage(ticket: Ticket, how?: { readonly recorded?: boolean }): Promise<VersionStatus>;
  /** Moves the split, upward only after a health check of that moment; resolves with the counters at the change. */
  setWeight(ticket: Ticket, change: WeightChange): Promise<Sample>;
  /** Without a memo the one before stays. */
  renew(ticket: Ticket, lease: number, memo?: unknown): Promise<void>;
  observe(): Promise<Sample>;
  /** Samples of the past 30 minutes, one a quarter of a minute, oldest first. */
  history(): Promise<readonly Sample[]>;
  /** Gives the lock back; the weight stays for a time. */
  hold(ticket: Ticket, holding: Holding): Promise<void>;
  /** Opens the gate of a step; needs no lock, so that it works beside a running controller. */
  approve(release: string, step: number, holder: Holder): Promise<void>;
  /** Makes the ticket's version the stable one; drains and stops the old one. Ends the release. */
  promote(ticket: Ticket): Promise<void>;
  /** Weight 0 first, then drains and stops the canary. Ends the release with this verdict. */
  discard(ticket: Ticket, verdict: Verdict, reason: string): Promise<void>;
}

export interface Holding {
  /** Seconds until the target reverts by itself. */
  readonly heldFor: number;
  readonly reason: string;
  /** The step that has passed the judge, where one has. */
  readonly passed?: number;
  /** It was to be taken back: what passed or was approved counts no more, and it ends as soon as the stable version is healthy. */
  readonly returning?: boolean;
}

export interface WeightChange {
  readonly weight: number;
  readonly step: number;
  readonly reason: string;
  readonly memo?: unknown;
}

/** Why a target says no; `busy`, `stale` and `ended` are about the lock, the rest about what stands there. */
export const refusals = [
  'absent',
  'busy',
  'stale',
  'ended',
  'unknown-release',
  'not-staged',
  'unknown-version',
  'other-digest',
  'unhealthy',
  'stable-unhealthy',
  'invalid',
] as const;
export type Refusal = (typeof refusals)[number];
