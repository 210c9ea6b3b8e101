/**
 * The controller of a simulated target: keeps its book on a disk that may fail, steers the router, starts and stops
 * versions, and reverts what nobody renews. It may be restarted at any moment.
 */
import type { TargetStatus, VersionStatus } from '../../shared/release/target.ts';
import type { Observer } from '../observer/observer.ts';
import type { OwnClock, Timeline, Timer } from '../time.ts';
import type { Store } from '../world/store.ts';
import { service, type World } from '../world/world.ts';
import { type Book, emptyBook, ended, type Lease, noted, openOf, refused } from './book.ts';

/** What differs between the targets that there may be; seconds. */
export interface Manner {
  readonly health: { readonly every: number; readonly timeout: number; readonly start: number };
  readonly drain: number;
  /** Share of the answers of a version that fail. */
  readonly errors: (version: string) => number;
  /** How long a version takes to become healthy; Infinity when it never does. */
  readonly startup: (version: string) => number;
}

/** Seconds: for a check that is answered, before a dead stable version is started again, between two looks at a lease. */
const [probing, backoff, pace] = [0.05, 0.5, 1] as const;
/** A state that was read again may be behind what was in force. */
const leap = 1000;
const limit = 5;

/** Thrown in what was under way when the controller died: nobody hears of it. */
export class Gone extends Error {}

export class Daemon {
  book: Book = emptyBook;
  down = false;
  readonly world: World;
  readonly clock: OwnClock;
  readonly manner: Manner;
  readonly observer: Observer;
  private readonly timeline: Timeline;
  private readonly store: Store<Book>;
  /** How each version looked at the last check. */
  private readonly looks = new Map<string, { well: boolean; since: number; problem: string }>();
  private readonly leaving = new Set<string>();
  private generation = 0;
  private queue: Promise<unknown> = Promise.resolve();
  private lapse: Timer | undefined;
  private unsaved = false;

  constructor(timeline: Timeline, world: World, store: Store<Book>, clock: OwnClock, manner: Manner) {
    this.timeline = timeline;
    this.world = world;
    this.store = store;
    this.clock = clock;
    this.manner = manner;
    this.observer = world.observer;
  }

