/** One bed with a stable version on it, and the ticket of whoever works on a release there. */
import { afterEach, describe } from '@jest/globals';
import type {
  AcquireRequest,
  Holder,
  JournalEntry,
  ReleaseStatus,
  Sample,
  Target,
  Ticket,
  VersionStatus,
} from '../../../../shared/release/target.ts';
import type { Conformance, ConformanceBed, Lingering } from './bed.ts';

export const holder: Holder = { actor: 'octocat', run: 'https://github.example/runs/1', attempt: 1 };
export const rival: Holder = { actor: 'hubot', run: 'https://github.example/runs/2', attempt: 3 };

let named = 0;
/** A label that no other test uses, so that counts and records of one test are no part of another's. */
export function label(): string {
  named += 1;
  return `v${named}`;
}

export class Scene {
  readonly lease: number;
  ticket: Ticket = { release: '', fence: 0, sequence: 0 };
  stable = '';
  canary = '';
  private readonly conformance: Conformance;
  private made: ConformanceBed | null = null;
  private readonly ill = new Set<string>();
  private lingering: Lingering[] = [];

  constructor(conformance: Conformance) {
    this.conformance = conformance;
    this.lease = conformance.lease;
  }

  get bed(): ConformanceBed {
    if (this.made === null) throw new Error('the bed is not made yet');
    return this.made;
  }

  get target(): Target {
    return this.bed.target;
  }

  async open(): Promise<void> {
    this.made = await this.conformance.make();
  }

  async close(): Promise<void> {
    await this.made?.close();
    this.made = null;
  }

  /** A promotion without a canary phase: on an empty target the first version. */
  async establish(): Promise<string> {
    const version = label();
    await this.acquire({ version, create: true });
    await this.target.stage(this.next());
    await this.target.promote(this.next());
    this.stable = version;
    return version;
  }

  /** A canary of a fresh label beside the stable version, at that weight. */
  async begin(weight = 0, version = label()): Promise<void> {
    this.canary = version;
    this.stable = (await this.target.inspect()).stable ?? '';
    await this.acquire({ version, create: true });
    await this.target.stage(this.next());
    if (weight > 0) await this.weigh(weight);
  }

  async acquire(request: Partial<AcquireRequest>): Promise<Ticket> {
    const whole = { holder, nonce: crypto.randomUUID(), lease: 60 * this.lease, ...request };
    this.ticket = await this.target.acquire(whole);
    return this.ticket;
  }

  next(by = 1): Ticket {
    this.ticket = { ...this.ticket, sequence: this.ticket.sequence + by };
    return this.ticket;
  }

  weigh(weight: number, ticket = this.next()): Promise<Sample> {
    return this.target.setWeight(ticket, { weight, step: 0, reason: `to ${weight} %` });
  }

  hold(heldFor = 60 * this.lease): Promise<void> {
    return this.target.hold(this.next(), { heldFor, reason: 'enough for today' });
  }

  discard(ticket = this.next()): Promise<void> {
    return this.target.discard(ticket, 'rolled-back', 'not good enough');
  }

  async sicken(version: string): Promise<void> {
    this.ill.add(version);
    await this.bed.sicken(version);
  }

  /** Sick, and the target knows it. */
  async fail(version: string): Promise<void> {
    await this.sicken(version);
    await this.until(async () => (await this.version(version))?.state === 'unhealthy');
  }

  async cure(version: string): Promise<void> {
    this.ill.delete(version);
    await this.bed.cure(version);
  }

  async linger(version: string): Promise<Lingering> {
    const lingering = await this.bed.linger(version);
    this.lingering.push(lingering);
    await this.until(async () => ((await this.version(version))?.inFlight ?? 0) > 0);
    return lingering;
  }

  async release(): Promise<ReleaseStatus> {
    const { release } = await this.target.inspect();
    if (release === null) throw new Error('there is no release');
    return release;
  }

  /** Undefined when the target runs no such version any more. */
  async version(version: string): Promise<VersionStatus | undefined> {
    const { versions } = await this.target.inspect();
    return versions.find((each) => each.version === version && each.state !== 'stopped');
  }

  async journal(): Promise<readonly JournalEntry[]> {
    return (await this.target.inspect()).journal;
  }

  /** Waits on the target's time for a condition, and fails when it does not come. */
  async until(condition: () => Promise<boolean>, limit = 8 * this.lease): Promise<void> {
    const pace = this.lease / 30;
    for (let waited = 0; !(await condition()); waited += pace) {
      if (waited > limit) throw new Error(`not within ${limit} s: ${condition.toString()}`);
      await this.bed.sleep(pace);
    }
  }

  gone(version: string): Promise<void> {
    return this.until(async () => (await this.version(version)) === undefined);
  }

  /** Whatever a test left: everyone well, no release open, the stable version alone. */
  async tidy(): Promise<void> {
    for (const version of [...this.ill]) await this.cure(version);
    for (const each of this.lingering.splice(0)) await each.end();
    const { stable, release } = await this.target.inspect();
    await this.until(async () => stable === null || (await this.version(stable))?.state === 'healthy');
    if (release !== null && release.phase !== 'ended') await this.end(release.id);
    await this.until(async () => (await this.target.inspect()).versions.every(({ role }) => role === 'stable'));
  }

  private async end(id: string): Promise<void> {
    const { holder: worker, fence, sequence } = await this.release();
    if (worker === null) await this.acquire({ release: id });
    else this.ticket = { release: id, fence, sequence };
    await this.discard();
  }
}

/** Each test of a topic finds the stable version healthy and alone. */
export function topic(name: string, scene: Scene, tests: () => void): void {
  describe(name, () => {
    afterEach(async () => {
      try {
        await scene.tidy();
      } catch (error) {
        // What one test broke must not turn the others red.
        await scene.close();
        await scene.open();
        await scene.establish();
        throw error;
      }
    });
    tests();
  });
}
