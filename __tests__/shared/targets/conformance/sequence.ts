/** Within a fence the call that was ordered last holds, in whatever order calls arrive. */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TargetError } from '../../../../shared/action/errors.ts';
import type { JournalEntry } from '../../../../shared/release/target.ts';
import { calls } from './calls.ts';
import { rival, type Scene, topic } from './scene.ts';
import { standing, why } from './told.ts';

export function sequences(scene: Scene): void {
  topic('a sequence', scene, () => {
    it('that has been passed is stale for every call', async () => {
      await scene.begin(25);
      const passed = scene.ticket;
      await scene.weigh(10);
      const before = standing(await scene.target.inspect());
      for (const ticket of [
        { ...passed, sequence: passed.sequence - 1 },
        { ...passed, sequence: -1 },
      ]) {
        for (const [name, call] of calls) {
          const refused = await why(call(scene.target, ticket));
          // A number below 0 may be no number of a call at all.
          expect([name, ['stale', 'invalid'].includes(refused)]).toEqual([name, true]);
        }
      }
      expect(standing(await scene.target.inspect())).toEqual(before);
    });

    it('that another call has is stale', async () => {
      await scene.begin(25);
      const before = standing(await scene.target.inspect());
      expect(await why(scene.target.promote(scene.ticket))).toBe('stale');
      expect(await why(scene.weigh(50, scene.ticket))).toBe('stale');
      expect(await why(scene.discard(scene.ticket))).toBe('stale');
      expect(standing(await scene.target.inspect())).toEqual(before);
    });

    it('may leave numbers out', async () => {
      await scene.begin(10);
      await scene.weigh(25, scene.next(7));
      expect(await scene.release()).toMatchObject({ weight: 25, sequence: scene.ticket.sequence });
    });

    it('keeps a raise that comes late from undoing a lowering', async () => {
      await scene.begin(25);
      const late = scene.next();
      await scene.weigh(5);
      expect(await why(scene.weigh(50, late))).toBe('stale');
      expect((await scene.release()).weight).toBe(5);
      expect((await scene.journal()).at(-1)?.weight).toBe(5);
    });

    it('gives no unchecked raise a way past a lowering that is still under way', async () => {
      await scene.begin(50);
      await scene.sicken(scene.canary);
      const { release } = scene.ticket;
      const approved = scene.target.approve(release, 3, rival);
      await Promise.allSettled([approved, scene.weigh(10), scene.weigh(30)]);
      const weights = (await scene.journal()).filter((each) => each.release === release).map(({ weight }) => weight);
      const began = weights.indexOf(50);
      expect(weights.slice(began)).toEqual(weights.slice(began).toSorted((a, b) => b - a));
    });

    it('orders calls in whatever order they arrive: the highest that was accepted holds', async () => {
      await scene.begin(50);
      const order = fc.record({
        ahead: fc.integer({ min: 0, max: 4 }),
        weight: fc.constantFrom(10, 20, 30),
        fence: fc.constantFrom(0, 0, 0, -1, 1),
        far: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(order, { minLength: 2, maxLength: 7 }), (orders) => arrive(scene, orders)),
        { numRuns: 15, endOnFailure: true },
      );
    });
  });
}

interface Order {
  readonly ahead: number;
  readonly weight: number;
  readonly fence: number;
  /** Sent by the other client. */
  readonly far: boolean;
}

/** Sends all at once, and compares what was accepted with the journal and the weight that holds then. */
async function arrive(scene: Scene, orders: readonly Order[]): Promise<void> {
  const { weight: before, fence, sequence } = await scene.release();
  const { release } = scene.ticket;
  const outcomes = await Promise.all(
    orders.map(async ({ ahead, weight, fence: off, far }) => {
      const ticket = { release, fence: fence + off, sequence: sequence + ahead };
      const change = { weight, step: 1, reason: 'arrived' };
      const call = (far ? scene.bed.other() : scene.target).setWeight(ticket, change);
      return await call.then(
        () => 'accepted',
        (error: unknown) => (error instanceof TargetError ? error.refusal : String(error)),
      );
    }),
  );
  const after = await scene.release();
  const orderly = (await scene.journal()).filter((each) => each.fence === fence && each.command === 'set-weight');
  const entries = orderly.filter((each) => each.sequence > sequence);
  const numbers = entries.map((each) => each.sequence);
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  expect([after.weight, after.fence]).toEqual([entries.at(-1)?.weight ?? before, fence]);
  const matches = ({ ahead, weight, fence: off }: Order, entry: JournalEntry) =>
    off === 0 && entry.sequence === sequence + ahead && entry.weight === weight;
  orders.forEach((order, index) => {
    // Also what was accepted is stale when it comes again after a later one.
    const accepted = orderly.some((entry) => matches(order, entry));
    expect(accepted ? ['accepted', 'stale'] : ['stale']).toContain(outcomes[index]);
  });
  for (const entry of entries) {
    expect(orders.some((order, index) => matches(order, entry) && outcomes[index] === 'accepted')).toBe(true);
  }
}
