/** The ledger in force, and its effects on real processes and the router, in their order. */
import type { Sample, TargetStatus } from '../../../release/target.ts';
import { Fleet } from '../fleet/fleet.ts';
import { endLeftovers } from '../fleet/leftovers.ts';
import type { RunningVersion } from '../fleet/version.ts';
import { recover } from '../ledger/close.ts';
import {
  type Applied,
  type Effect,
  emptyLedger,
  type Health,
  type Instant,
  type Ledger,
  openRelease,
} from '../ledger/ledger.ts';
import { servedWeight } from '../ledger/weight.ts';
import { Router } from '../router/router.ts';
import { Tally } from '../router/tally.ts';
import type { SupervisorConfig } from '../spec.ts';
import { describe } from './describe.ts';
import { openPool } from './pool.ts';
import { Store } from './store.ts';

/** Seconds that a version may be silent. */
const idleLimit = 60;

/** What the effects of a call left behind for its answer. */
export interface Performed {
  /** The counters at the instant of the change. */
  readonly sample: Sample | null;
  /** Resolves when every retired version has ended its last request and is stopped. */
  readonly retirement: Promise<unknown>;
}

export function now(): Instant {
  return { mono: performance.now() / 1000, wall: Date.now() };
}

export class Engine {
  ledger: Ledger;
  readonly router: Router;
  readonly fleet: Fleet;
  private readonly config: SupervisorConfig;
  private readonly log: (line: string) => void;
  private readonly store: Store;
  private readonly tally: Tally;
  /** The last save failed after its change was in force; it is tried again. */
  private unsaved = false;

  constructor(config: SupervisorConfig, log: (line: string) => void) {
    this.config = config;
    this.log = log;
    this.ledger = emptyLedger(config.service);
    this.store = new Store(config.folder);
    this.tally = new Tally(this.ledger.traffic.bounds);
    this.router = new Router(this.tally);
    this.router.find = (version) => this.fleet.find(version)?.backend;
    const pools = { openPool: (port: number) => openPool(port, idleLimit) };
    this.fleet = new Fleet({ folder: config.folder, ...pools, onChange: (version) => this.noticed(version) });
  }

  /** Takes up what an earlier supervisor left: ends its processes and its release, starts the stable version. */
  async begin(): Promise<void> {
    const { folder, service } = this.config;
    const state = this.store.load(service, this.log);
    const ended = await endLeftovers(state?.processes ?? [], folder);
    if (ended.length > 0) this.log(`ended what an earlier supervisor left running: ${ended.join(', ')}`);
    if (state === null) return;
    this.adopt(recover(state.ledger, now()));
    await this.save(this.ledger);
    if (this.ledger.stable) await this.fleet.start(this.ledger.stable, true);
  }

  inspect(): TargetStatus {
    const { ledger, fleet } = this;
    const { host, port } = this.config.listen;
    return describe({ ledger, fleet, served: this.served(), url: `http://${host}:${port}`, now: now() });
  }

  observe(): Sample {
    return this.tally.read(now().mono, this.served());
  }

  /** Keeps the present counts as a part of the history. */
  remember(): void {
    this.tally.remember(this.observe());
  }

  history(): readonly Sample[] {
    return this.tally.history();
  }

  health(): Health {
    const { stable, canary } = this.pair();
    const healthy = (version: RunningVersion | undefined) => version?.state === 'healthy';
    return { stable: healthy(stable), canary: healthy(canary), lapsed: canary?.lapsed ?? false };
  }

  /** @throws the store's error when a raise could not be made durable; then nothing has changed */
  async perform({ ledger, effects }: Applied): Promise<Performed> {
    const retiring: Promise<void>[] = [];
    let sample: Sample | null = null;
    for (const effect of effects) {
      if (effect.kind === 'apply') sample = this.adopt(ledger);
      else if (effect.kind === 'retire') retiring.push(this.fleet.retire(effect.version));
      else await this.carryOut(effect, ledger);
    }
    return { sample, retirement: Promise.all(retiring) };
  }

  /** Tries again what could not be saved. */
  async settle(): Promise<void> {
    if (this.unsaved)
      await this.save(this.ledger).then(
        () => undefined,
        () => undefined,
      );
  }

  /** Takes no new requests, lets those in flight end for at most `drain` seconds, and stops every process. */
  async end(drain: number): Promise<void> {
    void this.router.close();
    await this.fleet.end(drain);
    this.router.server.closeAllConnections();
    await this.save(this.ledger).catch(() => undefined);
  }

  private async carryOut(effect: Extract<Effect, { kind: 'save' | 'start' }>, ledger: Ledger): Promise<void> {
    if (effect.kind === 'start') {
      await this.fleet.start(effect.spec, false);
      return;
    }
    const inForce = this.ledger === ledger;
    try {
      await this.save(ledger);
    } catch (error) {
      this.log(`the state could not be saved: ${String(error)}`);
      // What is in force already is safer than what was before; what is not yet in force must not become so.
      if (!inForce) throw error;
      this.unsaved = true;
    }
  }

  private async save(ledger: Ledger): Promise<void> {
    await this.store.save(ledger, () => this.fleet.identities());
    this.unsaved = false;
  }

  private adopt(ledger: Ledger): Sample {
    this.ledger = ledger;
    this.tally.recount(ledger.traffic.bounds);
    const serving = [ledger.stable?.version, openRelease(ledger)?.version];
    this.tally.serving(serving.filter((version) => version !== undefined));
    this.pair().stable?.keep();
    this.steer();
    return this.observe();
  }

  private noticed({ spec, state, problem }: RunningVersion): void {
    this.log(`${spec.version} is ${state}${problem === undefined ? '' : `: ${problem}`}`);
    this.steer();
    // A process that was started must be known to whoever comes after a kill.
    if (state === 'starting') this.store.save(null, () => this.fleet.identities()).catch(() => undefined);
  }

  /** Points the router at what is healthy now. */
  private steer(): void {
    const { stable, canary } = this.pair();
    if (canary?.state === 'healthy' && openRelease(this.ledger)?.phase === 'running') canary.lapsed = false;
    const { affinity, patience = Number.POSITIVE_INFINITY } = this.ledger.traffic;
    const usable = (version: RunningVersion | undefined) => (version?.state === 'healthy' ? version.backend : null);
    // With nobody healthy a slow stable still serves better than nobody; a dead one has no connections and answers 503.
    const last = stable?.state === 'unhealthy' && usable(canary) === null ? stable.backend : null;
    const backends = { stable: usable(stable) ?? last, canary: usable(canary) };
    this.router.split = { ...backends, weight: this.served(), affinity, patience };
  }

  private served(): number {
    return servedWeight(this.ledger, this.health());
  }

  private pair(): { readonly stable: RunningVersion | undefined; readonly canary: RunningVersion | undefined } {
    const open = openRelease(this.ledger);
    return {
      stable: this.ledger.stable ? this.fleet.find(this.ledger.stable.version) : undefined,
      canary: open ? this.fleet.find(open.version) : undefined,
    };
  }
}
