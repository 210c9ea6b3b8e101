/** A supervisor of its own for a test: real processes in a temporary folder, all ended with `close`. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { TargetError } from '../../../../shared/action/errors.ts';
import type { Sample, Ticket } from '../../../../shared/release/target.ts';
import { LocalTarget } from '../../../../shared/targets/local/client.ts';
import { startedAt } from '../../../../shared/targets/local/fleet/identity.ts';
import { endLeftovers } from '../../../../shared/targets/local/fleet/leftovers.ts';
import type { ProcessSpec, SupervisorConfig, TrafficSpec } from '../../../../shared/targets/local/spec.ts';
import { startSupervisor } from '../../../../shared/targets/local/start.ts';

const here = import.meta.dirname;
export const entry = join(here, '../../../../shared/targets/local/supervisor/main.ts');
export const service = join(here, 'fixtures/service.js');
export const holder = { actor: 'octocat', run: 'https://github.example/runs/1', attempt: 1 };

export interface BedOptions {
  readonly env?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly affinity?: TrafficSpec['affinity'];
  readonly owner?: SupervisorConfig['owner'];
  readonly drain?: number;
  /** Seconds between two health checks. */
  readonly every?: number;
}

export class Bed {
  readonly folder: string;
  readonly port: number;
  readonly target: LocalTarget;
  /** Another client of the same target. */
  readonly client: () => LocalTarget;
  ticket: Ticket = { release: '', fence: 0, sequence: 0 };
  pid = 0;
  private readonly owner: SupervisorConfig['owner'];

  constructor(
    folder: string,
    port: number,
    { env = {}, affinity = 'none', owner, drain = 1, every = 0.2 }: BedOptions,
  ) {
    this.folder = folder;
    this.port = port;
    this.owner = owner === undefined ? { pid: process.pid, linger: 0 } : owner;
    const traffic: TrafficSpec = { bounds: [0.01, 0.05, 0.1, 0.5, 1], affinity, patience: 0.5 };
    const spec = (version: string) => specOf(version, env[version] ?? {}, drain, every);
    this.client = () => new LocalTarget({ folder, traffic, spec, check: 1, drain });
    this.target = this.client();
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get config(): SupervisorConfig {
    return { service: 'bed', listen: { host: '127.0.0.1', port: this.port }, folder: this.folder, owner: this.owner };
  }

  async start(): Promise<this> {
    const { config } = this;
    const { pid } = await startSupervisor({ entry, node: process.execPath, config, startTimeout: 10 });
    this.pid = pid;
    return this;
  }

  next(): Ticket {
    this.ticket = { ...this.ticket, sequence: this.ticket.sequence + 1 };
    return this.ticket;
  }

  async acquire(version: string, lease = 60): Promise<void> {
    this.ticket = await this.target.acquire({ version, create: true, holder, lease, nonce: randomUUID() });
  }

  /** Makes `version` the stable one of an empty target. */
  async stable(version: string): Promise<void> {
    await this.acquire(version);
    await this.target.stage(this.next());
    await this.target.promote(this.next());
  }

  /** Stages `version` beside the stable one and gives it a weight. */
  async canary(version: string, weight: number, lease = 60): Promise<void> {
    await this.acquire(version, lease);
    await this.target.stage(this.next());
    if (weight > 0) await this.weigh(weight);
  }

  weigh(weight: number): Promise<Sample> {
    return this.target.setWeight(this.next(), { weight, step: 0, reason: 'test' });
  }

  async get(
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; version: string | null; text: string }> {
    const response = await fetch(`${this.url}${path}`, { headers });
    return { status: response.status, version: response.headers.get('x-jarvis-version'), text: await response.text() };
  }

  async close(): Promise<void> {
    await this.target.end(0).catch(() => undefined);
    await until(() => !alive(this.pid));
    await endLeftovers([], this.folder);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function specOf(version: string, env: Readonly<Record<string, string>>, drain = 1, every = 0.2): ProcessSpec {
  const health = { path: '/health', timeout: 1, every, start: 1.5 };
  return { version, command: [process.execPath, service], cwd: import.meta.dirname, env, health, drain };
}

/** A bed with a running supervisor. */
export async function makeBed(options: BedOptions = {}): Promise<Bed> {
  return await new Bed(mkdtempSync('/tmp/jarvis-bed-'), await freePort(), options).start();
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** A process that has ended but was not reaped is not alive. */
export function alive(pid: number): boolean {
  return startedAt(pid) !== null;
}

/** Waits for a condition, and fails when it does not come within `limit` seconds. */
export async function until(condition: () => boolean | Promise<boolean>, limit = 8): Promise<void> {
  const end = performance.now() + limit * 1000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${limit} s: ${condition.toString()}`);
    await sleep(20);
  }
}

/** The refusal of a call that must be refused, with its message. */
export async function refusalOf(call: Promise<unknown>): Promise<{ refusal: string | undefined; message: string }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    return { refusal: error.refusal, message: error.message };
  }
  throw new Error('the call was not refused');
}
