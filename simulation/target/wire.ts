/** A client of a simulated target in one process: every call takes its time, and any of them may go wrong. */
import { TargetError } from '../../shared/action/errors.ts';
import type {
  AcquireRequest,
  Capabilities,
  Holder,
  Holding,
  Sample,
  Target,
  TargetStatus,
  Ticket,
  VersionStatus,
  WeightChange,
} from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import type { Process, Timeline } from '../time.ts';
import { StoreError } from '../world/store.ts';
import { openOf } from './book.ts';
import { type Daemon, Gone, type Leaving } from './daemon.ts';
import { granularity } from './orders.ts';

/** What may happen to one call; seconds. */
export interface Mishap {
  /** Before it reaches the target; Infinity when it never does. */
  readonly delay?: number;
  /** The answer is lost, or is an error all the same. */
  readonly answer?: 'lost' | 'error';
  /** It arrives once more, that much later. */
  readonly again?: number;
  /** It never leaves: the connection is refused. */
  readonly refused?: true;
  /** An older reading is given. */
  readonly stale?: true;
}

/** Asked for each call, by its name. */
export type Mishaps = (name: string, by: Process) => Mishap | undefined;

/** Seconds: one way, and until the caller gives up. */
const [way, limit] = [0.01, 15] as const;

export class SimulatedTarget implements Target {
  readonly capabilities: Capabilities = { affinity: ['none'], granularity: granularity };
  private readonly daemon: Daemon;
  private readonly process: Process;
  private readonly timeline: Timeline;
  private readonly mishaps: Mishaps;
  private reading: Sample | undefined;

  constructor(daemon: Daemon, process: Process, timeline: Timeline, mishaps: Mishaps = () => undefined) {
    this.daemon = daemon;
    this.process = process;
    this.timeline = timeline;
    this.mishaps = mishaps;
  }

  inspect(): Promise<TargetStatus> {
    return this.send('inspect', () => this.up(async () => this.daemon.status()));
  }

  acquire(request: AcquireRequest): Promise<Ticket> {
    return this.order('acquire', () => this.daemon.acquire(request));
  }

  stage(ticket: Ticket, how: { readonly recorded?: boolean } = {}): Promise<VersionStatus> {
    return this.send('stage', async () => {
      const { version } = await this.turn(() => this.daemon.stage(ticket, how));
      const { fleet } = this.daemon.parts;
      const ended = () => openOf(this.daemon.book)?.id !== ticket.release;
      await fleet.healthy(version, ended, this.daemon.wait);
      return fleet.status(version, 'canary');
    });
  }

  setWeight(ticket: Ticket, change: WeightChange): Promise<Sample> {
    return this.order('set-weight', () => this.daemon.setWeight(ticket, change));
  }

  renew(ticket: Ticket, lease: number, memo?: unknown): Promise<void> {
    return this.order('renew', () => this.daemon.renew(ticket, lease, memo));
  }

  async observe(): Promise<Sample> {
    const stale = this.reading;
    const fresh = await this.send('observe', (mishap) =>
      this.up(async () =>
        mishap?.stale && stale ? stale : this.daemon.parts.world.sample(this.daemon.parts.clock.now()),
      ),
    );
    this.reading = fresh;
    return fresh;
  }

  async history(): Promise<readonly Sample[]> {
    return [];
  }

  hold(ticket: Ticket, holding: Holding): Promise<void> {
    return this.order('hold', () => this.daemon.hold(ticket, holding));
  }

  approve(release: string, step: number, holder: Holder): Promise<void> {
    return this.order('approve', () => this.daemon.approve(release, step, holder));
  }

  promote(ticket: Ticket): Promise<void> {
    return this.send('promote', () => this.drained(() => this.daemon.promote(ticket)));
  }

  discard(ticket: Ticket, verdict: Verdict, reason: string): Promise<void> {
    return this.send('discard', () => this.drained(() => this.daemon.discard(ticket, verdict, reason)));
  }

  /** The lock is free again while the last requests end, which an answer waits for as long as the plan says. */
  private async drained(work: () => Promise<Leaving>): Promise<void> {
    const { gone } = await this.turn(work);
    await Promise.race([gone, this.daemon.wait(this.daemon.parts.fleet.manner.drain)]);
  }

  private order<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.send(name, () => this.turn(work));
  }

  /** Whatever has run out ends before anything else is done. */
  private turn<T>(work: () => Promise<T>): Promise<T> {
    return this.daemon.exclusively(async () => {
      await this.daemon.expire();
      return await work();
    });
  }

  private up<T>(work: () => Promise<T>): Promise<T> {
    return this.daemon.down ? Promise.reject(new Gone()) : work();
  }

  private send<T>(name: string, work: (mishap: Mishap | undefined) => Promise<T>): Promise<T> {
    const { process, timeline, daemon } = this;
    const mishap = this.mishaps(name, process);
    return new Promise<T>((resolve, reject) => {
      const fail = (message: string) => reject(new TargetError(message));
      const late = process.deliver(limit, () => fail(`the target did not answer within ${limit} s`));
      const settle = (act: () => void) =>
        process.deliver(way, () => {
          late.cancelled = true;
          act();
        });
      if (mishap?.refused || daemon.down) {
        settle(() => fail('the connection was refused'));
        return;
      }
      const arrive = (heard: boolean) => {
        const answered = work(mishap);
        answered.then(
          (answer) => heard && settle(() => (mishap?.answer === 'error' ? fail('status 500') : resolve(answer))),
          (error: unknown) => {
            const known = error instanceof TargetError || error instanceof Gone || error instanceof StoreError;
            if (!known) throw error;
            if (!heard) return;
            if (error instanceof TargetError) settle(() => reject(error));
            else settle(() => fail(error instanceof Gone ? 'the connection broke' : error.message));
          },
        );
      };
      const delay = way + (mishap?.delay ?? 0);
      if (Number.isFinite(delay)) timeline.after(delay, () => arrive(mishap?.answer !== 'lost'));
      if (mishap?.again !== undefined) timeline.after(delay + mishap.again, () => arrive(false));
    });
  }
}
