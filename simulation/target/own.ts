/** The simulated target with its own rules, written apart from every real target's. */
import type {
  AcquireRequest,
  Holder,
  Holding,
  Sample,
  Ticket,
  VersionStatus,
  WeightChange,
} from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { emptyBook, ended, type Lease, noted, openOf } from './book.ts';
import { Daemon, type Leaving } from './daemon.ts';
import * as orders from './orders.ts';

/** A book that was read again may be behind what was in force. */
const leap = 1000;

export class OwnDaemon extends Daemon {
  override establish(version: string): void {
    this.book = { ...emptyBook, stable: version };
  }

  override acquire(request: AcquireRequest): Promise<Ticket> {
    return orders.acquire(this, request);
  }

  override stage(ticket: Ticket, how: { readonly recorded?: boolean }): Promise<VersionStatus> {
    return orders.stage(this, ticket, how);
  }

  override setWeight(ticket: Ticket, change: WeightChange): Promise<Sample> {
    return orders.setWeight(this, ticket, change);
  }

  override renew(ticket: Ticket, lease: number, memo: unknown): Promise<void> {
    return orders.renew(this, ticket, lease, memo);
  }

  override hold(ticket: Ticket, holding: Holding): Promise<void> {
    return orders.hold(this, ticket, holding);
  }

  override approve(release: string, step: number, holder: Holder): Promise<void> {
    return orders.approve(this, release, step, holder);
  }

  override promote(ticket: Ticket): Promise<Leaving> {
    return orders.promote(this, ticket);
  }

  override discard(ticket: Ticket, verdict: Verdict, reason: string): Promise<Leaving> {
    return orders.discard(this, ticket, verdict, reason);
  }

  override async expire(): Promise<void> {
    const open = openOf(this.book);
    if (open === null || open.due === null) return;
    if (this.parts.clock.now() < open.due) {
      this.watchLease();
      return;
    }
    const { fleet } = this.parts;
    const what = open.holder === null ? 'nobody took it up again in time' : 'its lease was not renewed';
    const stuck = open.weight > 0 && !fleet.isWell(this.book.stable) && fleet.isWell(open.version);
    if (!stuck) await this.revert(open, what);
    else if (open.stranded) this.watchLease();
    else await this.strand(open, what);
  }

  /** Nobody is there to go back to: it stays until somebody is. */
  private async strand(open: Lease, what: string): Promise<void> {
    const phase = open.weight === 0 ? 'staged' : 'held';
    const kept = orders.condemned({ ...open, fence: this.book.fence + 1, holder: null, phase }, this.parts.clock.now());
    await this.lower(noted(this.book, kept, 'revert', this.at, `${what}; nobody else is healthy`));
  }

  private async revert(open: Lease, what: string): Promise<void> {
    const fenced = { ...open, fence: this.book.fence + 1 };
    const { release, book } = ended(this.book, fenced, 'rolled-back', `${what}: reverted`, 0);
    await this.lower(noted(book, release, 'revert', this.at, release.reason));
    void this.parts.fleet.retire(open.version);
  }

  protected override steer(): void {
    if (this.down) return;
    const { fleet } = this.parts;
    const open = openOf(this.book);
    const [canary, ordered] = [open?.version ?? null, open?.weight ?? 0];
    const { stable } = this.book;
    this.route(ordered === 0 || !fleet.isWell(canary) ? 0 : fleet.isWell(stable) ? ordered : 100);
  }

  /** Nothing is known of what happened meanwhile: an open release ends, but not onto a dead stable version. */
  protected override recover(): void {
    const { store, fleet, world, clock } = this.parts;
    const book = store.load() ?? emptyBook;
    const open = openOf(book);
    // Nothing is raised by a book that may be behind, so that an open release is due at once.
    const due = open && { ...open, due: Math.min(open.due ?? 0, clock.now()) };
    this.book = { ...book, fence: book.fence + leap, release: due ?? book.release };
    fleet.blind = false;
    fleet.survey();
    if (book.stable !== null) fleet.start(book.stable);
    for (const name of world.versions.keys()) {
      if (name === book.stable || name === open?.version) fleet.keep(name);
      else void fleet.retire(name);
    }
    this.rise();
    if (open === null) this.steer();
    else this.due();
  }
}
