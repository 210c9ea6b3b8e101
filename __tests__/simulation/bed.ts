/** A simulated target as a bed of the conformance suite: virtual time moves while something is waited for. */

import type { Target } from '../../shared/release/target.ts';
import { Observer } from '../../simulation/observer/observer.ts';
import { Chance } from '../../simulation/random.ts';
import { type Book, emptyBook } from '../../simulation/target/book.ts';
import type { Daemon } from '../../simulation/target/daemon.ts';
import { Fleet, type Manner } from '../../simulation/target/fleet.ts';
import { OwnDaemon } from '../../simulation/target/own.ts';
import { SimulatedTarget } from '../../simulation/target/wire.ts';
import { OwnClock, Process, Timeline } from '../../simulation/time.ts';
import { Store } from '../../simulation/world/store.ts';
import { World } from '../../simulation/world/world.ts';
import type { ConformanceBed, Lingering } from '../shared/targets/conformance/bed.ts';

const manner: Manner = {
  health: { every: 0.2, timeout: 0.5, start: 2 },
  drain: 1,
  errors: () => 0,
  startup: (version) => (version === 'dead' ? Number.POSITIVE_INFINITY : 0.2),
};

export class SimulatedBed implements ConformanceBed {
  readonly target: Target;
  readonly observer: Observer;
  private readonly timeline = new Timeline();
  private readonly world: World;
  private readonly daemon: Daemon;

  constructor(seed: number) {
    this.observer = new Observer(this.timeline);
    this.world = new World(this.timeline, this.observer, new Chance('conformance', seed), 0);
    this.observer.watch(this.world);
    const { timeline, world, observer } = this;
    const clock = new OwnClock(timeline, 1);
    const fleet = new Fleet(timeline, world, clock, manner);
    this.daemon = new OwnDaemon({ timeline, world, observer, clock, fleet, store: new Store<Book>(timeline) });
    this.daemon.book = emptyBook;
    this.target = this.other();
  }

  other(): Target {
    const target = new SimulatedTarget(this.daemon, new Process(this.timeline, 1), this.timeline);
    // Whoever waits for an answer lets time pass.
    return new Proxy(target, {
      get: (whole, name) => {
        const member: unknown = Reflect.get(whole, name);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]) => this.pass(Reflect.apply(member, whole, args) as Promise<unknown>);
      },
    });
  }

  sleep(seconds: number): Promise<void> {
    return this.pass(this.timeline.wait(seconds));
  }

  async sicken(version: string): Promise<void> {
    this.world.turn(version, { ill: true });
    this.daemon.parts.fleet.happened(version);
  }

  async cure(version: string): Promise<void> {
    this.world.turn(version, { ill: false });
    this.daemon.parts.fleet.happened(version);
  }

  async crash(version: string): Promise<void> {
    this.world.turn(version, { alive: false, up: false, capacity: 0 });
    this.daemon.parts.fleet.happened(version);
    await this.sleep(0.01);
  }

  async restart(): Promise<void> {
    this.daemon.restart(0.3);
    await this.sleep(0.6);
  }

  async send(count: number): Promise<Readonly<Record<string, number>>> {
    const answers: Record<string, number> = {};
    for (let each = 0; each < count; each += 1) {
      const name = this.world.ask() ?? 'failed';
      answers[name] = (answers[name] ?? 0) + 1;
    }
    return answers;
  }

  async linger(version: string): Promise<Lingering> {
    const running = this.world.versions.get(version);
    if (running) running.lingering += 1;
    return {
      end: async () => {
        const answered = running?.alive && this.world.versions.get(version) === running;
        if (running) running.lingering -= 1;
        return answered ? 'answered' : 'failed';
      },
    };
  }

  async close(): Promise<void> {
    await this.sleep(0);
  }

  private async pass<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const settled = work.then(
      () => (over = true),
      () => (over = true),
    );
    await this.timeline.advance(() => over, Number.POSITIVE_INFINITY);
    if (!over) throw new Error('nothing is left to happen, and no answer came');
    await settled;
    return await work;
  }
}
