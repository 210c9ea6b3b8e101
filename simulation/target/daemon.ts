/**
 * The controller of a simulated target: keeps its book on a disk that may fail, steers the router, and reverts what
 * nobody renews. It may be restarted at any moment.
 */
import type {
  AcquireRequest,
  Holder,
  Holding,
  Sample,
  TargetStatus,
  Ticket,
  VersionStatus,
  WeightChange,
} from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import type { Observer } from '../observer/observer.ts';
import type { OwnClock, Timeline, Timer } from '../time.ts';
import type { Store } from '../world/store.ts';
import { service, type World } from '../world/world.ts';
import { type Book, emptyBook, type Lease, openOf } from './book.ts';
import type { Fleet } from './fleet.ts';

/** Seconds between two looks at a lease that cannot end yet, and between two tries of a save. */
const pace = 1;
/** Seconds in which a restarted controller finds out what stands. */
const bearings = 5;

/** Thrown in what was under way when the controller died: nobody hears of it. */
export class Gone extends Error {}

export interface Parts {
  readonly timeline: Timeline;
  readonly world: World;
  readonly store: Store<Book>;
  readonly observer: Observer;
  readonly clock: OwnClock;
  readonly fleet: Fleet;
}

/** In a box, because a promise of a promise would be waited for while other calls wait. */
export interface Leaving {
  readonly gone: Promise<void>;
}

/** What is the same for all rules; `OwnDaemon` and `LedgerDaemon` bring theirs. */
export abstract class Daemon {
  book: Book = emptyBook;
  down = false;
  /** The last numbered call, and what it was answered. */
  last: { readonly key: string; readonly answer: Promise<unknown> } | null = null;
  readonly parts: Parts;
  private generation = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private lapse: Timer | undefined;
  private unsaved = false;

  constructor(parts: Parts) {
    this.parts = parts;
    parts.fleet.onChange = () => this.steer();
    parts.fleet.isKept = (version) => version === this.book.stable;
  }

  /** This version is stable; nothing else stands. */
  abstract establish(version: string): void;
  abstract acquire(request: AcquireRequest): Promise<Ticket>;
  abstract stage(ticket: Ticket, how: { readonly recorded?: boolean }): Promise<VersionStatus>;
  abstract setWeight(ticket: Ticket, change: WeightChange): Promise<Sample>;
  abstract renew(ticket: Ticket, lease: number, memo: unknown): Promise<void>;
  abstract hold(ticket: Ticket, holding: Holding): Promise<void>;
  abstract approve(release: string, step: number, holder: Holder): Promise<void>;
  abstract promote(ticket: Ticket): Promise<Leaving>;
  abstract discard(ticket: Ticket, verdict: Verdict, reason: string): Promise<Leaving>;
  /** Ends what has run out; also before every call, for the timer may be late. */
  abstract expire(): Promise<void>;
  /** The split that is ordered, or all to the one that is well; never to a canary without a weight of its own. */
  protected abstract steer(): void;
  /** Nothing is known of what happened meanwhile: an open release ends. */
  protected abstract recover(): void;

  /** What people read as the time. */
  get at(): string {
    return new Date(1000 * this.parts.clock.now()).toISOString();
  }

  /** One call after the other; the rest of one that a restart interrupts never happens. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const { generation } = this;
    const mine = () => (generation === this.generation && !this.down ? work() : Promise.reject(new Gone()));
    const done = this.queue.then(mine);
    this.queue = done.catch(() => undefined);
    return done;
  }

  /** Lets time pass inside of a call. */
  readonly wait = async (seconds: number): Promise<void> => {
    const { generation } = this;
    await this.parts.timeline.wait(seconds);
    if (generation !== this.generation) throw new Gone();
  };

  probe(version: string): Promise<boolean> {
    return this.parts.fleet.probe(version, this.wait);
  }

  /** A raise: durable first. @throws StoreError when it could not be, and then nothing has changed */
  async raise(book: Book): Promise<void> {
    await this.save(book);
    this.adopt(book);
  }

  /** A lowering is in force first; a save that fails is tried again. */
  async lower(book: Book): Promise<void> {
    this.adopt(book);
    await this.save(book).catch((error: unknown) => this.saveLater(error));
  }

  restart(seconds: number): void {
    const { observer, timeline, fleet } = this.parts;
    this.generation += 1;
    const mine = this.generation;
    this.down = true;
    fleet.blind = true;
    this.queue = Promise.resolve();
    observer.excuse(seconds + bearings);
    // Killed once more before it was back: then the last start is the one that counts.
    timeline.after(seconds, () => mine === this.generation && this.recover());
  }

  /** Looks at the lease when it is due, on the target's own clock. */
  watchLease(): void {
    const { clock, timeline } = this.parts;
    if (this.lapse) this.lapse.cancelled = true;
    const open = openOf(this.book);
    if (open === null || open.due === null) return;
    const wait = open.stranded ? pace : (open.due - clock.now()) / clock.rate;
    this.lapse = timeline.after(Math.max(0.001, wait), () => this.due());
  }

  status(): TargetStatus {
    const { world, fleet, clock } = this.parts;
    const { stable, release, former, journal } = this.book;
    const canary = openOf(this.book)?.version;
    const role = (name: string) => (name === stable ? 'stable' : name === canary ? 'canary' : 'retired');
    const versions = [...world.versions.keys()].map((name) => fleet.status(name, role(name)));
    return {
      service,
      url: 'http://sim',
      stable,
      versions,
      release: release && shown(release, clock.now()),
      former,
      journal,
    };
  }

  protected adopt(book: Book): void {
    this.book = book;
    this.watchLease();
    this.steer();
  }

  private async save(book: Book): Promise<void> {
    const { generation } = this;
    const { store, observer } = this.parts;
    await store.save(book);
    const entry = book.journal.at(-1);
    if (entry && entry !== observer.last) observer.journalled(entry);
    if (generation !== this.generation) throw new Gone();
    this.unsaved = false;
  }

  private saveLater(error: unknown): void {
    if (error instanceof Gone) throw error;
    this.unsaved = true;
    const { generation } = this;
    this.parts.timeline.after(pace, () => {
      if (!this.unsaved || generation !== this.generation) return;
      this.save(this.book).catch((again: unknown) => (again instanceof Gone ? undefined : this.saveLater(again)));
    });
  }

  /** The router is touched only where something changes. */
  protected route(weight: number): void {
    const { world } = this.parts;
    const [stable, canary] = [this.book.stable, openOf(this.book)?.version ?? null];
    const { route } = world;
    if (route.stable === stable && route.canary === canary && route.weight === weight) return;
    world.steer(service, { stable, canary, weight });
  }

  /** It is there again, with a book that may be behind. */
  protected rise(): void {
    this.unsaved = false;
    this.parts.fleet.blind = false;
    this.down = false;
  }

  protected due(): void {
    this.exclusively(() => this.expire()).catch((error: unknown) => {
      if (!(error instanceof Gone)) throw error;
    });
  }
}

/** As the interface has it, without what is the target's own. */
function shown(release: Lease, now: number): NonNullable<TargetStatus['release']> {
  const { id, version, baseline, phase, weight, step, passed, returning, approved, fence, sequence } = release;
  const { since, holder, verdict, reason, memo, due } = release;
  const expiresIn = due === null ? null : Math.max(0, due - now);
  const stands = { id, version, baseline, phase, weight, step, passed, returning, approved, fence, sequence };
  return { ...stands, since, holder, expiresIn, verdict, reason, memo };
}
