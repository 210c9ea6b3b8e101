/** Makes the faults of a scenario happen to its world, and counts those that really did. */
import { type Fault, type FaultKind, isCallFault, isMoment, isReadingFault } from './faults.ts';
import { openOf } from './target/book.ts';
import type { Mishap } from './target/wire.ts';
import type { Process } from './time.ts';
import type { Setting } from './setting.ts';

const lease = 12;

/** What goes wrong at each call of a process, asked in the order in which the calls are made. */
export class Happenings {
  readonly fired: FaultKind[] = [];
  /** When the last fault happened, or ended, seconds. */
  lastAt = 0;
  /** Set where a cancelled run is followed by the next one at once. */
  overtakes = false;
  private readonly setting: Setting;
  private readonly faults: readonly Fault[];
  private calls = 0;
  private readings = 0;

  constructor(setting: Setting, faults: readonly Fault[]) {
    this.setting = setting;
    this.faults = faults;
  }

  /** Sets everything going that happens at a moment. */
  begin(): void {
    for (const fault of this.faults) {
      if (!isMoment(fault.kind) && fault.kind !== 'stable-slow' && fault.kind !== 'rerun-beside-post') continue;
      this.setting.timeline.after(fault.at, () => this.moment(fault));
    }
  }

  of(kind: FaultKind): Fault | undefined {
    return this.faults.find((fault) => fault.kind === kind);
  }

  note(kind: FaultKind, lasting = 0): void {
    this.fired.push(kind);
    this.lastAt = Math.max(this.lastAt, this.setting.timeline.now + lasting);
  }

  mishap(name: string, by: Process): Mishap | undefined {
    if (name === 'inspect') return undefined;
    if (name === 'observe') return this.reading();
    this.calls += 1;
    if (name === 'promote') this.promotes();
    const fault = this.faults.find(({ kind, at }) => isCallFault(kind) && at === this.calls);
    return fault && this.call(fault, by);
  }

  private call({ kind, size }: Fault, by: Process): Mishap {
    const delay = 0.5 + 20 * size;
    this.note(kind, kind === 'call-late' || kind === 'call-twice' ? delay : 0);
    switch (kind) {
      case 'call-fails':
        return { refused: true };
      case 'call-hangs':
        return { delay: Number.POSITIVE_INFINITY };
      case 'call-errs-though-done':
        return { answer: 'error' };
      case 'call-late':
        return { delay };
      case 'call-twice':
        return { again: delay };
      case 'answer-lost':
        return { answer: 'lost' };
      case 'killed-at-call':
        by.kill();
        return { delay: Number.POSITIVE_INFINITY };
      default:
        by.kill();
        return {};
    }
  }

  private reading(): Mishap | undefined {
    this.readings += 1;
    const fault = this.faults.find(({ kind, at }) => isReadingFault(kind) && at === this.readings);
    if (fault === undefined) return undefined;
    this.note(fault.kind);
    if (fault.kind === 'reading-lost') return { refused: true };
    if (fault.kind === 'reading-late') return { delay: 0.5 + 5 * fault.size };
    if (fault.kind === 'reading-twice') return { stale: true };
    this.setting.world.recount();
    return undefined;
  }

  /** The target's clock leaps while it checks the version that is to be promoted. */
  private promotes(): void {
    if (!this.of('promote-expires')) return;
    this.setting.timeline.after(0.03, () => {
      this.note('promote-expires');
      this.setting.daemon.clock.leap(lease + 1);
      this.setting.daemon.watchLease();
    });
  }

  private moment({ kind, size }: Fault): void {
    const { daemon, store, timeline } = this.setting;
    const process = this.setting.working();
    switch (kind) {
      case 'journal-torn':
        store.tear();
        return this.restarts(kind, size);
      case 'journal-stale':
        store.lie(2);
        timeline.after(4 * size, () => this.restarts(kind, size));
        return;
      case 'journal-full':
        this.note(kind, 1 + 5 * size);
        return store.refuse(1 + 5 * size);
      case 'store-away':
        this.note(kind, 4 + 10 * size);
        return store.refuse(4 + 10 * size);
      case 'target-restarted':
        return this.restarts(kind, size);
      case 'router-restarted':
        return this.goesDark(size);
      case 'target-leaps':
        this.note(kind);
        daemon.clock.leap(15 * size);
        return daemon.watchLease();
      case 'stable-dead':
      case 'stable-slow':
        return this.dies(kind, [daemon.book.stable]);
      case 'canary-dead':
        return this.dies(kind, [openOf(daemon.book)?.version ?? null]);
      case 'both-dead':
        return this.dies(kind, [daemon.book.stable, openOf(daemon.book)?.version ?? null]);
      case 'stable-short':
        return this.runsShort(size);
      default:
        return process && this.befalls(kind, size, process);
    }
  }

  /** What happens to the process that works at the moment. */
  private befalls(kind: FaultKind, size: number, process: Process): void {
    const { timeline } = this.setting;
    const seconds = lease * (1.1 + size);
    switch (kind) {
      case 'controller-paused':
        this.note(kind, seconds);
        return process.pause(seconds);
      case 'controller-leaps':
        this.note(kind);
        return process.own.leap(15 * size);
      case 'killed':
        this.note(kind);
        return process.kill();
      case 'rerun-beside-post':
        this.overtakes = true;
        return process.signal('SIGINT');
      case 'second-controller':
        if (openOf(this.setting.daemon.book)?.holder) this.setting.intrude();
        return;
      default:
        this.note(kind);
        process.signal('SIGINT');
        if (kind === 'cancelled-twice') timeline.after(0.1 + 2 * size, () => process.signal('SIGTERM'));
    }
  }

  private restarts(kind: FaultKind, size: number): void {
    this.note(kind, 0.5 + 3 * size);
    this.setting.daemon.restart(0.5 + 3 * size);
  }

  private goesDark(size: number): void {
    const { world, timeline } = this.setting;
    const seconds = 0.3 + size;
    this.note('router-restarted', seconds);
    world.observer.excuse(seconds);
    world.recount();
    world.dark = true;
    timeline.after(seconds, () => {
      world.recount();
      world.dark = false;
    });
  }

  private dies(kind: FaultKind, names: readonly (string | null)[]): void {
    const { world, daemon } = this.setting;
    const there = names.filter((name) => name !== null && world.versions.get(name)?.alive) as string[];
    if (there.length < names.length) return;
    this.note(kind, 12);
    for (const name of there) world.turn(name, { alive: false, well: false, capacity: 0 });
    for (const name of there) daemon.happened(name);
  }

  private runsShort(size: number): void {
    const { world, daemon, timeline } = this.setting;
    const { stable } = daemon.book;
    if (stable === null || !world.versions.get(stable)?.well) return;
    const seconds = 2 + 12 * size;
    this.note('stable-short', seconds);
    world.turn(stable, { capacity: 20 + 60 * size });
    timeline.after(seconds, () => world.versions.get(stable)?.well && world.turn(stable, { capacity: 100 }));
  }
}
