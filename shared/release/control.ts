/** What a controller knows, what happens to it, and what it orders: all plain JSON. */
import type { Decision, Observation } from './evidence.ts';
import type { JudgeState } from './judge/judge.ts';
import type { Refusal, VersionState } from './target.ts';
import type { Verdict } from './verdict.ts';

/** One weight of the ladder; percent and seconds. */
export interface Rung {
  readonly weight: number;
  readonly approve: boolean;
}

export interface ControllerSettings {
  readonly rungs: readonly Rung[];
  /** Ends as held once the rung of this weight has passed. */
  readonly until: number;
  readonly onCancel: 'rollback' | 'hold';
  readonly onDeadline: 'rollback' | 'hold';
  /** Seconds a gate waits for its approval. */
  readonly gateFor: number;
}

export interface ControllerState {
  readonly settings: ControllerSettings;
  readonly phase: 'raising' | 'watching' | 'waiting' | 'lowering' | 'ending' | 'ended';
  /** How it is to end, once the last command is done. */
  readonly ending: { readonly verdict: Verdict; readonly reason: string } | null;
  /** Commands that may still be sent again when nobody answers; none after a cancel. */
  readonly patience: number;
  /** Index of the rung in force, -1 before the first. */
  readonly rung: number;
  readonly weight: number;
  readonly judge: JudgeState;
  /** The rung that has passed the judge, -1 before any. */
  readonly passed: number;
  readonly approved: readonly number[];
  /** Evidence time at which the gate began to wait. */
  readonly waitingSince: number;
  /** Looks in a row at which the canary was not healthy. */
  readonly ailing: number;
}

export type ControllerEvent =
  | { readonly kind: 'begin' }
  /** The last command has taken effect. */
  | { readonly kind: 'done' }
  /** Traffic could not go back: the canary keeps it, and the lock was given back. */
  | { readonly kind: 'kept'; readonly reason: string }
  | { readonly kind: 'history'; readonly lines: readonly Observation[] }
  | { readonly kind: 'observed'; readonly line: Observation }
  /** The rest of a line that a change of weight cut off: judged like any other, but it raises nothing. */
  | { readonly kind: 'closed'; readonly line: Observation }
  | {
      readonly kind: 'seen';
      readonly canary: VersionState | 'gone';
      readonly problem: string;
      readonly approved: readonly number[];
    }
  | {
      readonly kind: 'refused';
      readonly command: Command['kind'];
      /** Undefined when nobody answered. */
      readonly refusal: Refusal | undefined;
      readonly message: string;
    }
  | { readonly kind: 'taken'; readonly verdict: Verdict; readonly reason: string }
  | { readonly kind: 'unrenewed'; readonly seconds: number }
  | { readonly kind: 'cancelled' };

export type Command =
  | { readonly kind: 'set-weight'; readonly weight: number; readonly rung: number; readonly reason: string }
  | { readonly kind: 'record'; readonly decision: Decision }
  | { readonly kind: 'renew' }
  | { readonly kind: 'hold'; readonly reason: string; readonly passed: number }
  /** Brings the traffic back, as far as there is a version to go back to, and ends the release. */
  | { readonly kind: 'discard'; readonly verdict: Verdict; readonly reason: string }
  | { readonly kind: 'end'; readonly verdict: Verdict; readonly reason: string };

export interface Controlled {
  readonly state: ControllerState;
  readonly commands: readonly Command[];
}
