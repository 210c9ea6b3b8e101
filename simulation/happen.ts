/** Makes the faults of a scenario happen to its world, and counts those that really did. */
import { type Fault, type FaultKind, isCallFault, isMoment, isReadingFault } from './faults.ts';
import { moments } from './moments.ts';
import type { Setting } from './setting.ts';
import type { Mishap } from './target/wire.ts';
import type { Process } from './time.ts';

export class Happenings {
  readonly fired: FaultKind[] = [];
  /** When the last fault happened, or ended, seconds. */
  lastAt = 0;
  private readonly setting: Setting;
  private readonly faults: readonly Fault[];
  /** Seconds. */
  private readonly lease: number;
  private calls = 0;
  private readings = 0;

  constructor(setting: Setting, faults: readonly Fault[], lease: number) {
    this.setting = setting;
    this.faults = faults;
    this.lease = lease;
  }

  /** Sets everything going that happens at a moment. */
  begin(): void {
    const calm = this.faults.every(({ kind }) => kind.startsWith('cancelled'));
    for (const { kind, at, size } of this.faults) {
      if (!isMoment(kind)) continue;
      this.setting.timeline.after(at, () => {
        const happened = (lasting: number) => this.note(kind, lasting);
        const lasting = moments[kind]({ setting: this.setting, size, lease: this.lease, calm, happened });
        if (lasting !== undefined) happened(lasting);
      });
    }
  }

  of(kind: FaultKind): Fault | undefined {
    return this.faults.find((fault) => fault.kind === kind);
  }

  note(kind: FaultKind, lasting = 0): void {
    this.fired.push(kind);
    this.lastAt = Math.max(this.lastAt, this.setting.timeline.now + lasting);
  }

  /** What goes wrong at each call of a process, asked in the order in which the calls are made. */
  mishap(name: string, by: Process): Mishap | undefined {
    if (name === 'inspect') return undefined;
    if (name === 'observe') return this.reading();
    this.calls += 1;
    if (name === 'promote') this.promotes();
    const fault = this.faults.find(({ kind, at }) => isCallFault(kind) && at === this.calls);
    return fault && this.call(fault, by);
  }

  private call({ kind, size }: Fault, by: Process): Mishap {
    const delay = 0.5 + 20 * size;
    this.note(kind, kind === 'call-late' || kind === 'call-twice' ? delay : 0);
    switch (kind) {
      case 'call-fails':
        return { refused: true };
      case 'call-hangs':
        return { delay: Number.POSITIVE_INFINITY };
      case 'call-errs-though-done':
        return { answer: 'error' };
      case 'call-late':
        return { delay };
      case 'call-twice':
        return { again: delay };
      case 'answer-lost':
        return { answer: 'lost' };
      case 'killed-at-call':
        by.kill();
        return { delay: Number.POSITIVE_INFINITY };
      default:
        by.kill();
        return {};
    }
  }

  private reading(): Mishap | undefined {
    this.readings += 1;
    const fault = this.faults.find(({ kind, at }) => isReadingFault(kind) && at === this.readings);
    if (fault === undefined) return undefined;
    this.note(fault.kind);
    if (fault.kind === 'reading-lost') return { refused: true };
    if (fault.kind === 'reading-late') return { delay: 0.5 + 5 * fault.size };
    if (fault.kind === 'reading-twice') return { stale: true };
    this.setting.world.recount();
    return undefined;
  }

  /** The target's clock leaps while it checks the version that is to be promoted. */
  private promotes(): void {
    if (!this.of('promote-expires')) return;
    const { clock, daemon, timeline } = this.setting;
    timeline.after(0.03, () => {
      this.note('promote-expires');
      clock.leap(this.lease + 1);
      daemon.watchLease();
    });
  }
}
