/** The story of a staging: start the target if it is absent, start the version at weight 0, smoke it, leave it staged. */
import { abortable, patiently } from '../../shared/action/abortable.ts';
import { conclude } from '../../shared/action/conclude.ts';
import { TargetError } from '../../shared/action/errors.ts';
import { remember } from '../../shared/action/finish.ts';
import { holderOf } from '../../shared/action/holder.ts';
import type { Host } from '../../shared/action/host.ts';
import { loadPlan } from '../../shared/action/plan-input.ts';
import type { Context, Ending } from '../../shared/action/start.ts';
import type { Plan } from '../../shared/plan/plan.ts';
import type { Target, TargetStatus, Ticket } from '../../shared/release/target.ts';
import type { Verdict } from '../../shared/release/verdict.ts';
import { openTarget } from '../../shared/targets/open.ts';
import { action } from './contract.ts';
import { readInputs } from './inputs.ts';

export async function run({ host, signal }: Context): Promise<Ending> {
  const { plan: input, version } = readInputs(host);
  const plan = await loadPlan(host, input);
  const target = await openTarget(host, plan);
  const { ensureRunning } = await import('./supervisor.ts');
  await ensureRunning(host, plan);
  const status = await target.inspect();
  host.output('version', version);
  host.output('previous-version', status.stable ?? '');
  host.output('url', status.url);
  if (version === status.stable) {
    const reason = `${version} is the stable version already; nothing was touched`;
    return report(host, plan, status, version, { verdict: 'promoted', reason });
  }
  refuseUnderWay(status, version);
  signal.throwIfAborted();
  const ticket = await target.acquire({ version, create: true, holder: holderOf(host), lease: leaseFor(plan) });
  remember(host, { release: ticket.release, fence: ticket.fence, onCancel: 'rollback' });
  host.output('release', ticket.release);
  const broughtUp = await bringUp(host, plan, target, status, ticket, signal);
  return report(host, plan, await target.inspect(), version, broughtUp);
}

/** Nobody renews while a version starts, so the lease covers all that its start may take. */
function leaseFor({ canary, health, smoke: requests }: Plan): number {
  return canary.lease + health.start + requests.reduce((sum, { timeout }) => sum + timeout, 0);
}

/** @throws TargetError when users meet the version already: staging it again could only take it away from them */
function refuseUnderWay({ release }: TargetStatus, version: string): void {
  if (release?.version !== version || release.verdict !== null || release.weight === 0) return;
  const where = `release ${release.id} of ${version} is under way at ${release.weight} %`;
  throw new TargetError(`${where}; go on with deploy-canary, or end it with rollback`, 'busy');
}

interface BroughtUp {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** A version that does not come up, or fails its smoke, is taken away again before it could meet a user. */
async function bringUp(
  host: Host,
  plan: Plan,
  target: Target,
  { stable }: TargetStatus,
  ticket: Ticket,
  signal: AbortSignal,
): Promise<BroughtUp> {
  const [{ Session }, { smoke }] = await Promise.all([import('../../shared/targets/session.ts'), import('./smoke.ts')]);
  const session = new Session(target, ticket);
  try {
    signal.throwIfAborted();
    const { version, url } = await abortable(session.stage(), signal);
    host.info(`${version} is healthy at ${url}`);
    await smoke(host, plan.smoke, url ?? '', signal);
    if (stable === null) {
      await session.promote();
      return { verdict: 'promoted', reason: `${version} is the first version and stable` };
    }
    const reason = `${version} is staged beside ${stable} at weight 0`;
    await session.hold(plan.canary.heldFor, reason);
    return { verdict: 'held', reason };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await session.resync().catch(() => undefined);
    const verdict = ofTheVersion(error) || signal.aborted ? 'refused' : 'error';
    await patiently(session.discard(verdict, reason), signal);
    return { verdict, reason };
  }
}

/** A version that does not come up or answers wrongly is refused; anything else went wrong on our side. */
function ofTheVersion(error: unknown): boolean {
  return error instanceof TargetError && error.refusal !== undefined;
}

async function report(
  host: Host,
  plan: Plan,
  status: TargetStatus,
  version: string,
  { verdict, reason }: BroughtUp,
): Promise<Ending> {
  const facts = [
    ['service', plan.service],
    ['version', version],
    ['stable', status.stable ?? 'none'],
    ['address', status.url],
  ] as const;
  return conclude(host, { action, verdict, reason, facts });
}
