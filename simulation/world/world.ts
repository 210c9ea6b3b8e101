/**
 * What is really there: processes that answer or not, a router that splits users' requests, other services beside. The
 * simulated target only orders things here; the observer looks at nothing else.
 */
import type { Counters, Sample } from '../../shared/release/target.ts';
import type { Chance } from '../random.ts';
import type { Timeline } from '../time.ts';

/** Told of everything that happens here. */
export interface Witness {
  changed(): void;
  probed(name: string, passed: boolean): void;
  stopped(name: string, share: number, busy: boolean, alive: boolean): void;
  steered(of: string, before: Route | undefined, now: Route): void;
}

/** One running version. Seconds of the timeline. */
export interface Running {
  readonly name: string;
  /** Its process is there. */
  alive: boolean;
  /** It has come up: it answers users. */
  up: boolean;
  /** It fails its health checks all the same. */
  ill: boolean;
  /** Share of all traffic that its instances carry, percent. */
  capacity: number;
  /** Share of its answers that fail. */
  errors: number;
  /** When the last request that it was given will have been answered, and those that end when they are told to. */
  busyUntil: number;
  lingering: number;
  /** How often it was started again. */
  readonly restarts: number;
  /** Since when it is as well as it is. */
  since: number;
}

/** Who gets users' requests; `weight` is the canary's percent. */
export interface Route {
  readonly stable: string | null;
  readonly canary: string | null;
  readonly weight: number;
}

/** The service that is released; the other one must never notice. */
export const service = 'brain-api';
export const neighbour = 'billing';
/** Upper bounds of the latency buckets, seconds, and how long the slowest answer takes. */
export const bounds = [0.1, 0.5, 2];
const slowest = 1.5;
/** What ends in the same instant has ended. */
const instant = 1e-6;

/** Passes its health checks. */
export function isWell(version: Running | undefined): boolean {
  return version?.alive === true && version.up && !version.ill;
}

export class World {
  readonly timeline: Timeline;
  readonly versions = new Map<string, Running>();
  readonly routes = new Map<string, Route>([
    [service, { stable: null, canary: null, weight: 0 }],
    [neighbour, { stable: 'b1', canary: null, weight: 0 }],
  ]);
  /** The router restarts: nobody is served. */
  dark = false;
  private readonly observer: Witness;
  private readonly chance: Chance;
  /** Requests a second. */
  private readonly rate: number;
  private counts = new Map<string, Counters>();
  private epoch = 1;
  private counted = 0;
  /** Parts of requests that are still to come, by version. */
  private readonly rest = new Map<string, number>();

  constructor(timeline: Timeline, observer: Witness, chance: Chance, rate = 300) {
    this.timeline = timeline;
    this.observer = observer;
    this.chance = chance;
    this.rate = rate;
  }

  get route(): Route {
    return this.routes.get(service) ?? { stable: null, canary: null, weight: 0 };
  }

  /** Percent of users' requests that a version gets. */
  share(name: string): number {
    const { stable, canary, weight } = this.route;
    return (name === canary ? weight : 0) + (name === stable ? 100 - weight : 0);
  }

  start(name: string, errors: number): Running {
    const before = this.versions.get(name);
    const [ill, restarts] = [before?.ill ?? false, before === undefined ? 0 : before.restarts + 1];
    const idle = { restarts, capacity: 0, busyUntil: 0, lingering: 0, since: this.timeline.now };
    const version = { name, alive: true, up: false, ill, errors, ...idle };
    this.versions.set(name, version);
    return version;
  }

  /** Makes a version well or ill; a dead one is not there any more. */
  turn(name: string, change: Partial<Pick<Running, 'alive' | 'up' | 'ill' | 'capacity' | 'errors'>>): void {
    const version = this.versions.get(name);
    if (version === undefined) return;
    this.count();
    Object.assign(version, change, { since: this.timeline.now });
    this.observer.changed();
  }

  /** One health check of this moment. */
  probe(name: string): boolean {
    const passed = isWell(this.versions.get(name));
    this.observer.probed(name, passed);
    return passed;
  }

  /** Ends a version's processes because somebody ordered it. */
  stop(name: string): void {
    this.count();
    const version = this.versions.get(name);
    this.observer.stopped(name, this.share(name), this.isBusy(name), version?.alive ?? false);
    this.versions.delete(name);
    this.observer.changed();
  }

  /** Whether a request that it was given has not been answered yet. */
  isBusy(name: string): boolean {
    const version = this.versions.get(name);
    return version !== undefined && (version.lingering > 0 || version.busyUntil > this.timeline.now + instant);
  }

  /** One request of a user; who answered it, undefined when it failed. */
  ask(): string | undefined {
    const { stable, canary, weight } = this.route;
    const name = this.chance.happens(weight / 100) ? canary : stable;
    // Where nobody answers the router does, and counts it for no version.
    if (name === null || this.failing(this.versions.get(name), 100) === 1) return undefined;
    this.add(name, 1, 100);
    return name;
  }

  steer(of: string, route: Route): void {
    this.count();
    const before = this.routes.get(of);
    this.routes.set(of, route);
    this.observer.steered(of, before, route);
  }

  /** The counters begin again. */
  recount(): void {
    this.count();
    this.epoch += 1;
    this.counts = new Map();
  }

  sample(at: number): Sample {
    this.count();
    const versions = Object.fromEntries([...this.counts].map(([name, counters]) => [name, { ...counters }]));
    return { at, epoch: `e${this.epoch}`, bounds, weight: this.route.weight, versions };
  }

  /** What users asked since the last count, under the route that was in force. */
  private count(): void {
    const passed = this.timeline.now - this.counted;
    this.counted = this.timeline.now;
    if (passed <= 0) return;
    const { stable, canary } = this.route;
    for (const name of new Set([stable, canary])) if (name !== null) this.serve(name, passed);
  }

  private serve(name: string, seconds: number): void {
    const share = this.share(name);
    const version = this.versions.get(name);
    if (version && share > 0 && this.rate > 0)
      version.busyUntil = Math.max(version.busyUntil, this.timeline.now + slowest);
    const exact = (this.rate * seconds * share) / 100 + (this.rest.get(name) ?? 0);
    const requests = Math.floor(exact);
    this.rest.set(name, exact - requests);
    this.add(name, requests, share);
  }

  private add(name: string, requests: number, share: number): void {
    const known = this.counts.get(name) ?? { requests: 0, errors: 0, buckets: [0, 0, 0, 0], firstByte: [0, 0, 0, 0] };
    const errors = this.chance.some(requests, this.failing(this.versions.get(name), share));
    const [fast = 0, ...slow] = known.buckets;
    const buckets = [fast + requests, ...slow];
    this.counts.set(name, {
      ...known,
      firstByte: buckets,
      requests: known.requests + requests,
      errors: known.errors + errors,
      buckets,
    });
  }

  /** The share of its requests that fail; what is more than its instances carry fails too. */
  private failing(version: Running | undefined, share: number): number {
    if (version === undefined || !version.up || this.dark) return 1;
    return Math.max(version.errors, share > version.capacity ? 1 - version.capacity / share : 0);
  }
}
