/** A release of v2 beside v1 in virtual time, with calls that go wrong as a test wants them to. */
import type { Work } from '../../../shared/action/work.ts';
import { readPlan } from '../../../shared/plan/read.ts';
import { Observer } from '../../../simulation/observer/observer.ts';
import { Chance } from '../../../simulation/random.ts';
import type { Book } from '../../../simulation/target/book.ts';
import type { Daemon } from '../../../simulation/target/daemon.ts';
import { Fleet } from '../../../simulation/target/fleet.ts';
import { OwnDaemon } from '../../../simulation/target/own.ts';
import { type Mishap, SimulatedTarget } from '../../../simulation/target/wire.ts';
import { OwnClock, Process, Timeline } from '../../../simulation/time.ts';
import { Store } from '../../../simulation/world/store.ts';
import { World } from '../../../simulation/world/world.ts';

export const plan = readPlan(
  `
service: brain-api
target: { kind: local, command: [simulated], drain: 3s }
health: { timeout: 2s, every: 1s, start: 10s }
canary: { steps: [10%, 50%], lease: 60s, held-for: 90s, analysis: { every: 2s, dwell: 4s } }
`,
  'plan',
);

export class Bed {
  readonly timeline = new Timeline();
  readonly world: World;
  readonly daemon: Daemon;
  readonly fleet: Fleet;
  readonly process = new Process(this.timeline, 1);
  readonly said: string[] = [];
  /** One mishap a call, by the call's name; used up from the front. */
  readonly mishaps: [name: string, mishap: Mishap][] = [];
  readonly calls: string[] = [];
  readonly work: Work;

  constructor() {
    const observer = new Observer(this.timeline);
    this.world = new World(this.timeline, observer, new Chance('bed', 1));
    observer.watch(this.world);
    const clock = new OwnClock(this.timeline, 1);
    const manner = { health: plan.health, drain: 3, errors: () => 0, startup: () => 1 };
    this.fleet = new Fleet(this.timeline, this.world, clock, manner);
    const { timeline, world, fleet } = this;
    this.daemon = new OwnDaemon({ timeline, world, observer, clock, fleet, store: new Store<Book>(timeline) });
    this.work = {
      plan,
      target: this.connect(this.process),
      clock: this.process.clock,
      signal: this.process.stop.signal,
      holder: { actor: 'octocat', run: 'local', attempt: 1 },
      say: (text) => this.said.push(text),
      remember: () => undefined,
    };
  }

  connect(process: Process): SimulatedTarget {
    return new SimulatedTarget(this.daemon, process, this.timeline, (name) => this.mishap(name));
  }

  /** v1 is stable, and well. */
  async begin(): Promise<this> {
    this.fleet.start('v1');
    await this.pass(3);
    this.daemon.establish('v1');
    return this;
  }

  /** Lets time pass until the work has settled, or for some seconds. */
  async pass(seconds: number): Promise<void> {
    await this.timeline.advance(() => false, this.timeline.now + seconds);
  }

  async during<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const settle = () => {
      over = true;
    };
    work.then(settle, settle);
    await this.timeline.advance(() => over, 10_000);
    return await work;
  }

  /** Orders as the journal has them. */
  get journal(): readonly string[] {
    return this.daemon.book.journal.map(({ command, weight }) => `${command} ${weight}`);
  }

  private mishap(name: string): Mishap | undefined {
    this.calls.push(name);
    const index = this.mishaps.findIndex(([of]) => of === name);
    return index === -1 ? undefined : this.mishaps.splice(index, 1)[0]?.[1];
  }
}
