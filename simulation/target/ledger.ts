/**
 * The rules of target `local`, its real ledger, in place of the simulated target's own: on the same disk, router and
 * versions, so that every fault meets them too. As with the real one, all versions die with their controller.
 */
import type {
  AcquireRequest,
  Holder,
  Holding,
  Sample,
  Ticket,
  VersionStatus,
  WeightChange,
} from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { expire, recover } from '../../shared/targets/local/ledger/close.ts';
import {
  type Applied,
  emptyLedger,
  type Health,
  type Ledger,
  openRelease,
} from '../../shared/targets/local/ledger/ledger.ts';
import { type Call, reduce } from '../../shared/targets/local/ledger/reduce.ts';
import { servedWeight } from '../../shared/targets/local/ledger/weight.ts';
import type { ProcessSpec } from '../../shared/targets/local/spec.ts';
import { bounds, service } from '../world/world.ts';
import { type Book, refused } from './book.ts';
import { Daemon, type Leaving } from './daemon.ts';

interface LedgerBook extends Book {
  readonly ledger: Ledger;
}

export class LedgerDaemon extends Daemon {
  /** The canary was unhealthy while no controller watched. */
  private lapsed = false;
  private leaving: Promise<void> = Promise.resolve();

  private get ledger(): Ledger {
    return (this.book as Partial<LedgerBook>).ledger ?? emptyLedger(service);
  }

  override establish(version: string): void {
    this.book = bookOf({ ...emptyLedger(service), stable: this.spec(version) });
  }

  override acquire(request: AcquireRequest): Promise<Ticket> {
    return this.call({ kind: 'acquire', ...request });
  }

  override stage(ticket: Ticket, how: { readonly recorded?: boolean }): Promise<VersionStatus> {
    const version = this.ledger.release?.version ?? '';
    const spec = how.recorded ? 'recorded' : this.spec(version);
    return this.call({ kind: 'stage', ticket, spec, traffic: { bounds, affinity: 'none' } });
  }

  override setWeight(ticket: Ticket, change: WeightChange): Promise<Sample> {
    return this.call({ kind: 'set-weight', ticket, change });
  }

  override renew(ticket: Ticket, lease: number, memo: unknown): Promise<void> {
    return this.call({ kind: 'renew', ticket, lease, memo });
  }

  override hold(ticket: Ticket, holding: Holding): Promise<void> {
    return this.call({ kind: 'hold', ticket, ...holding });
  }

  override approve(release: string, step: number, holder: Holder): Promise<void> {
    return this.call({ kind: 'approve', release, step, holder });
  }

  override promote(ticket: Ticket): Promise<Leaving> {
    return this.call({ kind: 'promote', ticket });
  }

  override discard(ticket: Ticket, verdict: Verdict, reason: string): Promise<Leaving> {
    return this.call({ kind: 'discard', ticket, verdict, reason });
  }

  override async expire(): Promise<void> {
    const applied = expire(this.ledger, this.health(), this.instant());
    if (applied === null) this.watchLease();
    else await this.perform(applied);
  }

  override restart(seconds: number): void {
    super.restart(seconds);
    const { world } = this.parts;
    for (const name of [...world.versions.keys()]) world.turn(name, { alive: false, up: false, capacity: 0 });
  }

  protected override steer(): void {
    if (this.down) return;
    const { fleet } = this.parts;
    const open = openRelease(this.ledger);
    if (open && !fleet.isWell(open.version)) this.lapsed = true;
    else if (open?.phase === 'running') this.lapsed = false;
    this.route(servedWeight(this.ledger, this.health()));
  }

  protected override recover(): void {
    const { store, fleet, world } = this.parts;
    const known = (store.load() as LedgerBook | undefined)?.ledger ?? emptyLedger(service);
    for (const name of [...world.versions.keys()]) world.stop(name);
    this.rise();
    this.exclusively(() => this.lower(bookOf(recover(known, this.instant())))).catch(() => undefined);
    if (known.stable) fleet.start(known.stable.version);
  }

  private spec(version: string): ProcessSpec {
    const { health, drain } = this.parts.fleet.manner;
    return { version, command: ['simulated'], cwd: '/', env: {}, health: { path: '/', ...health }, drain };
  }

  private instant() {
    return { mono: this.parts.clock.now(), wall: Date.parse(this.at) };
  }

  private health(): Health {
    const { fleet } = this.parts;
    const { stable } = this.ledger;
    const canary = openRelease(this.ledger)?.version ?? null;
    return { stable: fleet.isWell(stable?.version ?? null), canary: fleet.isWell(canary), lapsed: this.lapsed };
  }

  /** As the real desk takes it: checked where it raises, reduced, and answered as the first time when it comes again. */
  private async call<T>(call: Call): Promise<T> {
    const open = openRelease(this.ledger);
    const raises =
      open && (call.kind === 'promote' || (call.kind === 'set-weight' && call.change.weight > open.weight));
    const fresh = raises ? await this.probe(open.version) : null;
    const known = this.health();
    const health = fresh === null ? known : { ...known, canary: fresh && known.canary };
    const reduced = reduce(this.ledger, call, health, this.instant());
    const key = 'ticket' in call ? JSON.stringify([call.ticket.release, call.ticket.fence, call.ticket.sequence]) : '';
    if ('repeated' in reduced) {
      this.leaving = Promise.resolve();
      return (this.last?.key === key ? this.last.answer : this.answerTo(call)) as Promise<T>;
    }
    const answer = 'refusal' in reduced ? this.refuse(reduced) : this.answer(call, reduced);
    answer.catch(() => undefined);
    if (key !== '') this.last = { key, answer };
    return (await answer) as T;
  }

  private async refuse({
    refusal,
    message,
    ledger,
  }: Extract<ReturnType<typeof reduce>, { refusal: unknown }>): Promise<never> {
    if (ledger) this.book = bookOf(ledger);
    return refused(refusal, message);
  }

  private async answer(call: Call, applied: Applied): Promise<unknown> {
    await this.perform(applied);
    if ('ticket' in call) this.parts.observer.applied(call.ticket, call.kind);
    if (applied.ticket) this.parts.observer.granted(applied.ticket);
    return applied.ticket ?? this.answerTo(call);
  }

  private answerTo(call: Call): unknown {
    if (call.kind === 'set-weight') return this.parts.world.sample(this.parts.clock.now());
    if (call.kind === 'stage') return this.parts.fleet.status(openRelease(this.ledger)?.version ?? '', 'canary');
    if (call.kind === 'promote' || call.kind === 'discard') return { gone: this.leaving } satisfies Leaving;
    return undefined;
  }

  private async perform({ ledger, effects }: Applied): Promise<void> {
    const book = bookOf(ledger);
    const order = effects.map(({ kind }) => kind).join(' ');
    if (order.startsWith('save apply')) await this.raise(book);
    else if (order.startsWith('apply save')) await this.lower(book);
    else if (order.startsWith('apply')) this.adopt(book);
    for (const effect of effects) {
      if (effect.kind === 'start') this.parts.fleet.start(effect.spec.version);
      if (effect.kind === 'retire') this.leaving = this.parts.fleet.retire(effect.version);
    }
  }
}

/** The ledger in the words of the book, for whoever looks at that. */
function bookOf(ledger: Ledger): LedgerBook {
  const { stable, former, fence, release, ended, journal } = ledger;
  return {
    ledger,
    stable: stable?.version ?? null,
    former: former.map(({ version }) => version),
    fence,
    release: release && { ...release, call: release.last, due: release.deadline, stranded: release.overdue },
    ended: ended.map((each) => ({ ...each, nonce: '' })),
    journal,
  };
}
