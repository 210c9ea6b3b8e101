/** What a caller may order of a simulated target, rule by rule as `shared/release/target.ts` words them. */
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
import { admitted, type Book, busy, ended, type Lease, noted, openOf, refused, unknown } from './book.ts';
import type { Daemon, Leaving } from './daemon.ts';

/** Percent. */
export const granularity = 0.1;

export async function acquire(daemon: Daemon, request: AcquireRequest): Promise<Ticket> {
  const { book } = daemon;
  const open = openOf(book);
  if (open && open.nonce === request.nonce) return ticketOf(open);
  const over = book.ended.find(({ nonce }) => nonce === request.nonce);
  if (over) return unknown(book, over.id);
  if (request.version === undefined && request.release === undefined) return refused('invalid', 'acquire what?');
  if (!(request.lease > 0)) return refused('invalid', `lease: ${request.lease} is no duration`);
  if (request.release !== undefined && open?.id !== request.release) return unknown(book, request.release);
  const release = open ? takeOver(daemon, open, request) : create(daemon, request);
  const reason = `${open ? 'taken up' : 'begun'} by ${request.holder.actor}`;
  await daemon.raise(noted(book, release, 'acquire', daemon.at, reason));
  daemon.parts.observer.granted(ticketOf(release));
  return ticketOf(release);
}

const ticketOf = ({ id, fence, sequence }: Lease): Ticket => ({ release: id, fence, sequence });

function locked({ book, parts: { clock } }: Daemon, { holder, nonce, lease }: AcquireRequest) {
  const due = clock.now() + lease;
  return { fence: book.fence + 1, sequence: 0, call: '', holder, worker: holder, nonce, lease, due, stranded: false };
}

function takeOver(daemon: Daemon, open: Lease, request: AcquireRequest): Lease {
  const other = request.version !== undefined && request.version !== open.version;
  const held = open.holder !== null && daemon.parts.clock.now() < (open.due ?? 0);
  if (other || held) return busy(open);
  return { ...open, ...locked(daemon, request), phase: 'running' };
}

function create(daemon: Daemon, request: AcquireRequest): Lease {
  const { book, at } = daemon;
  const { version } = request;
  if (version === undefined || !request.create) return refused('not-staged', `${version} is not staged`);
  if (version === book.stable) return refused('invalid', `${version} is the stable version already`);
  const id = `${version}-${book.fence + 1}`;
  const nothing = {
    weight: 0,
    step: -1,
    passed: -1,
    returning: false,
    approved: [],
    verdict: null,
    reason: '',
    memo: null,
  };
  return { id, version, baseline: book.stable, phase: 'staged', since: at, ...nothing, ...locked(daemon, request) };
}

/** Uses up the ticket, then does the work; a call that comes again gets the answer that it had, refusals too. */
function ordered<T>(daemon: Daemon, ticket: Ticket, call: string, work: (release: Lease) => Promise<T>): Promise<T> {
  const release = admitted(daemon.book, ticket, call);
  const key = JSON.stringify([ticket.release, ticket.fence, ticket.sequence]);
  if (release === 'again' && daemon.last?.key === key) return daemon.last.answer as Promise<T>;
  if (release === 'again') return refused('stale', `the answer to ${call} is forgotten`);
  // Also a call that is refused now is not done later.
  daemon.book = { ...daemon.book, release };
  const answer = work(release);
  answer.catch(() => undefined);
  daemon.last = { key, answer };
  return answer;
}

async function applied(daemon: Daemon, ticket: Ticket, what: string, change: () => Promise<void>): Promise<void> {
  daemon.parts.observer.applied(ticket, what);
  await change();
}

export async function stage(
  daemon: Daemon,
  ticket: Ticket,
  how: { readonly recorded?: boolean },
): Promise<VersionStatus> {
  return await ordered(daemon, ticket, 'stage', async (release) => {
    const { book } = daemon;
    const known = book.former.includes(release.version) || !how.recorded;
    if (!known) return refused('unknown-version', `${release.version} was never stable here`);
    await applied(daemon, ticket, 'stage', () => daemon.raise(noted(book, release, 'stage', daemon.at, 'staged')));
    daemon.parts.fleet.start(release.version);
    return daemon.parts.fleet.status(release.version, 'canary');
  });
}

export async function setWeight(daemon: Daemon, ticket: Ticket, change: WeightChange): Promise<Sample> {
  const { weight, step, reason, memo } = change;
  return await ordered(daemon, ticket, `set-weight ${weight} ${step}`, async (release) => {
    await check(daemon, release, weight);
    const due = daemon.parts.clock.now() + release.lease;
    const phase = weight > 0 ? 'running' : release.phase;
    const next = {
      ...release,
      weight,
      step,
      reason,
      phase,
      due,
      memo: memo === undefined ? release.memo : memo,
    } as const;
    const book = noted(daemon.book, next, 'set-weight', daemon.at, reason);
    const lowers = weight < release.weight;
    await applied(daemon, ticket, `set-weight ${weight}`, () => (lowers ? daemon.lower(book) : daemon.raise(book)));
    return daemon.parts.world.sample(daemon.parts.clock.now());
  });
}

