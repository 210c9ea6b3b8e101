/** A version that runs: its process, its health, and what is to happen when the process dies. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { VersionState } from '../../../release/target.ts';
import { Backend } from '../router/backend.ts';
import type { ProcessSpec } from '../spec.ts';
import { type Backoff, calm, next } from './backoff.ts';
import { Child } from './child.ts';
import { freePort } from './port.ts';
import { probe } from './probe.ts';

export interface Surroundings {
  readonly folder: string;
  openPool(port: number): Dispatcher;
  /** Health, process or role of a version has changed. */
  onChange(version: RunningVersion): void;
}

/** Failed checks in a row that make a healthy version unhealthy; a dead process is so at once. */
const strikes = 2;
/** Seconds between two checks of a version that is starting. */
const startingPace = 0.1;

export class RunningVersion {
  readonly spec: ProcessSpec;
  readonly backend: Backend;
  state: VersionState = 'starting';
  /** When the state began, Unix milliseconds. */
  since = Date.now();
  problem: string | undefined;
  restarts = 0;
  /** It was unhealthy at some time since a controller last watched over it. */
  lapsed = false;
  /** It was healthy at least once. */
  proven = false;
  /** Restarted when it dies: the stable version is, a canary is not. */
  private kept: boolean;
  child: Child | null = null;
  private readonly surroundings: Surroundings;
  private backoff: Backoff = calm;
  private failures = 0;
  private closing = false;
  private readonly waiting: (() => void)[] = [];
  private readonly pause = new AbortController();

  constructor(spec: ProcessSpec, kept: boolean, surroundings: Surroundings) {
    this.spec = spec;
    this.kept = kept;
    this.surroundings = surroundings;
    this.backend = new Backend(spec.version);
  }

  get url(): string | null {
    return this.child === null || this.child.ending !== null ? null : `http://127.0.0.1:${this.child.port}`;
  }

  /** Starts the process and watches it from then on. */
  async start(): Promise<void> {
    const port = await freePort();
    if (this.closing) return;
    const { folder, openPool } = this.surroundings;
    this.child = new Child(this.spec, { folder, port }, (child) => this.exited(child));
    this.backend.dispatcher = openPool(port);
    this.failures = 0;
    this.turn('starting', this.problem);
    void this.watch(this.child);
  }

  /** From now on it is restarted when it dies, and also when it has. */
  keep(): void {
    if (this.kept || this.closing) return;
    this.kept = true;
    if (this.state === 'stopped') void this.revive();
  }

  /** Resolves when it is healthy. @throws Error with the reason when it will not become so */
  async healthy(): Promise<void> {
    while (this.state === 'starting') await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.state === 'healthy') return;
    if (this.state === 'stopped') await this.child?.settled;
    throw new Error(this.problem ?? `${this.spec.version} is ${this.state}`);
  }

  /** One check now. @returns whether the version is healthy */
  async check(): Promise<boolean> {
    const { child, spec } = this;
    if (child === null || child.ending !== null || this.closing) return false;
    const problem = await probe(child.port, spec.health.path, spec.health.timeout);
    if (this.child !== child || child.ending !== null || this.closing) return false;
    this.failures = problem === null ? 0 : this.failures + 1;
    if (problem === null) this.turn('healthy', undefined);
    else if (this.state === 'starting' || this.failures < strikes) this.problem = problem;
    else this.turn('unhealthy', problem);
    return problem === null;
  }

  /** No new requests from now on; resolves when the last one has ended and the process is gone. */
  async retire(): Promise<void> {
    this.close();
    if (this.state !== 'stopped') this.turn('draining', undefined);
    await this.backend.idle();
    await this.stop();
  }

  /** Ends the process without waiting for anybody. */
  async stop(): Promise<void> {
    this.close();
    await this.child?.stop();
    await this.backend.dispatcher?.destroy();
    this.backend.dispatcher = null;
    this.turn('stopped', this.problem);
  }

  private close(): void {
    this.closing = true;
    this.kept = false;
    this.pause.abort();
  }

  private async watch(child: Child): Promise<void> {
    const { every, start } = this.spec.health;
    const limit = performance.now() + start * 1000;
    while (this.child === child && child.ending === null && !this.closing) {
      await this.check();
      if (this.state === 'starting' && performance.now() > limit) {
        this.turn('unhealthy', `not healthy within ${start} s: ${this.problem ?? 'no answer'}`);
      }
      const pace = this.state === 'starting' ? startingPace : every;
      await sleep(pace * 1000, undefined, { signal: this.pause.signal }).catch(() => undefined);
    }
  }

  /** The traffic moves at once; the reason is completed when the output has been read. */
  private exited(child: Child): void {
    if (this.child !== child) return;
    const { dispatcher } = this.backend;
    this.backend.dispatcher = null;
    this.turn('stopped', `${this.spec.version} ${child.ending}`);
    void dispatcher?.destroy();
    void child.settled.then(() => {
      const said = child.output.end();
      if (this.child === child && said !== '') this.problem = `${this.spec.version} ${child.ending}: ${said}`;
    });
    if (this.kept) void this.revive();
  }

  private async revive(): Promise<void> {
    this.backoff = next(this.backoff, performance.now() / 1000);
    await sleep(this.backoff.wait * 1000, undefined, { signal: this.pause.signal }).catch(() => undefined);
    if (this.closing) return;
    this.restarts += 1;
    await this.start();
  }

  private turn(state: VersionState, problem: string | undefined): void {
    const changed = this.state !== state;
    if (state === 'healthy' && changed) this.backoff = { ...this.backoff, healthySince: performance.now() / 1000 };
    if (state !== 'healthy' && changed && this.state === 'healthy') this.lapsed = true;
    if (changed) this.since = Date.now();
    this.state = state;
    this.proven ||= state === 'healthy';
    this.problem = problem;
    if (!changed) return;
    for (const resolve of this.waiting.splice(0)) resolve();
    this.surroundings.onChange(this);
  }
}
