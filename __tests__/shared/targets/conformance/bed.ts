/** What a target needs around it to be tested: users, sick and dying versions, a clock, and a second client. */
import type { Target } from '../../../../shared/release/target.ts';

/**
 * A target under test, empty at first, where every label can be staged, and `dead` never becomes healthy. Where time is
 * virtual it also moves while a call of the target is waited for: a stage that takes seconds comes to its end by itself.
 */
export interface ConformanceBed {
  readonly target: Target;
  /** Waits on the target's time. */
  sleep(seconds: number): Promise<void>;
  /** Another client of the same target, as another machine would have it. */
  other(): Target;
  /** Makes a version's health checks fail, also after a restart, while it goes on answering users. */
  sicken(version: string): Promise<void>;
  /** The version's health checks pass again. */
  cure(version: string): Promise<void>;
  /** Ends a running version's processes at once; the target may start them again. */
  crash(version: string): Promise<void>;
  /** The target's controller is killed and started again; the state on its disk stays. */
  restart(): Promise<void>;
  /** Sends that many user requests: how many each version answered, and `failed` for those that none did, if any. */
  send(count: number): Promise<Readonly<Record<string, number>>>;
  /** Begins a request at a running version that stays in flight until its end is asked for. */
  linger(version: string): Promise<Lingering>;
  /** Ends the target and all that it runs. */
  close(): Promise<void>;
}

export interface Lingering {
  /** The version answers now; `failed` when it could not do so any more. */
  end(): Promise<'answered' | 'failed'>;
}

export interface Conformance {
  readonly name: string;
  /** An empty target of a service of its own. */
  make(): Promise<ConformanceBed>;
  /** Seconds that are short on its clock, yet long enough for a few calls; everything else is a multiple of it. */
  readonly lease: number;
}
