/** A ledger for tests, told one call after the other. */
import type { Ticket } from '../../../../shared/release/target.ts';
import { type Effect, emptyLedger, type Health, type Ledger } from '../../../../shared/targets/local/ledger/ledger.ts';
import { type Call, reduce } from '../../../../shared/targets/local/ledger/reduce.ts';
import { holder, specOf } from './bed.ts';

export const well: Health = { stable: true, canary: true, lapsed: false };
const start = Date.UTC(2025, 0, 2, 3, 4, 5);
export const at = (mono: number) => ({ mono, wall: start + mono * 1000 });
export const traffic = { bounds: [1, 2], affinity: 'none' } as const;

/** A ledger that is told call after call; refusals are kept as such. */
export class Book {
  ledger: Ledger = emptyLedger('s');
  health = well;
  mono = 0;
  effects: readonly Effect[] = [];
  ticket: Ticket = { release: '', fence: 0, sequence: 0 };

  tell(call: Call): string {
    const reduced = reduce(this.ledger, call, this.health, at(this.mono));
    this.effects = [];
    if ('repeated' in reduced) return 'repeated';
    if (reduced.ledger) this.ledger = reduced.ledger;
    if ('refusal' in reduced) return reduced.refusal;
    this.effects = reduced.effects;
    if (reduced.ticket) this.ticket = reduced.ticket;
    return 'applied';
  }

  acquire(
    version: string,
    options: { create?: boolean; release?: string; lease?: number; nonce?: string } = {},
  ): string {
    const { create = true, lease = 60, nonce = `${Math.random()}`, release } = options;
    const asked = release === undefined ? { version, create } : { release };
    return this.tell({ kind: 'acquire', ...asked, holder, lease, nonce });
  }

  /** From now on that version does not answer its health check. */
  ill(...versions: ('stable' | 'canary')[]): string {
    this.health = { ...this.health, ...Object.fromEntries(versions.map((version) => [version, false])) };
    return 'ill';
  }

  next(): Ticket {
    this.ticket = { ...this.ticket, sequence: this.ticket.sequence + 1 };
    return this.ticket;
  }

  stage(version: string, env = {}): string {
    return this.tell({ kind: 'stage', ticket: this.next(), spec: specOf(version, env), traffic });
  }

  weigh(weight: number, ticket = this.next()): string {
    return this.tell({ kind: 'set-weight', ticket, change: { weight, step: 0, reason: 'r' } });
  }

  promote(): string {
    return this.tell({ kind: 'promote', ticket: this.next() });
  }

  discard(): string {
    return this.tell({ kind: 'discard', ticket: this.next(), verdict: 'rolled-back', reason: 'bad' });
  }

  hold(): string {
    return this.tell({ kind: 'hold', ticket: this.next(), heldFor: 100, reason: 'h' });
  }
}

/** v1 is stable; `canary` is staged beside it. */
export function book(canary?: string, weight = 0): Book {
  const made = new Book();
  made.acquire('v1');
  made.stage('v1');
  made.promote();
  if (canary !== undefined) {
    made.acquire(canary);
    made.stage(canary);
    if (weight > 0) made.weigh(weight);
  }
  return made;
}
