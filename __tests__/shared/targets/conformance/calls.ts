/** Every call that carries a ticket, so that a law of tickets can be told for all of them. */
import type { Target, Ticket } from '../../../../shared/release/target.ts';

export type TicketCall = (target: Target, ticket: Ticket) => Promise<unknown>;

/** Calls that leave the release open and its lock with the holder. */
export const passing: readonly (readonly [string, TicketCall])[] = [
  ['stage', (target, ticket) => target.stage(ticket)],
  ['setWeight', (target, ticket) => target.setWeight(ticket, { weight: 50, step: 1, reason: 'more', memo: { n: 1 } })],
  ['renew', (target, ticket) => target.renew(ticket, 90, { n: 2 })],
];

/** Calls after which the holder has nothing more to say. */
export const closing: readonly (readonly [string, TicketCall])[] = [
  ['hold', (target, ticket) => target.hold(ticket, { heldFor: 90, reason: 'for tonight', passed: 0 })],
  ['promote', (target, ticket) => target.promote(ticket)],
  ['discard', (target, ticket) => target.discard(ticket, 'rolled-back', 'not good enough')],
];

export const calls = [...passing, ...closing];