async function check(daemon: Daemon, release: Lease, weight: number): Promise<void> {
  const steps = weight / granularity;
  if (!(weight >= 0 && weight <= 100) || Math.abs(steps - Math.round(steps)) > 1e-6) {
    return refused('invalid', `weight: ${weight} is no share`);
  }
  if (weight === 0) return notStranded(daemon, release);
  if (weight <= release.weight) return;
  if (release.returning) return refused('ended', `release ${release.id} is being taken back`);
  if (release.baseline === null) return refused('invalid', `there is no stable version beside ${release.version}`);
  if (!(await daemon.probe(release.version))) return refused('unhealthy', `${release.version} does not pass its check`);
}

function notStranded(daemon: Daemon, { weight, version }: Lease): void {
  if (weight === 0 || daemon.parts.fleet.isWell(daemon.book.stable) || !daemon.parts.fleet.isWell(version)) return;
  refused('stable-unhealthy', `${daemon.book.stable} is not healthy and ${version} is`);
}

export async function renew(daemon: Daemon, ticket: Ticket, lease: number, memo: unknown): Promise<void> {
  await ordered(daemon, ticket, 'renew', async (release) => {
    daemon.parts.observer.applied(ticket, 'renew');
    const kept = memo === undefined ? release.memo : memo;
    daemon.book = { ...daemon.book, release: { ...release, lease, due: daemon.parts.clock.now() + lease, memo: kept } };
    daemon.watchLease();
  });
}

export async function hold(
  daemon: Daemon,
  ticket: Ticket,
  { heldFor, reason, passed, returning }: Holding,
): Promise<void> {
  await ordered(daemon, ticket, 'hold', async (release) => {
    const phase = release.weight === 0 ? 'staged' : 'held';
    const due = daemon.parts.clock.now() + heldFor;
    const kept = { ...release, phase, holder: null, due, reason, passed: passed ?? release.passed } as const;
    const next = returning ? condemned(kept, daemon.parts.clock.now()) : kept;
    await applied(daemon, ticket, 'hold', () => daemon.raise(noted(daemon.book, next, 'hold', daemon.at, reason)));
  });
}

/** It goes back as soon as there is somewhere to go, and up no more. */
export function condemned(release: Lease, due: number): Lease {
  return { ...release, returning: true, stranded: true, due, passed: -1, approved: [] };
}

export async function approve(daemon: Daemon, id: string, step: number, holder: Holder): Promise<void> {
  const open = openOf(daemon.book);
  if (open?.id !== id) return unknown(daemon.book, id);
  if (!Number.isInteger(step) || step < 0) return refused('invalid', `step: ${step} is no step`);
  if (open.approved.includes(step)) return;
  const next = { ...open, approved: [...open.approved, step].toSorted((a, b) => a - b) };
  await daemon.raise(noted(daemon.book, next, 'approve', daemon.at, `approved by ${holder.actor}`));
}

export async function promote(daemon: Daemon, ticket: Ticket): Promise<Leaving> {
  return await ordered(daemon, ticket, 'promote', async (release) => {
    const { version } = release;
    if (!daemon.parts.world.versions.has(version)) return refused('not-staged', `${version} has not been started`);
    if (!(await daemon.probe(version))) return refused('unhealthy', `${version} does not pass its check`);
    const old = daemon.book.stable;
    const { release: over, book } = ended(daemon.book, release, 'promoted', `${version} is stable`, 100);
    const former = [old, ...book.former].filter((name) => name !== null && name !== version) as string[];
    const changed: Book = { ...noted(book, over, 'promote', daemon.at, over.reason), stable: version, former };
    await applied(daemon, ticket, 'promote', () => daemon.raise(changed));
    return { gone: old === null ? Promise.resolve() : daemon.parts.fleet.retire(old) };
  });
}

export async function discard(daemon: Daemon, ticket: Ticket, verdict: Verdict, reason: string): Promise<Leaving> {
  return await ordered(daemon, ticket, `discard ${verdict}`, async (release) => {
    if (verdict === 'promoted' || verdict === 'held') return refused('invalid', `${verdict} ends no release`);
    notStranded(daemon, release);
    const { release: over, book } = ended(daemon.book, release, verdict, reason, 0);
    await applied(daemon, ticket, 'discard', () => daemon.lower(noted(book, over, 'discard', daemon.at, reason)));
    return { gone: daemon.parts.fleet.retire(release.version) };
  });
}
