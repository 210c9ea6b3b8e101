import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JournalEntry, Ticket } from '../../../../shared/release/target.ts';
import { expire } from '../../../../shared/targets/local/ledger/close.ts';
import type { Health, Ledger } from '../../../../shared/targets/local/ledger/ledger.ts';
import { type Call, reduce } from '../../../../shared/targets/local/ledger/reduce.ts';
import { holder, specOf } from './bed.ts';
import { at, type Book, book, traffic, well } from './book.ts';

describe('whatever is called', () => {
  const ticket = fc.record({ fence: fc.integer({ min: -2, max: 1 }), sequence: fc.integer({ min: -1, max: 2 }) });
  const kind = fc.constantFrom('weigh', 'renew', 'hold', 'promote', 'discard', 'acquire', 'approve', 'expire', 'stage');
  const step = fc.record({
    kind,
    version: fc.constantFrom('v1', 'v2', 'v3'),
    weight: fc.constantFrom(0, 0.1, 5, 50, 100, 101),
    ticket: fc.option(ticket, { freq: 2 }),
    pass: fc.constantFrom(0, 1, 70),
    health: fc.record({ stable: fc.boolean(), canary: fc.boolean(), lapsed: fc.boolean() }),
  });
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  function ticketFor(made: Book, { ticket: off }: Step): Ticket {
    const { release } = made.ledger;
    if (release === null) return made.ticket;
    const { fence, sequence } = off ?? { fence: 0, sequence: 1 };
    return { release: release.id, fence: release.fence + fence, sequence: release.sequence + sequence };
  }

  function callOf(made: Book, each: Step): Call | null {
    const carried = ticketFor(made, each);
    switch (each.kind) {
      case 'weigh':
        return { kind: 'set-weight', ticket: carried, change: { weight: each.weight, step: 0, reason: 'r' } };
      case 'renew':
        return { kind: 'renew', ticket: carried, lease: 60, memo: each.weight };
      case 'hold':
        return { kind: 'hold', ticket: carried, heldFor: 100, reason: 'r' };
      case 'promote':
        return { kind: 'promote', ticket: carried };
      case 'discard':
        return { kind: 'discard', ticket: carried, verdict: 'rolled-back', reason: 'r' };
      case 'stage':
        return {
          kind: 'stage',
          ticket: carried,
          spec: specOf(made.ledger.release?.version ?? each.version, {}),
          traffic,
        };
      case 'approve':
        return { kind: 'approve', release: carried.release, step: 1, holder };
      case 'acquire':
        return {
          kind: 'acquire',
          version: each.version,
          create: true,
          holder,
          lease: 60,
          nonce: `${made.mono}-${each.weight}`,
        };
      default:
        return null;
    }
  }

  interface Turn {
    readonly before: Ledger;
    readonly after: Ledger;
    /** Null when only time passed. */
    readonly call: Call | null;
    readonly outcome: string;
    readonly health: Health;
  }

  function play(steps: readonly Step[]): Turn[] {
    const made = book();
    return steps.map((each) => {
      made.mono += each.pass;
      made.health = each.health;
      const [before, call] = [made.ledger, callOf(made, each)];
      if (call === null) made.ledger = expire(before, each.health, at(made.mono))?.ledger ?? before;
      const outcome = call === null ? 'expired' : made.tell(call);
      return { before, after: made.ledger, call, outcome, health: each.health };
    });
  }

  const always = (check: (turns: readonly Turn[]) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => check(play(steps))),
      { numRuns: 500 },
    );

  it('a stale fence or sequence changes nothing', () => {
    always((turns) => {
      for (const { before, after, call } of turns) {
        if (call === null || !('ticket' in call) || before.release === null) continue;
        const { fence, sequence } = before.release;
        if (call.ticket.fence !== fence || call.ticket.sequence <= sequence) expect(after).toBe(before);
      }
    });
  });

  it('the same call again is answered again and changes nothing', () => {
    always((turns) => {
      for (const { after, call, outcome } of turns) {
        if (call === null || !('ticket' in call) || outcome !== 'applied') continue;
        expect(reduce(after, call, well, at(0))).toEqual({ repeated: true });
      }
    });
  });

  it('a release that has ended stays as it ended', () => {
    always((turns) => {
      const over = new Map<string, unknown>();
      for (const { release } of turns.map(({ after }) => after)) {
        if (release === null) continue;
        if (over.has(release.id)) expect(release).toEqual(over.get(release.id));
        if (release.phase === 'ended') over.set(release.id, release);
      }
    });
  });

  it('weight rises on a healthy canary alone, and falls to 0 on a dead stable only when the canary is ill too', () => {
    always((turns) => {
      for (const { before, after, health } of turns) {
        const [was, is] = [before.release?.weight ?? 0, after.release?.weight ?? 0];
        if (before.release?.id !== after.release?.id || was === is) continue;
        if (is > was) expect(health.canary).toBe(true);
        if (is === 0) expect(health.stable || !health.canary).toBe(true);
      }
    });
  });

  it('the fence only rises, and every change of weight is in the journal', () => {
    always((turns) => {
      for (const { before, after } of turns) {
        expect(after.fence).toBeGreaterThanOrEqual(before.fence);
        const last: JournalEntry | undefined = after.journal.at(-1);
        if (after.release && last)
          expect([last.release, last.weight]).toEqual([after.release.id, after.release.weight]);
      }
    });
  });
});
