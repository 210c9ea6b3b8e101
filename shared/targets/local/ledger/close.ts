/** The three ways a release ends: promoted, discarded by its holder, reverted by the target itself. */
import type { Verdict } from '../../../release/verdict.ts';
import {
  type Applied,
  type Effect,
  endedLimit,
  entered,
  formerLimit,
  type Health,
  type Instant,
  type Ledger,
  lowering,
  openRelease,
  type Reduced,
  type Release,
  raising,
  refuse,
} from './ledger.ts';
import { strandedBy } from './weight.ts';

/** The canary becomes the stable version with all traffic; the old one is drained, stopped and kept on record. */
export function promote(ledger: Ledger, release: Release, health: Health, now: Instant): Reduced {
  const { spec, version } = release;
  if (spec === null) return refuse('not-staged', `${version} has not been started yet: stage it first`);
  if (!health.canary) return refuse('unhealthy', `${version} does not pass its health check: it is not promoted`);
  const reason = `${version} is the stable version`;
  const next = ended(release, 'promoted', reason, 100);
  const closed = entered(remembered(ledger, next), next, 'promote', reason, now);
  const old = ledger.stable;
  const former = closed.former.filter((each) => each.version !== version && each.version !== old?.version);
  const changed = { ...closed, stable: spec, former: (old ? [old, ...former] : former).slice(0, formerLimit) };
  return { ledger: changed, effects: [...raising, ...(old ? [retire(old.version)] : [])] };
}

interface Closing {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** Ends the release with its holder's verdict; the traffic goes back first. */
export function closeBy(ledger: Ledger, release: Release, closing: Closing, health: Health, now: Instant): Reduced {
  const { verdict, reason } = closing;
  if (verdict === 'promoted' || verdict === 'held') {
    return refuse('invalid', `verdict: ${verdict} does not end a release that is taken back`);
  }
  const stranded = strandedBy(release, health);
  if (stranded) return stranded;
  const next = ended(release, verdict, reason, 0);
  return withdrawn(entered(remembered(ledger, next), next, 'discard', reason, now), next);
}

/** What the target does by itself when a deadline has passed; null when there is nothing to do. */
export function expire(ledger: Ledger, health: Health, now: Instant): Applied | null {
  const open = openRelease(ledger);
  if (open === null || open.deadline === null || now.mono < open.deadline) return null;
  const what = open.holder === null ? 'nobody took it up again in time' : 'its lease was not renewed';
  if (strandedBy(open, health) === null) return revert(ledger, open, what, now);
  if (open.overdue) return null;
  const reason = `${what}; traffic stays at ${open.version}, because ${open.baseline ?? 'the stable version'} is not healthy`;
  const phase = open.weight === 0 ? 'staged' : 'held';
  const over = { overdue: true, returning: true, passed: -1, approved: [] } as const;
  const kept: Release = { ...open, ...over, fence: ledger.fence + 1, holder: null, phase, reason };
  return { ledger: entered(ledger, kept, 'revert', reason, now), effects: lowering };
}

/** More fences than can have been given out after the last state that was read again. */
const leap = 1000;

/**
 * After a restart nothing is known of what happened meanwhile: an open release ends, the stable version serves. The
 * fence leaps, so that one which was given out without a trace is not given out again.
 */
export function recover(ledger: Ledger, now: Instant): Ledger {
  const ahead = { ...ledger, fence: ledger.fence + leap };
  const open = openRelease(ledger);
  return open === null ? ahead : revert(ahead, open, 'target restarted', now).ledger;
}

function revert(ledger: Ledger, open: Release, what: string, now: Instant): Applied {
  const reason = open.weight > 0 ? `${what}: reverted from ${open.weight} %` : what;
  const next = ended({ ...open, fence: ledger.fence + 1 }, 'rolled-back', reason, 0);
  return withdrawn(entered(remembered(ledger, next), next, 'revert', reason, now), next);
}

function ended(release: Release, verdict: Verdict, reason: string, weight: number): Release {
  return { ...release, phase: 'ended', verdict, reason, weight, holder: null, deadline: null, overdue: false };
}

function remembered(ledger: Ledger, { id, verdict, reason }: Release): Ledger {
  const record = { id, verdict: verdict ?? 'error', reason } as const;
  return { ...ledger, ended: [record, ...ledger.ended].slice(0, endedLimit) };
}

function withdrawn(ledger: Ledger, { version }: Release): Applied {
  return { ledger, effects: [...lowering, retire(version)] };
}

function retire(version: string): Effect {
  return { kind: 'retire', version };
}
