/** Target `local`: the domain's target over the supervisor's socket. */
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
} from '../../release/target.ts';
import type { Verdict } from '../../release/verdict.ts';
import type { ProcessSpec, TrafficSpec } from './spec.ts';
import { callSupervisor } from './wire.ts';

export interface LocalOptions {
  /** The supervisor's folder, as `stateFolder` names it. */
  readonly folder: string;
  readonly spec: (version: string) => ProcessSpec;
  readonly traffic: TrafficSpec;
  /** Seconds that a health check, and the end of what is in flight, may take. */
  readonly check: number;
  readonly drain: number;
}

/** Seconds for a call, on top of what the target itself may take for it. */
const callLimit = 10;

/** Every method throws a TargetError: with the refusal, or with none when no answer came in time. */
export class LocalTarget implements Target {
  readonly capabilities: Capabilities = { affinity: ['none', 'cookie', 'header'], granularity: 0.1 };
  private readonly options: LocalOptions;

  constructor(options: LocalOptions) {
    this.options = options;
  }

  async inspect(): Promise<TargetStatus> {
    return (await this.send('/inspect')) as TargetStatus;
  }

  async acquire(request: AcquireRequest): Promise<Ticket> {
    return (await this.call('acquire', request)) as Ticket;
  }

  /** `recorded` takes the process that the target has on record for the version, and not the plan's. */
  async stage(ticket: Ticket, { recorded = false }: { readonly recorded?: boolean } = {}): Promise<VersionStatus> {
    const { traffic } = this.options;
    const spec = await this.specOf(ticket);
    const limit = callLimit + (spec?.health.start ?? 0);
    const asked = recorded || spec === null ? 'recorded' : spec;
    return (await this.call('stage', { ticket, spec: asked, traffic }, limit)) as VersionStatus;
  }

  async setWeight(ticket: Ticket, change: WeightChange): Promise<Sample> {
    return (await this.call('set-weight', { ticket, change }, callLimit + this.options.check)) as Sample;
  }

  async renew(ticket: Ticket, lease: number, memo?: unknown): Promise<void> {
    await this.call('renew', { ticket, lease, memo });
  }

  async observe(): Promise<Sample> {
    return (await this.send('/observe')) as Sample;
  }

  async history(): Promise<readonly Sample[]> {
    return (await this.send('/history')) as readonly Sample[];
  }

  async hold(ticket: Ticket, holding: Holding): Promise<void> {
    await this.call('hold', { ticket, ...holding });
  }

  async approve(release: string, step: number, holder: Holder): Promise<void> {
    await this.call('approve', { release, step, holder });
  }

  async promote(ticket: Ticket): Promise<void> {
    await this.call('promote', { ticket }, callLimit + this.options.drain);
  }

  async discard(ticket: Ticket, verdict: Verdict, reason: string): Promise<void> {
    await this.call('discard', { ticket, verdict, reason }, callLimit + this.options.drain);
  }

  /** Ends the supervisor and everything it runs after that many seconds; the last call counts. */
  async end(after: number): Promise<void> {
    await this.send('/end', { after });
  }

  /** Null when the ticket's release is not the target's last one: then the target says what became of it. */
  private async specOf({ release: id }: Ticket): Promise<ProcessSpec | null> {
    const { release } = await this.inspect();
    return release?.id === id ? this.options.spec(release.version) : null;
  }

  private call(kind: string, fields: object, limit = callLimit): Promise<unknown> {
    return this.send('/call', { kind, ...fields }, limit);
  }

  private send(path: string, body: unknown = {}, limit = callLimit): Promise<unknown> {
    return callSupervisor(this.options.folder, { path, body, limit });
  }
}
