/** Who may work on the release: taking the lock, giving it back, and the deadline that ends it when nobody does. */
import type { AcquireRequest, Holder, Ticket } from '../../../release/target.ts';
import {
  type Applied,
  entered,
  type Instant,
  type Ledger,
  openRelease,
  type Reduced,
  type Refused,
  type Release,
  raising,
  refuse,
} from './ledger.ts';

export function acquire(ledger: Ledger, request: AcquireRequest, now: Instant): Reduced {
  const open = openRelease(ledger);
  const last = ledger.release;
  if (last?.nonce === request.nonce) {
    return open ? { ledger, effects: [], ticket: ticketOf(open) } : endedOrUnknown(ledger, last.id);
  }
  const wrong = misread(ledger, request);
  if (wrong) return wrong;
  if (open) return takeOver(ledger, open, request, now);
  if (!request.create || request.version === undefined) {
    return refuse('not-staged', `${request.version} is not staged: run deploy-staging for it first`);
  }
  return create(ledger, request.version, request, now);
}

const ticketOf = ({ id, fence, sequence }: Release): Ticket => ({ release: id, fence, sequence });

/** What can be refused without asking for the lock. */
function misread(ledger: Ledger, { release, version, create: isNew, lease }: AcquireRequest): Refused | null {
  if (!(lease > 0)) return refuse('invalid', `lease: ${lease} is not a duration; expected seconds above 0`);
  if (release === undefined && version === undefined) return refuse('invalid', 'acquire needs a release or a version');
  if (version !== undefined && isNew && ledger.stable?.version === version) {
    return refuse('invalid', `${version} is the stable version already; there is nothing to release`);
  }
  if (release === undefined) return null;
  const open = openRelease(ledger);
  if (open?.id !== release) return endedOrUnknown(ledger, release);
  if (version === undefined || open.version === version) return null;
  return refuse('invalid', `release ${release} is of version ${open.version}, not ${version}`);
}

export function endedOrUnknown(ledger: Ledger, release: string): Refused {
  const ended = ledger.ended.find(({ id }) => id === release);
  if (ended) {
    return refuse(
      'ended',
      `release ${release} has ended: ${ended.verdict} (${ended.reason}); stage the version again to start a new one`,
    );
  }
  const known = ledger.release === null ? 'there is none' : `the last one is ${ledger.release.id}`;
  return refuse('unknown-release', `release ${release} is not known here; ${known}`);
}

function takeOver(ledger: Ledger, open: Release, request: AcquireRequest, now: Instant): Reduced {
  const other = request.version !== undefined && request.version !== open.version;
  if (other || isHeld(open, now)) return refuse('busy', busy(ledger, open, now));
  const release: Release = { ...open, ...locked(ledger, request, now), phase: 'running' };
  const applied = entered(ledger, release, 'acquire', `taken up by ${nameOf(request.holder)}`, now);
  return { ledger: applied, effects: raising, ticket: ticketOf(release) };
}

/** A holder counts while its lease runs. */
function isHeld({ holder, deadline }: Release, { mono }: Instant): boolean {
  return holder !== null && (deadline === null || mono < deadline);
}

function locked(ledger: Ledger, { holder, nonce, lease }: AcquireRequest, { mono }: Instant) {
  const fence = ledger.fence + 1;
  return { fence, sequence: 0, last: '', holder, worker: holder, nonce, deadline: mono + lease, lease, overdue: false };
}

function create(ledger: Ledger, version: string, request: AcquireRequest, now: Instant): Applied {
  const release: Release = {
    id: freeId(ledger, version, now),
    version,
    baseline: ledger.stable?.version ?? null,
    phase: 'staged',
    weight: 0,
    step: -1,
    passed: -1,
    returning: false,
    approved: [],
    since: new Date(now.wall).toISOString(),
    ...locked(ledger, request, now),
    spec: null,
    verdict: null,
    reason: '',
    memo: null,
  };
  const applied = entered(ledger, release, 'acquire', `begun by ${nameOf(request.holder)}`, now);
  return { ledger: applied, effects: raising, ticket: ticketOf(release) };
}

function freeId(ledger: Ledger, version: string, { wall }: Instant): string {
  const stamp = `${new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const taken = new Set([...ledger.ended.map(({ id }) => id), ledger.release?.id]);
  const base = `${version}-${stamp}`;
  for (let copy = 2, id = base; ; copy += 1, id = `${base}-${copy - 1}`) if (!taken.has(id)) return id;
}

function nameOf({ actor, run, attempt }: Holder): string {
  return `${actor} (${run}, attempt ${attempt})`;
}

/** Everything the refused one needs to find the other and to know what to do. */
function busy(ledger: Ledger, open: Release, now: Instant): string {
  const what = `${ledger.service} is in release ${open.id} of version ${open.version}, at ${open.weight} % since ${open.since}`;
  if (isHeld(open, now)) {
    const seconds = Math.ceil((open.deadline ?? now.mono) - now.mono);
    return `${what}; ${nameOf(open.worker)} works on it, and its lease runs out in ${seconds} s unless renewed: wait for it to end, or cancel that run`;
  }
  return `${what}; last worked on by ${nameOf(open.worker)}: promote it with promote-canary, or end it with rollback`;
}