  get at(): string {
    return new Date(1_700_000_000_000 + Math.round(this.clock.now() * 1000)).toISOString();
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
  async wait(seconds: number): Promise<void> {
    const { generation } = this;
    await this.timeline.wait(seconds);
    if (generation !== this.generation) throw new Gone();
  }

  /** A raise: durable first. @throws the store's error, and then nothing has changed */
  async raise(book: Book): Promise<void> {
    await this.save(book);
    this.adopt(book);
  }

  /** A lowering is in force first; a save that fails is tried again. */
  async lower(book: Book): Promise<void> {
    this.adopt(book);
    await this.save(book).catch((error: unknown) => this.saveLater(error));
  }

  async probe(version: string): Promise<boolean> {
    const known = this.world.versions.get(version);
    await this.wait(known?.alive && !known.well ? this.manner.health.timeout : probing);
    const passed = this.world.probe(version);
    this.noticed(version, passed);
    return passed;
  }

  isWell(version: string | null): boolean {
    return version !== null && (this.looks.get(version)?.well ?? false);
  }

  /** Starts a version that is not there, or not alive. */
  start(version: string): void {
    this.leaving.delete(version);
    if (this.world.versions.get(version)?.alive) return;
    this.world.start(version, this.manner.errors(version));
    this.looks.set(version, { well: false, since: this.clock.now(), problem: 'starting' });
    const startup = this.manner.startup(version);
    if (Number.isFinite(startup)) this.timeline.after(startup, () => this.came(version));
  }

  /** Resolves once it is healthy. @throws TargetError `unhealthy` when it does not become so in time */
  async healthy(version: string): Promise<void> {
    const limit = this.timeline.now + this.manner.health.start;
    while (!this.isWell(version)) {
      if (this.timeline.now >= limit || !this.world.versions.get(version)?.alive) {
        return refused('unhealthy', `${version} did not become healthy`);
      }
      await this.wait(pace / 4);
    }
  }

  /** Stops a version once its last request has been answered. Resolves when it is gone. */
  async retire(version: string): Promise<void> {
    this.leaving.add(version);
    for (;;) {
      const running = this.world.versions.get(version);
      if (running === undefined || !this.leaving.has(version)) return;
      const left = running.busyUntil - this.timeline.now;
      if (left <= 0 || !running.alive) break;
      await this.timeline.wait(left);
    }
    this.leaving.delete(version);
    this.looks.delete(version);
    this.world.stop(version);
  }

  /** The world changed: the controller finds it out at its next checks, a death at once. */
  happened(version: string): void {
    const running = this.world.versions.get(version);
    if (running === undefined) return;
    const late = running.well ? this.manner.health.every : running.alive ? 2 * this.manner.health.every : 0;
    this.timeline.after(late, () => this.check(version));
  }

  restart(seconds: number): void {
    this.generation += 1;
    this.down = true;
    this.queue = Promise.resolve();
    this.observer.excuse(seconds + limit);
    this.timeline.after(seconds, () => this.recover());
  }

  /** Looks at the lease when it is due, on the target's own clock. */
  watchLease(): void {
    if (this.lapse) this.lapse.cancelled = true;
    const open = openOf(this.book);
    if (open === null || open.due === null) return;
    const wait = open.stranded ? pace : (open.due - this.clock.now()) / this.clock.rate;
    this.lapse = this.timeline.after(Math.max(0.001, wait), () => this.lapsed());
  }

  status(): TargetStatus {
    const { stable, release, former, journal } = this.book;
    const canary = openOf(this.book)?.version;
    const names = [...this.world.versions.keys()];
    const role = (name: string) => (name === stable ? 'stable' : name === canary ? 'canary' : 'retired');
    const shown = release && this.describe(release);
    const versions = names.map((name) => this.statusOf(name, role(name)));
    return { service, url: 'http://sim', stable, versions, release: shown, former, journal };
  }

  statusOf(name: string, role: VersionStatus['role']): VersionStatus {
    const running = this.world.versions.get(name);
    const look = this.looks.get(name);
    const state = !running?.alive ? 'stopped' : look?.well ? 'healthy' : look?.problem === 'starting' ? 'starting' : 'unhealthy';
    return {
      version: name,
      role,
      state: this.leaving.has(name) ? 'draining' : state,
      since: new Date(1_700_000_000_000 + Math.round((look?.since ?? 0) * 1000)).toISOString(),
      capacity: state === 'healthy' ? (running?.capacity ?? 0) : 0,
      weight: this.world.share(name),
      inFlight: Number((running?.busyUntil ?? 0) > this.timeline.now),
      restarts: 0,
      url: `http://${name}`,
      ...(state === 'healthy' ? {} : { problem: look?.problem ?? 'gone' }),
    };
  }

  private describe(release: Lease) {
    const { call: _call, nonce: _nonce, worker: _worker, lease: _lease, due, stranded: _stranded, ...rest } = release;
    return { ...rest, expiresIn: due === null ? null : Math.max(0, due - this.clock.now()) };
  }

  private async save(book: Book): Promise<void> {
    const { generation } = this;
    await this.store.save(book, () => undefined);
    const entry = book.journal.at(-1);
    if (entry && entry !== this.observer.last) this.observer.journalled(entry);
    if (generation !== this.generation) throw new Gone();
    this.unsaved = false;
  }

  private saveLater(error: unknown): void {
    if (error instanceof Gone) throw error;
    this.unsaved = true;
    const { generation } = this;
    this.timeline.after(pace, () => {
      if (!this.unsaved || generation !== this.generation) return;
      this.save(this.book).catch((again: unknown) => (again instanceof Gone ? undefined : this.saveLater(again)));
    });
  }

  adopt(book: Book): void {
    this.book = book;
    this.watchLease();
    this.steer();
  }

  /** The split that is ordered, or all to the one that is well; never to a canary without a weight of its own. */
  private steer(): void {
    const { stable } = this.book;
    const open = openOf(this.book);
    const canary = open?.version ?? null;
    const [ordered, alive] = [open?.weight ?? 0, this.isWell(canary)];
    const weight = ordered === 0 || !alive ? 0 : this.isWell(stable) ? ordered : 100;
    const { route } = this.world;
    if (route.stable === stable && route.canary === canary && route.weight === weight) return;
    this.world.steer(service, { stable, canary, weight });
  }

  private came(version: string): void {
    this.world.turn(version, { well: true, capacity: 100 });
    if (!this.down) this.check(version);
  }

  private check(version: string): void {
    if (this.down) return;
    this.noticed(version, this.world.probe(version));
  }

  private noticed(version: string, well: boolean): void {
    const running = this.world.versions.get(version);
    const look = this.looks.get(version);
    if (running === undefined) return;
    if (look?.well !== well) {
      const problem = well ? '' : running.alive ? 'its check fails' : 'it has exited';
      if (look === undefined || look.problem !== 'starting' || well || !running.alive) {
        this.looks.set(version, { well, since: this.clock.now(), problem });
      }
      this.steer();
    }
    if (!running.alive && version === this.book.stable) {
      this.timeline.after(backoff, () => {
        if (!this.down && version === this.book.stable) this.start(version);
      });
    }
  }

  private lapsed(): void {
    this.exclusively(() => this.expire()).catch((error: unknown) => {
      if (!(error instanceof Gone)) throw error;
    });
  }

  /** Reverts what has run out; called before every call too, for the timer may be late. */
  async expire(): Promise<void> {
    const open = openOf(this.book);
    if (open === null || open.due === null) return;
    if (this.clock.now() < open.due) return this.watchLease();
    const what = open.holder === null ? 'nobody took it up again in time' : 'its lease was not renewed';
    const stuck = open.weight > 0 && !this.isWell(this.book.stable) && this.isWell(open.version);
    if (!stuck) return this.revert(open, what);
    if (open.stranded) return this.watchLease();
    const kept: Lease = { ...open, fence: this.book.fence + 1, holder: null, stranded: true, phase: 'held' };
    await this.lower(noted(this.book, kept, 'revert', this.at, `${what}; nobody else is healthy`));
  }

  private async revert(open: Lease, what: string): Promise<void> {
    const fenced = { ...open, fence: this.book.fence + 1 };
    const { release, book } = ended(this.book, fenced, 'rolled-back', `${what}: reverted`, 0);
    await this.lower(noted(book, release, 'revert', this.at, release.reason));
    void this.retire(open.version);
  }

  /** Nothing is known of what happened meanwhile: an open release ends, but not onto a dead stable version. */
  private recover(): void {
    this.down = false;
    this.unsaved = false;
    const book = this.store.load() ?? emptyBook;
    this.book = { ...book, fence: book.fence + leap };
    for (const [name, running] of this.world.versions) {
      const known = name === this.book.stable || name === openOf(this.book)?.version;
      this.looks.set(name, { well: this.world.probe(name), since: this.clock.now(), problem: running.alive ? 'ill' : 'it has exited' });
      if (known) this.leaving.delete(name);
    }
    const { stable } = this.book;
    if (stable !== null && !this.world.versions.get(stable)?.alive) this.start(stable);
    const open = openOf(this.book);
    this.steer();
    for (const name of this.world.versions.keys()) if (name !== stable && name !== open?.version) void this.retire(name);
    if (open === null) return;
    const due = { ...open, due: Math.min(open.due ?? 0, this.clock.now()) };
    this.book = { ...this.book, release: due };
    this.lapsed();
  }
}
