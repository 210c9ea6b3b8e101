/**
 * The controller of a simulated target: keeps its book on a disk that may fail, steers the router, and reverts what
 * nobody renews. It may be restarted at any moment.
 */
import type { TargetStatus } from '../../shared/release/target.ts';
import type { Observer } from '../observer/observer.ts';
import type { OwnClock, Timeline, Timer } from '../time.ts';
import type { Store } from '../world/store.ts';
import { service, type World } from '../world/world.ts';
import { type Book, emptyBook, ended, type Lease, noted, openOf } from './book.ts';
import type { Fleet } from './fleet.ts';

/** Seconds between two looks at a lease that cannot end yet, and between two tries of a save. */
const pace = 1;
/** A book that was read again may be behind what was in force. */
const leap = 1000;
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

export class Daemon {
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
    this.down = true;
    fleet.blind = true;
    this.queue = Promise.resolve();
    observer.excuse(seconds + bearings);
    timeline.after(seconds, () => this.recover());
  }

  /** Looks at the lease when it is due, on the target's own clock. */
  watchLease(): void {
    const { clock, timeline } = this.parts;
    if (this.lapse) this.lapse.cancelled = true;
    const open = openOf(this.book);
    if (open === null || open.due === null) return;
    const wait = open.stranded ? pace : (open.due - clock.now()) / clock.rate;
    this.lapse = timeline.after(Math.max(0.001, wait), () => this.lapsed());
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

  /** Ends what has run out; also before every call, for the timer may be late. */
  async expire(): Promise<void> {
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
    const kept: Lease = { ...open, fence: this.book.fence + 1, holder: null, stranded: true, phase };
    await this.lower(noted(this.book, kept, 'revert', this.at, `${what}; nobody else is healthy`));
  }

  private async revert(open: Lease, what: string): Promise<void> {
    const fenced = { ...open, fence: this.book.fence + 1 };
    const { release, book } = ended(this.book, fenced, 'rolled-back', `${what}: reverted`, 0);
    await this.lower(noted(book, release, 'revert', this.at, release.reason));
    void this.parts.fleet.retire(open.version);
  }

  private adopt(book: Book): void {
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

  /** The split that is ordered, or all to the one that is well; never to a canary without a weight of its own. */
  private steer(): void {
    if (this.down) return;
    const { world, fleet } = this.parts;
    const { stable } = this.book;
    const open = openOf(this.book);
    const [canary, ordered] = [open?.version ?? null, open?.weight ?? 0];
    const weight = ordered === 0 || !fleet.isWell(canary) ? 0 : fleet.isWell(stable) ? ordered : 100;
    const { route } = world;
    if (route.stable === stable && route.canary === canary && route.weight === weight) return;
    world.steer(service, { stable, canary, weight });
  }

  private lapsed(): void {
    this.exclusively(() => this.expire()).catch((error: unknown) => {
      if (!(error instanceof Gone)) throw error;
    });
  }

  /** Nothing is known of what happened meanwhile: an open release ends, but not onto a dead stable version. */
  private recover(): void {
    const { store, fleet, world, clock } = this.parts;
    const book = store.load() ?? emptyBook;
    const open = openOf(book);
    // Nothing is raised by a book that may be behind, so that an open release is due at once.
    const due = open && { ...open, due: Math.min(open.due ?? 0, clock.now()) };
    this.book = { ...book, fence: book.fence + leap, release: due ?? book.release };
    this.unsaved = false;
    fleet.blind = false;
    fleet.survey();
    if (book.stable !== null) fleet.start(book.stable);
    for (const name of world.versions.keys()) {
      if (name !== book.stable && name !== open?.version) void fleet.retire(name);
    }
    this.down = false;
    if (open === null) this.steer();
    else this.lapsed();
  }
}

/** As the interface has it, without what is the target's own. */
function shown(release: Lease, now: number): NonNullable<TargetStatus['release']> {
  const { call: _call, nonce: _nonce, worker: _worker, lease: _lease, due, stranded: _stranded, ...rest } = release;
  return { ...rest, expiresIn: due === null ? null : Math.max(0, due - now) };
}
