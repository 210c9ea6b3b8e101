/** One holder's calls on a release: numbered, each with a time limit, and sent again when no answer came. */
import { type Limit, within } from '../action/abortable.ts';
import { TargetError } from '../action/errors.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock } from '../release/clock.ts';
import type { Holding, Sample, Target, TargetStatus, Ticket, VersionStatus, WeightChange } from '../release/target.ts';
import type { Verdict } from '../release/verdict.ts';
import { clip } from '../report/clip.ts';

/** Characters of a reason that a target keeps; a version's last words can be longer. */
const reasonLimit = 2000;
/** Seconds before a call is sent again. */
const pauses = [0.2, 0.8, 2, 4] as const;
/** Seconds for an answer, at most and at least. */
const [longest, shortest] = [10, 1] as const;
/** Seconds for an answer after a cancel; for one that comes when requests in flight have ended, twice as many. */
const grace = 1;

/** What a session works with beside the target. */
export interface Means {
  readonly plan: Plan;
  readonly clock: Clock;
  /** Aborted by a cancel: then there are seconds left, and no time to try again and again. */
  readonly signal: AbortSignal;
}

/** How long one answer of the target is waited for: a call that hangs leaves time to do something before the lease ends. */
export function answerLimit({ plan, clock, signal }: Means, extra = 0): Limit {
  const seconds = Math.max(shortest, Math.min(longest, plan.canary.lease / 6)) + extra;
  return { seconds, clock, signal, grace };
}

/**
 * The answer to a call, which is sent again while none comes, for a third of the lease at most.
 * @throws TargetError with the target's refusal, or without one when it never answered; `absent` is no refusal of a
 * target that was there before, for something may have been done by then
 */
export async function answered<T>(
  means: Means,
  call: () => Promise<T>,
  limit = answerLimit(means),
  there = false,
): Promise<T> {
  const { clock, signal, plan } = means;
  const end = clock.now() + plan.canary.lease / 3;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await within(limit, call());
    } catch (thrown) {
      const error = there || attempt > 0 ? unreached(thrown) : thrown;
      const final = !(error instanceof TargetError) || error.refusal !== undefined;
      const pause = pauses[attempt];
      if (final || pause === undefined || signal.aborted || clock.now() + pause >= end) throw error;
      await clock.sleep(pause, signal);
    }
  }
}

/** How the target stands, where it answers in time: for what can do without knowing. */
export function lookAt(work: Means & { readonly target: Target }): Promise<TargetStatus | undefined> {
  return within(answerLimit(work), work.target.inspect()).catch(() => undefined);
}

function unreached(error: unknown): unknown {
  const gone = error instanceof TargetError && error.refusal === 'absent';
  return gone ? new TargetError(error.message, undefined, { cause: error.cause }) : error;
}

export class Session {
  readonly release: string;
  readonly fence: number;
  private readonly target: Target;
  private readonly means: Means;
  private sequence: number;

  /** `ticket` carries the last sequence that was applied. */
  constructor(target: Target, ticket: Ticket, means: Means) {
    this.target = target;
    this.means = means;
    this.release = ticket.release;
    this.fence = ticket.fence;
    this.sequence = ticket.sequence;
  }

  stage(how: { readonly recorded?: boolean } = {}): Promise<VersionStatus> {
    return this.order((ticket) => this.target.stage(ticket, how), this.limit(this.means.plan.health.start));
  }

  setWeight(change: WeightChange): Promise<Sample> {
    const clipped = { ...change, reason: clip(change.reason, reasonLimit) };
    return this.order((ticket) => this.target.setWeight(ticket, clipped), this.limit(this.means.plan.health.timeout));
  }

  /** One try: the next one is better with what is known by then. */
  renew(memo?: unknown): Promise<void> {
    return within(this.limit(), this.target.renew(this.next(), this.means.plan.canary.lease, memo));
  }

  hold(holding: Holding): Promise<void> {
    const clipped = { ...holding, reason: clip(holding.reason, reasonLimit) };
    return this.order((ticket) => this.target.hold(ticket, clipped), this.limit());
  }

  promote(): Promise<void> {
    const { health, target } = this.means.plan;
    const limit = { ...this.limit(health.timeout + target.drain), grace: 2 * grace };
    return this.order((ticket) => this.target.promote(ticket), limit);
  }

  discard(verdict: Verdict, reason: string): Promise<void> {
    const clipped = clip(reason, reasonLimit);
    const limit = { ...this.limit(this.means.plan.target.drain), grace: 2 * grace };
    return this.order((ticket) => this.target.discard(ticket, verdict, clipped), limit);
  }

  private limit(extra = 0): Limit {
    return answerLimit(this.means, extra);
  }

  /** The same ticket each time, so that a call whose answer was lost is not done twice. */
  private order<T>(send: (ticket: Ticket) => Promise<T>, limit: Limit): Promise<T> {
    const ticket = this.next();
    return answered(this.means, () => send(ticket), limit, true);
  }

  private next(): Ticket {
    this.sequence += 1;
    return { release: this.release, fence: this.fence, sequence: this.sequence };
  }
}
