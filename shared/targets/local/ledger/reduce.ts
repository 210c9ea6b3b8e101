/** The target's rules: `(ledger, call, now) -> ledger, effects, answer` or a refusal. Pure; the shell does the rest. */
import type { AcquireRequest, Holder, Holding, Ticket, WeightChange } from '../../../release/target.ts';
import type { Verdict } from '../../../release/verdict.ts';
import type { ProcessSpec, TrafficSpec } from '../spec.ts';
import { closeBy, promote } from './close.ts';
import {
  entered,
  type Health,
  type Instant,
  type Ledger,
  openRelease,
  type Reduced,
  type Release,
  raising,
  refuse,
} from './ledger.ts';
import { acquire, endedOrUnknown } from './lock.ts';
import { stage } from './stage.ts';
import { admit } from './ticket.ts';
import { setWeight } from './weight.ts';

export type TicketCall = { readonly ticket: Ticket } & (
  | { readonly kind: 'stage'; readonly spec: ProcessSpec | 'recorded'; readonly traffic: TrafficSpec }
  | { readonly kind: 'set-weight'; readonly change: WeightChange }
  | { readonly kind: 'renew'; readonly lease: number; readonly memo?: unknown }
  | ({ readonly kind: 'hold' } & Holding)
  | { readonly kind: 'promote' }
  | { readonly kind: 'discard'; readonly verdict: Verdict; readonly reason: string }
);

export type Call =
  | ({ readonly kind: 'acquire' } & AcquireRequest)
  | { readonly kind: 'approve'; readonly release: string; readonly step: number; readonly holder: Holder }
  | TicketCall;

/** `health` must be fresh for a raise. A refusal of a well-addressed call uses up its sequence, like any other answer. */
export function reduce(ledger: Ledger, call: Call, health: Health, now: Instant): Reduced {
  if (call.kind === 'acquire') return acquire(ledger, call, now);
  if (call.kind === 'approve') return approve(ledger, call, now);
  const admitted = admit(ledger, call.ticket, nameOf(call));
  if (!('release' in admitted)) return admitted;
  const reduced = perform(ledger, admitted.release, call, health, now);
  if (!('refusal' in reduced)) return reduced;
  return { ...reduced, ledger: { ...ledger, release: admitted.release } };
}

/** Two calls of one name are the same order; a renewal's memo makes no difference. */
function nameOf(call: TicketCall): string {
  switch (call.kind) {
    case 'set-weight':
      return `set-weight ${call.change.weight} ${call.change.step}`;
    case 'discard':
      return `discard ${call.verdict}`;
    default:
      return call.kind;
  }
}

function perform(ledger: Ledger, release: Release, call: TicketCall, health: Health, now: Instant): Reduced {
  switch (call.kind) {
    case 'stage':
      return stage(ledger, release, call, now);
    case 'set-weight':
      return setWeight(ledger, release, call.change, health, now);
    case 'renew':
      return renew(ledger, release, call, now);
    case 'hold':
      return hold(ledger, release, call, now);
    case 'promote':
      return promote(ledger, release, health, now);
    case 'discard':
      return closeBy(ledger, release, call, health, now);
  }
}

type Renew = Extract<TicketCall, { kind: 'renew' }>;

/** Not saved: a target that restarts ends the release, so nothing of it would be read again. */
function renew(ledger: Ledger, release: Release, { lease, memo }: Renew, { mono }: Instant): Reduced {
  if (!(lease > 0)) return refuse('invalid', `lease: ${lease} is not a duration; expected seconds above 0`);
  const kept = memo === undefined ? release.memo : memo;
  const next: Release = { ...release, deadline: mono + lease, lease, memo: kept };
  return { ledger: { ...ledger, release: next }, effects: [{ kind: 'apply' }] };
}

type Hold = Extract<TicketCall, { kind: 'hold' }>;

function hold(ledger: Ledger, release: Release, { heldFor, reason, passed, returning }: Hold, now: Instant): Reduced {
  if (!(heldFor > 0)) return refuse('invalid', `heldFor: ${heldFor} is not a duration; expected seconds above 0`);
  const phase = release.weight === 0 ? 'staged' : 'held';
  const kept = { holder: null, deadline: now.mono + heldFor, reason, passed: passed ?? release.passed };
  const next: Release = { ...release, ...kept, phase, ...(returning ? condemned(now) : {}) };
  return { ledger: entered(ledger, next, 'hold', reason, now), effects: raising };
}

/** Due at once: the target takes it back by itself when there is somewhere to go. */
function condemned({ mono }: Instant) {
  return { returning: true, overdue: true, deadline: mono, passed: -1, approved: [] } as const;
}

type Approve = Extract<Call, { kind: 'approve' }>;

/** Needs no fence: it opens a gate beside a running controller, and giving it twice changes nothing. */
function approve(ledger: Ledger, { release: id, step, holder }: Approve, now: Instant): Reduced {
  const open = openRelease(ledger);
  if (open?.id !== id) return endedOrUnknown(ledger, id);
  if (!Number.isInteger(step) || step < 0) return refuse('invalid', `step: ${step} is not the index of a step`);
  if (open.approved.includes(step)) return { ledger, effects: [] };
  const next = { ...open, approved: [...open.approved, step].toSorted((a, b) => a - b) };
  const reason = `step ${step + 1} approved by ${holder.actor} (${holder.run}, attempt ${holder.attempt})`;
  return { ledger: entered(ledger, next, 'approve', reason, now), effects: raising };
}
