/** The versions that a simulated target runs: started, checked, and stopped once their last request has been answered. */
import type { VersionStatus } from '../../shared/release/target.ts';
import type { OwnClock, Timeline } from '../time.ts';
import { isWell, type World } from '../world/world.ts';
import { refused } from './book.ts';

/** What differs between the targets that there may be; seconds. */
export interface Manner {
  readonly health: { readonly every: number; readonly timeout: number; readonly start: number };
  readonly drain: number;
  /** Share of the answers of a version that fail. */
  readonly errors: (version: string) => number;
  /** How long a version takes to come up; Infinity when it never does. */
  readonly startup: (version: string) => number;
}

/** How a version looked at its last check. */
interface Look {
  readonly well: boolean;
  /** On the target's clock. */
  readonly since: number;
  readonly problem: string;
}

/** Seconds: for a check that is answered, between two looks at a version that leaves or comes, before a restart. */
const [probing, pace, backoff] = [0.05, 0.25, 0.5] as const;
const starting = 'starting';

export class Fleet {
  /** Told when a version looks otherwise than before. */
  onChange: () => void = () => undefined;
  /** The versions that are started again when they die. */
  isKept: (version: string) => boolean = () => false;
  /** While the controller is away nobody checks anything. */
  blind = false;
  readonly manner: Manner;
  private readonly timeline: Timeline;
  private readonly world: World;
  private readonly clock: OwnClock;
  private readonly looks = new Map<string, Look>();
  private readonly leaving = new Set<string>();

  constructor(timeline: Timeline, world: World, clock: OwnClock, manner: Manner) {
    this.timeline = timeline;
    this.world = world;
    this.clock = clock;
    this.manner = manner;
  }

  isWell(version: string | null): boolean {
    return version !== null && (this.looks.get(version)?.well ?? false);
  }

  /** Starts a version that is not there, or not alive. */
  start(version: string): void {
    this.keep(version);
    if (this.world.versions.get(version)?.alive) return;
    this.world.start(version, this.manner.errors(version));
    this.look(version, false, starting);
    const startup = this.manner.startup(version);
    if (!Number.isFinite(startup)) return;
    this.timeline.after(startup, () => {
      this.world.turn(version, { up: true, capacity: 100 });
      this.check(version);
    });
  }

  /** A check of this moment; an ill version takes as long as a check may. */
  async probe(version: string, wait: (seconds: number) => Promise<void>): Promise<boolean> {
    const known = this.world.versions.get(version);
    await wait(known?.alive && !isWell(known) ? this.manner.health.timeout : probing);
    const passed = this.world.probe(version);
    this.noticed(version, passed);
    return passed;
  }

  /** Resolves once it is healthy. @throws TargetError when it does not become so in time, or its release has `ended` */
  async healthy(version: string, ended: () => boolean, wait: (seconds: number) => Promise<void>): Promise<void> {
    const limit = this.timeline.now + this.manner.health.start;
    while (!this.isWell(version)) {
      if (ended()) return refused('ended', `the release of ${version} has ended meanwhile`);
      if (this.timeline.now >= limit || !this.world.versions.get(version)?.alive) {
        return refused('unhealthy', `${version} did not become healthy`);
      }
      await wait(pace);
    }
  }

  /** One that was to be stopped is wanted again. */
  keep(version: string): void {
    this.leaving.delete(version);
  }

  /** Stops a version once its last request has been answered. Resolves when it is gone. */
  async retire(version: string): Promise<void> {
    this.leaving.add(version);
    for (;;) {
      const running = this.world.versions.get(version);
      if (running === undefined || !this.leaving.has(version)) return;
      if (!this.world.isBusy(version) || !running.alive) break;
      await this.timeline.wait(pace);
    }
    this.leaving.delete(version);
    this.looks.delete(version);
    this.world.stop(version);
  }

  /** Something became of a version: an illness is found out by two checks in a row, a death at once. */
  happened(version: string): void {
    const running = this.world.versions.get(version);
    if (running === undefined) return;
    const checks = isWell(running) ? 1 : running.alive ? 2 : 0;
    this.timeline.after(checks * this.manner.health.every, () => this.check(version));
  }

  /** Looks at everything anew, as after a restart. */
  survey(): void {
    for (const name of this.world.versions.keys()) this.check(name);
  }

  status(name: string, role: VersionStatus['role']): VersionStatus {
    const running = this.world.versions.get(name);
    const look = this.looks.get(name);
    const up = look?.problem === starting ? starting : 'unhealthy';
    const state = !running?.alive ? 'stopped' : look?.well ? 'healthy' : up;
    return {
      version: name,
      role,
      state: this.leaving.has(name) ? 'draining' : state,
      since: new Date(1000 * (look?.since ?? 0)).toISOString(),
      capacity: state === 'healthy' ? (running?.capacity ?? 0) : 0,
      weight: this.world.share(name),
      inFlight: Number(this.world.isBusy(name)),
      restarts: running?.restarts ?? 0,
      url: `http://${name}`,
      ...(state === 'healthy' ? {} : { problem: look?.problem ?? 'gone' }),
    };
  }

  private check(version: string): void {
    if (!this.blind) this.noticed(version, this.world.probe(version));
  }

  private noticed(version: string, well: boolean): void {
    const running = this.world.versions.get(version);
    const before = this.looks.get(version);
    if (running === undefined) return;
    const still = before?.problem === starting && running.alive && !well;
    if (before?.well !== well && !still) {
      this.look(version, well, well ? '' : running.alive ? 'its check fails' : 'it has exited');
    }
    this.onChange();
    if (running.alive || !this.isKept(version)) return;
    this.timeline.after(backoff, () => {
      if (!this.blind && this.isKept(version)) this.start(version);
    });
  }

  private look(version: string, well: boolean, problem: string): void {
    this.looks.set(version, { well, since: this.clock.now(), problem });
  }
}
