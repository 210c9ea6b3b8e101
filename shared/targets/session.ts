/** One holder's calls on a release: numbers them, so that each is applied once and in order. */
import type { Sample, Target, Ticket, VersionStatus, WeightChange } from '../release/target.ts';
import type { Verdict } from '../release/verdict.ts';
import { clip } from '../report/clip.ts';

/** Characters of a reason that a target keeps; a version's last words can be longer. */
const reasonLimit = 2000;

export class Session {
  readonly release: string;
  readonly fence: number;
  private readonly target: Target;
  private sequence: number;

  /** `ticket` carries the last sequence that was applied. */
  constructor(target: Target, ticket: Ticket) {
    this.target = target;
    this.release = ticket.release;
    this.fence = ticket.fence;
    this.sequence = ticket.sequence;
  }

  stage(how: { readonly recorded?: boolean } = {}): Promise<VersionStatus> {
    return this.target.stage(this.next(), how);
  }

  setWeight(change: WeightChange): Promise<Sample> {
    return this.target.setWeight(this.next(), { ...change, reason: clip(change.reason, reasonLimit) });
  }

  renew(lease: number, memo: unknown): Promise<void> {
    return this.target.renew(this.next(), lease, memo);
  }

  hold(heldFor: number, reason: string): Promise<void> {
    return this.target.hold(this.next(), heldFor, clip(reason, reasonLimit));
  }

  promote(): Promise<void> {
    return this.target.promote(this.next());
  }

  discard(verdict: Verdict, reason: string): Promise<void> {
    return this.target.discard(this.next(), verdict, clip(reason, reasonLimit));
  }

  /** Takes up the target's own count again, after a call whose answer never came. */
  async resync(): Promise<void> {
    const { release } = await this.target.inspect();
    if (release?.id === this.release && release.fence === this.fence) this.sequence = release.sequence;
  }

  private next(): Ticket {
    this.sequence += 1;
    return { release: this.release, fence: this.fence, sequence: this.sequence };
  }
}
